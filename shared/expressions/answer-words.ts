import type { AnswerValue } from '../model/answer.ts';
import { locales } from '../model/locales.ts';
import { numberIn } from '../model/number-in.ts';
import type { Question } from '../model/questionnaire.ts';
import type { Language } from '../model/text.ts';
import { cut } from '../texts/index.ts';

/** What answers are said with. */
export interface AnswerSpeech {
  readonly language: Language;
  /** An option's words; yes and no, and the points of a scale, have none of their own. */
  readonly optionWords: (question: Question, code: number) => string;
  /** What a record of the registers is called; empty while that is being read. */
  readonly nameOf: (id: string) => string;
}

/** Longest answer in a person's own words that another question repeats, in characters. */
const longest = 120;

/** An answer inside the words of another question: without its unit, numbers and dates as the language writes them. Empty where nothing was answered. */
export function answerWords(question: Question, value: AnswerValue, { language, optionWords, nameOf }: AnswerSpeech): string {
  switch (value.kind) {
    case 'code':
      return optionWords(question, value.code);
    case 'codes':
      return value.codes.map((code) => optionWords(question, code)).join(', ');
    case 'number':
      // What was calculated has at most two decimals; what was answered has those that were given.
      return numberIn(language, question.type === 'calculated' ? Math.round(value.number * 100) / 100 : value.number);
    case 'text':
      return cut(value.text, longest);
    case 'date':
      return dateWords(value, language);
    case 'record':
      return nameOf(value.id);
    case 'missing':
    case 'draft':
      return '';
  }
}

/** Days, months and times as the language writes them; other dates as they were said ("vår 2023"). */
function dateWords({ said, sortOn, precision }: Extract<AnswerValue, { readonly kind: 'date' }>, language: Language): string {
  const [, on = '', hours = '', minutes = ''] = /^(\d{4}-\d{2}(?:-\d{2})?)(?:T(\d{2}):(\d{2}).*)?$/u.exec(sortOn ?? '') ?? [];
  const date = new Date(on);
  if (on === '' || Number.isNaN(date.getTime()) || !['minute', 'day', 'month'].includes(precision)) return cut(said, longest);
  const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const day = format(language, precision === 'month' || on.length === 7 ? month : { ...month, day: 'numeric' }).format(date);
  return hours === '' ? day : `${day} ${hours}${language === 'en' ? ':' : '.'}${minutes}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${form.day ?? ''}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], form);
  formats.set(key, made);
  return made;
}
