import { takesAnswer, type Question } from '../../../../../shared/model/questionnaire.ts';
import type { RoundsOf, RoundsTarget, TargetQuestion } from '../../../../../shared/model/survey-import.ts';

/** What rows can be rounds of, with the questions that each round asks, in the form's order. */
export interface RoundTarget {
  readonly of: RoundsOf;
  /** Null for the persons of groups. */
  readonly repeat: Question | null;
  readonly questions: readonly Question[];
}

/** The repeats of a version, nested ones too, and the persons of groups where something is asked of each of them. */
export function roundTargets(questions: readonly Question[]): RoundTarget[] {
  const persons = questions.filter((question) => question.isPerPerson && question.parentId === null && takesAnswer(question));
  const repeats = questions.filter(({ type }) => type === 'repeat');
  return [
    ...(questions.some(({ isPerPerson }) => isPerPerson) ? [{ of: 'persons' as const, repeat: null, questions: persons }] : []),
    ...repeats.map((repeat): RoundTarget => ({
      of: repeat.id,
      repeat,
      questions: questions.filter((question) => question.parentId === repeat.id && takesAnswer(question)),
    })),
  ];
}

/**
 * A question as columns are matched with it: within a sheet of rounds every question stands alone, as those outside rounds do in the
 * sheet of interviews.
 */
export function asOutside(question: Question): Question {
  return { ...question, parentId: null };
}

/** A question as the window lists it. */
export function toTargetQuestion({ id, number, name, type, wording, lead }: Question): TargetQuestion {
  return { id, number, name, type, wording, lead };
}

/** What rows can be rounds of, as the window lists it. */
export function toRoundsTarget({ of, repeat, questions }: RoundTarget): RoundsTarget {
  return { of, number: repeat?.number ?? '', wording: repeat?.wording ?? {}, questions: questions.map(toTargetQuestion) };
}
