import { z } from 'zod';
import type { Participant } from '../../../../shared/contract/fieldwork-asked.ts';
import { InterviewId, WaveId } from '../../../../shared/model/ids.ts';
import { ConsentScope, EventPrecision, inOrder, ParticipationStatus } from '../../../../shared/model/participation.ts';
import type { Statements } from '../../db/statements.ts';
import { findRespondent } from './find-respondent.ts';
import { canGo } from './record-event.ts';

const EventRow = z.object({
  id: z.string(),
  wave_id: WaveId,
  wave: z.string(),
  kind: ParticipationStatus,
  happened_on: z.string(),
  precision: EventPrecision,
  reason: z.string().nullable(),
});
const ConsentRow = z.object({
  id: z.string(),
  scope: ConsentScope,
  version: z.string().nullable(),
  given_on: z.string(),
  how: z.string().nullable(),
  withdrawn_on: z.string().nullable(),
});
const InterviewRow = z.object({ id: InterviewId, wave: z.string(), status: z.string(), held_on: z.string().nullable() });

const eventSql = `
SELECT disposition_event.id, wave_id, wave.name AS wave, kind, happened_on, precision, reason
FROM disposition_event JOIN wave ON wave.id = disposition_event.wave_id WHERE respondent_id = :respondentId ORDER BY wave.ordinal`;
const consentSql = `
SELECT id, scope, version, given_on, how, withdrawn_on FROM consent WHERE respondent_id = :respondentId ORDER BY given_on, scope`;
const interviewSql = `
SELECT interview.id, wave.name AS wave, interview.status, held_on FROM interview JOIN wave ON wave.id = interview.wave_id
WHERE respondent_id = :respondentId ORDER BY interview.key`;

/** What happened to one person and what they agreed to. @throws AppError NOT_FOUND */
export function readParticipant(sql: Statements, respondentId: string): Participant {
  const row = findRespondent(sql, respondentId);
  const byWave = Map.groupBy(
    sql.all(EventRow, eventSql, { respondentId }).map(({ happened_on: happenedOn, ...event }) => ({ ...event, happenedOn })),
    (event) => event.wave_id,
  );
  return {
    respondentId: row.id,
    projectId: row.project_id,
    code: row.code,
    recruitedBy: row.recruited_by ?? '',
    withdrawnAt: row.withdrawn_at,
    erasedAt: row.erased_at,
    events: [...byWave.values()].flatMap((chain) =>
      inOrder(chain).map((event) => ({
        id: event.id,
        waveId: event.wave_id,
        wave: event.wave,
        kind: event.kind,
        happenedOn: event.happenedOn,
        precision: event.precision,
        reason: event.reason ?? '',
        canBeRemoved: canGo(chain, event.id),
      })),
    ),
    consents: sql.all(ConsentRow, consentSql, { respondentId }).map((consent) => ({
      id: consent.id,
      scope: consent.scope,
      version: consent.version ?? '',
      givenOn: consent.given_on,
      how: consent.how ?? '',
      withdrawnOn: consent.withdrawn_on,
    })),
    interviews: sql
      .all(InterviewRow, interviewSql, { respondentId })
      .map(({ id, wave, status, held_on: heldOn }) => ({ id, wave, status, heldOn })),
  };
}
