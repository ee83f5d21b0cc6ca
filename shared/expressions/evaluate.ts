import { bind, type Evaluate, type Source } from './bind.ts';
import { readMoment } from './dates.ts';
import { partsOf, type Expression } from './syntax.ts';
import { truth, type Value } from './value.ts';

/** What an answer is to an expression: a number or code, a text, the codes of several answers, or nothing. */
export type ExpressionValue = number | string | readonly number[] | null;

/** Looks up an answer by the name in `${…}`; null when unanswered, unknown or not asked. */
export type Scope = (name: string) => ExpressionValue;

/** Whether an expression holds. Any comparison with an unanswered question is false, `!=` too. */
export function holds(expression: Expression, scope: Scope): boolean {
  return truth(evaluate(expression, (name) => asValue(scope(name))));
}

/** Names an expression asks for, each once, in the order they stand. */
export function dependenciesOf(expression: Expression): string[] {
  return [...new Set(namesIn(expression))];
}

function namesIn(expression: Expression): string[] {
  return expression.kind === 'reference' ? [expression.name] : partsOf(expression).flatMap(namesIn);
}

function asValue(value: ExpressionValue): Value {
  return typeof value === 'object' && value !== null ? value.map(String) : value;
}

/** What an expression can ask for outside a questionnaire: answers by name, and a clock that stands. */
export interface Surroundings {
  readonly today?: string;
  readonly now?: string;
  readonly columns?: Readonly<Record<string, string>>;
}

/** Works an expression out once, over answers by name. Repeats, labels and chance are the questionnaire's (form.ts) and missing here. */
export function evaluate(expression: Expression, valueOf: (name: string) => Value | readonly Value[], around: Surroundings = {}): Value {
  const one = (name: string): Value => {
    const value = valueOf(name);
    // A list of anything but names is every round of a repeat; a bare name takes the first.
    return isRounds(value) ? (value[0] ?? null) : value;
  };
  const constant = (value: Value): Evaluate<null> => {
    return () => value;
  };
  const source: Source<null> = {
    value: (name) => () => one(name),
    list: (name) => () => {
      const value = valueOf(name);
      return isRounds(value) ? value : [value];
    },
    column: (name) => constant(around.columns?.[name] ?? null),
    position: () => constant(null),
    indexed: () => constant(null),
    choiceName: () => () => null,
    recorded: constant(null),
    today: () => readMoment(around.today ?? ''),
    now: () => readMoment(around.now ?? ''),
    language: () => 'nb',
    random: () => 0,
  };
  return bind(expression, source)(null);
}

function isRounds(value: Value | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value) && value.some((part) => typeof part !== 'string');
}
