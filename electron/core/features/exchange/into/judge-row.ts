import {
  answerKey,
  answerState,
  judgeForm,
  type CompiledForm,
  type FormAnswers,
  type FormState,
} from '../../../../../shared/expressions/form.ts';
import type { AnswerPlace, Turn } from '../../../../../shared/contract/interviews.ts';
import type { AnswerState, AnswerValue } from '../../../../../shared/model/answer.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { instancesIn, siblingsIn } from '../../interviews/turns.ts';

/** Where and when the answers were given, for rules that ask. */
export interface Surroundings {
  readonly today: string;
  readonly now: string;
  readonly language: Language;
  readonly seed: number;
  readonly confirmReasonOf: (questionId: string, instance: number) => string | null;
}

/** An answer where it was given: outside rounds, or in one of them. */
export interface PlacedValue extends AnswerPlace {
  readonly value: AnswerValue;
}

/** Answers of one interview by `answerKey`. */
export type PlacedValues = ReadonlyMap<string, PlacedValue>;

export interface Judged {
  /** Answers that the questionnaire's own rules forbid outright: they are taken out, and the rest is judged without them. */
  readonly broken: ReadonlySet<string>;
  /** States other than an ordinary answer's, by `answerKey`. */
  readonly states: ReadonlyMap<string, AnswerState>;
  readonly calculated: readonly PlacedValue[];
}

/** Taking answers out may ask other questions, whose answers then count; more turns than this no form needs. */
const mostTurns = 5;

export interface ToJudge {
  readonly values: PlacedValues;
  /** Rounds and persons of the interview. */
  readonly turns: readonly Turn[];
  /** Which answers come from the file: one of those that breaks a hard check is not imported. */
  readonly mayDrop: (key: string) => boolean;
}

/** What routing, checks and calculations make of the answers of one interview, by the rules that entry follows. */
export function judgeRow(form: CompiledForm, { values, turns, mayDrop }: ToJudge, around: Surroundings): Judged {
  const left = new Map(values);
  const broken = new Set<string>();
  for (let turn = 1; ; turn += 1) {
    const { confirmReasonOf, ...surroundings } = around;
    const answers: FormAnswers = {
      valueOf: (id, instance) => left.get(answerKey(id, instance))?.value ?? null,
      // The reasons are of the form's own list; rules only ask whether there is one.
      confirmReasonOf: confirmReasonOf as FormAnswers['confirmReasonOf'],
      turns,
      ...surroundings,
    };
    const state = judgeForm(form, answers);
    const found = [...left].filter(([key, place]) => mayDrop(key) && answerState(state, answers, place) === 'invalid-draft');
    if (found.length > 0 && turn < mostTurns) {
      for (const [key] of found) {
        left.delete(key);
        broken.add(key);
      }
      continue;
    }
    const excess = turns.length === 0 ? new Set<number>() : excessOf(form, state, turns);
    const states = new Map<string, AnswerState>();
    for (const [key, place] of left) {
      const own = answerState(state, answers, place) ?? (excess.has(place.instance) ? toConfirm(around, place) : null);
      if (own !== null) states.set(key, own);
    }
    return { broken, states, calculated: calculatedIn(state) };
  }
}

function toConfirm({ confirmReasonOf }: Surroundings, { questionId, instance }: AnswerPlace): AnswerState {
  return confirmReasonOf(questionId, instance) === null ? 'to-confirm' : 'overridden';
}

function calculatedIn(state: FormState): PlacedValue[] {
  return state.places.flatMap(({ questionId, instance }): PlacedValue[] => {
    const place = { questionId, instance };
    const value = state.isAsked(place) ? state.calculated(place) : null;
    return value === null ? [] : [{ ...place, value }];
  });
}

/** Rounds beyond their repeat's count, with all that lies in them: they are kept, and somebody must look at them. */
function excessOf({ questions }: CompiledForm, state: FormState, turns: readonly Turn[]): Set<number> {
  const repeats = new Set<string>(questions.flatMap(({ question }) => (question.type === 'repeat' ? [question.id] : [])));
  const over = state.places.flatMap((place) => {
    const count = repeats.has(place.questionId) && state.isAsked(place) ? state.repeatCount(place) : null;
    return count === null ? [] : siblingsIn(turns, place.questionId, place.instance).slice(Math.max(0, Math.trunc(count)));
  });
  return new Set(over.flatMap(({ instance }) => [...instancesIn(turns, instance)]));
}
