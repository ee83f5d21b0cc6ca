import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { folded, foldedText } from './folded.ts';

const db = new Database(':memory:');
afterAll(() => db.close());

test.each([
  ['Åpent treffsted', 'ÅPENT'],
  ['ÆRLIG SØNDAG PÅ ØYA', 'ærlig søndag på øya'],
  ['Älvnäs på väg', 'ÄLVNÄS'],
  ['Björkforsa', 'BJÖRK'],
  ['Áššedovdi', 'áŠŠedovdi'],
])('%s is found by %s', (stored, typed) => {
  const found = db.prepare(`SELECT instr(${folded('words')}, :text) > 0 FROM (SELECT :stored AS words)`).pluck();
  expect(found.get({ stored, text: foldedText(typed) })).toBe(1);
  expect(found.get({ stored, text: foldedText('zebra') })).toBe(0);
});

test('nothing typed looks for nothing', () => {
  expect(foldedText(undefined)).toBeNull();
  expect(foldedText('   ')).toBeNull();
});
