import type { Question } from '../../../../../shared/model/questionnaire.ts';
import type { FileQuestion } from '../../../../../shared/model/survey-file.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { spellingKey } from '../reading/value-forms.ts';
import { likeness, wordingKey } from './likeness.ts';

/** How much of the judgement the answers have, where both questions have options. */
const optionsWeight = 0.25;

/**
 * How alike a file's question and a questionnaire's are, 0 to 1: wordings (the shared question of a grid and its row by themselves),
 * and the share of options they have in common. 1 only for the same wording.
 */
export function unitLikeness(unit: FileQuestion, question: Question): number {
  const words = Math.max(0, ...textsOf(question).map((text) => wordsAlike(unit, text)));
  if (words === 1) return 1;
  const options = 'options' in unit ? optionsAlike(unit.options, question) : null;
  return Math.min(0.99, options === null ? words : words * (1 - optionsWeight) + options * optionsWeight);
}

interface QuestionText {
  readonly lead: string;
  readonly wording: string;
}

function textsOf({ wording, lead, label, name }: Question): QuestionText[] {
  // The keys of a localised text are languages.
  const languages = Object.keys(wording) as Language[];
  const worded = languages.map((language) => ({ lead: lead?.[language] ?? '', wording: wording[language] ?? '' }));
  const labelled = Object.values(label ?? {}).map((text) => ({ lead: '', wording: text }));
  return [...worded, ...labelled, { lead: '', wording: name.replaceAll('_', ' ') }];
}

function wordsAlike({ group, label }: FileQuestion, { lead, wording }: QuestionText): number {
  const row = likeness(wordingKey(label), wordingKey(wording));
  const whole = likeness(wordingKey(`${group ?? ''} ${label}`), wordingKey(`${lead} ${wording}`));
  if (group === null || lead === '') return whole === 1 ? 1 : Math.max(whole, group === null && lead === '' ? row : 0);
  // Rows of one grid differ in the row alone, and rows of two grids may be called the same.
  const shared = likeness(wordingKey(group), wordingKey(lead));
  return row === 1 && shared === 1 ? 1 : Math.min(0.99, Math.min(row, shared) < 0.3 ? 0 : 0.6 * row + 0.4 * shared);
}

function optionsAlike(
  options: readonly { readonly label: string; readonly spellings: readonly string[] }[],
  question: Question,
): number | null {
  const labels = new Set(question.options.flatMap(({ label }) => Object.values(label)).map(spellingKey));
  if (labels.size === 0 || options.length === 0) return null;
  const shared = options.filter(({ label, spellings }) => [label, ...spellings].some((text) => labels.has(spellingKey(text)))).length;
  return shared / Math.min(options.length, Math.max(1, question.options.length));
}
