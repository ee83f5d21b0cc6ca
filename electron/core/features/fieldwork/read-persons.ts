import { z } from 'zod';
import type { AskedRow } from '../../../../shared/contract/fieldwork-asked.ts';
import { InterviewId, RespondentId, type ProjectId, type WaveId } from '../../../../shared/model/ids.ts';
import { EventPrecision, inOrder, ParticipationStatus } from '../../../../shared/model/participation.ts';
import type { Statements } from '../../db/statements.ts';

const PersonRow = z.object({
  id: RespondentId,
  code: z.string(),
  recruited_by: z.string().nullable(),
  withdrawn_at: z.string().nullable(),
  erased_at: z.string().nullable(),
});
const EventRow = z.object({
  id: z.string(),
  respondent_id: RespondentId,
  kind: ParticipationStatus,
  happened_on: z.string(),
  precision: EventPrecision,
  reason: z.string().nullable(),
});
const InterviewRow = z.object({
  id: InterviewId,
  key: z.int(),
  respondent_id: RespondentId,
  status: ParticipationStatus,
  held_on: z.string().nullable(),
});

const personSql = `
SELECT id, code, recruited_by, withdrawn_at, erased_at FROM respondent WHERE id IN (
  SELECT respondent_id FROM disposition_event WHERE wave_id = :waveId
  UNION SELECT respondent_id FROM interview WHERE project_id = :projectId AND wave_id = :waveId
) ORDER BY length(code), code`;
const eventSql = 'SELECT id, respondent_id, kind, happened_on, precision, reason FROM disposition_event WHERE wave_id = :waveId';
const interviewSql = `
SELECT id, key, respondent_id, status, held_on FROM interview WHERE project_id = :projectId AND wave_id = :waveId ORDER BY key`;

/** Somebody of a wave, with what the list and the figures ask about. Consents are read for the rows that are shown. */
export type AskedPerson = Omit<AskedRow, 'consents'> & {
  readonly interviewKey: number | null;
  readonly wasReminded: boolean;
  readonly hasAgreed: boolean;
};

/** An event as far as the state table goes. */
export interface PersonEvent {
  readonly id: string;
  readonly kind: ParticipationStatus;
  readonly happenedOn: string;
  readonly precision: EventPrecision;
  readonly reason: string;
}

/**
 * Everyone who was asked or interviewed in a wave, by code. An interview's own status goes before the events that made it; who
 * has withdrawn is withdrawn everywhere.
 */
export function readPersons(sql: Statements, projectId: ProjectId, waveId: WaveId): AskedPerson[] {
  const events = Map.groupBy(sql.all(EventRow, eventSql, { waveId }), (event) => event.respondent_id);
  const interviews = new Map(sql.all(InterviewRow, interviewSql, { projectId, waveId }).map((row) => [row.respondent_id, row]));
  return sql.all(PersonRow, personSql, { projectId, waveId }).map((row) => {
    const chain = inOrder((events.get(row.id) ?? []).map(toEvent));
    const interview = interviews.get(row.id);
    const status = statusOf(row, interview?.status, chain);
    const last = chain.findLast((event) => event.kind === status);
    return {
      respondentId: row.id,
      code: row.code,
      status,
      since: last?.happenedOn ?? interview?.held_on ?? null,
      precision: last?.precision ?? 'exact',
      reason: last?.reason ?? '',
      recruitedBy: row.recruited_by ?? '',
      isListed: chain.some((event) => event.kind === 'invited'),
      interviewId: interview?.id ?? null,
      interviewKey: interview?.key ?? null,
      wasReminded: chain.some((event) => event.kind === 'reminded'),
      hasAgreed: chain.some((event) => event.kind === 'agreed'),
    };
  });
}

function toEvent(row: z.infer<typeof EventRow>): PersonEvent {
  return { id: row.id, kind: row.kind, happenedOn: row.happened_on, precision: row.precision, reason: row.reason ?? '' };
}

function statusOf(
  row: z.infer<typeof PersonRow>,
  interview: ParticipationStatus | undefined,
  chain: readonly PersonEvent[],
): ParticipationStatus {
  if (row.erased_at !== null) return 'erased';
  if (row.withdrawn_at !== null) return 'withdrawn';
  return interview ?? chain.at(-1)?.kind ?? 'invited';
}

/** The events of one person in one wave, in order. */
export function readEvents(sql: Statements, respondentId: string, waveId: string): PersonEvent[] {
  const rows = sql.all(
    EventRow,
    'SELECT id, respondent_id, kind, happened_on, precision, reason FROM disposition_event WHERE respondent_id = :respondentId AND wave_id = :waveId',
    { respondentId, waveId },
  );
  return inOrder(rows.map(toEvent));
}
