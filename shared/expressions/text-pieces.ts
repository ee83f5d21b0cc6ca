import type { Question } from '../model/questionnaire.ts';
import type { LocalisedText } from '../model/text.ts';
import { referencePattern } from './tokens.ts';

/** A piece of a text: words as they stand, or an earlier answer called by `${name}`. */
export type TextPiece =
  | { readonly kind: 'words'; readonly text: string }
  /** `at` is its first UTF-16 unit in the text. */
  | { readonly kind: 'answer'; readonly name: string; readonly at: number };

const reference = new RegExp(referencePattern.source, 'gu');

/** What stands where an answer is not there: not given, not asked, or not to be found. */
export const blank = '…';

/** Cuts a text into words and references, as expressions know them. What only looks like one (`${`, `${a b}`) is words. Linear. */
export function piecesOf(text: string): TextPiece[] {
  if (!text.includes('${')) return text === '' ? [] : [{ kind: 'words', text }];
  const pieces: TextPiece[] = [];
  let at = 0;
  const words = (end: number): void => {
    if (end > at) pieces.push({ kind: 'words', text: text.slice(at, end) });
  };
  for (const found of text.matchAll(reference)) {
    words(found.index);
    pieces.push({ kind: 'answer', name: found[1] ?? '', at: found.index });
    at = found.index + found[0].length;
  }
  words(text.length);
  return pieces;
}

/** The text with what `answerTo` says in place of each reference; a name is asked for once, however often it stands. */
export function filledText(text: string, answerTo: (name: string) => string): string {
  if (!text.includes('${')) return text;
  const said = new Map<string, string>();
  return piecesOf(text)
    .map((piece) => {
      if (piece.kind === 'words') return piece.text;
      const known = said.get(piece.name) ?? answerTo(piece.name);
      said.set(piece.name, known);
      return known;
    })
    .join('');
}

/** A form's text where it is read outside of an interview, in tables and lists: a blank where an answer would stand. */
export function withBlanks(text: LocalisedText): LocalisedText {
  if (namesIn(text).length === 0) return text;
  return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, filledText(words, () => blank)]));
}

/** A text that belongs to a question, with the part of the design it is; `index` is which of the options or checks. */
export interface QuestionText {
  readonly part: 'label' | 'lead' | 'wording' | 'hint' | 'instruction' | 'unit' | 'options' | 'checkMessage' | 'requiredMessage';
  readonly index: number | null;
  readonly text: LocalisedText;
}

/** Every text of a question that somebody reads. */
export function textsOf(question: Question): QuestionText[] {
  const { label, lead, wording, hint, instruction, unit, requiredMessage } = question;
  const plain = { lead, wording, hint, instruction, label, unit, requiredMessage };
  return [
    ...Object.entries(plain).flatMap(([part, text]): QuestionText[] =>
      // The keys of the object above are the parts.
      text === null ? [] : [{ part: part as keyof typeof plain, index: null, text }],
    ),
    ...question.options.map((option, index): QuestionText => ({ part: 'options', index, text: option.label })),
    ...question.checks.map(({ message }, index): QuestionText => ({ part: 'checkMessage', index, text: message })),
  ];
}

const known = new WeakMap<Question, readonly string[]>();

/** The names that a question's texts call, in any language. Read once for each question, because rows ask at every key. */
export function namesInTexts(question: Question): readonly string[] {
  const before = known.get(question);
  if (before !== undefined) return before;
  const names = [...new Set(textsOf(question).flatMap(({ text }) => namesIn(text)))];
  known.set(question, names);
  return names;
}

/** The names that a text calls in any language, each once. */
export function namesIn(text: LocalisedText): string[] {
  const pieces = Object.values(text).flatMap(piecesOf);
  return [...new Set(pieces.flatMap((piece) => (piece.kind === 'answer' ? [piece.name] : [])))];
}
