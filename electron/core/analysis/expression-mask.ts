import { bind, type Source } from '../../../shared/expressions/bind.ts';
import { functionNames } from '../../../shared/expressions/functions.ts';
import { parseExpression } from '../../../shared/expressions/parse.ts';
import { problem, type ExpressionProblem } from '../../../shared/expressions/problems.ts';
import { referencesIn, type Reference } from '../../../shared/expressions/references.ts';
import { nearest } from '../../../shared/expressions/suggest.ts';
import { partsOf, type Expression } from '../../../shared/expressions/syntax.ts';
import { truth, type Value } from '../../../shared/expressions/value.ts';
import { AppError } from '../app-error.ts';
import { namedAnswers, type NamedAnswer } from './expression-answers.ts';
import type { ColumnSource } from './stored-answers.ts';

/** The unit that is looked at. */
interface Place {
  unit: number;
}

type Call = Extract<Expression, { readonly kind: 'call' }>;

/** Functions that look at the clock, at chance or at one place in a form: a table must be the same tomorrow. */
const notHere = new Set<string>(['today', 'now', 'random', 'position', 'indexed-repeat', 'once', 'jr:choice-name']);

/**
 * 1 for units of whom an expression is true (the language of routing, `shared/expressions`), over answers by the variables' names: options
 * by name, else code; several answers as a set; what is missing as missing. `wave`, `place` and `service` are the names of where and when
 * the interview was, unless a variable is called so. Of a question in a repeat a name stands for what was said in any round (of numbers,
 * texts and dates for the first), and sum, count, min and max for all of them.
 * @throws AppError EXPRESSION_UNREADABLE with `position` (from 1) and `part`
 */
export function expressionMask(source: ColumnSource, where: string): Uint8Array {
  const parsed = parseExpression(where);
  if (!parsed.isRead) fail(parsed.problem);
  const { expression } = parsed;
  const { names, find } = namedAnswers(source);
  const called = callIn(expression, notHere);
  if (called !== null) fail(notUsable(called));
  const unknown = referencesIn(expression).find(({ name }) => !names.includes(name));
  if (unknown !== undefined) fail(unknownName(unknown, names));
  const holds = bind(expression, sourceOf(find));
  const place: Place = { unit: 0 };
  return Uint8Array.from({ length: source.units.count }, (_, unit) => {
    place.unit = unit;
    return truth(holds(place)) ? 1 : 0;
  });
}

function fail({ message, params }: ExpressionProblem): never {
  throw new AppError('EXPRESSION_UNREADABLE', { ...params }, message);
}

function callIn(expression: Expression, names: ReadonlySet<string>): Call | null {
  if (expression.kind === 'call' && names.has(expression.name)) return expression;
  for (const part of partsOf(expression)) {
    const found = callIn(part, names);
    if (found !== null) return found;
  }
  return null;
}

function notUsable({ name, at, end }: Call): ExpressionProblem {
  const usable = functionNames.filter((each) => !notHere.has(each));
  return problem('unknownFunction', { at, end, part: name }, { functions: usable.join(', ') });
}

function unknownName({ name, at, end }: Reference, names: readonly string[]): ExpressionProblem {
  const place = { at, end, part: name };
  if (name === '.') return problem('ownAnswer', place);
  const suggestion = nearest(name, names);
  return suggestion === null ? problem('unknownName', place) : problem('unknownNameNear', place, { suggestion });
}

function sourceOf(find: (name: string) => NamedAnswer | null): Source<Place> {
  const missing = (): Value => null;
  return {
    value: (name) => {
      const answer = find(name);
      return answer === null ? missing : ({ unit }) => answer.value(unit);
    },
    list: (name) => {
      const answer = find(name);
      return ({ unit }) => answer?.list(unit) ?? [];
    },
    column: () => missing,
    position: () => missing,
    indexed: () => missing,
    choiceName: () => missing,
    recorded: missing,
    today: () => null,
    now: () => null,
    // Only names of days and months in format-date hang on it, and a table must not change with the language.
    language: () => 'en',
    random: () => 0,
  };
}
