import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalisedText } from '../../shared/model/text.ts';
import { readForm, type FormBook, type FormWords, type ReadForm, type SheetCell } from '../../shared/xlsform/index.ts';

/** Where real forms lie, beside the checkout. */
export const formsFolder = join(import.meta.dirname, '../../../shared/data/xlsform');
export const hasForms = existsSync(formsFolder);

/** Names of the real forms. Those that begin with `bad-` have something wrong in them. */
export const formFiles: readonly string[] = hasForms ? readdirSync(formsFolder).toSorted() : [];

const all = (nb: string, nn: string, sv: string, en: string): LocalisedText => ({ nb, nn, sv, en });
export const words: FormWords = {
  other: all('Annet: hva?', 'Anna: kva?', 'Annat: vad?', 'Other: what?'),
  yes: all('Ja', 'Ja', 'Ja', 'Yes'),
  no: all('Nei', 'Nei', 'Nej', 'No'),
};

/** A book of sheets given as rows of cells, the header first. */
export function book(sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>): FormBook {
  return {
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((cells, index) => ({ row: index + 1, cells })) })),
  };
}

/** Reads sheets as a form in Bokmål. */
export function read(sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>): ReadForm {
  return readForm(book(sheets), { name: 'Skjema', words, fallback: 'nb' });
}

/** Messages as `code sheet row column`, those of a severity. */
export function told(form: ReadForm, severity: 'error' | 'warning' = 'error'): string[] {
  return form.problems
    .filter((problem) => problem.severity === severity)
    .map(({ code, sheet, row, column }) => `${code} ${sheet} ${row} ${column}`.trim());
}
