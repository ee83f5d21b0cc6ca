import type { AnswerPlace } from '../contract/interviews.ts';
import type { AnswerState, AnswerValue } from '../model/answer.ts';
import { answerFor, calculatedAnswer } from './answers.ts';
import { hashOf, mixed } from './chance.ts';
import type { BrokenCheck, CompiledForm, CompiledQuestion } from './compiled.ts';
import { slotAt, type Layout } from './layout.ts';
import { Run, type Findings, type FormAnswers, type Surrounding } from './run.ts';
import { truth } from './value.ts';

/** What routing, checks and calculations make of all answers together. It does not change; `rejudge` makes the next one. */
export interface FormState {
  /** Every question in every person and round, in asking order, whether it is asked or not. */
  readonly places: readonly AnswerPlace[];
  readonly isAsked: (place: AnswerPlace) => boolean;
  readonly isRequired: (place: AnswerPlace) => boolean;
  /** Checks that the answer breaks, hard ones first; none where it is not asked or not answered. Index -1 is the question's own range. */
  readonly checksBroken: (place: AnswerPlace) => readonly BrokenCheck[];
  /** What a calculated question has worked out; null for missing, and for questions of other types. */
  readonly calculated: (place: AnswerPlace) => AnswerValue | null;
  /** Codes that the option filter lets through, in the order to show them; null where all are offered in their own order. */
  readonly offered: (place: AnswerPlace) => readonly number[] | null;
  /** An answered code that the filter does not offer any more. */
  readonly isStale: (place: AnswerPlace) => boolean;
  /** How many rounds a repeat should have; null where nobody has said, and outside repeats. */
  readonly repeatCount: (place: AnswerPlace) => number | null;
  /** What an unanswered question is filled with before somebody answers; null for nothing. */
  readonly defaultOf: (place: AnswerPlace) => AnswerValue | null;
}

/** The state with what `rejudge` needs to go on from. */
export class JudgedForm implements FormState {
  readonly form: CompiledForm;
  readonly layout: Layout;
  readonly findings: Findings;
  readonly around: Surrounding;

  constructor(parts: { readonly form: CompiledForm; readonly layout: Layout; readonly findings: Findings; readonly around: Surrounding }) {
    this.form = parts.form;
    this.layout = parts.layout;
    this.findings = parts.findings;
    this.around = parts.around;
  }

  get places(): readonly AnswerPlace[] {
    return this.layout.places;
  }

  isAsked(place: AnswerPlace): boolean {
    return this.findings.isAsked[this.#slot(place)] === 1;
  }

  isRequired(place: AnswerPlace): boolean {
    return this.findings.isRequired[this.#slot(place)] === 1;
  }

  checksBroken(place: AnswerPlace): readonly BrokenCheck[] {
    const slot = this.#slot(place);
    const { hard, soft } = this.findings;
    return [...(hard[slot] ?? []), ...(soft[slot] ?? [])];
  }

  calculated(place: AnswerPlace): AnswerValue | null {
    const compiled = this.#question(place);
    if (compiled?.question.type !== 'calculated') return null;
    return calculatedAnswer(this.findings.raw[this.#slot(place)] ?? null);
  }

  offered(place: AnswerPlace): readonly number[] | null {
    const compiled = this.#question(place);
    if (compiled === undefined) return null;
    const { question, optionFilter } = compiled;
    if ((optionFilter === null && !question.hasRandomOrder) || question.options.length === 0) return null;
    const run = this.#runAt(place);
    const left = question.options.filter((option) => {
      run.option = option;
      return optionFilter === null || truth(optionFilter(run));
    });
    if (!question.hasRandomOrder) return left.map(({ code }) => code);
    // Mixed before they are filtered, so that the order of those left does not jump when the filter changes.
    const order = mixed(question.options, hashOf(this.around.seed, question.name), (option) => option.isExclusive || option.asksWhat);
    return order.filter((option) => left.includes(option)).map(({ code }) => code);
  }

  isStale(place: AnswerPlace): boolean {
    return this.findings.isStale[this.#slot(place)] === 1;
  }

  repeatCount(place: AnswerPlace): number | null {
    return this.findings.counts[this.#slot(place)] ?? null;
  }

  defaultOf(place: AnswerPlace): AnswerValue | null {
    const compiled = this.#question(place);
    if (compiled === undefined || compiled.defaultValue === null || !this.isAsked(place)) return null;
    return answerFor(compiled.question, compiled.defaultValue(this.#runAt(place)));
  }

  #question({ questionId }: AnswerPlace): CompiledQuestion | undefined {
    return this.form.questions[this.form.structure.indexById.get(questionId) ?? -1];
  }

  #slot({ questionId, instance }: AnswerPlace): number {
    return slotAt(this.layout, this.form.structure.indexById.get(questionId) ?? -1, instance);
  }

  #runAt(place: AnswerPlace): Run {
    const run = new Run(this);
    run.stand(this.#slot(place), place.instance);
    return run;
  }
}

/**
 * In which state an answer is, as the file keeps it: set aside where it is not asked, a draft where it cannot be an answer or breaks a hard check, to be
 * confirmed where it breaks a soft one and nobody has said why it stands. Null is an ordinary answer.
 */
export function answerState(
  state: FormState,
  answers: Pick<FormAnswers, 'valueOf' | 'confirmReasonOf'>,
  place: AnswerPlace,
): AnswerState | null {
  const { questionId, instance } = place;
  if (!state.isAsked(place)) return 'parked';
  if (answers.valueOf(questionId, instance)?.kind === 'draft') return 'invalid-draft';
  const [broken] = state.checksBroken(place);
  if (broken === undefined) return null;
  if (broken.severity === 'hard') return 'invalid-draft';
  return answers.confirmReasonOf(questionId, instance) === null ? 'to-confirm' : 'overridden';
}
