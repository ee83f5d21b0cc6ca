import type { ColumnId, ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { languages, type LocalisedText } from '../../../../shared/model/text.ts';
import { mergeEnds } from '../../analysis/merge-ends.ts';
import { isScored } from '../../analysis/numbers.ts';
import type { AnswerOption, QuestionForm } from '../../analysis/questions.ts';
import { countingOf, missingReasons, reasonValue, type Column } from '../../analysis/stored-answers.ts';
import { AppError } from '../../app-error.ts';
import { wordsIn } from '../../words.ts';
import type { RawColumn, RawMissing, RawScale } from './raw-table.ts';
import { groupingsOf, isQuestion, type GroupPart, type PartGroup } from './group-parts.ts';
import { columnOf, type Selection } from './selection.ts';

export { keyOf } from '../../analysis/questions.ts';

/** What is known of the persons in a column: by grouping, its codes or what they are recorded as. */
function conditionsOf(
  { groupings }: GroupPart,
  { path }: PartGroup,
  places: Selection['places'],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    groupings.map((grouping, at) => {
      const key = path[at] ?? '';
      return [grouping, grouping === 'place' ? (places?.members[key] ?? [key]) : [key]];
    }),
  );
}

const headingIds = {
  wave: 'analysis.file.wave',
  place: 'analysis.file.place',
  service: 'analysis.file.service',
  themes: 'analysis.file.themes',
} as const;

/** The question or the kind of groups, for the headings of a banner. */
function headingOf(selection: Selection, grouping: ColumnId): LocalisedText {
  if (isQuestion(grouping)) return newestForm(selection, grouping).wording;
  const id = headingIds[grouping];
  return Object.fromEntries(
    languages.map((language) => {
      const text = wordsIn(language)(id);
      return [language, capital(text, language)];
    }),
  );
}

function withinText(outer: LocalisedText, inner: LocalisedText): LocalisedText {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const [a, b] = [outer[language] ?? '', inner[language] ?? ''];
      return a === '' || b === '' ? [] : [[language, wordsIn(language)('analysis.file.within', { outer: a, inner: b })]];
    }),
  );
}

function partColumns(selection: Selection, part: GroupPart, at: number): readonly RawColumn[] {
  const [outer, inner] = part.groupings.map((grouping) => headingOf(selection, grouping));
  return part.groups.map((group) => {
    const name = part.groupings.map((grouping, level) => `${grouping}=${group.path[level] ?? ''}`).join(' ');
    const [first, second] = group.labels;
    const nested = inner !== undefined && outer !== undefined && first !== undefined;
    return {
      key: name,
      part: at,
      label: second ?? first ?? {},
      headings: nested ? [withinText(outer, inner), first] : [outer ?? {}],
      conditions: conditionsOf(part, group, selection.places),
    };
  });
}

/** "Alle" and the groups; in a banner with the headings above them. */
export function groupColumns(selection: Selection, { banner }: ExhibitDefinition): readonly RawColumn[] {
  const { parts } = selection;
  const all: RawColumn = { key: 'all', label: null };
  if (banner !== undefined) return [all, ...parts.flatMap((part, at) => partColumns(selection, part, at))];
  return [
    all,
    ...parts.flatMap(({ groups }, part) => groups.map(({ path: [key = ''], labels: [label = {}] }): RawColumn => ({ key, label, part }))),
  ];
}

/** "Helt uenig eller litt uenig", in every language that both answers have. */
function joinLabels(first: AnswerOption, second: AnswerOption): AnswerOption {
  const label: LocalisedText = Object.fromEntries(
    languages.flatMap((language) => {
      const [a, b] = [first.label[language], second.label[language]];
      if (a === undefined || b === undefined) return [];
      return [
        [language, wordsIn(language)('analysis.file.either', { first: a, second: b.charAt(0).toLocaleLowerCase(language) + b.slice(1) })],
      ];
    }),
  );
  return { code: first.code, label };
}

/** Whether the answers have an order, so that there are ends to join: scales and bands of numbers. */
function hasEnds({ source }: Selection, variableId: string): boolean {
  return isScored(source.book.formsOf(variableId)[0]?.type ?? '');
}

/** The column of a variable, its ends joined where the definition asks for it and there are any. @throws AppError NOT_FOUND */
export function columnFor(selection: Selection, variableId: string, definition: Pick<ExhibitDefinition, 'merge' | 'dontKnow'>): Column {
  const column = columnOf(selection.source, variableId);
  const merged =
    definition.merge === 'ends' && column.kind === 'codes' && hasEnds(selection, variableId) ? mergeEnds(column, joinLabels) : column;
  return definition.dontKnow === 'inside' ? withDontKnow(merged) : merged;
}

/** Key of `do not know` as an answer. */
export const dontKnowKey = 'dont-know';

/** `Do not know` as one more answer, after the others. */
function withDontKnow(column: Column): Column {
  const unknown = reasonValue('dont-know');
  if (!column.values.includes(unknown)) return column;
  const place = column.categories.length;
  const label = Object.fromEntries(
    languages.map((language) => [language, capital(wordsIn(language)('analysis.missing.dontKnow'), language)]),
  );
  const categories = [...column.categories, { code: place, key: dontKnowKey, label }];
  if (column.kind === 'codes') return { ...column, categories, values: column.values.map((value) => (value === unknown ? place : value)) };
  const marks = Uint8Array.from(column.values, (value) => (value === unknown ? 1 : 0));
  return {
    ...column,
    categories,
    indicators: [...column.indicators, marks],
    values: column.values.map((value) => (value === unknown ? 0 : value)),
  };
}

function capital(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** Answers of the question itself, without `do not know`. */
export function scaleRows({ categories }: Pick<Column, 'categories'>): number {
  return categories.filter(({ key }) => key !== dontKnowKey).length;
}

/** The answer scale of a question; null for answers without order. */
export function scaleOf(column: Pick<Column, 'categories'>, form: QuestionForm): RawScale | null {
  const labels = column.categories.map(({ label }) => label);
  // With an answer that is on no scale the whole is none.
  if (scaleRows(column) < labels.length) return { kind: 'categorical', labels, neutralIndex: null, welcomeEnd: null };
  if (countingOf(form.type) === 'number') return { kind: 'sequential', labels, neutralIndex: null, welcomeEnd: null };
  if (form.type !== 'scale' && form.type !== 'scale-0-10') return null;
  if (form.type === 'scale-0-10') return { kind: 'sequential', labels, neutralIndex: null, welcomeEnd: 'high' };
  const neutral = column.categories.findIndex(({ code }) => code === form.neutralCode);
  const welcomeEnd = { rising: 'high', falling: 'low', none: null } as const;
  return {
    kind: form.direction === 'none' ? 'sequential' : 'diverging',
    labels,
    neutralIndex: neutral === -1 ? null : neutral,
    welcomeEnd: welcomeEnd[form.direction],
  };
}

/** Reasons that occur, with how many; `persons` where the counts are of rounds. */
export function missingOf(counts: readonly number[], item: string | null, persons: readonly number[] | null = null): RawMissing[] {
  return missingReasons.flatMap((reason, at) => {
    const count = counts[at] ?? 0;
    return count === 0 ? [] : [{ item, reason, count, ...(persons === null ? {} : { persons: persons[at] ?? 0 }) }];
  });
}

/** The newest wording of a variable. @throws AppError NOT_FOUND */
export function newestForm({ source }: Selection, variableId: string): QuestionForm {
  const [form] = source.book.formsOf(variableId);
  if (form === undefined) throw new AppError('NOT_FOUND');
  return form;
}

/** The questions that make groups, in the order of the columns. */
export function questionsOfColumns(selection: Selection, definition: ExhibitDefinition): readonly QuestionForm[] {
  return [...new Set(groupingsOf(definition))].filter(isQuestion).map((id) => newestForm(selection, id));
}

/** Wordings of these variables that people have answered and that are not as in the version before. */
export function changesIn({ source }: Selection, variableIds: readonly string[]): QuestionForm[] {
  const asked = new Set(source.units.versionIds);
  return variableIds
    .flatMap((id) => source.book.formsOf(id))
    .filter((form) => asked.has(form.versionId) && (form.comparability === 'changed-wording' || form.comparability === 'changed-options'))
    .toSorted((a, b) => a.versionNumber - b.versionNumber);
}
