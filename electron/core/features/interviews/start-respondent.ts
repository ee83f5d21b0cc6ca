import { z } from 'zod';
import type { ProjectId, RespondentId, WaveId } from '../../../../shared/model/ids.ts';
import { inOrder, ParticipationStatus, statusAfter } from '../../../../shared/model/participation.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { impossible } from '../fieldwork/impossible.ts';

interface Respondent {
  readonly id: string;
  readonly code: string;
}

const Row = z.object({ code: z.string(), project_id: z.string(), withdrawn_at: z.string().nullable(), erased_at: z.string().nullable() });
const EventRow = z.object({ kind: ParticipationStatus, happened_on: z.string() });

/** A respondent whom nobody asked beforehand. */
export function makeRespondent({ sql, workspace }: Call, projectId: ProjectId, code: string): Respondent {
  const id = workspace.newId();
  sql.insert('respondent', { id, project_id: projectId, code });
  return { id, code };
}

interface Beginning {
  readonly projectId: ProjectId;
  readonly waveId: WaveId;
  readonly respondentId: RespondentId;
  readonly heldOn: string;
}

/** Somebody on the list of those asked: whoever has not agreed yet agrees by beginning. @throws AppError NOT_FOUND, EVENT_IMPOSSIBLE */
export function agreeToStart({ sql, workspace }: Call, { projectId, waveId, respondentId, heldOn }: Beginning): Respondent {
  const row = sql.get(Row, 'SELECT code, project_id, withdrawn_at, erased_at FROM respondent WHERE id = :respondentId', { respondentId });
  if (row === undefined || row.project_id !== projectId || row.withdrawn_at !== null || row.erased_at !== null)
    throw new AppError('NOT_FOUND');
  const events = sql.all(
    EventRow,
    'SELECT kind, happened_on FROM disposition_event WHERE wave_id = :waveId AND respondent_id = :respondentId',
    {
      waveId,
      respondentId,
    },
  );
  const status = inOrder(events.map(({ kind, happened_on: happenedOn }) => ({ kind, happenedOn }))).at(-1)?.kind ?? null;
  if (statusAfter(status, 'started') !== null) return { id: respondentId, code: row.code };
  if (status === null || statusAfter(status, 'agreed') === null) throw impossible(row.code, status ?? 'invited', 'started');
  sql.insert('disposition_event', {
    id: workspace.newId(),
    respondent_id: respondentId,
    wave_id: waveId,
    kind: 'agreed',
    happened_on: heldOn,
  });
  return { id: respondentId, code: row.code };
}
