import type { Language } from '../model/text.ts';
import { applied, calculate, join, overLists, type Applied } from './apply.ts';
import type { Moment } from './dates.ts';
import type { FunctionName } from './functions.ts';
import { finite } from './numbers.ts';
import { matches, readPattern } from './pattern.ts';
import type { Expression } from './syntax.ts';
import { compare, isEmpty, toNumber, toText, truth, type Value } from './value.ts';

/** An expression made ready to be worked out again and again, in a context C: one interview, one place in it. */
export type Evaluate<C> = (context: C) => Value;

/** One level of indexed-repeat: which repeat, and which of its rounds, counted from 1. */
export interface RoundAt<C> {
  readonly repeat: string;
  readonly index: Evaluate<C>;
}

/** Where an expression gets everything from that does not stand in it. Names are looked up once, when the expression is bound. */
export interface Source<C> {
  /** The answer to a question, `.` for the question's own. */
  readonly value: (name: string) => Evaluate<C>;
  /** The answers of all rounds that can be seen from here; one where the question is asked once. */
  readonly list: (name: string) => (context: C) => readonly Value[];
  /** What an option has in a column; in option filters only. */
  readonly column: (name: string) => Evaluate<C>;
  /** Which round of the repeat `levels` up this is, from 1. */
  readonly position: (levels: number) => Evaluate<C>;
  readonly indexed: (name: string, rounds: readonly RoundAt<C>[]) => Evaluate<C>;
  /** The label of an option of a question, in the language of the context. */
  readonly choiceName: (question: string) => (context: C, option: Value) => Value;
  /** What is recorded here already, for once(). */
  readonly recorded: Evaluate<C>;
  readonly today: (context: C) => Moment | null;
  readonly now: (context: C) => Moment | null;
  readonly language: (context: C) => Language;
  /** A number from 0 up to, not including, 1; the same for the same interview and `place` in the text. */
  readonly random: (context: C, place: number) => number;
}

/** Makes an expression ready. Nothing that an expression can say makes the result throw. */
export function bind<C>(expression: Expression, source: Source<C>): Evaluate<C> {
  switch (expression.kind) {
    case 'number':
    case 'string': {
      const { value } = expression;
      return () => value;
    }
    case 'reference':
      return source.value(expression.name);
    case 'column':
      return source.column(expression.name);
    case 'parent':
      return () => null;
    case 'negative': {
      const operand = bind(expression.operand, source);
      return (context) => {
        const number = toNumber(operand(context));
        return number === null ? null : finite(-number);
      };
    }
    case 'call':
      return bindCall(expression, source);
    default:
      return bindPair(expression, source);
  }
}

type Pair = Extract<Expression, { readonly left: Expression }>;

function bindPair<C>(expression: Pair, source: Source<C>): Evaluate<C> {
  const [left, right] = [bind(expression.left, source), bind(expression.right, source)];
  switch (expression.kind) {
    case 'and':
      return (context) => truth(left(context)) && truth(right(context));
    case 'or':
      return (context) => truth(left(context)) || truth(right(context));
    case 'comparison': {
      const { sign } = expression;
      return (context) => compare(sign, left(context), right(context));
    }
    case 'arithmetic': {
      const { sign } = expression;
      return (context) => calculate(sign, left(context), right(context));
    }
  }
}

type Call = Extract<Expression, { readonly kind: 'call' }>;

function bindCall<C>(call: Call, source: Source<C>): Evaluate<C> {
  switch (call.name) {
    case 'not': {
      const [operand] = bindAll(call.args, source);
      return (context) => !truth(operand?.(context) ?? null);
    }
    case 'true':
      return () => true;
    case 'false':
      return () => false;
    case 'if':
      return bindIf(call, source);
    case 'coalesce':
      return bindCoalesce(call, source);
    case 'sum':
    case 'count':
    case 'count-non-empty':
    case 'min':
    case 'max':
    case 'concat':
    case 'join':
      return bindList(call, source);
    case 'regex':
      return bindRegex(call, source);
    case 'position':
    case 'indexed-repeat':
    case 'jr:choice-name':
    case 'once':
    case 'today':
    case 'now':
    case 'random':
      return bindContext(call, call.name, source);
    default:
      return bindApplied(call, applied[call.name], source);
  }
}

function bindAll<C>(args: readonly Expression[], source: Source<C>): Evaluate<C>[] {
  return args.map((part) => bind(part, source));
}

function bindApplied<C>(call: Call, work: Applied, source: Source<C>): Evaluate<C> {
  const args = bindAll(call.args, source);
  const { language } = source;
  return (context) =>
    work(
      args.map((part) => part(context)),
      language(context),
    );
}

function bindIf<C>({ args }: Call, source: Source<C>): Evaluate<C> {
  const [condition, then, otherwise] = bindAll(args, source);
  return (context) => (truth(condition?.(context) ?? null) ? then : otherwise)?.(context) ?? null;
}

/** The first that is answered; the last where none is. */
function bindCoalesce<C>({ args }: Call, source: Source<C>): Evaluate<C> {
  const parts = bindAll(args, source);
  return (context) => {
    let value: Value = null;
    for (const part of parts) {
      value = part(context);
      if (!isEmpty(value)) break;
    }
    return value;
  };
}

function bindList<C>({ name, args }: Call, source: Source<C>): Evaluate<C> {
  const [head] = args;
  if (name === 'join') {
    const separator = head === undefined ? (): Value => null : bind(head, source);
    const rest = valuesOf(args.slice(1), source);
    return (context) => join(separator(context), rest(context));
  }
  const work = overLists[name as keyof typeof overLists]; // bindCall sends only these names here
  const values = valuesOf(args, source);
  return (context) => work(values(context));
}

/** Each reference as the list of what it stands for, everything else as one value. */
function valuesOf<C>(args: readonly Expression[], source: Source<C>): (context: C) => readonly Value[] {
  const lists = args.map((part) => {
    if (part.kind === 'reference') return source.list(part.name);
    const one = bind(part, source);
    return (context: C): readonly Value[] => [one(context)];
  });
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  return (context) => lists.flatMap((list) => list(context));
}

/** A pattern that stands in the text is read once. */
function bindRegex<C>(call: Call, source: Source<C>): Evaluate<C> {
  const [text, pattern] = call.args;
  if (pattern?.kind !== 'string' || text === undefined) return bindApplied(call, applied.regex, source);
  const read = readPattern(pattern.value);
  if (!read.isRead) return () => false;
  const value = bind(text, source);
  return (context) => {
    const found = value(context);
    return !isEmpty(found) && matches(read.pattern, toText(found)) === true;
  };
}

/** The functions that look at where and when they are worked out. */
function bindContext<C>(call: Call, name: FunctionName, source: Source<C>): Evaluate<C> {
  const [head, second] = call.args;
  switch (name) {
    case 'today':
      return source.today;
    case 'now':
      return source.now;
    case 'random': {
      const { at } = call;
      return (context) => source.random(context, at);
    }
    case 'position':
      return source.position(head?.kind === 'parent' ? head.levels : 1);
    case 'once':
      return bindOnce(head, source);
    case 'jr:choice-name': {
      const option = head === undefined ? (): Value => null : bind(head, source);
      const label = source.choiceName(questionNamed(second) ?? '');
      return (context) => label(context, option(context));
    }
    default:
      return bindIndexed(call, source);
  }
}

function bindOnce<C>(head: Expression | undefined, source: Source<C>): Evaluate<C> {
  const { recorded } = source;
  const fresh = head === undefined ? (): Value => null : bind(head, source);
  return (context) => {
    const before = recorded(context);
    return isEmpty(before) ? fresh(context) : before;
  };
}

function bindIndexed<C>({ args }: Call, source: Source<C>): Evaluate<C> {
  const [target, ...pairs] = args;
  if (target?.kind !== 'reference') return () => null;
  const rounds: RoundAt<C>[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const [repeat, at] = [pairs[index], pairs[index + 1]];
    if (repeat?.kind !== 'reference' || at === undefined) return () => null;
    rounds.push({ repeat: repeat.name, index: bind(at, source) });
  }
  return source.indexed(target.name, rounds);
}

/** The question that jr:choice-name names: '${name}' in quotes as XLSForm has it, or the reference itself. */
export function questionNamed(part: Expression | undefined): string | null {
  if (part?.kind === 'reference') return part.name;
  if (part?.kind !== 'string') return null;
  return /^\s*\$\{\s*([^}]*?)\s*\}\s*$/u.exec(part.value)?.[1] ?? part.value.trim();
}
