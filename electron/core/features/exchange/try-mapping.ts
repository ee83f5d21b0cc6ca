import type { z } from 'zod';
import { problemsListed, type exchange, type MappingTrial, type QuestionTally } from '../../../../shared/contract/exchange.ts';
import type { CellProblem, FileQuestion, InterpretedRow } from '../../../../shared/model/survey-file.ts';
import type { Call } from '../../rpc/call.ts';
import { createCodingsTally, createThemeMatcher } from './codings/match-themes.ts';
import { loadTarget, type LoadedTarget } from './into/load-target.ts';
import { createRowPlanner, type RowPlan } from './into/plan-rows.ts';
import { createTargetTally } from './into/tally-target.ts';
import { createCodeLooker, noOwnCodes } from './own-codes.ts';
import { createRowReader, type PreparedRow } from './prepare-rows.ts';
import { readSurveyRows } from './reading/index.ts';
import { readRounds, type RoundBook } from './rounds/read-rounds.ts';
import { eachBatch, type ReadingProgress } from './survey-upload.ts';

type TrialInput = z.infer<NonNullable<(typeof exchange.tryMapping)['~orpc']['inputSchema']>>;

interface GrowingTally {
  answered: number;
  missing: number;
  problems: number;
  readonly codes: Map<number, number>;
}

/**
 * Reads every row through a mapping without keeping any: what each question would hold, and the cells that do not fit. With a target
 * the rows are also compared with what stands in it, by the same rules as the import's.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, NOT_FOUND, CANCELLED
 */
export async function* tryMapping(call: Call, input: TrialInput): AsyncGenerator<ReadingProgress, MappingTrial> {
  const { session, signal } = call;
  const { path } = session.blobs.received(input.ticket);
  const { mapping, heldOnKey } = input;
  const target = input.target === null ? null : loadTarget(call, input.target, mapping, input.language);
  const book = yield* readRounds(call, input, target);
  const readRow = createRowReader({ mapping, heldOnKey, checks: target?.checks ?? [], book });
  const counter = createTallyCounter(mapping.questions);
  const planRow = target === null ? null : createRowPlanner(call, target);
  const tally = target === null ? null : createTargetTally(target, book);
  const codes = target === null ? createCodeLooker(call.sql, input.projectId) : null;
  const { codings = [] } = mapping;
  const codingsTally = codings.length === 0 ? null : createCodingsTally(createThemeMatcher(call.sql), codings);
  yield* eachBatch(
    readSurveyRows(path, input.reading, signal),
    (batch) => {
      for (const [at, cells] of batch.rows.entries()) {
        const { interpreted, prepared } = readRow(cells, batch.rowNumbers[at] ?? 1);
        const planned = planRow?.(prepared) ?? null;
        if (planned !== null) tally?.add(prepared, planned.plan);
        const comesIn = codes?.take(prepared) ?? true;
        if (comesIn)
          codingsTally?.add(prepared.themes ?? [], (question) => hasAnswerFor(prepared, planned?.plan ?? null, question, target));
        counter.add(planned === null ? interpreted : { ...interpreted, problems: [...interpreted.problems, ...planned.problems] });
      }
    },
    signal,
  );
  return {
    ...withRounds(counter.finish(), book),
    target: tally?.report() ?? null,
    codings: codingsTally?.report() ?? null,
    ownCodes: codes?.report() ?? noOwnCodes,
  };
}

/** Cells of rounds that do not fit come after those of the interviews. */
function withRounds<T extends Pick<MappingTrial, 'problemCount' | 'problems'>>(found: T, book: RoundBook | null): T {
  if (book === null) return found;
  const problems = [...found.problems, ...book.problems].slice(0, problemsListed);
  return { ...found, problems, problemCount: found.problemCount + book.problemCount };
}

/** Whether the themes of a row have an answer to stand on: one that comes in, or one that reads as the file's. */
function hasAnswerFor({ slots }: PreparedRow, plan: RowPlan | null, question: number, target: LoadedTarget | null): boolean {
  if (typeof slots[question] !== 'string') return false;
  if (plan === null) return true;
  if (plan.what === 'left-out') return false;
  if (plan.what === 'added') return !plan.states.some(([at, state]) => at === question && state === 'dropped');
  const id = target?.linked[question]?.target?.id;
  return !plan.changes.some(({ questionId, isReplaced }) => questionId === id && !isReplaced);
}

function createTallyCounter(questions: readonly FileQuestion[]): {
  add: (row: InterpretedRow) => void;
  finish: () => Omit<MappingTrial, 'target' | 'codings' | 'ownCodes'>;
} {
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
