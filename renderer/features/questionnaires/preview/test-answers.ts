import type { AnswerSpeech } from '../../../../shared/expressions/answer-words.ts';
import { filledQuestion, type AnswersToFill } from '../../../../shared/expressions/fill.ts';
import { askedBecause, compileForm, judgeForm, type FormState } from '../../../../shared/expressions/form.ts';
import type { AnswerValue } from '../../../../shared/model/answer.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import { isOneChoice, questionsOf, type Question, type QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';

/** Answers given to try a questionnaire, by question; every repeat has one round, and nothing is stored. */
export type TestAnswers = ReadonlyMap<QuestionId, AnswerValue>;

/** What routing and checks make of the test answers. */
export interface Tested {
  readonly asked: ReadonlySet<string>;
  /** Codes that the filter lets through, in the order to show; null where all stand in their own order. */
  readonly offered: (question: Question) => readonly number[] | null;
  readonly calculated: (question: Question) => AnswerValue | null;
  /** Index of the first check that the answer breaks, -1 for its range; null for none. */
  readonly broken: (question: Question) => { readonly severity: 'hard' | 'soft'; readonly index: number } | null;
  /** The question whose answer keeps this one from being asked, if exactly one does. */
  readonly blocker: (question: Question) => Question | null;
  /** The question with the test answers that its texts mention. */
  readonly filled: (question: Question, speech: AnswerSpeech) => Question;
}

const noAnswers: AnswersToFill = { state: null, valueOf: () => null };

/** Nothing is asked of anybody before the trying begins, and answers that texts mention are blanks. */
export const untried: Tested = {
  asked: new Set(),
  offered: () => null,
  calculated: () => null,
  broken: () => null,
  blocker: () => null,
  filled: (question, speech) => filledQuestion(question, 0, noAnswers, speech),
};

/** Makes a function that judges test answers; made once for each version. */
export function testerOf(version: QuestionnaireVersion): (answers: TestAnswers, language: Language, clock: Date) => Tested {
  const form = compileForm(version);
  const questions = questionsOf(version);
  const instances = new Map<QuestionId, number>();
  const instanceOf = ({ parentId }: Question): number => (parentId === null ? 0 : (instances.get(parentId) ?? 0));
  const turns = questions
    .filter((question) => question.type === 'repeat')
    .map((question, index) => {
      instances.set(question.id, index + 1);
      return { instance: index + 1, questionId: question.id, parentInstance: instanceOf(question), ordinal: 1 };
    });
  const placeOf = (question: Question) => ({ questionId: question.id, instance: instanceOf(question) });
  return (answers, language, clock) => {
    const day = [clock.getFullYear(), clock.getMonth() + 1, clock.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    const time = [clock.getHours(), clock.getMinutes(), clock.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
    // Every question has one place here, so that its id is enough.
    const valueOf = (questionId: string): AnswerValue | null => answers.get(questionId as QuestionId) ?? null;
    const state: FormState = judgeForm(form, {
      valueOf,
      turns,
      confirmReasonOf: () => null,
      today: day,
      now: `${day}T${time}`,
      language,
      seed: 1,
    });
    return {
      asked: new Set(questions.filter((question) => state.isAsked(placeOf(question))).map((question) => question.id)),
      offered: (question) => state.offered(placeOf(question)),
      calculated: (question) => state.calculated(placeOf(question)),
      broken: (question) => state.checksBroken(placeOf(question))[0] ?? null,
      blocker: (question) => {
        const ids = askedBecause(form, question.id);
        return ids.length === 1 ? (questions.find((other) => other.id === ids[0]) ?? null) : null;
      },
      filled: (question, speech) =>
        filledQuestion(question, instanceOf(question), { state, valueOf: ({ questionId }) => valueOf(questionId) }, speech),
    };
  };
}

/** An answer after a code was typed: chosen, or one more or less of several; an exclusive answer stands alone. Null is no answer. */
export function withCode(question: Question, before: AnswerValue | null, code: number): AnswerValue | null {
  if (isOneChoice(question)) return { kind: 'code', code };
  const chosen = before?.kind === 'codes' ? before.codes : [];
  const isExclusive = (other: number): boolean => question.options.find((option) => option.code === other)?.isExclusive === true;
  const next = chosen.includes(code)
    ? chosen.filter((other) => other !== code)
    : [...(isExclusive(code) ? [] : chosen.filter((other) => !isExclusive(other))), code];
  return next.length === 0 ? null : { kind: 'codes', codes: next };
}

/** The next question that is asked, in either direction; null at an end. */
export function nextAsked(
  questions: readonly Question[],
  from: QuestionId | null,
  by: -1 | 1,
  asked: ReadonlySet<string>,
): QuestionId | null {
  const index = questions.findIndex((question) => question.id === from);
  const rest = by === 1 ? questions.slice(index + 1) : questions.slice(0, Math.max(0, index)).toReversed();
  return rest.find((question) => asked.has(question.id) && question.type !== 'calculated' && question.type !== 'repeat')?.id ?? null;
}
