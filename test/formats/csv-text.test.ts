import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../electron/core/documents/csv-text.ts';

const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ';', ',', '\n', '\r', '\t', "'", '#', 'å') });

test('[F87] every cell comes back from a file of separated values as it was, with the lines in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(';', ','),
      (rows, sign) => {
        const read: unknown = parse(csvText(rows, sign), { delimiter: sign, record_delimiter: '\r\n', relax_column_count: true });
        expect(read).toEqual(rows);
      },
    ),
  );
});
