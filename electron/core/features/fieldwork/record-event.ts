import { z } from 'zod';
import { RespondentId, WaveId } from '../../../../shared/model/ids.ts';
import {
  AskedEvent,
  inOrder,
  isPossible,
  needsReason,
  ParticipationStatus,
  statusAfter,
  type EventPrecision,
} from '../../../../shared/model/participation.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { findRespondent, projectOfWave } from './find-respondent.ts';
import { impossible, statusWord } from './impossible.ts';
import { isOfInterview } from './interview-events.ts';
import { readEvents, readPersons } from './read-persons.ts';

export interface EventInput {
  readonly waveId: WaveId;
  readonly respondentIds: readonly RespondentId[];
  readonly event: AskedEvent;
  readonly happenedOn: string;
  readonly precision: EventPrecision;
  readonly reason: string;
}

/** Records one event for everyone named, or for nobody. @throws AppError NOT_FOUND, REASON_NEEDED, EVENT_IMPOSSIBLE */
export function recordEvent(call: Call, input: EventInput): { recorded: number } {
  const { sql, workspace } = call;
  if (needsReason(input.event) && input.reason === '') throw new AppError('REASON_NEEDED', {}, 'fieldwork.error.reasonNeeded');
  const { projectId } = projectOfWave(sql, input.waveId);
  const persons = new Map(readPersons(sql, projectId, input.waveId).map((person) => [person.respondentId, person]));
  const chosen = [...new Set(input.respondentIds)].map((id) => persons.get(id));
  if (chosen.includes(undefined)) throw new AppError('NOT_FOUND');
  const known = chosen.filter((person) => person !== undefined);
  // Backdated events must fit between those that stand, so the whole chain is tried and not only its end.
  const refused = known.filter((person) => {
    if (statusAfter(person.status, input.event) === null) return true;
    const chain = readEvents(sql, person.respondentId, input.waveId);
    return !isPossible([...chain, { kind: input.event, happenedOn: input.happenedOn }]);
  });
  const first = refused[0];
  if (first !== undefined) throw impossible(first.code, first.status, input.event, refused.length);
  for (const person of known) {
    sql.insert('disposition_event', {
      id: workspace.newId(),
      respondent_id: person.respondentId,
      wave_id: input.waveId,
      kind: input.event,
      happened_on: input.happenedOn,
      precision: input.precision,
      reason: input.reason === '' ? null : input.reason,
    });
  }
  call.operation.label({ count: known.length, code: known[0]?.code ?? '', event: statusWord(input.event) });
  return { recorded: known.length };
}

const Row = z.object({ respondent_id: RespondentId, wave_id: WaveId, kind: ParticipationStatus });

/** Takes back an event that a person recorded. @throws AppError NOT_FOUND, EVENT_IMPOSSIBLE */
export function removeEvent(call: Call, eventId: string): Record<string, never> {
  const { sql } = call;
  const row = sql.get(Row, 'SELECT respondent_id, wave_id, kind FROM disposition_event WHERE id = :eventId', { eventId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  const chain = readEvents(sql, row.respondent_id, row.wave_id);
  const { code } = findRespondent(sql, row.respondent_id);
  if (!canGo(chain, eventId)) throw impossible(code, inOrder(chain).at(-1)?.kind ?? row.kind, row.kind);
  sql.run('DELETE FROM disposition_event WHERE id = :eventId', { eventId });
  call.operation.label({ code, event: statusWord(row.kind) });
  return {};
}

/** Whether an event may go: people recorded it, nothing of an interview or a withdrawal, and the rest still follows. */
export function canGo(chain: readonly { id: string; kind: ParticipationStatus; happenedOn: string }[], eventId: string): boolean {
  const event = chain.find((candidate) => candidate.id === eventId);
  if (event === undefined || !AskedEvent.safeParse(event.kind).success || isOfInterview(event, chain)) return false;
  return isPossible(chain.filter((candidate) => candidate.id !== eventId));
}
