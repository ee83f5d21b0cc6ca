import { problemsListed, type ImportProgress } from '../../../../shared/contract/exchange.ts';
import type { CellProblem, SurveyMapping } from '../../../../shared/model/survey-file.ts';
import type { QuestionnaireTarget, TargetReport } from '../../../../shared/model/survey-import.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { loadTarget, type LoadedTarget } from './into/load-target.ts';
import { createRowPlanner, type RowPlan } from './into/plan-rows.ts';
import { createTargetTally } from './into/tally-target.ts';
import type { PreparedRow, PreparedRows } from './prepare-rows.ts';
import type { RoundBook } from './rounds/read-rounds.ts';

/** Rows compared between two looks at whether to go on. */
const rowsPerStep = 500;

/** What every row of an import does to a questionnaire, as of one operation. */
export interface Planned {
  readonly target: LoadedTarget;
  /** One for each row, in file order. */
  readonly plans: readonly RowPlan[];
  readonly report: TargetReport;
  readonly problemCount: number;
  readonly problems: readonly CellProblem[];
  /** The last operation that the comparison has seen. */
  readonly upTo: number;
}

interface Plan {
  readonly take: (rows: readonly PreparedRow[]) => void;
  readonly finish: () => Planned;
}

/** Compares all rows with what stands, step by step. @throws AppError CANCELLED */
export async function* planAll(call: Call, target: LoadedTarget, read: PreparedRows, of: number): AsyncGenerator<ImportProgress, Planned> {
  const plan = startPlan(call, target, read.book);
  for (let start = 0; start < read.rows.length; start += rowsPerStep) {
    if (call.signal?.aborted === true) throw new AppError('CANCELLED');
    plan.take(read.rows.slice(start, start + rowsPerStep));
    yield { stage: 'comparing', done: Math.min(start + rowsPerStep, read.rows.length), of };
  }
  return plan.finish();
}

/** The same in one go, for the moment of writing. @throws AppError NOT_FOUND */
export function planAnew(
  call: Call,
  { target, mapping, language }: { readonly target: unknown; readonly mapping: SurveyMapping; readonly language: Language },
  read: PreparedRows,
): Planned {
  // Only imports into a questionnaire are planned at all.
  const plan = startPlan(call, loadTarget(call, target as QuestionnaireTarget, mapping, language), read.book);
  plan.take(read.rows);
  return plan.finish();
}

function startPlan(call: Call, target: LoadedTarget, book: RoundBook | null): Plan {
  const upTo = call.workspace.lastOperation();
  const planRow = createRowPlanner(call, target);
  const tally = createTargetTally(target, book);
  const plans: RowPlan[] = [];
  const problems: CellProblem[] = [];
  let problemCount = 0;
  return {
    take: (rows) => {
      for (const row of rows) {
        const planned = planRow(row);
        plans.push(planned.plan);
        tally.add(row, planned.plan);
        problemCount += planned.problems.length;
        problems.push(...planned.problems.slice(0, problemsListed - problems.length));
      }
    },
    finish: () => ({ target, plans, report: tally.report(), problemCount, problems, upTo }),
  };
}
