import { argumentKind } from './functions.ts';
import { questionNamed } from './bind.ts';
import { partsOf, type Expression } from './syntax.ts';

/** A name in an expression: where it stands and what is asked of it. */
export interface Reference {
  readonly name: string;
  readonly at: number;
  readonly end: number;
  /** value: the answer here. list: the answers of all rounds. earlier: one round's, by indexed-repeat. repeat: the repeat itself. label: its options' labels. */
  readonly use: 'value' | 'list' | 'earlier' | 'repeat' | 'label';
  /** Whether the author says what holds when it is unanswered: beside '', in coalesce, string-length, count and the like. */
  readonly mayBeMissing: boolean;
}

const minding: ReadonlySet<string> = new Set(['coalesce', 'string-length', 'boolean', 'once']);

/** The names in an expression in the order they stand, a name as often as it stands. */
export function referencesIn(expression: Expression): Reference[] {
  const found: Reference[] = [];
  collect(expression, { use: 'value', mayBeMissing: false }, found);
  return found;
}

function collect(expression: Expression, how: Pick<Reference, 'use' | 'mayBeMissing'>, found: Reference[]): void {
  if (expression.kind === 'reference') {
    const { name, at, end } = expression;
    found.push({ name, at, end, ...how });
    return;
  }
  if (expression.kind === 'call') {
    for (const [index, part] of expression.args.entries()) collect(part, howIn(expression, index), found);
    const named = expression.name === 'jr:choice-name' ? expression.args[1] : undefined;
    const name = named?.kind === 'string' ? questionNamed(named) : null;
    if (named !== undefined && name !== null) found.push({ name, at: named.at, end: named.end, use: 'label', mayBeMissing: true });
    return;
  }
  const mayBeMissing = expression.kind === 'comparison' && (isEmptyText(expression.left) || isEmptyText(expression.right));
  for (const part of partsOf(expression)) collect(part, { use: 'value', mayBeMissing }, found);
}

function howIn(call: Extract<Expression, { readonly kind: 'call' }>, index: number): Pick<Reference, 'use' | 'mayBeMissing'> {
  const kind = argumentKind(call.name, index);
  if (kind === 'list') return { use: 'list', mayBeMissing: true };
  if (kind === 'repeat') return { use: 'repeat', mayBeMissing: true };
  if (kind === 'question') return { use: 'label', mayBeMissing: true };
  if (call.name === 'indexed-repeat' && index === 0) return { use: 'earlier', mayBeMissing: true };
  return { use: 'value', mayBeMissing: minding.has(call.name) };
}

function isEmptyText(expression: Expression): boolean {
  return expression.kind === 'string' && expression.value === '';
}

/** Names that must be answered before a check over them says anything: all but those whose being missing the author has minded. */
export function neededNames(expression: Expression): string[] {
  const references = referencesIn(expression);
  const minded = new Set(references.filter((one) => one.mayBeMissing).map((one) => one.name));
  return [...new Set(references.map((one) => one.name))].filter((name) => !minded.has(name));
}

/** Whether a function is called anywhere in an expression. */
export function calls(expression: Expression, name: string): boolean {
  return (expression.kind === 'call' && expression.name === name) || partsOf(expression).some((part) => calls(part, name));
}
