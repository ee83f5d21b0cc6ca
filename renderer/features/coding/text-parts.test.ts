import { expect, test } from 'vitest';
import { Coding } from '../../../shared/contract/coding.ts';
import { neighbour, textParts } from './text-parts.ts';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
function coding(n: number, start: number, end: number, isWhole = false): Coding {
  return Coding.parse({
    id: id(n),
    themeId: id(100),
    isWhole,
    start,
    end,
    certainty: 'explicit',
    reason: null,
    polarity: null,
    isDoubtful: false,
    coder: 'Even',
    coderInitials: 'EV',
    isMine: true,
    codedAt: '2026-01-01T00:00:00.000Z',
  });
}

const body = 'Første avsnitt.\n\nAndre avsnitt.';

test('a coding across paragraphs stands beside both, labelled where it begins [F45]', () => {
  const parts = textParts(body, [coding(1, 7, 22), coding(2, 0, 15), coding(3, 0, body.length, true)]);
  expect(parts.map((part) => body.slice(part.range.start, part.range.end))).toEqual(['Første avsnitt.', 'Andre avsnitt.']);
  expect(parts[0]?.lanes.map((lane) => [lane.coding.id, lane.lane, lane.isFirst])).toEqual([
    [id(2), 0, true],
    [id(1), 1, true],
  ]);
  expect(parts[1]?.lanes.map((lane) => [lane.coding.id, lane.top, lane.isFirst])).toEqual([[id(1), 0, false]]);
});

test('goes from segment to segment in reading order and stops at the ends', () => {
  const codings = [coding(1, 7, 22), coding(2, 0, 15), coding(3, 0, 31, true)];
  expect(neighbour(codings, null, 1)?.id).toBe(id(2));
  expect(neighbour(codings, id(2), 1)?.id).toBe(id(1));
  expect(neighbour(codings, id(1), 1)).toBeUndefined();
  expect(neighbour(codings, null, -1)?.id).toBe(id(1));
});
