import { z } from 'zod';
import type { BulkChange } from '../../../../shared/contract/fieldwork.ts';
import { InterviewStatus } from '../../../../shared/contract/interviews.ts';
import { InterviewId, WaveId, type ProjectId } from '../../../../shared/model/ids.ts';
import { statusAfter } from '../../../../shared/model/participation.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { projectOfWave } from './find-respondent.ts';
import { impossible, statusWord } from './impossible.ts';
import { eventsOfInterview } from './interview-events.ts';
import { findInterviews } from './remove-interviews.ts';

export interface ChangeInput {
  readonly projectId: ProjectId;
  readonly interviewIds: readonly InterviewId[];
  readonly change: BulkChange;
}

/** Changes many interviews as one step, or none. @throws AppError NOT_FOUND, EVENT_IMPOSSIBLE, REASON_NEEDED, NOT_DECIDED */
export function changeInterviews(call: Call, { projectId, interviewIds, change }: ChangeInput): { changed: number } {
  const rows = findInterviews(call, projectId, interviewIds);
  const ids = rows.map((row) => row.id);
  const count = { count: rows.length, code: rows[0]?.code ?? '' };
  switch (change.kind) {
    case 'wave': {
      const wave = projectOfWave(call.sql, change.waveId);
      if (wave.projectId !== projectId) throw new AppError('NOT_FOUND');
      call.operation.label({ ...count, wave: wave.name }, 'fieldwork.changeInterviews.undoWave');
      for (const row of rows) moveToWave(call, row, change.waveId);
      break;
    }
    case 'interviewer': {
      const name = nameOf(call, change.interviewerId);
      call.operation.label({ ...count, name }, 'fieldwork.changeInterviews.undoInterviewer');
      call.sql.run('UPDATE interview SET interviewer_id = :interviewerId WHERE id IN (SELECT value FROM json_each(:ids))', {
        interviewerId: change.interviewerId,
        ids: JSON.stringify(ids),
      });
      break;
    }
    case 'status':
      call.operation.label({ ...count, status: statusWord(change.status) }, 'fieldwork.changeInterviews.undoStatus');
      setStatus(call, ids, change);
      break;
    default:
      return change satisfies never;
  }
  return { changed: rows.length };
}

function nameOf({ sql }: Call, actorId: string | null): string {
  if (actorId === null) return '';
  const row = sql.get(z.object({ name: z.string() }), 'SELECT name FROM actor WHERE id = :actorId', { actorId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row.name;
}

interface Placed {
  readonly id: InterviewId;
  readonly respondent_id: string;
  readonly wave_id: WaveId;
}

/** An interview takes the events it made with it; the list it was asked from stays where it is, unless the other wave has none. */
function moveToWave({ sql }: Call, row: Placed, waveId: WaveId): void {
  if (row.wave_id === waveId) return;
  sql.run('UPDATE interview SET wave_id = :waveId WHERE id = :id', { id: row.id, waveId });
  const events = eventsOfInterview(sql, row.respondent_id, row.wave_id);
  const both = { respondentId: row.respondent_id, from: row.wave_id, waveId, events };
  sql.run(
    `UPDATE disposition_event SET wave_id = :waveId WHERE respondent_id = :respondentId AND wave_id = :from
       AND NOT EXISTS (SELECT 1 FROM interview WHERE interview.respondent_id = :respondentId AND interview.wave_id = :from)
       AND (id IN (SELECT value FROM json_each(:events))
         OR NOT EXISTS (SELECT 1 FROM disposition_event other WHERE other.respondent_id = :respondentId AND other.wave_id = :waveId))`,
    both,
  );
}

const StatusRow = z.object({
  id: InterviewId,
  status: InterviewStatus,
  code: z.string(),
  respondent_id: z.string(),
  wave_id: WaveId,
  is_open: z.int(),
});
const statusSql = `
SELECT interview.id, interview.status, respondent.code, respondent_id, wave_id,
  EXISTS (SELECT 1 FROM second_pass WHERE interview_id = interview.id AND verified_at IS NULL) AS is_open
FROM interview JOIN respondent ON respondent.id = respondent_id WHERE interview.id IN (SELECT value FROM json_each(:ids))`;

type StatusChange = Extract<BulkChange, { kind: 'status' }>;

function setStatus(call: Call, ids: readonly InterviewId[], { status, reason }: StatusChange): void {
  const { sql, workspace, actorId } = call;
  const rows = sql.all(StatusRow, statusSql, { ids: JSON.stringify(ids) });
  const refused = rows.filter((row) => statusAfter(row.status, status) === null);
  const first = refused[0];
  if (first !== undefined) throw impossible(first.code, first.status, status, refused.length);
  // What was entered twice is verified where its differences are decided, one interview at a time.
  const undecided = rows.filter((row) => status === 'verified' && row.is_open === 1);
  if (undecided.length > 0) throw new AppError('NOT_DECIDED', { count: undecided.length });
  const at = new Date(workspace.now()).toISOString();
  for (const row of rows) {
    if (row.status === 'verified' && reason === undefined) throw new AppError('REASON_NEEDED');
    sql.run('UPDATE interview SET status = :status WHERE id = :id', { id: row.id, status });
    sql.insert('disposition_event', {
      id: workspace.newId(),
      respondent_id: row.respondent_id,
      wave_id: row.wave_id,
      kind: status,
      happened_on: at.slice(0, 10),
    });
    if (row.status === 'verified' && reason !== undefined) {
      sql.insert('interview_change', { id: workspace.newId(), interview_id: row.id, reason, changed_by: actorId, changed_at: at });
      sql.run('UPDATE second_pass SET verified_at = NULL WHERE interview_id = :id', { id: row.id });
    }
  }
}
