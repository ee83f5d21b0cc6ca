import { ExpressionError } from './syntax.ts';

/** A piece of an expression with its place. */
export interface Token {
  readonly kind: 'number' | 'string' | 'reference' | 'word' | 'sign' | 'end';
  /** The number's, text's or reference's content; the word or sign itself. */
  readonly text: string;
  /** First UTF-16 unit of the token in the expression. */
  readonly at: number;
  /** The token as it was written. */
  readonly written: string;
}

const patterns: readonly (readonly [kind: Token['kind'], pattern: RegExp])[] = [
  ['number', /\d+(?:\.\d+)?/uy],
  ['reference', /\$\{\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*\}/uy],
  ['string', /'([^']*)'|"([^"]*)"/uy],
  ['word', /[\p{L}_][\p{L}\p{N}_-]*/uy],
  ['sign', /<=|>=|!=|[=<>(),.-]/uy],
];

/** Cuts an expression into tokens, the last of them `end`. @throws ExpressionError */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = skipSpace(text, at + token.written.length);
  }
  tokens.push({ kind: 'end', text: '', at: text.length, written: '' });
  return tokens;
}

function readToken(text: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { kind, text: match[1] ?? match[2] ?? match[0], at, written: match[0] };
  }
  const rest = text.slice(at);
  if (/^['"]/u.test(rest)) throw new ExpressionError({ reason: 'unclosed-text', at, part: rest });
  if (rest.startsWith('${')) throw new ExpressionError({ reason: 'unclosed-reference', at, part: rest });
  throw new ExpressionError({ reason: 'unknown-sign', at, part: String.fromCodePoint(rest.codePointAt(0) ?? 0) });
}

function skipSpace(text: string, from: number): number {
  const space = /\s*/uy;
  space.lastIndex = from;
  return from + (space.exec(text)?.[0].length ?? 0);
}
