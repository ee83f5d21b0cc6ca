import type { Choices, Matter, Notice } from './plan.ts';
import { type Image, type RowReader, type TableShape, type Value } from './shapes.ts';
import type { Translation } from './translation.ts';

/** What became of codes and numbers that both copies gave on their own. */
export interface CodeMatter {
  readonly matters: readonly Matter[];
  readonly notices: readonly Notice[];
  /** Their rows that are ours by choice: they are not written. */
  readonly joined: ReadonlySet<string>;
  /** A row of theirs, with its code given anew where ours has it. */
  readonly renamed: (table: string, image: Image) => Image;
}

interface CodeRule {
  readonly table: string;
  /** Columns that must be unique together; the last is given anew. */
  readonly columns: readonly string[];
  readonly next: (value: Value, isTaken: (value: Value) => boolean) => Value;
  /** Two persons with one code may be one person: that is asked. */
  readonly isAsked?: boolean;
}

const rules: readonly CodeRule[] = [
  { table: 'respondent', columns: ['project_id', 'code'], next: nextCode, isAsked: true },
  { table: 'wave', columns: ['project_id', 'ordinal'], next: nextNumber },
  { table: 'variable', columns: ['project_id', 'name'], next: nextName },
  { table: 'questionnaire_version', columns: ['questionnaire_id', 'number'], next: nextNumber },
  { table: 'bank_question', columns: ['key', 'version'], next: nextNumber },
  { table: 'finding', columns: ['project_id', 'code'], next: nextCode },
  { table: 'action', columns: ['code'], next: nextCode },
  { table: 'release', columns: ['number'], next: nextNumber },
  { table: 'codebook_version', columns: ['number'], next: nextNumber },
];

export interface CodeInput {
  readonly readers: { readonly here: RowReader; readonly there: RowReader };
  readonly shapes: ReadonlyMap<string, TableShape>;
  readonly translation: Translation;
  readonly choices: Choices;
  /** Rows the copy made since the two parted. */
  readonly fresh: readonly { readonly table: string; readonly image: Image }[];
  /** What a row that the copy changed was before, by table and id. */
  readonly baseOf: (table: string, id: Value) => Image | null | undefined;
}

/**
 * Two laptops both go on with R066. The copy's gets the next free code, and everything that points to it goes by its id; unless
 * somebody says that both are one person, and then theirs becomes ours.
 */
export function settleCodes(input: CodeInput): CodeMatter {
  const matters: Matter[] = [];
  const notices: Notice[] = [];
  const joined = new Set<string>();
  const given = new Map<string, Value>();
  for (const rule of rules) {
    const taken = new Set<string>();
    for (const { table, image } of input.fresh) {
      if (table !== rule.table) continue;
      const theirs = input.translation.image(table, image);
      const clash = clashOf(input, rule, theirs);
      if (clash === undefined) continue;
      const id = `${table}:${String(theirs['id'])}:same-code`;
      if (rule.isAsked === true) {
        matters.push({ id, kind: 'same-code', table, columns: ['code'], ours: clash, theirs, rowId: String(theirs['id']), by: '', at: '' });
        if (input.choices[id]?.take === 'theirs') {
          input.translation.alias(table, image['id'] ?? null, clash['id'] ?? null);
          joined.add(`${table}:${String(image['id'])}`);
          continue;
        }
      }
      const column = rule.columns.at(-1) ?? '';
      const to = rule.next(theirs[column] ?? null, (value) => isTaken(input, rule, theirs, value) || taken.has(String(value)));
      taken.add(String(to));
      given.set(`${table}:${String(theirs['id'])}`, to);
      notices.push({ message: `merge.renamed.${table}`, params: { from: String(theirs[column] ?? ''), to: String(to) } });
    }
  }
  return { matters, notices, joined, renamed: (table, image) => rename(table, image, given) };
}

function rename(table: string, image: Image, given: ReadonlyMap<string, Value>): Image {
  const to = given.get(`${table}:${String(image['id'])}`);
  const column = rules.find((rule) => rule.table === table)?.columns.at(-1);
  return to === undefined || column === undefined ? image : { ...image, [column]: to };
}

/** Our row that has the code, unless the copy has given that row another one meanwhile and the code is free again. */
function clashOf({ readers, baseOf }: CodeInput, rule: CodeRule, theirs: Image): Image | undefined {
  const column = rule.columns.at(-1) ?? '';
  const values = Object.fromEntries(rule.columns.map((column) => [column, theirs[column] ?? null]));
  return readers.here.where(rule.table, values).find((own) => {
    if (own['id'] === theirs['id']) return false;
    const isUntouchedHere = baseOf(rule.table, own['id'] ?? null)?.[column] === own[column];
    return !isUntouchedHere || readers.there.row(rule.table, String(own['id']))?.[column] === own[column];
  });
}

function isTaken(input: CodeInput, rule: CodeRule, theirs: Image, value: Value): boolean {
  const column = rule.columns.at(-1) ?? '';
  const values = { ...Object.fromEntries(rule.columns.map((name) => [name, theirs[name] ?? null])), [column]: value };
  return [input.readers.here, input.readers.there].some((reader) => reader.where(rule.table, values).length > 0);
}

/** R066 → R067 …, keeping letters and width. */
function nextCode(value: Value, isTakenValue: (value: Value) => boolean): Value {
  const [, letters = '', digits = '0'] = /^(\D*)(\d*)/u.exec(String(value)) ?? [];
  for (let number = Number(digits) + 1; ; number += 1) {
    const candidate = `${letters}${String(number).padStart(digits.length, '0')}`;
    if (!isTakenValue(candidate)) return candidate;
  }
}

function nextNumber(value: Value, isTakenValue: (value: Value) => boolean): Value {
  for (let number = Number(value) + 1; ; number += 1) if (!isTakenValue(number)) return number;
}

function nextName(value: Value, isTakenValue: (value: Value) => boolean): Value {
  for (let number = 2; ; number += 1) if (!isTakenValue(`${String(value)}_${number}`)) return `${String(value)}_${number}`;
}
