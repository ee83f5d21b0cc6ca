import { issuesListed } from '../../../../../shared/contract/exchange.ts';
import type { CodeIssue, QuestionChange, TargetQuestion, TargetReport, ValueChange } from '../../../../../shared/model/survey-import.ts';
import { compareQuestion } from '../matching/align-options.ts';
import { isImportable } from '../matching/fit-question.ts';
import type { PreparedRow } from '../prepare-rows.ts';
import type { LoadedTarget } from './load-target.ts';
import type { PlacedState, RowPlan } from './plan-rows.ts';

/** Counts what rows do to a questionnaire's people and answers; of each kind the first are kept to be shown. */
export function createTargetTally(target: LoadedTarget): {
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
  return {
    add: (row, plan) => {
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
      people[plan.writes.length > 0 ? 'changed' : 'unchanged'] += 1;
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
    }),
  };
}

function missingQuestions({ loaded, linked }: LoadedTarget): TargetQuestion[] {
  const given = new Set(linked.flatMap(({ target }) => target?.id ?? []));
  return loaded.questions
    .filter((question) => isImportable(question) && !given.has(question.id))
    .map(({ id, number, name, type, wording, lead }) => ({ id, number, name, type, wording, lead }));
}

function changesOf({ linked, language }: LoadedTarget): QuestionChange[] {
  return linked.map(({ file, target }) => compareQuestion(file, target, language));
}
