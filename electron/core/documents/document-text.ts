import type { DocumentFormat, LeftOutPart } from '../../../shared/contract/texts-documents.ts';
import type { SpokenTurn } from '../../../shared/texts/index.ts';
import { AppError } from '../app-error.ts';

const mebibyte = 1024 * 1024;

/** What a document may cost before it is refused: several times the longest transcript anybody has seen. */
export const documentLimits = {
  fileBytes: 50 * mebibyte,
  /** Most bytes one part of a word processor's file may unpack to. */
  partBytes: 64 * mebibyte,
  /** Most characters of the text itself, as texts are stored. */
  characters: 4_000_000,
  /** Deepest element in a word processor's XML: tables in tables in text boxes stay far under it. */
  depth: 256,
} as const;

/** A document as its file has it: the words with line feeds, what heads it, who speaks, and what was not taken along. */
export interface DocumentText {
  readonly format: DocumentFormat;
  readonly body: string;
  /** The first heading of a word processor's file. */
  readonly heading: string | null;
  /** Only where the file itself says who speaks (VTT, SRT). */
  readonly turns: readonly SpokenTurn[];
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly part: LeftOutPart;
  readonly count: number;
}

/** Why a file cannot be read; the message is documents.error.<code>. */
export type DocumentProblem =
  | 'empty'
  | 'no-words'
  | 'unsupported'
  | 'encrypted'
  | 'truncated'
  | 'damaged'
  | 'bomb'
  | 'binary'
  | 'nul-byte'
  | 'no-cues'
  | 'too-large'
  | 'too-long';

/** A refusal of a file; `row` is the line as an editor numbers it, 0 where there is none, and `part` a part of a packed file, else "none". */
export function documentError(problem: DocumentProblem, where: { readonly [key: string]: string | number } = {}): AppError {
  const code = problem === 'too-large' || problem === 'too-long' ? 'FILE_TOO_LARGE' : 'FILE_UNREADABLE';
  return new AppError(code, { row: 0, part: 'none', type: '', limit: 0, ...where }, `documents.error.${problem}`);
}

// Tab and line feed are text; the other controls, the byte order mark, and non-characters are not.
// eslint-disable-next-line no-control-regex -- naming the control characters is the point
const forbidden = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFEFF\uFFFE\uFFFF]/gu;
// eslint-disable-next-line no-control-regex -- the same: what other programs end lines with
const lineEnds = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu;
const loneSurrogate = /[\uD800-\uDFFF]/gu;

/**
 * Words as they may be stored: line feeds only, composed (NFC), without control characters; half of a pair of UTF-16 units becomes
 * U+FFFD. Answers how many signs were taken out or replaced.
 */
export function tidyText(text: string): { readonly text: string; readonly signs: number } {
  let signs = 0;
  const lines = text.replaceAll(lineEnds, '\n');
  const plain = lines
    .replaceAll(forbidden, (sign) => {
      signs += sign === '\uFEFF' ? 0 : 1;
      return '';
    })
    .replaceAll(loneSurrogate, () => {
      signs += 1;
      return '\uFFFD';
    });
  return { text: plain.normalize('NFC'), signs };
}

/** A text's paragraphs without blanks at their ends, at most one empty line between two, and none before or after. */
export function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.slice(0, endOfWords(line)))
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .replaceAll(/^\n+|\n+$/gu, '');
}

/** Where the blanks at a line's end begin. Not by a pattern: one would try a row of blanks inside the line anew from each of them. */
function endOfWords(line: string): number {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t' || line[end - 1] === '\u00A0')) end -= 1;
  return end;
}

/** Parts that were left out, without those of which there are none. */
export function leftOutParts(counts: ReadonlyMap<LeftOutPart, number>): LeftOut[] {
  return [...counts].filter(([, count]) => count > 0).map(([part, count]) => ({ part, count }));
}
