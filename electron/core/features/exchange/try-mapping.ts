import { problemsListed, type MappingTrial, type QuestionTally } from '../../../../shared/contract/exchange.ts';
import type { CellProblem, ConfirmedReading, FileQuestion, InterpretedRow, SurveyMapping } from '../../../../shared/model/survey-file.ts';
import type { Call } from '../../rpc/call.ts';
import { createRowInterpreter, readSurveyRows } from './reading/index.ts';
import { eachBatch, type ReadingProgress } from './survey-upload.ts';

interface GrowingTally {
  answered: number;
  missing: number;
  problems: number;
  readonly codes: Map<number, number>;
}

/**
 * Reads every row through a mapping without keeping any: what each question would hold, and the cells that do not fit.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED
 */
export async function* tryMapping(
  { session, signal }: Call,
  input: { readonly ticket: string; readonly reading: ConfirmedReading; readonly mapping: SurveyMapping },
): AsyncGenerator<ReadingProgress, MappingTrial> {
  const { path } = session.blobs.received(input.ticket);
  const interpret = createRowInterpreter(input.mapping);
  const counter = createTallyCounter(input.mapping.questions);
  yield* eachBatch(
    readSurveyRows(path, input.reading, signal),
    (batch) => {
      for (const [at, cells] of batch.rows.entries()) counter.add(interpret(cells, batch.rowNumbers[at] ?? 1));
    },
    signal,
  );
  return counter.finish();
}

function createTallyCounter(questions: readonly FileQuestion[]): { add: (row: InterpretedRow) => void; finish: () => MappingTrial } {
  const tallies = new Map(
    questions.map(({ key }): [string, GrowingTally] => [key, { answered: 0, missing: 0, problems: 0, codes: new Map() }]),
  );
  const keyOfColumn = new Map(questions.flatMap(({ key, columns }) => columns.map((column) => [column + 1, key] as const)));
  const problems: CellProblem[] = [];
  let problemCount = 0;
  let rows = 0;
  return {
    add: (row) => {
      rows += 1;
      for (const answer of row.answers) {
        const tally = tallies.get(answer.questionKey);
        if (tally === undefined) continue;
        if (answer.kind === 'missing') tally.missing += 1;
        else tally.answered += 1;
        if (answer.kind === 'code') count(tally.codes, answer.code);
        if (answer.kind === 'codes') for (const code of answer.codes) count(tally.codes, code);
      }
      for (const problem of row.problems) {
        problemCount += 1;
        if (problems.length < problemsListed) problems.push(problem);
        const tally = tallies.get(keyOfColumn.get(problem.column) ?? '');
        if (tally !== undefined) tally.problems += 1;
      }
    },
    finish: () => ({ rows, problemCount, problems, tallies: [...tallies].map(toTally) }),
  };
}

function count(codes: Map<number, number>, code: number): void {
  codes.set(code, (codes.get(code) ?? 0) + 1);
}

function toTally([key, { answered, missing, problems, codes }]: readonly [string, GrowingTally]): QuestionTally {
  return {
    key,
    answered,
    missing,
    problems,
    codes: [...codes].map(([code, times]) => ({ code, count: times })).toSorted((a, b) => a.code - b.code),
  };
}
