import { ExpressionError, type ComparisonSign, type Expression, type ExpressionProblem } from './syntax.ts';
import { tokenise, type Token } from './tokens.ts';

export type ParsedExpression =
  | { readonly isRead: true; readonly expression: Expression }
  | { readonly isRead: false; readonly problem: ExpressionProblem };

/** Deeper than anybody writes by hand, far shallower than the stack. */
const deepest = 100;
const comparisonSigns: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=']);

/**
 * Reads a routing or check expression: XLSForm's subset of XPath 1.0 with references, numbers, texts, comparisons, `and`, `or`,
 * `not(…)`, parentheses and `selected(…, '1')`. `or` binds loosest, then `and`, then one comparison.
 */
export function parseExpression(text: string): ParsedExpression {
  try {
    const reader = new Reader(tokenise(text));
    const expression = reader.either(0);
    reader.expectEnd();
    return { isRead: true, expression };
  } catch (error) {
    if (error instanceof ExpressionError) return { isRead: false, problem: error.problem };
    throw error;
  }
}

/** Recursive descent: one method per rule of the grammar. */
class Reader {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  either(depth: number): Expression {
    let left = this.#both(depth);
    while (this.#take('word', 'or')) left = { kind: 'or', left, right: this.#both(depth) };
    return left;
  }

  expectEnd(): void {
    if (this.#now().kind !== 'end') throw this.#unexpected();
  }

  #both(depth: number): Expression {
    let left = this.#comparison(depth);
    while (this.#take('word', 'and')) left = { kind: 'and', left, right: this.#comparison(depth) };
    return left;
  }

  #comparison(depth: number): Expression {
    const left = this.#value(depth);
    const token = this.#now();
    if (token.kind !== 'sign' || !comparisonSigns.has(token.text)) return left;
    this.#index += 1;
    // The set above holds exactly the comparison signs.
    return { kind: 'comparison', sign: token.text as ComparisonSign, left, right: this.#value(depth) };
  }

  #value(depth: number): Expression {
    const token = this.#now();
    if (depth > deepest) throw new ExpressionError({ reason: 'too-deep', at: token.at, part: token.written });
    if (token.kind === 'word') return this.#call(token, depth);
    if (this.#take('sign', '(')) return this.#closed(this.either(depth + 1));
    if (this.#take('sign', '-')) return this.#negative();
    if (this.#take('sign', '.')) return { kind: 'reference', name: '.' };
    if (token.kind === 'sign' || token.kind === 'end') throw this.#unexpected();
    this.#index += 1;
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
    return token.kind === 'string' ? { kind: 'string', value: token.text } : { kind: 'reference', name: token.text };
  }

  #negative(): Expression {
    const token = this.#now();
    if (token.kind !== 'number') throw this.#unexpected();
    this.#index += 1;
    return { kind: 'number', value: -Number(token.text) };
  }

  #call(token: Token, depth: number): Expression {
    if (token.text === 'not') {
      this.#index += 1;
      return { kind: 'not', operand: this.#value(depth + 1) };
    }
    if (token.text !== 'selected') throw new ExpressionError({ reason: 'unknown-word', at: token.at, part: token.written });
    this.#index += 1;
    this.#expect('(');
    const set = this.either(depth + 1);
    this.#expect(',');
    return this.#closed({ kind: 'selected', set, code: this.either(depth + 1) });
  }

  #closed(expression: Expression): Expression {
    this.#expect(')');
    return expression;
  }

  #expect(sign: string): void {
    if (!this.#take('sign', sign)) throw this.#unexpected();
  }

  #take(kind: Token['kind'], text: string): boolean {
    const token = this.#now();
    if (token.kind !== kind || token.text !== text) return false;
    this.#index += 1;
    return true;
  }

  #now(): Token {
    const token = this.#tokens[Math.min(this.#index, this.#tokens.length - 1)];
    if (token === undefined) throw new Error('a token list always has an end');
    return token;
  }

  #unexpected(): ExpressionError {
    const { kind, at, written } = this.#now();
    return new ExpressionError({ reason: kind === 'end' ? 'ended' : 'not-expected', at, part: written });
  }
}
