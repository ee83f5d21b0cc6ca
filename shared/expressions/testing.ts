import type { Turn } from '../contract/interviews.ts';
import type { AnswerValue } from '../model/answer.ts';
import { QuestionId } from '../model/ids.ts';
import type { AnswerOption, Question, Section } from '../model/questionnaire.ts';
import type { Sections } from './fields.ts';
import type { FormAnswers } from './run.ts';

/** Small questionnaires and interviews for the tests of expressions: question n is called v<n>, and its id is made of n. */

export function id(number: number): QuestionId {
  return QuestionId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
}

export function question(number: number, part: Partial<Question> = {}): Question {
  return {
    id: id(number),
    name: `v${number}`,
    number: String(number),
    type: 'one',
    parentId: null,
    label: null,
    wording: { nb: `Spørsmål ${number}` },
    lead: null,
    hint: null,
    instruction: null,
    unit: null,
    scaleId: null,
    options: [],
    reasons: [],
    relevant: null,
    calculation: null,
    optionFilter: null,
    repeatCount: null,
    defaultValue: null,
    minimum: null,
    maximum: null,
    decimals: null,
    rankCount: null,
    dateForm: null,
    registerKind: null,
    hasRandomOrder: false,
    isPerPerson: false,
    isRequired: false,
    requiredWhen: null,
    requiredMessage: null,
    isIdentifier: false,
    isBackground: false,
    bankQuestionId: null,
    previousId: null,
    comparability: null,
    checks: [],
    ...part,
  };
}

export function option(code: number, part: Partial<AnswerOption> = {}): AnswerOption {
  return { code, name: null, label: { nb: `Svar ${code}` }, isExclusive: false, asksWhat: false, filterValues: {}, ...part };
}

export function section(questions: readonly Question[], relevant: string | null = null): Section {
  return { id: `section ${questions[0]?.number ?? ''}`, name: null, title: {}, relevant, questions: [...questions] };
}

export function version(questions: readonly Question[]): Sections {
  return { sections: [section(questions)] };
}

export function code(value: number): AnswerValue {
  return { kind: 'code', code: value };
}

export function codes(...values: number[]): AnswerValue {
  return { kind: 'codes', codes: values };
}

export function number(value: number): AnswerValue {
  return { kind: 'number', number: value };
}

export function text(value: string): AnswerValue {
  return { kind: 'text', text: value };
}

export function day(sortOn: string): AnswerValue {
  return { kind: 'date', said: sortOn, sortOn, precision: 'day' };
}

export const dontKnow: AnswerValue = { kind: 'missing', reason: 'dont-know' };

export function place(question: number, instance = 0) {
  return { questionId: id(question), instance };
}

/** A round of a repeat (or with null a person), by question number. */
export function turn(
  question: number | null,
  instance: number,
  ordinal: number,
  parentInstance = 0,
): Pick<Turn, 'instance' | 'questionId' | 'parentInstance' | 'ordinal'> {
  return { instance, questionId: question === null ? null : id(question), parentInstance, ordinal };
}

/** What else an interview has; not its answers, whose name every object has already. */
export type Surroundings = Partial<Omit<FormAnswers, 'valueOf'>>;

/** Answers by "question" or "question/instance". */
export function answersOf(answers: Readonly<Record<string, AnswerValue | null>>, more: Surroundings = {}): FormAnswers {
  const byKey = new Map(
    Object.entries(answers).map(([key, value]) => {
      const [number = '', instance = '0'] = key.split('/');
      return [`${id(Number(number))} ${instance}`, value];
    }),
  );
  return {
    valueOf: (questionId, instance) => byKey.get(`${questionId} ${instance}`) ?? null,
    turns: [],
    confirmReasonOf: () => null,
    today: '2025-06-15',
    now: '2025-06-15T14:30:00',
    language: 'nb',
    seed: 1,
    ...more,
  };
}
