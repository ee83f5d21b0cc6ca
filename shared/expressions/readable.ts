import { questionNamed } from './bind.ts';
import { readMoment } from './dates.ts';
import type { ExpressionField } from './fields.ts';
import { printExpression } from './print.ts';
import { listed, nothing, say, type Readable } from './sentence.ts';
import { partsOf, type ComparisonSign, type Expression } from './syntax.ts';

/** What the sentence needs to know about a question, `.` for the one the expression belongs to; null where there is none of that name. */
export interface DescribedQuestion {
  readonly number: string;
  readonly isDate: boolean;
  /** Takes several options, so that they are included rather than equal. */
  readonly isSet: boolean;
  readonly isRepeat: boolean;
  /** The label of the option with this name; null where there is none or it has no words. */
  readonly optionLabel: (name: string) => string | null;
}

export type Describe = (name: string) => DescribedQuestion | null;

/** Longer sentences help nobody; the expression is then shown as it is written. */
const mostParts = 80;

/** An expression as a sentence in parts, `${q7} = 1 or ${q7} = 2` as one question with two answers. Anything can be said, if need be as written. */
export function readable(expression: Expression, describe: Describe): Readable {
  if (sizeOf(expression) > mostParts) return { kind: 'written', text: printExpression(expression) };
  return new Sayer(describe).said(expression);
}

/** The whole line about a field: "Asked if question 7 is “Yes”". */
export function readableField(field: ExpressionField, expression: Expression, describe: Describe): Readable {
  return say(`field.${field}`, { condition: readable(expression, describe) });
}

function sizeOf(expression: Expression): number {
  return partsOf(expression).reduce((sum, part) => sum + sizeOf(part), 1);
}

const signMessages = { '=': 'is', '!=': 'isNot', '<': 'less', '<=': 'atMost', '>': 'more', '>=': 'atLeast' } as const;
const dateMessages = { '=': 'is', '!=': 'isNot', '<': 'before', '<=': 'notAfter', '>': 'after', '>=': 'notBefore' } as const;
const turned: Readonly<Record<ComparisonSign, ComparisonSign>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const arithmeticMessages = { '+': 'plus', '-': 'minus', '*': 'times', div: 'div', mod: 'mod' } as const;

/** One thing said of one subject with one object: "question 7 is A". */
interface Claim {
  readonly message: string;
  readonly subject: Expression;
  readonly objects: readonly Readable[];
}

class Sayer {
  readonly #describe: Describe;

  constructor(describe: Describe) {
    this.#describe = describe;
  }

  said(expression: Expression): Readable {
    switch (expression.kind) {
      case 'number':
        return { kind: 'number', value: expression.value };
      case 'string':
        return textOrDate(expression.value);
      case 'reference':
        return this.#question(expression.name);
      case 'column':
        return { kind: 'column', name: expression.name };
      case 'parent':
        return { kind: 'written', text: printExpression(expression) };
      case 'negative':
        return say('negative', { a: this.#operand(expression.operand) });
      case 'and':
      case 'or':
        return this.#joined(expression.kind, expression);
      case 'comparison':
        return this.#claimSaid(this.#claimOf(expression));
      case 'arithmetic':
        return say(arithmeticMessages[expression.sign], { left: this.#operand(expression.left), right: this.#operand(expression.right) });
      case 'call':
        return this.#call(expression);
    }
  }

  #question(name: string): Readable {
    if (name === '.') return { kind: 'own' };
    const described = this.#describe(name);
    return described === null ? { kind: 'written', text: `\${${name}}` } : { kind: 'question', name, number: described.number };
  }

  /** A part of a sum or product; what is put together itself stands in parentheses. */
  #operand(expression: Expression): Readable {
    const isPlain = ['number', 'string', 'reference', 'column', 'call'].includes(expression.kind);
    return isPlain ? this.said(expression) : say('grouped', { inner: this.said(expression) });
  }

  /** All parts of one `and` or `or`, what says the same of the same thing taken together. */
  #joined(kind: 'and' | 'or', expression: Expression): Readable {
    const parts = flat(kind, expression);
    const joinable = kind === 'or' ? ['is', 'chosen'] : ['isNot', 'notChosen'];
    const items: (Claim | Readable)[] = [];
    for (let index = 0; index < parts.length; index++) {
      const [part, next] = [parts[index], parts[index + 1]];
      if (part === undefined) continue;
      const range = kind === 'and' ? this.#range(part, next) : null;
      if (range !== null) {
        items.push(range);
        index += 1;
        continue;
      }
      const claim = this.#claim(part);
      const before = items.at(-1);
      if (claim !== null && before !== undefined && 'subject' in before && joinable.includes(claim.message) && isSameClaim(before, claim))
        items[items.length - 1] = { ...before, objects: [...before.objects, ...claim.objects] };
      else if (part.kind === 'and' || part.kind === 'or') items.push(say('grouped', { inner: this.said(part) }));
      else items.push(claim ?? this.said(part));
    }
    return items.map((item) => ('subject' in item ? this.#claimSaid(item) : item)).reduce((left, right) => say(kind, { left, right }));
  }

  /** `. >= 0 and . <= 52` as one range. */
  #range(low: Expression, high: Expression | undefined): Readable | null {
    if (low.kind !== 'comparison' || high?.kind !== 'comparison' || low.sign !== '>=' || high.sign !== '<=') return null;
    if (printExpression(low.left) !== printExpression(high.left) || this.#isDate(low) || this.#isDate(high)) return null;
    return say('between', { left: this.said(low.left), low: this.#operand(low.right), high: this.#operand(high.right) });
  }

  #claim(expression: Expression): Claim | null {
    if (expression.kind === 'comparison') return this.#claimOf(expression);
    if (expression.kind !== 'call') return null;
    const [first, second] = expression.args;
    if (expression.name === 'selected' && first !== undefined && second !== undefined) return this.#chosen(first, second, true);
    if (expression.name !== 'not' || first?.kind !== 'call' || first.name !== 'selected') return null;
    const [set, name] = first.args;
    return set === undefined || name === undefined ? null : this.#chosen(set, name, false);
  }

  #chosen(set: Expression, name: Expression, isSo: boolean): Claim {
    const described = set.kind === 'reference' ? this.#describe(set.name) : null;
    const message = described !== null && !described.isSet ? (isSo ? 'is' : 'isNot') : isSo ? 'chosen' : 'notChosen';
    return { message, subject: set, objects: [this.#object(name, set)] };
  }

  #claimOf({ sign, left, right }: Extract<Expression, { readonly kind: 'comparison' }>): Claim {
    // The question comes first, however it is written.
    const isTurned = left.kind !== 'reference' && right.kind === 'reference';
    const [subject, object] = isTurned ? [right, left] : [left, right];
    const way = isTurned ? turned[sign] : sign;
    if (object.kind === 'string' && object.value === '' && (way === '=' || way === '!='))
      return { message: way === '=' ? 'isUnanswered' : 'isAnswered', subject, objects: [] };
    const messages = this.#isDate({ left, right }) ? dateMessages : signMessages;
    return { message: messages[way], subject, objects: [this.#object(object, subject)] };
  }

  #claimSaid({ message, subject, objects }: Claim): Readable {
    const left = this.#operand(subject);
    return say(message, objects.length === 0 ? { left } : { left, right: listed(objects, 'or') });
  }

  /** What is held against a question: one of its options by its label, or whatever it is. */
  #object(object: Expression, subject: Expression): Readable {
    if (subject.kind === 'reference' && (object.kind === 'string' || object.kind === 'number')) {
      const label = this.#describe(subject.name)?.optionLabel(String(object.value)) ?? null;
      if (label !== null) return { kind: 'answer', label };
    }
    return this.#operand(object);
  }

  #isDate({ left, right }: { readonly left: Expression; readonly right: Expression }): boolean {
    return [left, right].some((side) => {
      if (side.kind === 'reference') return this.#describe(side.name)?.isDate === true;
      if (side.kind === 'arithmetic') return this.#isDate(side) && side.sign === '+';
      return side.kind === 'call' && ['today', 'now', 'date', 'date-time'].includes(side.name);
    });
  }

  #call(call: Extract<Expression, { readonly kind: 'call' }>): Readable {
    const { name, args } = call;
    const claim = this.#claim(call);
    if (claim !== null) return this.#claimSaid(claim);
    const [a = nothing, b = nothing, c = nothing] = args.map((part) => this.#operand(part));
    const rest = args.map((part) => this.#operand(part));
    switch (name) {
      case 'not':
        return say('function.not', { a: args[0] === undefined ? nothing : this.said(args[0]) });
      case 'if':
        return say('function.if', { a: args[0] === undefined ? nothing : this.said(args[0]), b, c });
      case 'coalesce':
      case 'sum':
      case 'min':
      case 'max':
      case 'concat':
        return say(`function.${name}`, { list: listed(rest, 'and') });
      case 'join':
        return say('function.join', { a, list: listed(rest.slice(1), 'and') });
      case 'count':
        return say(this.#isRepeat(args[0]) ? 'function.count.rounds' : 'function.count', { a });
      case 'round':
        return args.length === 1 ? say('function.round', { a }) : say('function.round.to', { a, b });
      case 'substr':
        return args.length === 2 ? say('function.substr', { a, b }) : say('function.substr.to', { a, b, c });
      case 'indexed-repeat':
        return say('function.indexed-repeat', {
          a,
          list: listed(
            rest.filter((_, index) => index > 0 && index % 2 === 0),
            'and',
          ),
        });
      case 'position':
        return say('function.position');
      case 'jr:choice-name':
        return say('function.jr:choice-name', { a: args[0]?.kind === 'reference' ? a : this.#question(questionNamed(args[1]) ?? '') });
      case 'date':
        return args[0]?.kind === 'string' && readMoment(args[0].value) !== null ? textOrDate(args[0].value) : say('function.date', { a });
      default:
        return say(`function.${name}`, Object.fromEntries(rest.map((part, index): [string, Readable] => ['abc'[index] ?? 'c', part])));
    }
  }

  #isRepeat(part: Expression | undefined): boolean {
    return part?.kind === 'reference' && this.#describe(part.name)?.isRepeat === true;
  }
}

function textOrDate(value: string): Readable {
  const moment = readMoment(value);
  return moment !== null && !moment.hasTime && /^\d{4}-\d{2}-\d{2}$/u.test(value)
    ? { kind: 'date', on: value }
    : { kind: 'text', text: value };
}

function flat(kind: 'and' | 'or', expression: Expression): Expression[] {
  return expression.kind === kind ? [...flat(kind, expression.left), ...flat(kind, expression.right)] : [expression];
}

function isSameClaim(a: Claim, b: Claim): boolean {
  return (
    a.message === b.message && a.objects.length > 0 && b.objects.length > 0 && printExpression(a.subject) === printExpression(b.subject)
  );
}
