import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { columnLetters, sheetLimits, xlsxBook } from './xlsx-book.ts';

function written(): { readonly book: ReturnType<typeof xlsxBook>; readonly bytes: () => Buffer } {
  const parts: Uint8Array[] = [];
  return { book: xlsxBook((part) => parts.push(Uint8Array.from(part))), bytes: () => Buffer.concat(parts) };
}

describe('a workbook written row by row', () => {
  it('names columns as spreadsheets do, up to the last', () => {
    expect([0, 25, 26, 701, 702, sheetLimits.columns - 1].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  });

  it('keeps sheets apart whose names are alike, and every sign of a text', async () => {
    const { book, bytes } = written();
    const texts = ['æøå 😀', '<a & "b">', '_x0041_', ' blank ', 'to\nlinjer', '=1+1', "'", '2021-13-45'];
    for (const name of ['Svar', 'svar', 'Svar/2?'])
      book.sheet(name, ['tekst', 'dag'], new Set([1])).add(texts.map((text) => [text, '2021-04-03']));
    book.end();
    const { sheets } = await readXlsx(bytes());
    expect(sheets.map(({ name }) => name)).toEqual(['Svar', 'svar (2)', 'Svar 2']);
    for (const { rows } of sheets) expect(rows.slice(1).map(([text]) => text)).toEqual(texts);
  });

  it('issue 7: cuts nothing: a text or a row that a sheet cannot hold is refused', () => {
    const { book } = written();
    const sheet = book.sheet('Svar', ['tekst'], new Set());
    expect(() => sheet.add([['x'.repeat(sheetLimits.characters)]])).not.toThrow();
    expect(() => sheet.add([['x'.repeat(sheetLimits.characters + 1)]])).toThrow('OUT_OF_RANGE');
    const full = book.sheet('Full', ['tall'], new Set());
    const rows = Array.from({ length: 65_535 }, (): null[] => []);
    for (let at = 0; at < 16; at += 1) full.add(rows);
    expect(() => full.add(Array.from({ length: 15 }, (): null[] => []))).not.toThrow();
    expect(() => full.add([[1]])).toThrow('OUT_OF_RANGE');
  });
});
