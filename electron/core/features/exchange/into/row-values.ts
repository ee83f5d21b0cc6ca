import { answerKey } from '../../../../../shared/expressions/form.ts';
import type { AnswerState, AnswerValue } from '../../../../../shared/model/answer.ts';
import type { CellProblem } from '../../../../../shared/model/survey-file.ts';
import type { PreparedRow } from '../prepare-rows.ts';
import type { Judged, PlacedValue } from './judge-row.ts';
import type { LoadedTarget } from './load-target.ts';
import { saidValue } from './said-value.ts';

/** A value, or the words beside "other", that a row puts into an interview; `place` is the question's in the mapping. */
export interface Write {
  readonly place: number;
  readonly value: AnswerValue | null;
  readonly words: string | null;
}

/** An answer that is stored otherwise than as an ordinary one: `dropped` ones are not stored at all. */
export type PlacedState = readonly [place: number, state: AnswerState | 'dropped'];

/** Where and when a row's answers were given, for rules that ask. */
export function surroundings({ today, language }: LoadedTarget, row: PreparedRow, now: string) {
  return { today: row.heldOn ?? today, now, language, seed: 0 };
}

/** What a row's dates are read against. */
export function dates({ today, language }: LoadedTarget, { heldOn }: PreparedRow) {
  return { today: heldOn ?? today, language };
}

/** The states that an interview's rules lead a row's answers to, by the questions' places in the mapping. */
export function placed({ linked }: LoadedTarget, { broken, states }: Judged): PlacedState[] {
  return linked.flatMap(({ target }, place): PlacedState[] => {
    if (target === null) return [];
    const key = answerKey(target.id, 0);
    if (broken.has(key)) return [[place, 'dropped']];
    const state = states.get(key);
    return state === undefined ? [] : [[place, state]];
  });
}

/** A row's cells that the questionnaire's rules forbid. */
export function brokenProblems(
  target: LoadedTarget,
  row: PreparedRow,
  { broken }: Judged,
  values: ReadonlyMap<string, PlacedValue>,
): CellProblem[] {
  return target.linked.flatMap(({ file, target: question }) => {
    const key = question === null ? '' : answerKey(question.id, 0);
    if (question === null || !broken.has(key)) return [];
    const value = values.get(key)?.value ?? null;
    return [
      { row: row.row, column: (file.columns[0] ?? 0) + 1, value: saidValue(target, question, value).text, why: 'breaks-check' as const },
    ];
  });
}
