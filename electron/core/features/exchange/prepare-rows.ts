import { problemsListed } from '../../../../shared/contract/exchange.ts';
import type { CellProblem, FileAnswer, FileMissingReason, InterpretedRow, SurveyMapping } from '../../../../shared/model/survey-file.ts';
import { createThemeReader, type RowThemes } from './codings/row-themes.ts';
import { createRowInterpreter, problem, type RowBatch } from './reading/index.ts';
import type { PreparedRound } from './rounds/link-rows.ts';
import type { RoundBook } from './rounds/read-rounds.ts';

/** A reason instead of an answer. One object per reason is shared by all rows. */
export interface MissingSlot {
  readonly missing: FileMissingReason;
}

/**
 * One question's answer for one row, in little room: a code or a number, or a text (several codes separated by spaces, a date,
 * an open answer), a reason, or null where nothing is recorded. What a number or a text is follows from the question.
 */
export type AnswerSlot = number | string | MissingSlot | null;

export interface PreparedRow {
  /** As an editor numbers it. */
  readonly row: number;
  readonly respondentCode: string | null;
  /** `YYYY-MM-DD`, or null. */
  readonly heldOn: string | null;
  /** `HH:MM`, or null. */
  readonly beganAt: string | null;
  /** As many as there are questions, in their order. */
  readonly slots: readonly AnswerSlot[];
  /** Words beside "other: what?", with the question's position. */
  readonly specified: readonly (readonly [question: number, text: string])[];
  /** What coders put on its open answers; left out where the file has none. */
  readonly themes?: readonly RowThemes[];
  /** Rounds in the interview, the outermost; left out where there are none. */
  readonly rounds?: readonly PreparedRound[];
  /** The interview was with a group. */
  readonly isGroup?: boolean;
}

/** Everything that an import will write, collected before anything is written. */
export interface PreparedRows {
  readonly rows: readonly PreparedRow[];
  readonly rowsInFile: number;
  readonly blankRows: number;
  readonly problemCount: number;
  readonly problems: readonly CellProblem[];
  /** Rounds that were put into the rows; null where there are none. */
  readonly book: RoundBook | null;
}

/** What a question of a questionnaire makes of a value that could be read: it as it is kept, or why it cannot be. */
export type SlotCheck = (
  slot: Exclude<AnswerSlot, null>,
  heldOn: string | null,
) => { readonly slot: AnswerSlot } | { readonly why: CellProblem['why'] };

export interface RowReading {
  readonly mapping: SurveyMapping;
  readonly heldOnKey: string | null;
  /** One for each question of the mapping, or null where anything that could be read will do. */
  readonly checks: readonly (SlotCheck | null)[];
  /** Rounds that belong to the rows; left out where there are none. */
  readonly book?: RoundBook | null;
}

/** One row in both forms: as it was understood, for counting, and as it will be written. */
export interface ReadRow {
  readonly interpreted: InterpretedRow;
  readonly prepared: PreparedRow;
}

/** Reads rows through a mapping and holds their values against the questions they belong to. */
export function createRowReader(reading: RowReading): (cells: readonly string[], row: number) => ReadRow {
  const interpret = createRowInterpreter(reading.mapping);
  const prepare = createPreparer(reading);
  const themesIn = createThemeReader(reading.mapping);
  return (cells, row) => {
    const interpreted = interpret(cells, row);
    const plain = prepare(interpreted, cells);
    const prepared = themesIn === null ? plain : { ...plain, themes: themesIn(cells) };
    return { interpreted, prepared: reading.book == null ? prepared : { ...prepared, ...reading.book.roundsOf(cells) } };
  };
}

/** Collects rows in a form that 100,000 rows of 100 questions fit in memory with. */
export function createRowCollector(reading: RowReading): { add: (batch: RowBatch) => void; result: () => PreparedRows } {
  const read = createRowReader(reading);
  const { book = null } = reading;
  const rows: PreparedRow[] = [];
  const problems: CellProblem[] = [];
  const counts = { rowsInFile: 0, blankRows: 0, problemCount: book?.problemCount ?? 0 };
  return {
    add: (batch) => {
      for (const [at, cells] of batch.rows.entries()) {
        const { interpreted, prepared } = read(cells, batch.rowNumbers[at] ?? 1);
        counts.problemCount += interpreted.problems.length;
        problems.push(...interpreted.problems.slice(0, problemsListed - problems.length));
        rows.push(prepared);
      }
      counts.blankRows += batch.blankRows;
      counts.rowsInFile += batch.rows.length + batch.blankRows;
    },
    // Cells of rounds that do not fit come after those of the interviews.
    result: () => ({ rows, problems: [...problems, ...(book?.problems ?? [])].slice(0, problemsListed), ...counts, book }),
  };
}

function createPreparer({ mapping, heldOnKey, checks }: RowReading): (row: InterpretedRow, cells: readonly string[]) => PreparedRow {
  const places = new Map(mapping.questions.map(({ key }, place) => [key, place] as const));
  const reasons = new Map<FileMissingReason, MissingSlot>();
  const reasonSlot = (missing: FileMissingReason): AnswerSlot => {
    // No row at all is how the workspace keeps "not recorded".
    if (missing === 'not-recorded') return null;
    const slot = reasons.get(missing) ?? { missing };
    reasons.set(missing, slot);
    return slot;
  };
  return ({ row, respondentCode, answers, problems }, cells) => {
    const slots = new Array<AnswerSlot>(mapping.questions.length).fill(null);
    const specified: (readonly [number, string])[] = [];
    const held = answers.find((answer) => answer.kind === 'date' && answer.questionKey === heldOnKey);
    const [heldOn = null, clock] = held?.kind === 'date' ? held.date.split('T') : [];
    for (const answer of answers) {
      const place = places.get(answer.questionKey);
      if (place === undefined) continue;
      const slot = answer.kind === 'missing' ? reasonSlot(answer.reason) : slotOf(answer);
      const checked = slot === null ? { slot } : (checks[place]?.(slot, heldOn) ?? { slot });
      if ('why' in checked) problems.push(problemAt(mapping, place, { row, cells, why: checked.why }));
      else slots[place] = checked.slot;
      if ('specify' in answer && answer.specify !== null) specified.push([place, answer.specify.normalize('NFC')]);
    }
    return { row, respondentCode: respondentCode?.normalize('NFC') ?? null, heldOn, beganAt: clock?.slice(0, 5) ?? null, slots, specified };
  };
}

/** A question's first filled cell is the one to look at. */
function problemAt(
  mapping: SurveyMapping,
  place: number,
  { row, cells, why }: { row: number; cells: readonly string[]; why: CellProblem['why'] },
): CellProblem {
  const columns = mapping.questions[place]?.columns ?? [0];
  const column = columns.find((at) => (cells[at] ?? '').trim() !== '') ?? columns[0] ?? 0;
  return problem(row, column, cells[column] ?? '', why);
}

function slotOf(answer: Exclude<FileAnswer, { kind: 'missing' }>): AnswerSlot {
  switch (answer.kind) {
    case 'code':
      return answer.code;
    case 'codes':
      return answer.codes.join(' ');
    case 'number':
      // Minus zero would not come back from an undo as it went in.
      return answer.number === 0 ? 0 : answer.number;
    case 'date':
      return answer.date;
    case 'text':
      return answer.text.normalize('NFC');
  }
}
