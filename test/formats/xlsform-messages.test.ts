import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/model/text.ts';
import { formProblems } from '../../shared/xlsform/index.ts';

function catalogue(language: string): Record<string, string> {
  const path = join(import.meta.dirname, '../../shared/messages', language, 'xlsform.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>; // Catalogues are flat by rule.
}

/** A value for every parameter that a message about a form can have. */
const params = {
  name: 'alder',
  header: 'internt',
  type: 'geopoint',
  now: 'text',
  list: 'farger',
  known: 'enig',
  sheets: 'Ark1',
  field: 'relevant',
  expression: '${a}',
  value: 'x',
  column: 'type',
  first: 3,
  limit: 200,
  count: 2,
  cells: 4,
  rows: 5,
  kind: 'repeat',
  open: 'group',
};
const safe = { nb: 'ngenting er endret', nn: 'ngenting er endra', sv: 'nget har ändrats', en: 'othing has been changed' } as const;
const fileErrors = [
  'empty',
  'binary',
  'too-large',
  'mixed-encoding',
  'nul-byte',
  'zip-bomb',
  'truncated',
  'unsupported',
  'encrypted',
  'not-readable',
];

describe.each(languages)('messages about forms in %s', (language) => {
  const texts = catalogue(language);
  const say = (id: string, more: Readonly<Record<string, string | number>> = {}): string =>
    String(new IntlMessageFormat(texts[id] ?? '', language).format({ ...params, ...more }));

  it.each(Object.keys(formProblems))('%s is a sentence, for one and for many [F16]', (code) => {
    for (const count of [1, 2]) {
      const text = say(`xlsform.problem.${code}`, { count, cells: count, rows: count });
      expect(text).toMatch(/^[«”“\p{L}0-9].*[.]$/su);
      expect(text).not.toMatch(/[{}!]|undefined|\s{2}/u);
    }
  });

  it.each(fileErrors)('%s says what happened, that nothing is changed, and what to do', (code) => {
    const where = { row: 17, size: 60, limit: 25, sheet: 'survey', part: 'file', reason: 'workbook' };
    const text = say(`xlsform.error.${code}`, where);
    expect(text).toContain(safe[language]);
    expect(text.split(/[.:] /u).length).toBeGreaterThanOrEqual(3);
    expect(text).not.toMatch(/[{}!]|undefined/u);
  });
});
