import type { QuestionChanges } from '../../../../shared/contract/questionnaires.ts';
import type { MissingReason, Question, QuestionType } from '../../../../shared/model/questionnaire.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import type { IconName } from '../../../ui/icon/icons.ts';

/** What can be chosen in the strip of types: a grid's row is a scale question under a shared heading. */
export type StripType = QuestionType | 'grid';

/** The keys 1–8, in order; 9 opens the others. */
export const firstTypes: readonly StripType[] = ['one', 'several', 'scale', 'scale-0-10', 'number', 'date', 'open', 'yes-no'];
/** The keys 1–7 once 9 has been pressed. */
export const moreTypes: readonly StripType[] = ['consent', 'note', 'rank', 'calculated', 'repeat', 'register', 'grid'];
export const moreDigit = 9;

export const typeIcons: Readonly<Partial<Record<StripType, IconName>>> = {
  consent: 'choice',
  one: 'choice',
  'yes-no': 'choice',
  several: 'several',
  rank: 'several',
  scale: 'scale',
  'scale-0-10': 'scale',
  grid: 'scale',
  open: 'open',
};

/** The part of a question that is written next, once its type is known. */
export type NextPart = 'options' | 'scale' | 'wording' | 'calculation' | 'card';

/** Whether the answers are written at the question itself. */
export function hasOwnAnswers(type: QuestionType): boolean {
  return type === 'one' || type === 'several' || type === 'rank';
}

/** Where the hand goes after a type was chosen. */
export function partAfter(type: StripType): NextPart {
  if (type === 'scale' || type === 'grid') return 'scale';
  if (type === 'calculated') return 'calculation';
  return type !== 'note' && type !== 'repeat' && type !== 'register' && hasOwnAnswers(type) ? 'options' : 'card';
}

/** What a question becomes by a type; a grid takes what was written as its heading. */
export function changesForType(
  question: Pick<Question, 'wording' | 'type' | 'reasons' | 'dateForm' | 'registerKind'>,
  chosen: StripType,
): QuestionChanges {
  const type: QuestionType = chosen === 'grid' ? 'scale' : chosen;
  return {
    type,
    ...(chosen === 'grid' ? { lead: question.wording, wording: {} } : {}),
    ...(isAnswered(type) ? {} : { reasons: [] }),
    ...(type === 'date' ? { dateForm: question.dateForm ?? 'date' } : {}),
    ...(type === 'register' ? { registerKind: question.registerKind ?? 'place' } : {}),
  };
}

function isAnswered(type: QuestionType): boolean {
  return !['note', 'calculated', 'repeat', 'consent'].includes(type);
}

/** Offered where nobody has said anything else. */
const usualReasons: readonly MissingReason[] = ['dont-know', 'prefer-not-to-say'];

/** What a new question takes over from the one above. */
export function newQuestionAfter(
  above: Question | null,
  wording: LocalisedText,
): QuestionChanges & { type: QuestionType; wording: LocalisedText } {
  const reasons = above === null || !isAnswered(above.type) ? usualReasons : above.reasons;
  return { type: 'open', wording, reasons: [...reasons] };
}

/** "Same type as above", with the scale and the heading of a grid; null where nothing stands above. */
export function sameAs(above: Question | null): QuestionChanges | null {
  if (above === null) return null;
  return {
    type: above.type,
    reasons: [...above.reasons],
    ...(above.type === 'scale' ? { scaleId: above.scaleId, lead: above.lead } : {}),
    ...(above.type === 'date' ? { dateForm: above.dateForm } : {}),
    ...(above.type === 'register' ? { registerKind: above.registerKind } : {}),
    ...(above.type === 'number' ? { unit: above.unit, decimals: above.decimals } : {}),
  };
}
