import { problemsListed } from '../../../../shared/contract/exchange.ts';
import type { CellProblem, FileAnswer, FileMissingReason, InterpretedRow, SurveyMapping } from '../../../../shared/model/survey-file.ts';
import { createRowInterpreter } from './reading/index.ts';
import type { RowBatch } from './reading/index.ts';

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
  readonly respondentCode: string | null;
  /** `YYYY-MM-DD`, or null. */
  readonly heldOn: string | null;
  /** As many as there are questions, in their order. */
  readonly slots: readonly AnswerSlot[];
  /** Words beside "other: what?", with the question's position. */
  readonly specified: readonly (readonly [question: number, text: string])[];
}

/** Everything that an import will write, collected before anything is written. */
export interface PreparedRows {
  readonly rows: readonly PreparedRow[];
  readonly rowsInFile: number;
  readonly blankRows: number;
  readonly problemCount: number;
  readonly problems: readonly CellProblem[];
}

/** Collects interpreted rows in a form that 100,000 rows of 100 questions fit in memory with. */
export function createRowCollector(
  mapping: SurveyMapping,
  heldOnKey: string | null,
): { add: (batch: RowBatch) => void; result: () => PreparedRows } {
  const interpret = createRowInterpreter(mapping);
  const prepare = createPreparer(mapping, heldOnKey);
  const rows: PreparedRow[] = [];
  const problems: CellProblem[] = [];
  const counts = { rowsInFile: 0, blankRows: 0, problemCount: 0 };
  return {
    add: (batch) => {
      for (const [at, cells] of batch.rows.entries()) {
        const row = interpret(cells, batch.rowNumbers[at] ?? 1);
        counts.problemCount += row.problems.length;
        problems.push(...row.problems.slice(0, problemsListed - problems.length));
        rows.push(prepare(row));
      }
      counts.blankRows += batch.blankRows;
      counts.rowsInFile += batch.rows.length + batch.blankRows;
    },
    result: () => ({ rows, problems, ...counts }),
  };
}

function createPreparer(mapping: SurveyMapping, heldOnKey: string | null): (row: InterpretedRow) => PreparedRow {
  const places = new Map(mapping.questions.map(({ key }, place) => [key, place] as const));
  const reasons = new Map<FileMissingReason, MissingSlot>();
  const reasonSlot = (missing: FileMissingReason): AnswerSlot => {
    // No row at all is how the workspace keeps "not recorded".
    if (missing === 'not-recorded') return null;
    const slot = reasons.get(missing) ?? { missing };
    reasons.set(missing, slot);
    return slot;
  };
  return ({ respondentCode, answers }) => {
    const slots = new Array<AnswerSlot>(mapping.questions.length).fill(null);
    const specified: (readonly [number, string])[] = [];
    let heldOn: string | null = null;
    for (const answer of answers) {
      const place = places.get(answer.questionKey);
      if (place === undefined) continue;
      slots[place] = answer.kind === 'missing' ? reasonSlot(answer.reason) : slotOf(answer);
      if ('specify' in answer && answer.specify !== null) specified.push([place, answer.specify.normalize('NFC')]);
      if (answer.kind === 'date' && answer.questionKey === heldOnKey) heldOn = answer.date.slice(0, 10);
    }
    return { respondentCode: respondentCode?.normalize('NFC') ?? null, heldOn, slots, specified };
  };
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
