import type { Turn } from '../contract/interviews.ts';
import type { AnswerValue } from '../model/answer.ts';
import type { AnswerOption } from '../model/questionnaire.ts';
import type { Language } from '../model/text.ts';
import type { BrokenCheck, CompiledForm } from './compiled.ts';
import { readMoment, type Moment } from './dates.ts';
import { above, slotAt, type Layout } from './layout.ts';
import type { Value } from './value.ts';

/** Everything that judging an interview asks for. Nothing here may change while it is judged. */
export interface FormAnswers {
  /** What is recorded: also where it is not asked any more, and what was typed and cannot be right. */
  readonly valueOf: (questionId: string, instance: number) => AnswerValue | null;
  /** Persons of a group and rounds of repeats. */
  readonly turns: readonly Pick<Turn, 'instance' | 'questionId' | 'parentInstance' | 'ordinal'>[];
  /** Why an unusual answer stands; null while nobody has said. */
  readonly confirmReasonOf: (questionId: string, instance: number) => string | null;
  /** The day on the wall, YYYY-MM-DD. */
  readonly today: string;
  /** The day with the clock on the wall, YYYY-MM-DDTHH:MM:SS; a zone after it is passed over. */
  readonly now: string;
  readonly language: Language;
  readonly seed: number;
}

/** What is not an answer, but bears on what expressions make of the answers. */
export type Surrounding = Pick<FormAnswers, 'today' | 'now' | 'language' | 'seed'>;

/** What was worked out, by slot (and by section). */
export interface Findings {
  readonly isSectionAsked: Uint8Array;
  readonly isAsked: Uint8Array;
  /** The answer as it was given or worked out; missing where it is not asked. */
  readonly raw: Value[];
  /** The answer as others see it: missing as well where it breaks a hard check. */
  readonly seen: Value[];
  readonly hard: (readonly BrokenCheck[])[];
  readonly soft: (readonly BrokenCheck[])[];
  readonly isRequired: Uint8Array;
  readonly isStale: Uint8Array;
  readonly counts: (number | null)[];
}

const none: readonly BrokenCheck[] = [];

export function emptyFindings(slots: number, sections: number): Findings {
  return {
    isSectionAsked: new Uint8Array(sections),
    isAsked: new Uint8Array(slots),
    raw: new Array<Value>(slots).fill(null),
    seen: new Array<Value>(slots).fill(null),
    hard: new Array<readonly BrokenCheck[]>(slots).fill(none),
    soft: new Array<readonly BrokenCheck[]>(slots).fill(none),
    isRequired: new Uint8Array(slots),
    isStale: new Uint8Array(slots),
    counts: new Array<number | null>(slots).fill(null),
  };
}

export function copyFindings(findings: Findings): Findings {
  return {
    isSectionAsked: findings.isSectionAsked.slice(),
    isAsked: findings.isAsked.slice(),
    raw: findings.raw.slice(),
    seen: findings.seen.slice(),
    hard: findings.hard.slice(),
    soft: findings.soft.slice(),
    isRequired: findings.isRequired.slice(),
    isStale: findings.isStale.slice(),
    counts: findings.counts.slice(),
  };
}

/** One working out: where everything lies, what is found so far, and the place that is being worked out. */
export class Run {
  readonly form: CompiledForm;
  readonly layout: Layout;
  readonly findings: Findings;
  readonly around: Surrounding;
  readonly today: Moment | null;
  readonly now: Moment | null;
  /** What is recorded at the place, for once(). */
  readonly recorded: (run: Run) => Value;
  slot = -1;
  instance = 0;
  own: Value = null;
  option: AnswerOption | null = null;

  constructor(
    parts: { readonly form: CompiledForm; readonly layout: Layout; readonly findings: Findings; readonly around: Surrounding },
    recorded: (run: Run) => Value = () => null,
  ) {
    this.form = parts.form;
    this.layout = parts.layout;
    this.findings = parts.findings;
    this.around = parts.around;
    this.today = readMoment(parts.around.today);
    this.now = readMoment(parts.around.now);
    this.recorded = recorded;
  }

  /** Puts the run at a place; `own` is set by whoever knows it. */
  stand(slot: number, instance: number): void {
    this.slot = slot;
    this.instance = instance;
    this.own = null;
    this.option = null;
  }

  /** The answer that others see to a question in a turn; missing where it has no place there. */
  seenAt(question: number, instance: number): Value {
    return this.findings.seen[slotAt(this.layout, question, instance)] ?? null;
  }

  /** The turn `levels` above the place. */
  turnAbove(levels: number): number {
    return above(this.layout, this.instance, levels);
  }
}
