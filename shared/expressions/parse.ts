import { functionNames, functions, isFunctionName, type FunctionName, type FunctionSignature } from './functions.ts';
import { ExpressionError, problem, type ExpressionProblem, type ProblemReason } from './problems.ts';
import { nearest } from './suggest.ts';
import type { ArithmeticSign, ComparisonSign, Expression } from './syntax.ts';
import { tokenise, type Token } from './tokens.ts';

export type ParsedExpression =
  | { readonly isRead: true; readonly expression: Expression }
  | { readonly isRead: false; readonly problem: ExpressionProblem };

export interface ParseOptions {
  /** Bare names are columns of the options: in option filters only. */
  readonly allowsColumns?: boolean;
}

/** Deeper than anybody writes by hand, far shallower than the stack. */
const deepest = 100;
/** Signs in one expression: a chain of them is a tree as deep as it is long. */
const mostSigns = 1500;
const comparisonSigns: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=']);
const pathSigns: ReadonlySet<string> = new Set(['/', '//', '..', '@', '[', ']', '|', '::']);
const pathWords: ReadonlySet<string> = new Set(['current', 'instance', 'self', 'node', 'text', 'parent', 'ancestor']);

/**
 * Reads an expression: XLSForm's subset of XPath 1.0. From loosest to tightest: `or`, `and`, one comparison, `+ -`,
 * `* div mod`, unary minus. Paths are refused, but for `position(..)`.
 */
export function parseExpression(text: string, options: ParseOptions = {}): ParsedExpression {
  try {
    const reader = new Reader(tokenise(text), options);
    return { isRead: true, expression: reader.whole() };
  } catch (error) {
    if (error instanceof ExpressionError) return { isRead: false, problem: error.problem };
    throw error;
  }
}

/** Recursive descent: one method per rule of the grammar. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #allowsColumns: boolean;
  #index = 0;
  #signs = 0;

  constructor(tokens: readonly Token[], { allowsColumns = false }: ParseOptions) {
    this.#tokens = tokens;
    this.#allowsColumns = allowsColumns;
  }

  whole(): Expression {
    const expression = this.#either(0);
    const token = this.#now();
    if (token.kind === 'end') return expression;
    this.#fail(comparisonSigns.has(token.text) && token.kind === 'sign' ? 'chainedComparison' : 'operatorExpected', token);
  }

  #either(depth: number): Expression {
    let left = this.#both(depth);
    while (this.#takeSign('word', 'or')) left = joined({ kind: 'or', left, right: this.#both(depth) });
    return left;
  }

  #both(depth: number): Expression {
    let left = this.#comparison(depth);
    while (this.#takeSign('word', 'and')) left = joined({ kind: 'and', left, right: this.#comparison(depth) });
    return left;
  }

  #comparison(depth: number): Expression {
    const left = this.#sum(depth);
    const token = this.#now();
    if (token.kind !== 'sign' || !comparisonSigns.has(token.text)) return left;
    this.#takeSign('sign', token.text);
    // The set above holds exactly the comparison signs.
    const whole = joined({ kind: 'comparison', sign: token.text as ComparisonSign, left, right: this.#sum(depth) });
    const next = this.#now();
    if (next.kind === 'sign' && comparisonSigns.has(next.text)) this.#fail('chainedComparison', next);
    return whole;
  }

  #sum(depth: number): Expression {
    let left = this.#product(depth);
    for (;;) {
      const sign = this.#takeOneOf('sign', ['+', '-']);
      if (sign === null) return left;
      left = joined({ kind: 'arithmetic', sign, left, right: this.#product(depth) });
    }
  }

  #product(depth: number): Expression {
    let left = this.#signed(depth);
    for (;;) {
      const sign = this.#takeOneOf('sign', ['*']) ?? this.#takeOneOf('word', ['div', 'mod']);
      if (sign === null) return left;
      left = joined({ kind: 'arithmetic', sign, left, right: this.#signed(depth) });
    }
  }

  #signed(depth: number): Expression {
    const token = this.#now();
    if (depth > deepest) this.#fail('tooDeep', token, { most: deepest });
    if (!this.#takeSign('sign', '-')) return this.#value(depth);
    const next = this.#now();
    if (next.kind === 'number') {
      // A minus before a number is part of it; zero has no sign.
      const { value } = this.#number(next);
      return { kind: 'number', value: value === 0 ? 0 : -value, at: token.at, end: next.end };
    }
    const operand = this.#signed(depth + 1);
    return { kind: 'negative', operand, at: token.at, end: operand.end };
  }

  #value(depth: number): Expression {
    const token = this.#now();
    const { at, end, text } = token;
    if (token.kind === 'number') return this.#number(token);
    if (token.kind === 'word') return this.#word(token, depth);
    if (this.#take('sign', '(')) {
      const inner = this.#either(depth + 1);
      return { ...inner, at, end: this.#close(token) };
    }
    if (this.#take('sign', '.')) {
      if (this.#now().text === '/') this.#fail('path', this.#now());
      return { kind: 'reference', name: '.', at, end };
    }
    if (token.kind === 'string' || token.kind === 'reference') {
      this.#index += 1;
      return token.kind === 'string' ? { kind: 'string', value: text, at, end } : { kind: 'reference', name: text, at, end };
    }
    this.#fail(token.kind === 'sign' && pathSigns.has(text) ? 'path' : token.kind === 'end' ? 'valueMissing' : 'valueExpected', token);
  }

  #number(token: Token): Expression & { readonly kind: 'number' } {
    const value = Number(token.text);
    if (!Number.isFinite(value)) this.#fail('numberTooLarge', token);
    this.#index += 1;
    return { kind: 'number', value, at: token.at, end: token.end };
  }

  #word(token: Token, depth: number): Expression {
    const { text: name, at, end } = token;
    const next = this.#tokens[this.#index + 1];
    const isCalled = next?.kind === 'sign' && next.text === '(';
    if (next?.kind === 'sign' && (next.text === '/' || next.text === '::')) this.#fail('path', token);
    if (!isCalled) {
      if (['and', 'or', 'div', 'mod'].includes(name)) this.#fail('valueExpected', token);
      if (!this.#allowsColumns) this.#fail(isFunctionName(name) ? 'wordIsFunction' : 'bareWord', token);
      this.#index += 1;
      return { kind: 'column', name, at, end };
    }
    if (!isFunctionName(name)) this.#failUnknown(token);
    this.#index += 2;
    const args = name === 'position' ? [this.#parent()] : this.#arguments(depth, next);
    const close = this.#close(next);
    checkCount(name, args.length, token);
    return { kind: 'call', name, args, at, end: close };
  }

  #failUnknown(token: Token): never {
    if (pathWords.has(token.text)) this.#fail('path', token);
    const suggestion = nearest(token.text, functionNames);
    if (suggestion !== null) this.#fail('unknownFunctionNear', token, { suggestion });
    this.#fail('unknownFunction', token, { functions: functionNames.join(', ') });
  }

  #arguments(depth: number, open: Token): Expression[] {
    const first = this.#now();
    if (first.kind === 'sign' && first.text === ')') return [];
    if (first.kind === 'end') this.#fail('closeMissing', first, { opened: open.at + 1 });
    const args = [this.#either(depth + 1)];
    while (this.#take('sign', ',')) args.push(this.#either(depth + 1));
    return args;
  }

  /** `..`, or `../..` for the repeat around the repeat. */
  #parent(): Expression {
    const token = this.#now();
    let levels = 0;
    let { end } = token;
    do {
      end = this.#now().end;
      if (!this.#take('sign', '..')) this.#fail('parentExpected', this.#now());
      levels += 1;
    } while (this.#take('sign', '/'));
    if (levels > deepest) this.#fail('tooDeep', token, { most: deepest });
    return { kind: 'parent', levels, at: token.at, end };
  }

  /** The end of a parenthesis. */
  #close(open: Token): number {
    const token = this.#now();
    if (this.#take('sign', ')')) return token.end;
    if (token.kind === 'end') this.#fail('closeMissing', token, { opened: open.at + 1 });
    this.#fail('closeExpected', token, { opened: open.at + 1 });
  }

  #takeOneOf<S extends ArithmeticSign>(kind: Token['kind'], signs: readonly S[]): S | null {
    return signs.find((sign) => this.#takeSign(kind, sign)) ?? null;
  }

  #takeSign(kind: Token['kind'], text: string): boolean {
    const token = this.#now();
    if (!this.#take(kind, text)) return false;
    this.#signs += 1;
    if (this.#signs > mostSigns) this.#fail('tooLong', token, { most: mostSigns });
    return true;
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

  #fail(reason: ProblemReason, token: Token, params: Readonly<Record<string, string | number>> = {}): never {
    throw new ExpressionError(problem(reason, { at: token.at, end: token.end, part: token.written }, params));
  }
}

type Unplaced =
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'comparison'; readonly sign: ComparisonSign; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'arithmetic'; readonly sign: ArithmeticSign; readonly left: Expression; readonly right: Expression };

function joined(node: Unplaced): Expression {
  return { ...node, at: node.left.at, end: node.right.end };
}

function checkCount(name: FunctionName, count: number, token: Token): void {
  const { least, most }: FunctionSignature = functions[name];
  const isOdd = name === 'indexed-repeat' && count % 2 === 0;
  if (count >= least && count <= most && !isOdd) return;
  const place = { at: token.at, end: token.end, part: token.written };
  const found =
    least === most ? problem('argumentCount', place, { wanted: least, count }) : problem('argumentRange', place, { least, most, count });
  throw new ExpressionError(found);
}
