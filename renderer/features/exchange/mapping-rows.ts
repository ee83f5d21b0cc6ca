import type { AssignedRole, QuestionTally } from '../../../shared/contract/exchange.ts';
import type {
  ColumnRole,
  FileCodings,
  FileQuestion,
  FileScale,
  SurveyFileInspection,
  SurveyMapping,
} from '../../../shared/model/survey-file.ts';
import type { QuestionLink, RoundSheet, RoundsTarget, TargetQuestion, UnreadValue } from '../../../shared/model/survey-import.ts';
import type { Matching } from './survey-state.ts';

const examplesShown = 3;

/** One line of the preview: a question with all its columns, or a column that is no question. */
export interface MappingRow {
  readonly id: string;
  /** Positions in the file, from 0. */
  readonly columns: readonly number[];
  readonly role: Exclude<ColumnRole, 'specify'>;
  readonly label: string;
  readonly question: FileQuestion | null;
  /** What the columns hold where they hold themes of an open answer. */
  readonly codings: FileCodings | null;
  readonly tally: QuestionTally | null;
  /** The first different filled cells of its first column, at most three. */
  readonly examples: readonly string[];
  /** Which question of an existing questionnaire it is; null for columns that are no question, and without a questionnaire. */
  readonly link: QuestionLink | null;
  readonly target: TargetQuestion | null;
  /** Values that are none of its options. */
  readonly unread: readonly UnreadValue[];
}

/** The preview's lines: those that a person was to look at first, and else in file order. */
export function mappingRows(
  mapping: SurveyMapping,
  tallies: readonly QuestionTally[],
  sample: SurveyFileInspection['sample'],
  matching: Matching | null = null,
): MappingRow[] {
  const linkOf = new Map(matching?.links.map((link) => [link.key, link]));
  const findTarget = (link: QuestionLink | undefined): TargetQuestion | null =>
    link?.questionId == null ? null : (matching?.questions.find(({ id }) => id === link.questionId) ?? null);
  const tallyOf = new Map(tallies.map((tally) => [tally.key, tally]));
  const examplesOf = (at: number): readonly string[] => {
    const filled = sample.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
    return [...new Set(filled)].slice(0, examplesShown);
  };
  const questions = mapping.questions.map((question): MappingRow => ({
    id: question.key,
    columns: question.columns,
    role: question.kind,
    label: question.label,
    question,
    codings: null,
    tally: tallyOf.get(question.key) ?? null,
    examples: examplesOf(question.columns[0] ?? 0),
    link: linkOf.get(question.key) ?? null,
    target: findTarget(linkOf.get(question.key)),
    unread: matching?.unread.filter(({ key }) => key === question.key) ?? [],
  }));
  const themes = (mapping.codings ?? []).map((codings): MappingRow => ({
    id: codings.key,
    columns: codings.columns,
    role: 'themes',
    label: codings.label,
    question: null,
    codings,
    tally: null,
    examples: examplesOf(codings.columns[0] ?? 0),
    link: null,
    target: null,
    unread: [],
  }));
  const others = mapping.columns.flatMap(({ column, header, role, questionKey }): MappingRow[] => {
    if (questionKey !== null || (role !== 'respondentCode' && role !== 'skip')) return [];
    return [
      {
        id: `c${column}`,
        columns: [column],
        role,
        label: header.findLast((text) => text !== '') ?? '',
        question: null,
        codings: null,
        tally: null,
        examples: examplesOf(column),
        link: null,
        target: null,
        unread: [],
      },
    ];
  });
  const isFirst = ({ id }: MappingRow): boolean => matching?.unsure.has(id) ?? false;
  return [...questions, ...themes, ...others].toSorted(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || Math.min(...a.columns) - Math.min(...b.columns),
  );
}

/** The lines of a sheet of rounds: its questions and the columns that are left out, without those that tie rows together. */
export function roundRows({ mapping, links, unread, facts }: RoundSheet, { questions }: RoundsTarget): MappingRow[] {
  const matching: Matching = { links, questions, unread, remembered: 'none', unsure: new Set(), rounds: [], repeats: [] };
  return mappingRows(mapping, [], [], matching).filter(
    ({ columns, label }) => label !== '' && !columns.some((column) => facts.includes(column)),
  );
}

/** The next line, from `id` on and round again, that a person is still to look at; null when there is none. */
export function nextUnsure(rows: readonly MappingRow[], id: string): MappingRow | null {
  const at = rows.findIndex((row) => row.id === id);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(({ link }) => link?.isSure === false) ?? null;
}

/** What a line can be made into. Several columns stay one question, come apart, or are left out. */
export function rolesFor({ columns, role }: Pick<MappingRow, 'columns' | 'role'>): AssignedRole[] {
  if (columns.length > 1) return role === 'themes' ? ['themes', 'apart', 'skip'] : [role, 'themes', 'apart', 'skip'];
  return ['closed', 'multiple', 'number', 'date', 'open', 'themes', 'respondentCode', 'skip'];
}

/** Column numbers as a person counts them: "4", "4–10", "4, 7–9". */
export function columnRange(columns: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const column of columns.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === column) run[1] = column + 1;
    else runs.push([column + 1, column + 1]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

/** The mapping with one question changed in place. */
export function withQuestion(mapping: SurveyMapping, key: string, change: (question: FileQuestion) => FileQuestion): SurveyMapping {
  return { ...mapping, questions: mapping.questions.map((question) => (question.key === key ? change(question) : question)) };
}

/** The mapping with one block of themes changed in place. */
export function withCodings(mapping: SurveyMapping, key: string, more: Partial<Pick<FileCodings, 'of' | 'coder'>>): SurveyMapping {
  return { ...mapping, codings: (mapping.codings ?? []).map((block) => (block.key === key ? { ...block, ...more } : block)) };
}

/** What a value that is no option is read as: one of the options by its code, or no answer. */
export function readValue(mapping: SurveyMapping, key: string, value: string, as: number | null): SurveyMapping {
  return withQuestion(mapping, key, (question) => {
    if (as === null) return { ...question, missing: [...question.missing, { text: value, reason: 'not-recorded' }] };
    if (question.kind !== 'closed' && question.kind !== 'multiple') return question;
    const options = question.options.map((option) =>
      option.code === as ? { ...option, spellings: [...option.spellings, value] } : option,
    );
    return { ...question, options };
  });
}

/** Which way the options of a closed question run, or that they have no order. */
export function withDirection(mapping: SurveyMapping, key: string, direction: FileScale['direction'] | 'none'): SurveyMapping {
  return withQuestion(mapping, key, (question) => {
    if (question.kind !== 'closed') return question;
    return { ...question, scale: direction === 'none' ? null : { id: question.scale?.id ?? 'own', direction } };
  });
}
