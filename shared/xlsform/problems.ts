import { z } from 'zod';
import { columnLetters, type FormSheet } from './sheets.ts';

/** What can be wrong or unusual in an XLSForm. An error keeps the form from being imported; the rest is told. */
export const formProblems = {
  'no-survey': 'error',
  'survey-empty': 'warning',
  'column-missing': 'error',
  'column-twice': 'error',
  'type-missing': 'error',
  'name-missing': 'error',
  'name-invalid': 'error',
  'name-long': 'error',
  'name-reserved': 'error',
  'name-twice': 'error',
  'list-not-named': 'error',
  'list-missing': 'error',
  'list-empty': 'error',
  'choice-list-missing': 'error',
  'choice-name-missing': 'error',
  'choice-name-twice': 'error',
  'choice-name-blank': 'error',
  'end-without-begin': 'error',
  'begin-without-end': 'error',
  'end-other': 'error',
  'too-deep': 'error',
  'range-invalid': 'error',
  'expression-long': 'error',
  'label-column-missing': 'warning',
  'label-missing': 'warning',
  'choice-label-missing': 'warning',
  'choice-name-spaced': 'warning',
  'name-made': 'warning',
  'name-changed': 'warning',
  'type-kept': 'warning',
  'type-unknown': 'warning',
  'type-old': 'warning',
  'list-elsewhere': 'warning',
  'group-empty': 'warning',
  'loop-as-group': 'warning',
  'metadata-kept': 'warning',
  'row-kept': 'warning',
  'row-disabled': 'warning',
  'or-other-filter': 'warning',
  'calculation-kept': 'warning',
  expression: 'warning',
  'reference-passed': 'warning',
  'reference-unknown': 'warning',
  'constraint-changed': 'warning',
  'app-value': 'warning',
  'column-old': 'warning',
  'column-kept': 'warning',
  'column-beside': 'warning',
  'column-unnamed': 'warning',
  'language-kept': 'warning',
  'sheet-kept': 'warning',
  'sheet-large': 'warning',
  formula: 'warning',
  'formula-empty': 'warning',
  'early-date': 'warning',
  'settings-more': 'warning',
  'title-cut': 'warning',
} as const satisfies Readonly<Record<string, 'error' | 'warning'>>;

export type FormProblemCode = keyof typeof formProblems;

/** One message about a file, with its place as the spreadsheet shows it. Its text is `xlsform.problem.<code>`. */
export const FormProblem = z.strictObject({
  // The keys of the table above, which is never empty.
  code: z.enum(Object.keys(formProblems) as [FormProblemCode, ...FormProblemCode[]]),
  severity: z.enum(['error', 'warning']),
  sheet: z.string(),
  /** From 1; 0 when the whole sheet or file is meant. */
  row: z.int().min(0),
  /** Letters; empty when the whole row is meant. */
  column: z.string(),
  /** Where in an expression, in UTF-16 units from 0. */
  at: z.int().min(0).nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What is wrong with an expression, as a message of its own. */
  detail: z.strictObject({ message: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});
export type FormProblem = z.infer<typeof FormProblem>;

interface Place {
  readonly row?: number;
  /** Index from 0 in the sheet as it was given. */
  readonly column?: number | null;
  readonly at?: number | null;
  readonly detail?: FormProblem['detail'];
}

/** Collects messages about a form. All are counted; the first of each severity are kept. */
export interface ProblemList {
  readonly add: (
    code: FormProblemCode,
    sheet: Pick<FormSheet, 'name' | 'columnOffset'> | null,
    place?: Place,
    params?: FormProblem['params'],
  ) => void;
  /** Adds it the first time that `key` is used and counts the others into its parameter `count`. */
  readonly addOnce: (
    key: string,
    code: FormProblemCode,
    sheet: Pick<FormSheet, 'name' | 'columnOffset'> | null,
    place?: Place,
    params?: FormProblem['params'],
  ) => void;
  readonly count: (severity: FormProblem['severity']) => number;
  /** Errors first, each severity by sheet and row in the order of the file. */
  readonly listed: () => FormProblem[];
}

/** Most messages of one severity that are kept one by one. */
export const problemsKept = 500;
const longestParam = 200;

const cut = (value: string | number): string | number =>
  typeof value === 'string' && value.length > longestParam ? `${value.slice(0, longestParam - 1).toWellFormed()}…` : value;

export function createProblems(): ProblemList {
  const kept: Record<FormProblem['severity'], FormProblem[]> = { error: [], warning: [] };
  const counts = { error: 0, warning: 0 };
  const once = new Map<string, FormProblem>();
  function make(
    code: FormProblemCode,
    sheet: Pick<FormSheet, 'name' | 'columnOffset'> | null,
    place: Place,
    params: FormProblem['params'],
  ): FormProblem {
    const severity = formProblems[code];
    const { row = 0, column = null, at = null, detail = null } = place;
    const letters = column === null ? '' : columnLetters(column + (sheet?.columnOffset ?? 0));
    const short = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, cut(value)]));
    return { code, severity, sheet: sheet?.name ?? '', row, column: letters, at, params: short, detail };
  }
  function keep(problem: FormProblem): void {
    counts[problem.severity] += 1;
    if (kept[problem.severity].length < problemsKept) kept[problem.severity].push(problem);
  }
  return {
    add: (code, sheet, place = {}, params = {}) => keep(make(code, sheet, place, params)),
    addOnce: (key, code, sheet, place = {}, params = {}) => {
      const known = once.get(`${code} ${key}`);
      if (known !== undefined) {
        known.params['count'] = Number(known.params['count'] ?? 1) + 1;
        return;
      }
      const problem = make(code, sheet, place, { count: 1, ...params });
      once.set(`${code} ${key}`, problem);
      keep(problem);
    },
    count: (severity) => counts[severity],
    listed: () => [...kept.error, ...kept.warning],
  };
}
