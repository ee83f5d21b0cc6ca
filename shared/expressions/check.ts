import { readMoment } from './dates.ts';
import { functions, type FunctionSignature } from './functions.ts';
import { plainNumber, readNumber } from './numbers.ts';
import { readPattern } from './pattern.ts';
import { problem, type ExpressionProblem, type ProblemReason } from './problems.ts';
import { printExpression } from './print.ts';
import { nearest } from './suggest.ts';
import { partsOf, type Expression } from './syntax.ts';

/** What an expression is, as far as it can be told without answers. `option` is one option's name, `set` several. */
export type ValueType = 'number' | 'text' | 'boolean' | 'option' | 'set' | 'date' | 'any';

export interface TypedName {
  readonly type: ValueType;
  /** Names of the options, for `option` and `set`; null where they are not known. */
  readonly options: readonly string[] | null;
}

/** Types of names; null for a name that is not known. `.` is the answer itself. */
export interface TypeScope {
  readonly typeOf: (name: string) => TypedName | null;
}

/** A problem with its weight: an error keeps a version from being used, a warning is worth a look. */
export interface ExpressionFinding extends ExpressionProblem {
  readonly severity: 'error' | 'warning';
}

const anything: TypedName = { type: 'any', options: null };

/**
 * What in an expression was hardly meant: comparing a date with a text that is none, an option that a question does not have, selected() on a
 * number, a pattern that cannot be used. Unknown names are not its business.
 */
export function checkExpression(expression: Expression, scope: TypeScope): ExpressionFinding[] {
  const checker = new Checker(scope);
  checker.check(expression);
  return checker.found.toSorted((a, b) => a.at - b.at);
}

/** What an expression is. */
export function typeOfExpression(expression: Expression, scope: TypeScope): TypedName {
  return new Checker(scope).typeOf(expression);
}

/** How many options a message lists. */
const mostListed = 12;

class Checker {
  readonly found: ExpressionFinding[] = [];
  readonly #scope: TypeScope;

  constructor(scope: TypeScope) {
    this.#scope = scope;
  }

  check(expression: Expression): void {
    for (const part of partsOf(expression)) this.check(part);
    if (expression.kind === 'comparison') this.#comparison(expression);
    if (expression.kind === 'arithmetic') for (const part of [expression.left, expression.right]) this.#asNumber(part);
    if (expression.kind === 'negative') this.#asNumber(expression.operand);
    if (expression.kind === 'call') this.#call(expression);
  }

  typeOf(expression: Expression): TypedName {
    switch (expression.kind) {
      case 'number':
      case 'negative':
        return { type: 'number', options: null };
      case 'string':
      case 'column':
        return { type: 'text', options: null };
      case 'reference':
        return this.#scope.typeOf(expression.name) ?? anything;
      case 'and':
      case 'or':
      case 'comparison':
        return { type: 'boolean', options: null };
      case 'arithmetic':
        return { type: this.#arithmeticType(expression), options: null };
      case 'call':
        return this.#callType(expression);
      case 'parent':
        return anything;
    }
  }

  #arithmeticType({ sign, left, right }: Extract<Expression, { readonly kind: 'arithmetic' }>): ValueType {
    const [a, b] = [this.typeOf(left).type, this.typeOf(right).type];
    const isMoved = (sign === '+' && (a === 'date') !== (b === 'date')) || (sign === '-' && a === 'date' && b !== 'date');
    return isMoved ? 'date' : 'number';
  }

  #callType({ name, args }: Extract<Expression, { readonly kind: 'call' }>): TypedName {
    const { gives }: FunctionSignature = functions[name];
    const [first] = args;
    if (gives === 'option') return { type: 'option', options: first === undefined ? null : this.typeOf(first).options };
    if (gives !== 'any') return { type: gives, options: null };
    if (name === 'if') return this.#common(args.slice(1));
    if (name === 'indexed-repeat') return this.#common(args.slice(0, 1));
    if (name !== 'min' && name !== 'max') return this.#common(args);
    return args.every((part) => this.typeOf(part).type === 'date') ? { type: 'date', options: null } : { type: 'number', options: null };
  }

  /** What all of them are, or anything. */
  #common(args: readonly Expression[]): TypedName {
    const [first = anything, ...rest] = args.map((part) => this.typeOf(part));
    return rest.every(({ type }) => type === first.type) ? first : anything;
  }

  #comparison(expression: Extract<Expression, { readonly kind: 'comparison' }>): void {
    const { left, right, sign } = expression;
    if (isLiteral(left, '') || isLiteral(right, '')) return;
    const isOrder = sign !== '=' && sign !== '!=';
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const { type, options } = this.typeOf(one);
      if (type === 'date') this.#beside(one, other);
      if (type === 'set' && this.typeOf(other).type !== 'set') this.#tell('setCompared', one);
      if (type === 'option' && !isOrder) this.#option(other, options);
      if (isOrder) this.#ordered(one, other);
    }
  }

  /** Something that a date is held against. */
  #beside(date: Expression, other: Expression): void {
    const { type } = this.typeOf(other);
    if (other.kind === 'string') {
      if (readMoment(other.value) === null) this.#tell('dateWithText', other);
    } else if (type === 'number') this.#tell('dateWithNumber', other);
    else if (type === 'option' || type === 'set' || type === 'boolean') this.#tell('dateWithText', date);
  }

  #ordered(one: Expression, other: Expression): void {
    const [{ type, options }, { type: otherType }] = [this.typeOf(one), this.typeOf(other)];
    if (otherType === 'date') return;
    const hasNoNumbers = type === 'option' && options !== null && options.length > 0 && options.every((name) => readNumber(name) === null);
    if (hasNoNumbers) this.#tell('orderOfText', one);
    else if (type === 'text' && otherType === 'text' && one.at < other.at && !isDateOrNumber(one) && !isDateOrNumber(other))
      this.#tell('orderOfText', one);
    else if (type === 'text' && otherType === 'number' && !isDateOrNumber(one)) this.#tell('textAsNumber', one);
  }

  #call({ name, args }: Extract<Expression, { readonly kind: 'call' }>): void {
    const { takes }: FunctionSignature = functions[name];
    for (const [index, part] of args.entries()) {
      const kind = takes[Math.min(index, takes.length - 1)];
      if (kind === 'number') this.#asNumber(part);
      if (kind === 'pattern' && part.kind === 'string') this.#pattern(part);
      if (kind === 'choices') this.#choices(part);
      if (kind === 'date') this.#asDate(part);
    }
    const [first, second] = args;
    if (name === 'selected' && first !== undefined && second !== undefined) this.#option(second, this.typeOf(first).options);
    if ((name === 'date' || name === 'date-time') && first?.kind === 'string' && readMoment(first.value) === null)
      this.#tell('notADate', first);
    if (name === 'sum' || name === 'min' || name === 'max')
      for (const part of args) if (this.typeOf(part).type !== 'date') this.#asNumber(part);
  }

  #choices(part: Expression): void {
    const { type } = this.typeOf(part);
    if (type === 'number' || type === 'date' || type === 'boolean') this.#tell('selectedOnOther', part);
  }

  #asDate(part: Expression): void {
    const { type } = this.typeOf(part);
    if (part.kind === 'string' ? readMoment(part.value) === null : ['boolean', 'option', 'set'].includes(type))
      this.#tell('notADate', part);
  }

  #asNumber(part: Expression): void {
    const { type, options } = this.typeOf(part);
    const isText = part.kind === 'string' ? readNumber(part.value) === null : type === 'text' && part.kind === 'reference';
    const isWords =
      (type === 'option' || type === 'set') && options !== null && options.length > 0 && options.every((name) => readNumber(name) === null);
    if (isText || isWords || (type === 'set' && part.kind === 'reference')) this.#tell('textAsNumber', part);
  }

  #option(literal: Expression, options: readonly string[] | null): void {
    if (options === null || options.length === 0 || (literal.kind !== 'string' && literal.kind !== 'number')) return;
    const { value } = literal;
    if (value === '') return;
    const isKnown = typeof value === 'number' ? options.some((name) => readNumber(name) === value) : options.includes(value.trim());
    if (isKnown) return;
    const listed = options.length > mostListed ? [...options.slice(0, mostListed), '…'] : options;
    const suggestion = nearest(typeof value === 'number' ? plainNumber(value) : value, options);
    const isNear = suggestion !== null && typeof value === 'string' && readNumber(value) === null;
    this.#tell(isNear ? 'unknownOptionNear' : 'unknownOption', literal, { options: listed.join(', '), ...(isNear ? { suggestion } : {}) });
  }

  #pattern(part: Extract<Expression, { readonly kind: 'string' }>): void {
    const read = readPattern(part.value);
    if (read.isRead) return;
    const at = Math.min(part.at + 1 + read.at, Math.max(part.at, part.end - 1));
    this.found.push({ severity: 'error', ...problem(read.reason, { at, end: part.end, part: part.value.slice(read.at) }) });
  }

  #tell(reason: ProblemReason, about: Expression, params: Readonly<Record<string, string | number>> = {}): void {
    const { at, end } = about;
    this.found.push({ severity: 'warning', ...problem(reason, { at, end, part: printExpression(about) }, params) });
  }
}

function isLiteral(expression: Expression, value: string): boolean {
  return expression.kind === 'string' && expression.value === value;
}

/** A text that is written out and is a date, a time or a number all the same. */
function isDateOrNumber(expression: Expression): boolean {
  if (expression.kind !== 'string') return false;
  return readNumber(expression.value) !== null || readMoment(expression.value) !== null || /^\d{2}:\d{2}/u.test(expression.value);
}
