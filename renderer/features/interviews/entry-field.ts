import type { AnswerValue, EnteredValue } from '../../../shared/model/answer.ts';
import type { Question } from '../../../shared/model/questionnaire.ts';
import { readSpokenDate, type SpokenDate } from '../../../shared/model/spoken-date.ts';
import type { Language } from '../../../shared/model/text.ts';
import { formatFieldNumber, parseNumber } from '../../ui/number-field/parse-number.ts';

/** What the text in a field is as an answer. `unreadable` is no possible answer, and says why. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly entered: EnteredValue; readonly value: AnswerValue }
  | { readonly kind: 'unreadable'; readonly why: 'number' | 'range' | 'decimals' | 'date' | 'time' };

/** What a date is read against: the day of the interview, ISO, and its language. */
export interface ReadingContext {
  readonly today: string;
  readonly language: Language;
}

/** Whether a question is answered in a field of letters and digits. */
export function isTyped(question: Pick<Question, 'type'>): boolean {
  return question.type === 'number' || question.type === 'open' || question.type === 'date';
}

/** Reads a field. Nothing is guessed: what cannot be read stays as it was typed. */
export function readField(question: Question, text: string, context: ReadingContext): Reading {
  if (text.trim() === '') return { kind: 'empty' };
  if (question.type === 'number') return readNumber(question, text);
  if (question.type !== 'date') {
    const stored = asStored(text);
    return { kind: 'value', entered: { kind: 'text', text: stored }, value: { kind: 'text', text: stored } };
  }
  const date = readDate(question, text, context);
  if (date === null) return { kind: 'unreadable', why: question.dateForm === 'time' ? 'time' : 'date' };
  return { kind: 'value', entered: { kind: 'date', said: date.said }, value: { kind: 'date', ...date } };
}

/** A date as it will be kept, for showing its reading while one types; null while it cannot be read. */
export function readDate(question: Pick<Question, 'dateForm'>, text: string, { today, language }: ReadingContext): SpokenDate | null {
  return text.trim() === '' ? null : readSpokenDate(text, { form: question.dateForm, today, language });
}

/** Text as the file keeps it, so that what comes back is what was sent. */
function asStored(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC');
}

function readNumber({ minimum, maximum, decimals }: Question, text: string): Reading {
  const parsed = parseNumber(text);
  if (parsed.kind !== 'number') return { kind: 'unreadable', why: 'number' };
  const { value: number } = parsed;
  if (decimals !== null && decimalsIn(text) > decimals) return { kind: 'unreadable', why: 'decimals' };
  if (number < (minimum ?? -Infinity) || number > (maximum ?? Infinity)) return { kind: 'unreadable', why: 'range' };
  return { kind: 'value', entered: { kind: 'number', number }, value: { kind: 'number', number } };
}

function decimalsIn(text: string): number {
  return /[,.](\d+)\s*$/u.exec(text)?.[1]?.replace(/0+$/u, '').length ?? 0;
}

/** The text that a field shows for an answer; what was typed and is no answer stands as it was typed. */
export function fieldText(value: AnswerValue | null): string {
  switch (value?.kind) {
    case 'text':
      return value.text;
    case 'number':
      return formatFieldNumber(value.number, ',');
    case 'date':
      return value.said;
    case 'draft':
      return value.typed;
    default:
      return '';
  }
}

/** An answer as it is entered again: what Esc brings back. */
export function enteredOf(value: AnswerValue | null): EnteredValue {
  if (value === null) return { kind: 'clear' };
  return value.kind === 'date' ? { kind: 'date', said: value.said } : value;
}

/** How an answer that is on its way looks; the words of a date are read here as the file will read them. */
export function paintOf(question: Question, entered: EnteredValue, context: ReadingContext): AnswerValue | null {
  if (entered.kind === 'clear') return null;
  if (entered.kind !== 'date') return entered;
  const read = readDate(question, entered.said, context);
  return read === null ? { kind: 'draft', typed: entered.said } : { kind: 'date', ...read };
}
