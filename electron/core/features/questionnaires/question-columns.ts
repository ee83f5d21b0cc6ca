import type { OptionSpec, QuestionSpec } from '../../../../shared/model/questionnaire-spec.ts';
import { reasonLetters, type MissingReason } from '../../../../shared/model/questionnaire.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import type { SqlParams, SqlValue } from '../../db/statements.ts';

/** What a question's own row holds of its specification; name, label and the two marks lie with the variable. */
export type QuestionFields = Omit<
  QuestionSpec,
  'name' | 'label' | 'isIdentifier' | 'isBackground' | 'scale' | 'options' | 'checks' | 'parent'
>;

/** One column of `question` for each field, and how its value is stored. */
const columns: { readonly [K in keyof QuestionFields]: readonly [column: string, store: (value: QuestionFields[K]) => SqlValue] } = {
  type: ['type', plain],
  wording: ['wording', storeText],
  lead: ['lead', storeTextOrNull],
  hint: ['hint', storeTextOrNull],
  instruction: ['instruction', storeTextOrNull],
  unit: ['unit', storeTextOrNull],
  reasons: ['reasons', storeReasons],
  relevant: ['relevant', plain],
  calculation: ['calculation', plain],
  optionFilter: ['option_filter', plain],
  repeatCount: ['repeat_count', plain],
  defaultValue: ['default_value', plain],
  minimum: ['minimum', plain],
  maximum: ['maximum', plain],
  decimals: ['decimals', plain],
  rankCount: ['rank_count', plain],
  dateForm: ['date_form', plain],
  registerKind: ['register_kind', plain],
  hasRandomOrder: ['has_random_order', Number],
  isPerPerson: ['is_per_person', Number],
  isRequired: ['is_required', Number],
  requiredWhen: ['required_when', plain],
  requiredMessage: ['required_message', storeTextOrNull],
  extras: ['extras', storeValues],
};

/** The columns and values for those fields that are given; everything else is passed over. */
export function questionColumns(fields: { readonly [K in keyof QuestionFields]?: QuestionFields[K] | undefined }): SqlParams {
  const found: Record<string, SqlValue> = {};
  for (const [field, [column, store]] of Object.entries(columns)) {
    // A field of the table above is a field of the specification, and its own `store` takes its value.
    const value = fields[field as keyof QuestionFields];
    if (value !== undefined) found[column] = (store as (value: unknown) => SqlValue)(value);
  }
  return found;
}

/** The columns of an option but those that say whose it is and where it stands. */
export function optionColumns(option: OptionSpec): SqlParams {
  return {
    code: option.code,
    name: option.name,
    label: storeText(option.label),
    is_exclusive: Number(option.isExclusive),
    asks_what: Number(option.asksWhat),
    filter_values: storeValues(option.filterValues),
    extras: storeValues(option.extras),
  };
}

export function storeText(text: LocalisedText): string {
  return JSON.stringify(text);
}

export function storeTextOrNull(text: LocalisedText | null): string | null {
  return text === null ? null : storeText(text);
}

function storeValues(values: Readonly<Record<string, string>>): string | null {
  return Object.keys(values).length === 0 ? null : JSON.stringify(values);
}

function storeReasons(reasons: readonly MissingReason[]): string {
  return reasons.map((reason) => reasonLetters[reason]).join(' ');
}

function plain<T extends SqlValue>(value: T): SqlValue {
  return value;
}
