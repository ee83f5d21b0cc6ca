import type { ParticipationStatus } from '../../../../shared/model/participation.ts';
import type { Statements } from '../../db/statements.ts';
import { readEvents } from './read-persons.ts';

/** An event as far as its place in the chain goes. */
interface Placed {
  readonly kind: ParticipationStatus;
  readonly happenedOn: string;
}

const made: readonly ParticipationStatus[] = ['started', 'partial', 'complete', 'in-check', 'verified'];

/** Whether an interview made an event: its own steps, and a refusal after it had begun, which is the answer to the consent question. */
export function isOfInterview(event: Placed, chain: readonly Placed[]): boolean {
  if (made.includes(event.kind)) return true;
  return event.kind === 'declined' && chain.some((other) => other.kind === 'started' && other.happenedOn <= event.happenedOn);
}

/** The events that a person's interview made in a wave, as a JSON list of ids for json_each. */
export function eventsOfInterview(sql: Statements, respondentId: string, waveId: string): string {
  const chain = readEvents(sql, respondentId, waveId);
  return JSON.stringify(chain.filter((event) => isOfInterview(event, chain)).map(({ id }) => id));
}
