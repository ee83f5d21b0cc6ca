import { z } from 'zod';

/**
 * What has become of somebody who was asked, in one wave. The same words name the dated event that led there
 * (`disposition_event.kind`). Nobody types a status: it follows from the events.
 */
export const participationStatuses = [
  'invited',
  'reminded',
  'not-reached',
  'declined',
  'not-eligible',
  'agreed',
  'started',
  'partial',
  'complete',
  'in-check',
  'verified',
  'withdrawn',
  'erased',
] as const;
export const ParticipationStatus = z.enum(participationStatuses);
export type ParticipationStatus = z.infer<typeof ParticipationStatus>;

/** Events that people record about those asked; the rest come from interviews and from withdrawal. */
export const askedEvents = ['reminded', 'not-reached', 'declined', 'not-eligible', 'agreed'] as const;
export const AskedEvent = z.enum(askedEvents);
export type AskedEvent = z.infer<typeof AskedEvent>;

export const ConsentScope = z.enum(['take-part', 'quotes', 'contact', 'photo', 'recording']);
export type ConsentScope = z.infer<typeof ConsentScope>;

/** How precisely the day of an event is known. */
export const EventPrecision = z.enum(['exact', 'about', 'inferred']);
export type EventPrecision = z.infer<typeof EventPrecision>;

type State = ParticipationStatus | 'none';

/**
 * The state table (state × event → state). What is not here is impossible. `none` is somebody with no event in the wave: on a
 * list they begin as invited, and where there is no list an interview begins with them.
 */
const transitions: Readonly<Record<State, readonly ParticipationStatus[]>> = {
  none: ['invited', 'started'],
  invited: ['reminded', 'not-reached', 'declined', 'not-eligible', 'agreed', 'withdrawn'],
  reminded: ['reminded', 'not-reached', 'declined', 'not-eligible', 'agreed', 'withdrawn'],
  'not-reached': ['withdrawn'],
  declined: ['agreed', 'withdrawn'],
  'not-eligible': ['withdrawn'],
  agreed: ['started', 'withdrawn'],
  started: ['declined', 'partial', 'complete', 'withdrawn'],
  partial: ['complete', 'withdrawn'],
  complete: ['in-check', 'withdrawn'],
  'in-check': ['verified', 'withdrawn'],
  verified: ['in-check', 'withdrawn'],
  withdrawn: ['erased'],
  erased: [],
};

/** The status after an event, or null where the event cannot happen to somebody in that status. */
export function statusAfter(status: ParticipationStatus | null, event: ParticipationStatus): ParticipationStatus | null {
  return transitions[status ?? 'none'].includes(event) ? event : null;
}

/** Whether a reason must be given with an event. Nobody who says no owes one. */
export function needsReason(event: ParticipationStatus): boolean {
  return event === 'not-eligible';
}

/** An event as far as the order of events goes. */
export interface DatedEvent {
  readonly kind: ParticipationStatus;
  readonly happenedOn: string;
}

/** Events in the order they happened; those of one day in the order the state table lets them follow each other. */
export function inOrder<E extends DatedEvent>(events: readonly E[]): E[] {
  return events.toSorted(
    (a, b) =>
      a.happenedOn.localeCompare(b.happenedOn, 'en') || participationStatuses.indexOf(a.kind) - participationStatuses.indexOf(b.kind),
  );
}

/** Whether a chain of events is possible from the beginning to the end. */
export function isPossible(events: readonly DatedEvent[]): boolean {
  let status: ParticipationStatus | null = null;
  for (const event of inOrder(events)) {
    const next: ParticipationStatus | null = statusAfter(status, event.kind);
    if (next === null) return false;
    status = next;
  }
  return true;
}

/** The letter under which AAPOR counts a status. */
export type OutcomeLetter = 'I' | 'P' | 'R' | 'NC' | 'O' | 'U' | 'NE';

/**
 * Which outcome a status is (AAPOR). Reminded and invited are of unknown eligibility; whoever agreed or has begun is eligible and
 * has no finished interview yet; withdrawing counts as a refusal. `answeredShare` (0–1) is asked of partial interviews: under
 * `partialFrom` they are break-offs, which AAPOR counts as refusals.
 */
export function outcomeOf(status: ParticipationStatus, answeredShare: number | null, partialFrom: number): OutcomeLetter {
  switch (status) {
    case 'complete':
    case 'in-check':
    case 'verified':
      return 'I';
    case 'partial':
      return answeredShare !== null && answeredShare < partialFrom ? 'R' : 'P';
    case 'declined':
    case 'withdrawn':
    case 'erased':
      return 'R';
    case 'not-reached':
      return 'NC';
    case 'not-eligible':
      return 'NE';
    case 'agreed':
    case 'started':
      return 'O';
    case 'invited':
    case 'reminded':
      return 'U';
    default:
      return status satisfies never;
  }
}
