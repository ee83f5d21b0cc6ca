import { expect, test } from 'vitest';
import { clockMs, findTurns, isAsking } from './turns.ts';

const said = (body: string) => findTurns(body).map((turn) => [turn.name, body.slice(turn.start, turn.end)]);

test('lines that begin with who speaks are turns, with the lines below them [R64] issue 5.5', () => {
  const body = 'Samtale om hverdagen\n\nIntervjuer: Hva har vært bra?\nR017: Turgruppa.\nDen på tirsdager.\n\nIntervjuer: Og ellers?\n';
  expect(said(body)).toEqual([
    ['Intervjuer', 'Hva har vært bra?'],
    ['R017', 'Turgruppa.\nDen på tirsdager.'],
    ['Intervjuer', 'Og ellers?'],
  ]);
});

test('initials, names that come back, and times before or after the name', () => {
  expect(said('I: Ja?\nEV: Jo.\nI: Mer?\nEV: Nei.')).toEqual([
    ['I', 'Ja?'],
    ['EV', 'Jo.'],
    ['I', 'Mer?'],
    ['EV', 'Nei.'],
  ]);
  const timed = findTurns('[00:00:05] Solfrid: Hei.\n[00:01:10] Even: Hallo.\n[00:02:00] Solfrid: Da.\n[00:02:05] Even: Ja.');
  expect(timed.map((turn) => [turn.name, turn.startsMs, turn.endsMs])).toEqual([
    ['Solfrid', 5000, 70_000],
    ['Even', 70_000, 120_000],
    ['Solfrid', 120_000, 125_000],
    ['Even', 125_000, null],
  ]);
  expect(
    said('Solfrid Tangvåg   0:03\nHei på deg.\n\nEven   0:09\nHallo.\n\nSolfrid Tangvåg   0:12\nJa.\n\nEven   0:15\nNei.'),
  ).toHaveLength(4);
});

test('a text with a colon here and there is no transcript', () => {
  expect(findTurns('Viktig: Husk møtet.\nVi snakket om dette: buss, bolig og venner.')).toEqual([]);
});

test('who asks is told by the name, and clocks are read', () => {
  expect(['Intervjuer', 'I', 'R017', 'Even'].map(isAsking)).toEqual([true, true, false, false]);
  expect(clockMs('1:02:03.5')).toBe(3_723_500);
});
