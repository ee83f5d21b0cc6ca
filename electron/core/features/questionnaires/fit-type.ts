import type { QuestionChanges } from '../../../../shared/contract/questionnaires.ts';
import { takesAnswer, type QuestionType } from '../../../../shared/model/questionnaire.ts';
import type { OptionSpec, QuestionSpec } from '../../../../shared/model/questionnaire-spec.ts';

/** Types whose options a person writes. */
const withOptions: ReadonlySet<QuestionType> = new Set(['one', 'several', 'rank', 'scale']);
const withOrder: ReadonlySet<QuestionType> = new Set(['one', 'several', 'rank']);
const withUnit: ReadonlySet<QuestionType> = new Set(['number', 'calculated']);

/** Settings that only some types have, when they have them, and what says nothing. */
const settings: readonly (readonly [
  field: keyof QuestionSpec & keyof QuestionChanges,
  fits: (type: QuestionType) => boolean,
  none: unknown,
])[] = [
  ['unit', (type) => withUnit.has(type), null],
  ['decimals', (type) => withUnit.has(type), null],
  ['minimum', (type) => type === 'number', null],
  ['maximum', (type) => type === 'number', null],
  ['rankCount', (type) => type === 'rank', null],
  ['calculation', (type) => type === 'calculated', null],
  ['repeatCount', (type) => type === 'repeat', null],
  ['optionFilter', (type) => withOrder.has(type), null],
  ['hasRandomOrder', (type) => withOrder.has(type), false],
  ['reasons', (type) => takesAnswer({ type }), []],
  ['isRequired', (type) => takesAnswer({ type }), false],
  ['requiredWhen', (type) => takesAnswer({ type }), null],
  ['requiredMessage', (type) => takesAnswer({ type }), null],
  ['checks', (type) => takesAnswer({ type }), []],
  ['defaultValue', (type) => takesAnswer({ type }), null],
];

/** What a change of type does beside it, and how much of the question does not fit the new one. */
export interface Fitting {
  readonly changes: QuestionChanges;
  readonly lostOptions: number;
  readonly lostSettings: number;
}

/**
 * What a question keeps when its type changes. Options stay between choices, orders and scales, those of a shared scale as the
 * question's own; settings that the new type has no use for go, and so do a question's own options where it is given a scale.
 */
export function fitType(
  question: QuestionSpec,
  scale: { readonly id: string; readonly options: readonly OptionSpec[] } | null,
  type: QuestionType,
  nextScaleId: string | null = null,
): Fitting {
  const lost = settings.filter(([field, fits, none]) => !fits(type) && JSON.stringify(question[field]) !== JSON.stringify(none));
  const keepsOptions = withOptions.has(type);
  const ownFromScale = scale !== null && keepsOptions && type !== 'scale';
  const losesOptions = !keepsOptions || (nextScaleId !== null && scale === null);
  const lostOptions = losesOptions ? (scale?.options.length ?? question.options.length) : 0;
  const changes: QuestionChanges = {
    type,
    ...Object.fromEntries(lost.map(([field, , none]) => [field, none])),
    ...(!keepsOptions && question.options.length > 0 && { options: [] }),
    ...(ownFromScale && { options: [...scale.options] }),
    ...(scale !== null && type !== 'scale' && { scaleId: null }),
    dateForm: type === 'date' ? (question.dateForm ?? 'date') : null,
    registerKind: type === 'register' ? (question.registerKind ?? 'place') : null,
  };
  return { changes, lostOptions, lostSettings: lost.length };
}
