import { expect, test } from 'vitest';
import { id, layGround, merge, twoLaptops, type Laptop } from './merge-fixture.ts';

/** Keeps the words of the ground's coding as a quote, with one mark on it and what was concluded beside a score. */
function work({ add }: Laptop, first: number, words: string): void {
  add('quote', { id: id(first), text_id: id(42), start_offset: 4, end_offset: 10, status: 'raw' });
  add('quote_mark', { id: id(first + 1), quote_id: id(first), start_offset: 0, end_offset: 6, kind: 'rare-event' });
  add('joint_display', { id: id(first + 2), project_id: id(1), variable_id: id(11), theme_id: id(30), inference: 'confirms', words });
}

test('[R64] issue 5.9: what both kept, marked and concluded alike is there once, and what only the other did comes over', async () => {
  using laptops = await twoLaptops(layGround);
  const { mine, theirs } = laptops;
  work(mine, 100, 'Som ventet.');
  work(theirs, 200, 'Som ventet.');
  theirs.add('quote', { id: id(210), text_id: id(42), start_offset: 0, end_offset: 3, status: 'raw' });
  theirs.add('quote_mark', { id: id(211), quote_id: id(210), start_offset: 0, end_offset: 3, kind: 'name', decision: 'remove' });
  // A mark on the quote that both have finds the one that is here.
  theirs.add('quote_mark', { id: id(212), quote_id: id(200), start_offset: 2, end_offset: 4, kind: 'dialect' });
  await merge(mine, theirs);
  expect(mine.all('SELECT id, start_offset, end_offset FROM quote ORDER BY start_offset')).toEqual([
    [id(210), 0, 3],
    [id(100), 4, 10],
  ]);
  expect(mine.all('SELECT quote_id, kind, decision FROM quote_mark ORDER BY quote_id, start_offset')).toEqual([
    [id(100), 'rare-event', null],
    [id(100), 'dialect', null],
    [id(210), 'name', 'remove'],
  ]);
  expect(mine.all('SELECT id, inference, words FROM joint_display')).toEqual([[id(102), 'confirms', 'Som ventet.']]);
  await mine.undo();
  expect(mine.all('SELECT id FROM quote')).toEqual([[id(100)]]);
  expect(mine.all('SELECT id FROM quote_mark')).toEqual([[id(101)]]);
});

test('[R64] issue 5.13: a conclusion that both wrote differently is asked about, and neither is lost until somebody has chosen', async () => {
  using laptops = await twoLaptops(layGround);
  const { mine, theirs } = laptops;
  work(mine, 100, 'Som ventet.');
  work(theirs, 200, 'Tvert imot.');
  const { report } = await merge(mine, theirs);
  expect(report.conflicts.length).toBeGreaterThan(0);
  expect(mine.all('SELECT count(*) FROM joint_display')).toEqual([[1]]);
  expect(mine.all('SELECT words FROM joint_display')).toEqual([['Som ventet.']]);
});

test('[R64] issue 5.15: a wording cleared on the other machine comes over with who cleared it, whole', async () => {
  using laptops = await twoLaptops((laptop) => {
    layGround(laptop);
    laptop.add('quote', { id: id(100), text_id: id(42), start_offset: 4, end_offset: 10, status: 'raw' });
  });
  const { mine, theirs } = laptops;
  theirs.run(
    "UPDATE quote SET status = 'cleared', cleared_body = 'vente', proposed_by = 'ola', cleared_by = 'kari', cleared_at = '2026-03-02T08:00:00Z' WHERE id = :id",
    { id: id(100) },
  );
  await merge(mine, theirs);
  expect(mine.all('SELECT status, cleared_body, proposed_by, cleared_by FROM quote')).toEqual([['cleared', 'vente', 'ola', 'kari']]);
});
