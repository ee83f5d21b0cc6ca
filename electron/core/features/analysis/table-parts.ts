import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { languages, type LocalisedText } from '../../../../shared/model/text.ts';
import { mergeEnds } from '../../analysis/merge-ends.ts';
import type { AnswerOption, QuestionForm } from '../../analysis/questions.ts';
import { countingOf, missingReasons, type Column } from '../../analysis/stored-answers.ts';
import { AppError } from '../../app-error.ts';
import { wordsIn } from '../../words.ts';
import type { RawColumn, RawMissing, RawScale } from './raw-table.ts';
import { columnOf, type Selection } from './selection.ts';

/** What stands for an answer in a table. */
export function keyOf({ key, code }: AnswerOption): string {
  return key ?? String(code);
}

/** "Alle" and the groups. */
export function groupColumns({ groups }: Selection): readonly RawColumn[] {
  return [{ key: 'all', label: null }, ...(groups?.categories ?? []).map((option) => ({ key: keyOf(option), label: option.label }))];
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

/** The column of a variable, its ends joined where the definition asks for it. @throws AppError NOT_FOUND */
export function columnFor(selection: Selection, variableId: string, definition: ExhibitDefinition): Column {
  const column = columnOf(selection.source, variableId);
  return definition.merge === 'ends' && column.kind === 'codes' ? mergeEnds(column, joinLabels) : column;
}

/** The answer scale of a question; null for answers without order. */
export function scaleOf(column: Column, form: QuestionForm): RawScale | null {
  const labels = column.categories.map(({ label }) => label);
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

/** The question that makes the groups; null where there are none, or they are waves or places. */
export function columnQuestion(selection: Selection, { columns }: ExhibitDefinition): QuestionForm | null {
  return columns === undefined || columns === 'wave' || columns === 'place' || columns === 'service'
    ? null
    : newestForm(selection, columns);
}

/** Wordings of these variables that people have answered and that are not as in the version before. */
export function changesIn({ source }: Selection, variableIds: readonly string[]): QuestionForm[] {
  const asked = new Set(source.units.versionIds);
  return variableIds
    .flatMap((id) => source.book.formsOf(id))
    .filter((form) => asked.has(form.versionId) && (form.comparability === 'changed-wording' || form.comparability === 'changed-options'))
    .toSorted((a, b) => a.versionNumber - b.versionNumber);
}
