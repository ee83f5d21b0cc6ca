import { ExpressionError, problem } from './problems.ts';

/** A piece of an expression with its place. */
export interface Token {
  readonly kind: 'number' | 'string' | 'reference' | 'word' | 'sign' | 'end';
  /** The number's, text's or reference's content; the word or sign itself. */
  readonly text: string;
  /** First UTF-16 unit of the token in the expression, and the first after it. */
  readonly at: number;
  readonly end: number;
  /** The token as it was written. */
  readonly written: string;
}

/** A reference, `${name}`, as expressions and texts write it. Names are XLSForm's, with the letters of every language. */
export const referencePattern = /\$\{\s*([\p{L}_][\p{L}\p{M}\p{N}_.-]*)\s*\}/uy;

// A word may carry a prefix, as in jr:choice-name.
const patterns: readonly (readonly [kind: Token['kind'], pattern: RegExp])[] = [
  ['number', /\d+(?:\.\d*)?|\.\d+/uy],
  ['reference', referencePattern],
  ['string', /'([^']*)'|"([^"]*)"/uy],
  ['word', /[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.-]*)?/uy],
  ['sign', /<=|>=|!=|\.\.|\/\/|::|[=<>(),.+*/@[\]|-]/uy],
];

/** Longer expressions are refused before they are cut up. */
const longest = 20_000;

/** Cuts an expression into tokens, the last of them `end`. @throws ExpressionError */
export function tokenise(text: string): Token[] {
  if (text.length > longest) throw new ExpressionError(problem('tooLong', { at: longest, end: text.length, part: '' }, { most: longest }));
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = skipSpace(text, token.end);
  }
  tokens.push({ kind: 'end', text: '', at: text.length, end: text.length, written: '' });
  return tokens;
}

function readToken(text: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const [written] = match;
    return { kind, text: match[1] ?? match[2] ?? written, at, end: at + written.length, written };
  }
  throw new ExpressionError(unreadable(text, at));
}

function unreadable(text: string, at: number) {
  const rest = text.slice(at);
  if (/^['"]/u.test(rest)) return problem('unclosedText', { at, end: text.length, part: rest });
  if (rest.startsWith('${')) {
    const close = rest.indexOf('}');
    const part = close === -1 ? rest : rest.slice(0, close + 1);
    return problem('badReference', { at, end: at + part.length, part });
  }
  const sign = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  return problem(/[‘’‚“”„«»]/u.test(sign) ? 'curlyQuotes' : 'unknownSign', { at, end: at + sign.length, part: sign });
}

const space = /\s*/uy;

function skipSpace(text: string, from: number): number {
  space.lastIndex = from;
  return from + (space.exec(text)?.[0].length ?? 0);
}
