import { answerKey } from '../../../../../shared/expressions/form.ts';
import type { QuestionId } from '../../../../../shared/model/ids.ts';
import type { AnswerState, AnswerValue } from '../../../../../shared/model/answer.ts';
import { yesCode } from '../../../../../shared/model/questionnaire.ts';
import type { CellProblem } from '../../../../../shared/model/survey-file.ts';
import type { CodeIssue, ValueChange } from '../../../../../shared/model/survey-import.ts';
import type { Call } from '../../../rpc/call.ts';
import { readAnswers, readNotes, type StoredAnswer } from '../../interviews/read-answers.ts';
import type { PreparedRow } from '../prepare-rows.ts';
import { judgeRow, type Judged } from './judge-row.ts';
import type { LoadedTarget } from './load-target.ts';
import { readPeople, type KnownInterview, type KnownPerson } from './people.ts';
import { saidValue } from './said-value.ts';
import { saysTheSame, slotValue } from './slot-value.ts';

/** A value, or the words beside "other", that a row puts into an interview; `place` is the question's in the mapping. */
export interface Write {
  readonly place: number;
  readonly value: AnswerValue | null;
  readonly words: string | null;
}

/** An answer that is stored otherwise than as an ordinary one: `dropped` ones are not stored at all. */
export type PlacedState = readonly [place: number, state: AnswerState | 'dropped'];

export type RowPlan =
  | { readonly what: 'left-out'; readonly why: CodeIssue['why'] }
  | {
      readonly what: 'added';
      /** The person, where the project has them already. */
      readonly respondentId: string | null;
      readonly states: readonly PlacedState[];
      readonly calculated: readonly (readonly [QuestionId, AnswerValue])[];
      readonly consent: 'yes' | 'no' | null;
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
    };

export interface PlannedRow {
  readonly plan: RowPlan;
  readonly problems: readonly CellProblem[];
}

const nothing: readonly never[] = [];
const plain = { what: 'added' as const, states: nothing, calculated: nothing, consent: null };
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
    if (mode !== 'new' && person?.interview != null) return compare(call, target, row, person.interview, now);
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
  if (target.form === null) return respondentId === null ? plainAdd : { ...plainAdd, plan: { ...plain, respondentId } };
  const values = valuesOf(target, row);
  const around = { ...surroundings(target, row, now), confirmReasonOf: () => null };
  const judged = judgeRow(target.form, values, around, () => true);
  return {
    plan: {
      what: 'added',
      respondentId,
      states: placed(target, judged),
      calculated: [...judged.calculated],
      consent: consentIn(target, values),
    },
    problems: brokenProblems(target, row, judged, values),
  };
}

/** Yes where any question of consent was answered so, no where one was answered otherwise. */
function consentIn({ linked }: LoadedTarget, values: ReadonlyMap<QuestionId, AnswerValue>): 'yes' | 'no' | null {
  const given = linked.flatMap(({ target }) => {
    const value = target?.type === 'consent' ? values.get(target.id) : undefined;
    return value?.kind === 'code' ? [value.code] : [];
  });
  if (given.includes(yesCode)) return 'yes';
  return given.length > 0 ? 'no' : null;
}

function surroundings({ today, language }: LoadedTarget, row: PreparedRow, now: string) {
  return { today: row.heldOn ?? today, now, language, seed: 0 };
}

function valuesOf(target: LoadedTarget, row: PreparedRow): Map<QuestionId, AnswerValue> {
  const values = new Map<QuestionId, AnswerValue>();
  for (const [place, slot] of row.slots.entries()) {
    const linked = target.linked[place];
    const value = linked?.target == null ? null : slotValue(slot, linked, dates(target, row));
    if (value !== null && linked?.target != null) values.set(linked.target.id, value);
  }
  return values;
}

function dates({ today, language }: LoadedTarget, { heldOn }: PreparedRow) {
  return { today: heldOn ?? today, language };
}

function placed({ linked }: LoadedTarget, { broken, states }: Judged): PlacedState[] {
  return linked.flatMap(({ target }, place): PlacedState[] => {
    if (target === null) return [];
    if (broken.includes(target.id)) return [[place, 'dropped']];
    const state = states.get(target.id);
    return state === undefined ? [] : [[place, state]];
  });
}

function brokenProblems(
  target: LoadedTarget,
  row: PreparedRow,
  { broken }: Judged,
  values: ReadonlyMap<QuestionId, AnswerValue>,
): CellProblem[] {
  return target.linked.flatMap(({ file, target: question }) => {
    if (question === null || !broken.includes(question.id)) return [];
    const value = values.get(question.id) ?? null;
    return [
      { row: row.row, column: (file.columns[0] ?? 0) + 1, value: saidValue(target, question, value).text, why: 'breaks-check' as const },
    ];
  });
}

/** One question of a row beside what stands in the interview. */
interface Compared {
  readonly place: number;
  readonly value: AnswerValue | null;
  readonly before: AnswerValue | null;
  readonly words: string | null;
  readonly outcome: 'nothing' | 'same' | 'filled' | 'replaced' | 'kept';
}

/** Compares a row with the interview it is about, value by value. */
function compare(
  call: Pick<Call, 'sql' | 'workspace'>,
  target: LoadedTarget,
  row: PreparedRow,
  interview: KnownInterview,
  now: string,
): PlannedRow {
  const standing = readAnswers(call.sql, interview.key, target.loaded);
  const notes = readNotes(call.sql, interview.key, target.loaded);
  const specified = new Map(row.specified);
  const { mode } = target.choice;
  const all = target.linked.map((linked, place): Compared => {
    const key = linked.target === null ? '' : answerKey(linked.target.id, 0);
    const value = slotValue(row.slots[place] ?? null, linked, dates(target, row));
    const before = standing.get(key)?.value ?? null;
    const outcome = outcomeOf(before, value, mode);
    const oldWords = notes.get(key)?.specify ?? '';
    const words = outcome === 'kept' ? null : newWords(oldWords, specified.get(place) ?? '', mode);
    return { place, value, before, words, outcome };
  });
  const writes = all.flatMap(({ place, value, words, outcome }): Write[] => {
    const isWritten = outcome === 'filled' || outcome === 'replaced';
    return isWritten || words !== null ? [{ place, value: isWritten ? value : null, words }] : [];
  });
  const judged = judgeCompared(target, row, { writes, standing }, now);
  const left = all.filter(({ place }) => !judged.dropped.has(place));
  const count = (outcome: Compared['outcome']): number => left.filter((one) => one.outcome === outcome).length;
  return {
    plan: {
      what: 'compared',
      interview,
      writes: writes.filter(({ place }) => !judged.dropped.has(place)),
      same: count('same'),
      filled: count('filled'),
      changes: left.flatMap((one) => changeOf(target, row, one)),
      states: judged.states,
    },
    problems: judged.problems,
  };
}

function outcomeOf(before: AnswerValue | null, value: AnswerValue | null, mode: LoadedTarget['choice']['mode']): Compared['outcome'] {
  if (value === null) return 'nothing';
  if (before === null) return 'filled';
  if (saysTheSame(before, value)) return 'same';
  return mode === 'replace' ? 'replaced' : 'kept';
}

function newWords(before: string, after: string, mode: LoadedTarget['choice']['mode']): string | null {
  if (after === '' || after === before) return null;
  return before === '' || mode === 'replace' ? after : null;
}

interface Standing {
  readonly writes: readonly Write[];
  readonly standing: ReadonlyMap<string, StoredAnswer>;
}

function judgeCompared(
  target: LoadedTarget,
  row: PreparedRow,
  { writes, standing }: Standing,
  now: string,
): { readonly dropped: ReadonlySet<number>; readonly states: readonly PlacedState[]; readonly problems: readonly CellProblem[] } {
  if (target.form === null || writes.length === 0) return { dropped: new Set(), states: nothing, problems: nothing };
  const merged = new Map<QuestionId, AnswerValue>();
  for (const { questionId, instance, value } of standing.values()) if (instance === 0 && value !== null) merged.set(questionId, value);
  const fresh = new Set<string>();
  for (const { place, value } of writes) {
    const question = target.linked[place]?.target ?? null;
    if (question === null || value === null) continue;
    merged.set(question.id, value);
    fresh.add(question.id);
  }
  const confirmReasonOf = (id: string): string | null => (fresh.has(id) ? null : (standing.get(answerKey(id, 0))?.confirmReason ?? null));
  const judged = judgeRow(target.form, merged, { ...surroundings(target, row, now), confirmReasonOf }, (id) => fresh.has(id));
  const all = placed(target, judged);
  return {
    dropped: new Set(all.flatMap(([place, state]) => (state === 'dropped' ? [place] : []))),
    states: all.filter(([place, state]) => state !== 'dropped' && writes.some((write) => write.place === place)),
    problems: brokenProblems(target, row, judged, merged),
  };
}

function changeOf(target: LoadedTarget, row: PreparedRow, { place, before, value, outcome }: Compared): ValueChange[] {
  const question = target.linked[place]?.target ?? null;
  if (question === null || (outcome !== 'replaced' && outcome !== 'kept')) return [];
  return [
    {
      row: row.row,
      code: row.respondentCode ?? '',
      questionId: question.id,
      number: question.number,
      before: saidValue(target, question, before),
      after: saidValue(target, question, value),
      isReplaced: outcome === 'replaced',
    },
  ];
}
