import { describe, expect, test } from 'vitest';
import {
  inOrder,
  isPossible,
  needsReason,
  outcomeOf,
  participationStatuses,
  statusAfter,
  type ParticipationStatus,
} from './participation.ts';

/** The state table as it is designed: state, event, next state. Everything else must be impossible. */
const table: readonly (readonly [from: ParticipationStatus | null, event: ParticipationStatus, to: ParticipationStatus])[] = [
  [null, 'invited', 'invited'],
  [null, 'started', 'started'],
  ['invited', 'reminded', 'reminded'],
  ['invited', 'not-reached', 'not-reached'],
  ['invited', 'declined', 'declined'],
  ['invited', 'not-eligible', 'not-eligible'],
  ['invited', 'agreed', 'agreed'],
  ['reminded', 'reminded', 'reminded'],
  ['reminded', 'not-reached', 'not-reached'],
  ['reminded', 'declined', 'declined'],
  ['reminded', 'not-eligible', 'not-eligible'],
  ['reminded', 'agreed', 'agreed'],
  ['declined', 'agreed', 'agreed'],
  ['agreed', 'started', 'started'],
  ['started', 'declined', 'declined'],
  ['started', 'partial', 'partial'],
  ['started', 'complete', 'complete'],
  ['partial', 'complete', 'complete'],
  ['complete', 'in-check', 'in-check'],
  ['in-check', 'verified', 'verified'],
  ['verified', 'in-check', 'in-check'],
  ...participationStatuses
    .filter((status) => status !== 'withdrawn' && status !== 'erased')
    .map((status) => [status, 'withdrawn', 'withdrawn'] as const),
  ['withdrawn', 'erased', 'erased'],
];

const everyPair = [null, ...participationStatuses].flatMap((from) => participationStatuses.map((event) => ({ from, event })));

describe('[F24] the state of somebody who was asked', () => {
  test.each(everyPair)('$from, then $event', ({ from, event }) => {
    const designed = table.find(([state, happening]) => state === from && happening === event)?.[2] ?? null;
    expect(statusAfter(from, event)).toBe(designed);
  });

  test('only "not in the target group" asks for a reason; whoever says no owes none', () => {
    expect(participationStatuses.filter(needsReason)).toEqual(['not-eligible']);
  });

  test('events of one day stand in the order in which they can follow each other', () => {
    const day = '2025-03-14';
    const events = (['complete', 'agreed', 'started', 'invited', 'declined'] as const).map((kind) => ({ kind, happenedOn: day }));
    expect(inOrder(events).map((event) => event.kind)).toEqual(['invited', 'declined', 'agreed', 'started', 'complete']);
    expect(isPossible(events)).toBe(true);
    expect(isPossible(events.filter((event) => event.kind !== 'invited'))).toBe(false);
    expect(
      isPossible([
        { kind: 'invited', happenedOn: day },
        { kind: 'complete', happenedOn: '2025-03-15' },
      ]),
    ).toBe(false);
  });
});

describe('[R53] the outcome of a status', () => {
  test.each([
    ['invited', 'U'],
    ['reminded', 'U'],
    ['not-reached', 'NC'],
    ['declined', 'R'],
    ['not-eligible', 'NE'],
    ['agreed', 'O'],
    ['started', 'O'],
    ['partial', 'P'],
    ['complete', 'I'],
    ['in-check', 'I'],
    ['verified', 'I'],
    ['withdrawn', 'R'],
    ['erased', 'R'],
  ] as const)('%s counts as %s', (status, letter) => {
    expect(outcomeOf(status, null, 0.5)).toBe(letter);
  });

  test('a partial interview with under half of its questions answered is a break-off', () => {
    expect(outcomeOf('partial', 0.49, 0.5)).toBe('R');
    expect(outcomeOf('partial', 0.5, 0.5)).toBe('P');
  });
});
