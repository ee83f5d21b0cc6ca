import { issuesListed } from '../../../../../shared/contract/exchange.ts';
import { takesAnswer, type Question } from '../../../../../shared/model/questionnaire.ts';
import type { CodeIssue, QuestionChange, TargetQuestion, TargetReport, ValueChange } from '../../../../../shared/model/survey-import.ts';
import { compareQuestion } from '../matching/align-options.ts';
import { isImportable } from '../matching/fit-question.ts';
import type { PreparedRow } from '../prepare-rows.ts';
import { toTargetQuestion } from '../rounds/round-targets.ts';
import type { LoadedTarget } from './load-target.ts';
import type { RoundBook } from '../rounds/read-rounds.ts';
import { changesAnything, type RowPlan } from './plan-rows.ts';
import type { PlacedState } from './row-values.ts';
import { createRoundsTally } from './tally-rounds.ts';

/** Counts what rows do to a questionnaire's people and answers; of each kind the first are kept to be shown. */
export function createTargetTally(
  target: LoadedTarget,
  book: RoundBook | null = null,
): {
  readonly add: (row: PreparedRow, plan: RowPlan) => void;
  readonly report: () => TargetReport;
} {
  const people = { added: 0, returning: 0, changed: 0, unchanged: 0, known: 0, unknown: 0, twice: 0, withdrawn: 0 };
  const values = { same: 0, filled: 0, replaced: 0, kept: 0 };
  const states = { parked: 0, toConfirm: 0 };
  const codes: CodeIssue[] = [];
  const changes: ValueChange[] = [];
  const countStates = (placed: readonly PlacedState[]): void => {
    for (const [, state] of placed) {
      if (state === 'parked') states.parked += 1;
      if (state === 'to-confirm') states.toConfirm += 1;
    }
  };
  const rounds = createRoundsTally(target, book);
  return {
    add: (row, plan) => {
      rounds.add(row, plan);
      if (plan.what === 'left-out') {
        people[plan.why] += 1;
        if (codes.length < issuesListed) codes.push({ row: row.row, code: row.respondentCode ?? '', why: plan.why });
        return;
      }
      countStates(plan.states);
      if (plan.what === 'added') {
        people[plan.respondentId === null ? 'added' : 'returning'] += 1;
        return;
      }
      people[changesAnything(plan) ? 'changed' : 'unchanged'] += 1;
      values.same += plan.same;
      values.filled += plan.filled;
      for (const change of plan.changes) values[change.isReplaced ? 'replaced' : 'kept'] += 1;
      changes.push(...plan.changes.slice(0, issuesListed - changes.length));
    },
    report: () => ({
      people: { ...people, listed: codes },
      values: { ...values, listed: changes },
      states,
      missing: missingQuestions(target),
      changes: target.choice.asNewVersion ? changesOf(target) : [],
      rounds: rounds.report(),
    }),
  };
}

function missingQuestions({ loaded, linked, rounds }: LoadedTarget): TargetQuestion[] {
  const given = new Set([linked, ...rounds.map((sheet) => sheet.linked)].flat().flatMap(({ target }) => target?.id ?? []));
  const repeats = new Set(rounds.map(({ repeat }) => repeat?.id));
  const isAskedInRounds = (question: Question): boolean =>
    takesAnswer(question) && question.parentId !== null && repeats.has(question.parentId);
  return loaded.questions
    .filter((question) => (isImportable(question) || isAskedInRounds(question)) && !given.has(question.id))
    .map(toTargetQuestion);
}

function changesOf({ linked, language }: LoadedTarget): QuestionChange[] {
  return linked.map(({ file, target }) => compareQuestion(file, target, language));
}
