import type { Statements } from '../db/statements.ts';
import { AnswerStore } from './answer-store.ts';
import { ColumnShelf } from './column-shelf.ts';
import type { CodeValues } from './count.ts';
import { missingReasons, reasonValue } from './missing-reasons.ts';
import { nothing, reasonOf, type Given, type QuestionAnswers } from './question-answers.ts';
import { countingOf, type AnswerOption, type QuestionBook, type QuestionForm } from './questions.ts';
import type { Units } from './units.ts';

export { countingOf, missingReasons, reasonOf, reasonValue };

/** One answer per person: places in `categories`, or a reason. */
export interface CodeColumn {
  readonly kind: 'codes';
  readonly categories: readonly AnswerOption[];
  readonly values: CodeValues;
}

/** Several answers per person: a column of 0 and 1 per category. `values` is 0 for whoever answered, else a reason. */
export interface SetColumn {
  readonly kind: 'set';
  readonly categories: readonly AnswerOption[];
  readonly indicators: readonly Uint8Array[];
  readonly values: CodeValues;
}

export type Column = CodeColumn | SetColumn;

/** What a column is read from. */
export interface ColumnSource {
  readonly sql: Statements;
  readonly projectId: string;
  readonly book: QuestionBook;
  readonly units: Units;
  /** The units are rounds, and every answer is that of its round. */
  readonly isOfRounds: boolean;
}

/** What an open workspace remembers for its tables: the answers, and columns made of them. Lives and dies with the connection. */
interface Kept {
  readonly answers: AnswerStore;
  readonly columns: ColumnShelf;
}

const kept = new WeakMap<Statements, Kept>();

function keptOf(sql: Statements): Kept {
  const known = kept.get(sql) ?? { answers: new AnswerStore(sql), columns: new ColumnShelf() };
  kept.set(sql, known);
  return known;
}

/** Before any answer is read: not asked where the wording is absent or routed past, else not entered. */
export function emptyValues({ units }: ColumnSource, forms: readonly QuestionForm[]): CodeValues {
  const byVersion = new Map(forms.map((form) => [form.versionId, form]));
  const { versions, versionIndex } = units;
  const values = Int16Array.from(versions, (version) =>
    reasonValue((byVersion.get(version)?.isRouted ?? true) ? 'not-asked' : 'not-recorded'),
  );
  return versionIndex.map((version) => values[version] ?? 0);
}

/** The answers to one wording, and for every unit the place in them of what its interview said outside all rounds; −1 for nowhere. */
export interface FormAnswers {
  readonly form: QuestionForm;
  readonly answers: QuestionAnswers;
  readonly places: Int32Array;
}

/** The stored answers to wordings, in their order: what a later one says stands. */
export function readForms({ sql, projectId, book, units }: ColumnSource, forms: readonly QuestionForm[]): FormAnswers[] {
  const { answers: store, columns } = keptOf(sql);
  const others = book.countableKeys;
  return forms.map((form) => {
    const answers = store.answersTo(projectId, form.key, others);
    return { form, answers, places: columns.placesOf(units, store.placesOf(projectId)) };
  });
}

/** A column over wordings: the one made before where nothing it is made of has changed. Shared by all who ask, so nobody may change it. */
export function keptColumn<T extends object>(source: ColumnSource, name: string, forms: readonly FormAnswers[], make: () => T): T {
  return keptOf(source.sql).columns.recall(source, name, forms.map(({ answers }) => answers.stamp).join(' '), make);
}

/** Hands over what was said in rounds and by persons of groups, to the units it belongs to. */
export function eachInside({ answers }: FormAnswers, units: Units, take: (unit: number, given: Given) => void): void {
  for (const [interviewKey, own] of answers.inside)
    for (const given of own) for (const unit of units.unitsOf(interviewKey, given.instance)) take(unit, given);
}

/** Hands every stored answer to the units it belongs to. What a group answered together comes before what each answered alone, which stands. */
export function eachAnswer(source: ColumnSource, forms: readonly QuestionForm[], take: (unit: number, given: Given) => void): void {
  for (const each of readForms(source, forms)) {
    const { answers, places } = each;
    for (let unit = 0; unit < places.length; unit += 1) {
      const place = places[unit] ?? -1;
      if ((answers.marks[place] ?? nothing) === nothing) continue;
      const given = answers.at(place);
      if (given !== null) take(unit, given);
    }
    eachInside(each, source.units, take);
  }
}
