import { expect, test } from 'vitest';
import type { Line } from '../../../shared/contract/minutes.ts';
import { TextId } from '../../../shared/model/ids.ts';
import { enterItem, isUnsent, join, move, paste, split, tidied, typed, withConflict, withReading, type Draft } from './minutes-model.ts';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [first, second] = [id(101), id(102)];

function aLine(n: number, body: string, agendaItemId: string = first): Line {
  return {
    id: id(n),
    textId: TextId.parse(id(1000 + n)),
    agendaItemId,
    body,
    language: 'nb',
    mark: null,
    attribution: null,
    attributedBody: null,
    attributedOrganisation: null,
    perspective: null,
    actionId: null,
    findingId: null,
    observationId: null,
    themes: [],
  };
}

function aDraft(...lines: readonly Line[]): Draft {
  return withReading({ lines: [], items: [] }, { lines, items: [first, second] });
}

const words = (draft: Draft | undefined): string[] => (draft?.lines ?? []).map((line) => line.body);

test('Enter in the middle cuts the line, and tells the file of the new line before the old one is cut', () => {
  const edited = split(aDraft(aLine(1, 'Møtet åpnet. Alle sa ja.')), { lineId: id(1), caret: 12 }, id(9));
  expect(words(edited?.draft)).toEqual(['Møtet åpnet.', 'Alle sa ja.']);
  expect(edited?.spot).toEqual({ lineId: id(9), caret: 0 });
  expect(edited?.steps).toMatchObject([
    { do: 'put', lineId: id(9), body: 'Alle sa ja.', after: id(1), from: { lineId: id(1), at: 13 } },
    { do: 'put', lineId: id(1), body: 'Møtet åpnet.', seen: 'Møtet åpnet. Alle sa ja.' },
  ]);
});

test('Enter at the end makes a line that the file hears of only when there are words in it', () => {
  const edited = split(aDraft(aLine(1, 'Ett')), { lineId: id(1), caret: 3 }, id(9));
  expect(edited?.steps).toEqual([]);
  const draft = edited?.draft ?? aDraft();
  expect(draft.lines.filter(isUnsent)).toEqual([]);
  expect(typed(draft, id(9), 'To').lines.filter(isUnsent)).toHaveLength(1);
  expect(words(tidied(draft, id(1)))).toEqual(['Ett']);
});

test('Enter before the first word leaves an empty line above, and the words in their line', () => {
  const edited = split(aDraft(aLine(1, 'Ett')), { lineId: id(1), caret: 0 }, id(9));
  expect(words(edited?.draft)).toEqual(['', 'Ett']);
  expect(edited?.spot).toEqual({ lineId: id(1), caret: 0 });
});

test('Backspace at the start puts the words on the line above, with one space between and the codings taken along', () => {
  const edited = join(aDraft(aLine(1, 'Ett'), aLine(2, 'to')), id(2));
  expect(words(edited?.draft)).toEqual(['Ett to']);
  expect(edited?.spot).toEqual({ lineId: id(1), caret: 3 });
  expect(edited?.steps).toMatchObject([
    { do: 'put', lineId: id(1), body: 'Ett to' },
    { do: 'remove', lineId: id(2), into: { lineId: id(1), at: 4 } },
  ]);
});

test('Backspace joins no lines of two items', () => {
  expect(join(aDraft(aLine(1, 'Ett'), aLine(2, 'To', second)), id(2))).toBeNull();
});

test('Backspace under an empty line takes the empty one away', () => {
  const edited = join(aDraft(aLine(1, ''), aLine(2, 'To')), id(2));
  expect(words(edited?.draft)).toEqual(['To']);
  expect(edited?.steps).toEqual([{ do: 'remove', lineId: id(1) }]);
});

test('pasted lines become lines, and what stood after the caret stands after the last', () => {
  let n = 20;
  const edited = paste(aDraft(aLine(1, 'Før etter'), aLine(2, 'Sist')), { lineId: id(1), caret: 4, end: 4 }, 'en\r\n\n to \ntre', () =>
    id((n += 1)),
  );
  expect(words(edited?.draft)).toEqual(['Før en', 'to', 'treetter', 'Sist']);
  expect(edited?.spot).toEqual({ lineId: id(22), caret: 3 });
  expect(edited?.steps).toMatchObject([
    { lineId: id(1), body: 'Før en' },
    { lineId: id(21), body: 'to', after: id(1) },
    { lineId: id(22), body: 'treetter', after: id(21) },
  ]);
});

test('a line moves past its neighbour, and over into the next item at its start', () => {
  const draft = aDraft(aLine(1, 'a'), aLine(2, 'b'), aLine(3, 'c', second));
  const down = move(draft, id(1), 1);
  expect(words(down?.draft)).toEqual(['b', 'a', 'c']);
  expect(down?.steps).toEqual([{ do: 'move', lineId: id(1), agendaItemId: first, after: id(2) }]);
  const over = move(draft, id(2), 1);
  expect(words(over?.draft)).toEqual(['a', 'b', 'c']);
  expect(over?.steps).toEqual([{ do: 'move', lineId: id(2), agendaItemId: second, after: null }]);
  const back = move(draft, id(3), -1);
  expect(back?.steps).toEqual([{ do: 'move', lineId: id(3), agendaItemId: first, after: id(2) }]);
  expect(move(draft, id(1), -1)).toBeNull();
  expect(move(draft, id(3), 1)).toBeNull();
});

test('an item without lines gets one to write in, in the order of the agenda', () => {
  const { draft, spot } = enterItem(aDraft(aLine(1, 'a'), aLine(2, 'b')), second, id(9));
  expect(draft.lines.map((line) => line.agendaItemId)).toEqual([first, first, second]);
  expect(spot).toEqual({ lineId: id(9), caret: 0 });
  const before = enterItem(aDraft(aLine(1, 'a', second)), first, id(9));
  expect(before.draft.lines.map((line) => line.agendaItemId)).toEqual([first, second]);
});

test('a new reading brings what others wrote and leaves what is being typed', () => {
  const mine = typed(aDraft(aLine(1, 'a'), aLine(2, 'b')), id(1), 'a og mer');
  const reading = { lines: [aLine(1, 'a'), aLine(5, 'en annens'), aLine(2, 'b, rettet')], items: [first, second] };
  expect(words(withReading(mine, reading))).toEqual(['a og mer', 'en annens', 'b, rettet']);
});

test('a new reading keeps a line that has not been sent where it stood, and drops one that was taken out', () => {
  const edited = split(aDraft(aLine(1, 'a'), aLine(2, 'b'), aLine(3, 'c', second)), { lineId: id(1), caret: 1 }, id(9));
  const draft = typed(edited?.draft ?? aDraft(), id(9), 'ny');
  const reading = { lines: [aLine(1, 'a'), aLine(3, 'c', second)], items: [first, second] };
  expect(words(withReading(draft, reading))).toEqual(['a', 'ny', 'c']);
});

test('a line that a reading does not change stays the same object', () => {
  const draft = aDraft(aLine(1, 'a'), aLine(2, 'b'));
  const again = withReading(draft, { lines: [aLine(1, 'a'), aLine(2, 'b!')], items: [first, second] });
  expect(again.lines[0]).toBe(draft.lines[0]);
  expect(again.lines[1]).not.toBe(draft.lines[1]);
});

test('two who wrote in one line: theirs stands, and mine goes on under it with what was typed since', () => {
  const draft = typed(aDraft(aLine(1, 'a')), id(1), 'a mitt og mer');
  const conflict = { lineId: id(1), ownLineId: id(9), theirs: 'a deres', by: 'Even', at: '2026-03-19T12:48:00Z' };
  const after = withConflict(draft, conflict, 'a mitt');
  expect(words(after)).toEqual(['a deres', 'a mitt og mer']);
  expect(after.lines.map(isUnsent)).toEqual([false, true]);
});
