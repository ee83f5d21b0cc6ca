import { answerKey } from '../../../../../shared/expressions/form.ts';
import { yesCode } from '../../../../../shared/model/questionnaire.ts';
import type { CellProblem } from '../../../../../shared/model/survey-file.ts';
import type { CodeIssue, ValueChange } from '../../../../../shared/model/survey-import.ts';
import type { Call } from '../../../rpc/call.ts';
import type { PreparedRow } from '../prepare-rows.ts';
import { compareRow } from './compare-row.ts';
import { judgeRow, type PlacedValue } from './judge-row.ts';
import { layRounds, type PlannedRound } from './lay-rounds.ts';
import type { LoadedTarget } from './load-target.ts';
import { readPeople, type KnownInterview, type KnownPerson } from './people.ts';
import { freshValues, nothingStands, planRounds, roundPieces } from './plan-rounds.ts';
import { brokenProblems, dates, placed, surroundings, type PlacedState, type Write } from './row-values.ts';
import { slotValue } from './slot-value.ts';

export type RowPlan =
  | { readonly what: 'left-out'; readonly why: CodeIssue['why'] }
  | {
      readonly what: 'added';
      /** The person, where the project has them already. */
      readonly respondentId: string | null;
      readonly states: readonly PlacedState[];
      readonly calculated: readonly PlacedValue[];
      readonly consent: 'yes' | 'no' | null;
      /** Outer rounds before those within them. */
      readonly rounds: readonly PlannedRound[];
    }
  | {
      readonly what: 'compared';
      readonly interview: KnownInterview;
      readonly writes: readonly Write[];
      readonly same: number;
      readonly filled: number;
      /** Every pair of different values; those of mode `more` stay as they are. */
      readonly changes: readonly ValueChange[];
      readonly states: readonly PlacedState[];
      /** Rounds that are made, and those that stand and the file has something about. */
      readonly rounds: readonly PlannedRound[];
    };

/** Whether a comparison leads to anything being written. */
export function changesAnything({ writes, rounds }: Pick<Extract<RowPlan, { what: 'compared' }>, 'writes' | 'rounds'>): boolean {
  return writes.length > 0 || rounds.some(({ isNew, answers }) => isNew || answers.length > 0);
}

export interface PlannedRow {
  readonly plan: RowPlan;
  readonly problems: readonly CellProblem[];
}

const nothing: readonly never[] = [];
const plain = { what: 'added' as const, states: nothing, calculated: nothing, consent: null, rounds: nothing };
/** One object for the many rows that nothing is to be said about. */
const plainAdd: PlannedRow = { plan: { ...plain, respondentId: null }, problems: nothing };

/**
 * Says row by row what an import does, without writing. Rows come in file order; the first row of a participant code counts, and the
 * others are left out.
 */
export function createRowPlanner(call: Pick<Call, 'sql' | 'workspace'>, target: LoadedTarget): (row: PreparedRow) => PlannedRow {
  const people = readPeople(call.sql, target);
  const seen = new Set<string>();
  const now = new Date(call.workspace.now()).toISOString();
  const { mode, unknown } = target.choice;
  return (row) => {
    const code = row.respondentCode;
    const person = code === null ? undefined : people.get(code);
    if (code !== null && seen.has(code)) return leftOut('twice');
    if (code !== null) seen.add(code);
    if (person?.isGone === true) return leftOut('withdrawn');
    if (mode !== 'new' && person?.interview != null) return compareRow(call, target, row, { interview: person.interview, now });
    if (person?.isInWave === true) return leftOut('known');
    if (mode !== 'new' && unknown === 'skip') return leftOut('unknown');
    return add(target, row, person ?? null, now);
  };
}

function leftOut(why: CodeIssue['why']): PlannedRow {
  return { plan: { what: 'left-out', why }, problems: nothing };
}

function add(target: LoadedTarget, row: PreparedRow, person: KnownPerson | null, now: string): PlannedRow {
  const respondentId = person?.respondentId ?? null;
  const { rounds = nothing } = row;
  if (target.form === null && rounds.length === 0)
    return respondentId === null ? plainAdd : { ...plainAdd, plan: { ...plain, respondentId } };
  const { laid, turns } = layRounds(target, rounds, nothing);
  const pieces = roundPieces(target, laid, row, nothingStands);
  const values = new Map([...valuesOf(target, row), ...freshValues(pieces)]);
  const around = { ...surroundings(target, row, now), confirmReasonOf: () => null };
  const judged = target.form === null ? null : judgeRow(target.form, { values, turns, mayDrop: () => true }, around);
  const planned = planRounds(target, laid, pieces, judged);
  return {
    plan: {
      what: 'added',
      respondentId,
      states: [...(judged === null ? nothing : placed(target, judged)), ...notPutToGroup(target, row)],
      calculated: judged?.calculated ?? nothing,
      consent: consentIn(target, values),
      rounds: planned.rounds,
    },
    problems: judged === null ? nothing : [...brokenProblems(target, row, judged, values), ...planned.problems],
  };
}

/** Reasons beside what is asked of each person: to the group as a whole the question was not put. */
function notPutToGroup({ linked }: LoadedTarget, { isGroup, slots }: PreparedRow): PlacedState[] {
  if (isGroup !== true) return [];
  return linked.flatMap(({ target }, place): PlacedState[] => {
    const slot = slots[place] ?? null;
    return target?.isPerPerson === true && slot !== null && typeof slot === 'object' ? [[place, 'dropped']] : [];
  });
}

/** Yes where any question of consent was answered so, no where one was answered otherwise. */
function consentIn({ linked }: LoadedTarget, values: ReadonlyMap<string, PlacedValue>): 'yes' | 'no' | null {
  const given = linked.flatMap(({ target }) => {
    const value = target?.type === 'consent' ? values.get(answerKey(target.id, 0))?.value : undefined;
    return value?.kind === 'code' ? [value.code] : [];
  });
  if (given.includes(yesCode)) return 'yes';
  return given.length > 0 ? 'no' : null;
}

function valuesOf(target: LoadedTarget, row: PreparedRow): Map<string, PlacedValue> {
  const values = new Map<string, PlacedValue>();
  for (const [place, slot] of row.slots.entries()) {
    const linked = target.linked[place];
    const value = linked?.target == null ? null : slotValue(slot, linked, dates(target, row));
    if (value !== null && linked?.target != null)
      values.set(answerKey(linked.target.id, 0), { questionId: linked.target.id, instance: 0, value });
  }
  return values;
}
