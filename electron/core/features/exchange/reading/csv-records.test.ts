import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvDialect } from '../../../../../shared/model/survey-file.ts';
import { createRecordReader } from './csv-records.ts';

const commas: CsvDialect = { delimiter: ',', quote: '"', lineEnd: 'lf' };

function read(text: string, dialect = commas, pieces = 1): { line: number; cells: string[] }[] {
  const reader = createRecordReader(dialect);
  const size = Math.max(1, Math.ceil(text.length / pieces));
  const records = [];
  for (let at = 0; at < text.length; at += size) records.push(...reader.push(text.slice(at, at + size)));
  return [...records, ...reader.end()];
}

describe('records of delimited text', () => {
  it('numbers each record by the line on which it begins [F29]', () => {
    expect(read('a,b\n"x\ny\r\nz",1\r\n\n2,3')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny\r\nz', '1'] },
      { line: 6, cells: ['2', '3'] },
    ]);
  });

  it('keeps quotation marks that quote nothing, and cells with text after a closing mark, as written [F29]', () => {
    expect(read('5" rør,"Hei" sa hun, "x"\n"a ""b"" c" ,1,2').map(({ cells }) => cells)).toEqual([
      ['5" rør', '"Hei" sa hun', ' "x"'],
      ['a "b" c', '1', '2'],
    ]);
  });

  it('ends records at lone carriage returns only in files that have no line feeds [F29]', () => {
    expect(read('a,b\r1,2\r', { ...commas, lineEnd: 'cr' })).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ]);
    expect(read('a,b\rc\n1,2\n').map(({ cells }) => cells)).toEqual([
      ['a', 'b\rc'],
      ['1', '2'],
    ]);
  });

  it('reads what csv-parse reads, however the text is cut into pieces [F29]', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'å', '"', ',', '\n', ' ', '1', '😀'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 30 }), fc.constantFrom('\n', '\r\n'), (rows, pieces, end) => {
        const text = rows.map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',') + end).join('');
        const expected = parse(text, { relax_column_count: true }) as string[][]; // csv-parse gives arrays of strings without `columns`.
        expect(read(text, commas, pieces).map(({ cells }) => cells)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
