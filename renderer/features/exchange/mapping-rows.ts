import type { AssignedRole, QuestionTally } from '../../../shared/contract/exchange.ts';
import type { ColumnRole, FileQuestion, SurveyFileInspection, SurveyMapping } from '../../../shared/model/survey-file.ts';

const examplesShown = 3;

/** One line of the preview: a question with all its columns, or a column that is no question. */
export interface MappingRow {
  readonly id: string;
  /** Positions in the file, from 0. */
  readonly columns: readonly number[];
  readonly role: Exclude<ColumnRole, 'specify'>;
  readonly label: string;
  readonly question: FileQuestion | null;
  readonly tally: QuestionTally | null;
  /** The first different filled cells of its first column, at most three. */
  readonly examples: readonly string[];
}

/** The preview's lines in file order. */
export function mappingRows(
  mapping: SurveyMapping,
  tallies: readonly QuestionTally[],
  sample: SurveyFileInspection['sample'],
): MappingRow[] {
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
    tally: tallyOf.get(question.key) ?? null,
    examples: examplesOf(question.columns[0] ?? 0),
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
        tally: null,
        examples: examplesOf(column),
      },
    ];
  });
  return [...questions, ...others].toSorted((a, b) => Math.min(...a.columns) - Math.min(...b.columns));
}

/** What a line can be made into. Several columns stay one question, come apart, or are left out. */
export function rolesFor({ columns, role }: Pick<MappingRow, 'columns' | 'role'>): AssignedRole[] {
  if (columns.length > 1) return [role, 'apart', 'skip'];
  return ['closed', 'multiple', 'number', 'date', 'open', 'respondentCode', 'skip'];
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
