import { answerState, judgeForm, type CompiledForm } from '../../../../../shared/expressions/form.ts';
import type { AnswerState, AnswerValue } from '../../../../../shared/model/answer.ts';
import type { QuestionId } from '../../../../../shared/model/ids.ts';
import type { Language } from '../../../../../shared/model/text.ts';

/** Where and when the answers were given, for rules that ask. */
export interface Surroundings {
  readonly today: string;
  readonly now: string;
  readonly language: Language;
  readonly seed: number;
  readonly confirmReasonOf: (questionId: string) => string | null;
}

export interface Judged {
  /** Answers that the questionnaire's own rules forbid outright: they are taken out, and the rest is judged without them. */
  readonly broken: readonly QuestionId[];
  /** States other than an ordinary answer's. */
  readonly states: ReadonlyMap<QuestionId, AnswerState>;
  readonly calculated: ReadonlyMap<QuestionId, AnswerValue>;
}

/** Taking answers out may ask other questions, whose answers then count; more turns than this no form needs. */
const mostTurns = 5;

/**
 * What routing, checks and calculations make of the answers of one person, by the rules that entry follows. `mayDrop` says which
 * answers come from the file: one of those that breaks a hard check is not imported.
 */
export function judgeRow(
  form: CompiledForm,
  values: ReadonlyMap<QuestionId, AnswerValue>,
  around: Surroundings,
  mayDrop: (questionId: QuestionId) => boolean,
): Judged {
  const left = new Map<string, AnswerValue>(values);
  const broken: QuestionId[] = [];
  for (let turn = 1; ; turn += 1) {
    const answers = {
      valueOf: (id: string, instance: number) => (instance === 0 ? (left.get(id) ?? null) : null),
      confirmReasonOf: (id: string) => around.confirmReasonOf(id),
      turns: [],
      today: around.today,
      now: around.now,
      language: around.language,
      seed: around.seed,
    };
    const state = judgeForm(form, answers);
    const found = [...values.keys()].filter(
      (id) => left.has(id) && mayDrop(id) && answerState(state, answers, { questionId: id, instance: 0 }) === 'invalid-draft',
    );
    if (found.length > 0 && turn < mostTurns) {
      for (const id of found) left.delete(id);
      broken.push(...found);
      continue;
    }
    const calculated = new Map<QuestionId, AnswerValue>();
    for (const place of state.places) {
      const value = place.instance === 0 && state.isAsked(place) ? state.calculated(place) : null;
      if (value !== null) calculated.set(place.questionId, value);
    }
    const states = new Map<QuestionId, AnswerState>();
    for (const id of values.keys()) {
      if (!left.has(id)) continue;
      const own = answerState(state, answers, { questionId: id, instance: 0 });
      if (own !== null) states.set(id, own);
    }
    return { broken, states, calculated };
  }
}
