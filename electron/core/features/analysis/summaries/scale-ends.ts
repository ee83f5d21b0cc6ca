import type { AnswerOption, QuestionForm } from '../../../analysis/questions.ts';
import type { ScaleEnds } from './figure-cell.ts';

/** Fewer answers than this have no two best and two worst that differ. */
const fewestAnswers = 4;

/** The good end is the high one unless the scale says the low one is. */
export function isTurned({ direction }: Pick<QuestionForm, 'direction'>): boolean {
  return direction === 'falling';
}

/** The two best and the two worst answers of a scale; null for anything else and for scales too short to have both. */
export function scaleEnds(form: Pick<QuestionForm, 'type' | 'direction'>, options: readonly AnswerOption[]): ScaleEnds | null {
  if ((form.type !== 'scale' && form.type !== 'scale-0-10') || options.length < fewestAnswers) return null;
  const codes = options.map(({ code }) => code).toSorted((a, b) => a - b);
  const [low, high] = [codes.slice(0, 2), codes.slice(-2)];
  return isTurned(form) ? { best: low, worst: high } : { best: high, worst: low };
}

/** Lowest and highest possible score of a scale; null where there is no such thing. */
export function scaleRange(
  form: Pick<QuestionForm, 'type'>,
  options: readonly AnswerOption[],
): { readonly low: number; readonly high: number } | null {
  if (form.type !== 'scale' && form.type !== 'scale-0-10') return null;
  const codes = options.map(({ code }) => code);
  const [low, high] = [Math.min(...codes), Math.max(...codes)];
  return codes.length < 2 ? null : { low, high };
}
