import type { AnswerPlace, Turn } from '../../../../shared/contract/interviews.ts';
import { isSameAnswer, type AnswerRecord, type AnswerState } from '../../../../shared/model/answer.ts';
import type { Call } from '../../rpc/call.ts';
import { answerKey, rejudge, type FormState } from '../../../../shared/expressions/form.ts';
import { formAnswers, judge, type OpenInterview } from './open-interview.ts';
import { readNotes, toRecord, type StoredAnswer } from './read-answers.ts';
import { excessInstances, fitRounds, ownRounds } from './rounds.ts';
import { writeState, writeValue } from './store-answer.ts';

/** How an interview stood before something in it changed. Answers in it are never altered, only replaced. */
export interface Before {
  readonly state: FormState;
  readonly answers: ReadonlyMap<string, StoredAnswer>;
  readonly turns: readonly Turn[];
}

/** Keeps how an interview stands now. Call before writing. */
export function standingOf(open: OpenInterview, state: FormState = judge(open)): Before {
  return { state, answers: new Map(open.answers), turns: open.turns };
}

export interface Settled {
  readonly state: FormState;
  /** Where value or state are others than before, those of `first` first. */
  readonly changed: AnswerRecord[];
  readonly parked: AnswerPlace[];
  readonly returned: AnswerPlace[];
  readonly stale: AnswerPlace[];
  readonly turns: Turn[] | null;
}

/**
 * Brings an interview to rest after a change: rounds as many as their counts say, calculated answers anew, and every answer in the
 * state that all answers together lead to. Writes only what differs. `touched` are the places that were written; with null everything
 * is judged anew, as after a change of turns.
 */
export function settle(
  call: Pick<Call, 'sql' | 'workspace'>,
  open: OpenInterview,
  before: Before,
  touched: readonly AnswerPlace[] | null,
): Settled {
  let state = touched === null ? judge(open) : rejudge(open.form, before.state, formAnswers(open, open.answers), [...touched]).state;
  // Rounds may hold repeats whose rounds are counted in turn.
  const rounds = ownRounds(call, open);
  while (fitRounds(open, state, rounds)) state = judge(open);
  calculate(call, open, state);
  setStates(call, open, state);
  return tell(call, open, before, state, touched ?? []);
}

function calculate({ sql }: Pick<Call, 'sql'>, open: OpenInterview, state: FormState): void {
  const calculated = new Set(open.loaded.questions.filter((question) => question.type === 'calculated').map((question) => question.id));
  if (calculated.size === 0) return;
  for (const place of state.places) {
    if (!calculated.has(place.questionId)) continue;
    const key = answerKey(place.questionId, place.instance);
    const value = state.isAsked(place) ? state.calculated(place) : null;
    if (!isSameAnswer(value, open.answers.get(key)?.value ?? null)) writeValue(sql, open, place, value, null);
  }
}

function setStates({ sql }: Pick<Call, 'sql'>, open: OpenInterview, state: FormState): void {
  const excess = excessInstances(open, state);
  for (const answer of open.answers.values()) {
    const next = answerState(state, answer, excess);
    if (next !== answer.state) writeState(sql, open, answer, next);
  }
}

/** The state that all answers together lead an answer to. `excess` are rounds beyond their repeat's count. */
export function answerState(state: FormState, answer: StoredAnswer, excess: ReadonlySet<number>): AnswerState | null {
  if (!state.isAsked(answer)) return 'parked';
  const broken = state.checksBroken(answer);
  if (answer.value?.kind === 'draft' || broken.some((check) => check.severity === 'hard')) return 'invalid-draft';
  const isAskedAbout = answer.askedAbout !== null || excess.has(answer.instance);
  if (broken.length === 0 && !state.isStale(answer) && !isAskedAbout) return null;
  return answer.confirmReason === null ? 'to-confirm' : 'overridden';
}

function tell({ sql }: Pick<Call, 'sql'>, open: OpenInterview, before: Before, state: FormState, touched: readonly AnswerPlace[]): Settled {
  const first = touched.map((place) => answerKey(place.questionId, place.instance));
  const keys = new Set([...first, ...before.answers.keys(), ...open.answers.keys()]);
  const isChanged = (key: string): boolean => first.includes(key) || before.answers.get(key) !== open.answers.get(key);
  const notes = readNotes(sql, open.interview.key, open.loaded);
  const changed = [...keys].filter(isChanged).flatMap((key) => {
    const place =
      open.answers.get(key) ??
      before.answers.get(key) ??
      touched.find((candidate) => answerKey(candidate.questionId, candidate.instance) === key);
    return place === undefined ? [] : [toRecord(place, open.answers.get(key), notes.get(key))];
  });
  const others = changed.filter((record) => !first.includes(answerKey(record.questionId, record.instance)));
  const was = (place: AnswerPlace): StoredAnswer | undefined => before.answers.get(answerKey(place.questionId, place.instance));
  const placeOf = ({ questionId, instance }: AnswerPlace): AnswerPlace => ({ questionId, instance });
  return {
    state,
    changed,
    parked: others.filter((record) => record.state === 'parked').map(placeOf),
    returned: others.filter((record) => was(record)?.state === 'parked' && record.value !== null && record.state !== 'parked').map(placeOf),
    stale: [...open.answers.values()].filter((answer) => state.isStale(answer) && !before.state.isStale(answer)).map(placeOf),
    turns: open.turns === before.turns ? null : [...open.turns],
  };
}
