import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { CellProblem, ReadingErrorCode } from '../../shared/model/survey-file.ts';
import { ReadingError } from '../../electron/core/features/exchange/reading/index.ts';
import { languages } from '../../shared/model/text.ts';

function catalogue(language: string): Record<string, string> {
  const path = join(import.meta.dirname, '../../shared/messages', language, 'exchange.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>; // Catalogues are flat by rule.
}

const safe = { nb: 'ngenting er endret', nn: 'ngenting er endra', sv: 'nget har ändrats', en: 'othing has been changed' } as const;

/** Every case that the readers throw with, by the parameter that chooses the sentence. */
const cases: Record<string, Record<string, string>[]> = {
  EMPTY: [{ part: 'file' }, { part: 'rows' }, { part: 'sheet' }],
  TOO_LARGE: ['file', 'columns', 'cells', 'variables', 'labels', 'case', 'rounds'].map((part) => ({ part })),
  TRUNCATED: ['zip', 'sav'].map((type) => ({ type })),
  RAGGED: [{ more: 'yes' }, { more: 'no' }],
  UNSUPPORTED: ['xls', 'xlsb', 'ods', 'sav', 'zsav', 'dta', 'doc', 'docx', 'pdf', 'html', 'image', 'zip', 'gzip', 'sqlite'].map((type) => ({
    type,
  })),
  NOT_READABLE: [
    ...['quote', 'missing', 'denied', 'folder', 'busy', 'sheet', 'workbook', 'zip', 'characters', 'savEncoding', 'other'].map((reason) => ({
      reason,
    })),
    ...['header', 'variables', 'labels', 'extension', 'cases', 'count'].map((part) => ({ reason: 'sav', part })),
  ],
};

describe.each(languages)('messages about survey files in %s', (language) => {
  it.each(ReadingErrorCode.options)('%s says what happened, that nothing is changed, and what to do [F29]', (code) => {
    const id = `exchange.error.${code.toLowerCase().replaceAll('_', '-')}`;
    for (const params of cases[code] ?? [{}]) {
      const { params: values } = new ReadingError(code, {
        where: { row: 17 },
        params: { size: 400, limit: 200, count: 2, expected: 3, found: 2, rows: '3, 6', more: 'no', at: 1204, encoding: 'x', ...params },
      });
      const text = String(new IntlMessageFormat(catalogue(language)[id] ?? '', language).format(values));
      expect(text).toContain(safe[language]);
      expect(text.split(/[.:] /).length).toBeGreaterThanOrEqual(3);
      expect(text).not.toMatch(/[{}!]|undefined/);
    }
  });

  it('has a sentence for each cell problem', () => {
    for (const why of CellProblem.shape.why.options) {
      const text = String(
        new IntlMessageFormat(catalogue(language)[`exchange.problem.${why}`] ?? '', language).format({ row: 1204, column: 3 }),
      );
      expect(text).toContain('1204');
    }
  });
});
