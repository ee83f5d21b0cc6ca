import { expect, test } from 'vitest';
import type { MeetingRow } from '../../../shared/contract/meetings.ts';
import { MeetingId } from '../../../shared/model/ids.ts';
import { groupRounds } from './group-rounds.ts';

function meeting(n: number, round: string | null, sortOn: string | null): MeetingRow {
  return {
    id: MeetingId.parse(`00000000-0000-7000-8000-00000000000${n}`),
    title: String(n),
    kind: 'dialogue-meeting',
    kindName: null,
    status: 'planned',
    format: 'physical',
    language: 'nb',
    project: null,
    round:
      round === null
        ? null
        : { id: round, name: round, year: 2025, series: null, planned: { asSaid: null, sortOn: null, precision: null } },
    area: '',
    placeId: null,
    venue: null,
    planned: { asSaid: null, sortOn, precision: 'day' },
    held: null,
    times: null,
    isFirstOfKind: false,
    gapReason: null,
    attendance: null,
    lines: 0,
    openActions: 0,
  };
}

test('[R5] rounds keep the order of the list, whenever their meetings are, with the earliest meeting first in each', () => {
  const rounds = groupRounds([
    meeting(5, 'Vår', null),
    meeting(3, 'Høst', '2026-01-09'),
    meeting(1, 'Høst', '2025-09-02'),
    meeting(4, null, null),
    meeting(2, 'Vår', '2026-02-28'),
  ]);
  expect(rounds.map((round) => [round.key, round.meetings.map((row) => row.title)])).toEqual([
    ['Vår', ['5', '2']],
    ['Høst', ['1', '3']],
    ['', ['4']],
  ]);
});
