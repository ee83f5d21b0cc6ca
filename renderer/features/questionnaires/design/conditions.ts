import { parseExpression } from '../../../../shared/expressions/parse.ts';
import { printText } from '../../../../shared/expressions/print.ts';
import type { Expression } from '../../../../shared/expressions/syntax.ts';
import { isOneChoice, type Question } from '../../../../shared/model/questionnaire.ts';

export const operators = ['is', 'is-not', 'less', 'at-most', 'more', 'at-least', 'answered', 'not-answered'] as const;
export type Operator = (typeof operators)[number];

/** One condition of the common kind: a question, a sign, and answers (any of them), by their names or codes, or one number. */
export interface Condition {
  readonly name: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** Conditions that all hold, or of which one holds. */
export interface Conditions {
  readonly join: 'and' | 'or';
  readonly conditions: readonly Condition[];
}

const signs = { '<': 'less', '<=': 'at-most', '>': 'more', '>=': 'at-least' } as const;
const written = { less: '<', 'at-most': '<=', more: '>', 'at-least': '>=' } as const;

type NamedQuestion = Pick<Question, 'name' | 'number' | 'type' | 'options'>;

/** The question an expression calls by its variable's name, or by "q" and its number. */
export function questionCalled<Q extends Pick<Question, 'name' | 'number'>>(questions: readonly Q[], name: string): Q | undefined {
  return (
    questions.find((question) => question.name === name) ??
    questions.find((question) => question.number !== '' && `q${question.number}`.toLowerCase() === name.toLowerCase())
  );
}

/** Signs that make sense for a question. */
export function operatorsFor(question: Pick<Question, 'type'>): readonly Operator[] {
  if (question.type === 'open' || question.type === 'register' || question.type === 'note') return ['answered', 'not-answered'];
  if (['number', 'date', 'calculated'].includes(question.type)) return operators;
  if (question.type === 'scale' || question.type === 'scale-0-10') return operators;
  return ['is', 'is-not', 'answered', 'not-answered'];
}

/** Reads an expression that the builder can show, or null when it says more than that. An empty one has no conditions. */
export function readConditions(text: string): Conditions | null {
  if (text.trim() === '') return { join: 'and', conditions: [] };
  const parsed = parseExpression(text);
  if (!parsed.isRead) return null;
  const { expression } = parsed;
  const join = expression.kind === 'and' || expression.kind === 'or' ? expression.kind : 'and';
  const parts = flattened(expression, join).map((part) => (join === 'and' ? anyOf(part) : leaf(part)));
  if (parts.some((part) => part === null)) return null;
  const conditions = parts.filter((part) => part !== null);
  const merged = join === 'or' ? mergedNeighbours(conditions) : conditions;
  return { join: merged.length < 2 ? 'and' : join, conditions: merged };
}

function flattened(expression: Expression, join: 'and' | 'or'): Expression[] {
  return expression.kind === join ? [...flattened(expression.left, join), ...flattened(expression.right, join)] : [expression];
}

/** `${q} = 1 or ${q} = 2` as one condition with two answers. */
function anyOf(expression: Expression): Condition | null {
  if (expression.kind !== 'or') return leaf(expression);
  const merged = mergedLeaves(expression);
  return merged?.length === 1 ? (merged[0] ?? null) : null;
}

function mergedLeaves(expression: Expression): Condition[] | null {
  const leaves = flattened(expression, 'or').map(leaf);
  return leaves.some((part) => part === null) ? null : mergedNeighbours(leaves.filter((part) => part !== null));
}

function mergedNeighbours(conditions: readonly Condition[]): Condition[] {
  const merged: Condition[] = [];
  for (const condition of conditions) {
    const last = merged.at(-1);
    if (last?.operator === 'is' && condition.operator === 'is' && last.name === condition.name)
      merged[merged.length - 1] = { ...last, values: [...last.values, ...condition.values] };
    else merged.push(condition);
  }
  return merged;
}

function leaf(expression: Expression): Condition | null {
  if (expression.kind === 'comparison') return comparison(expression);
  if (expression.kind !== 'call') return null;
  if (expression.name === 'selected') {
    const [set, value] = expression.args;
    const text = value === undefined ? null : literal(value);
    return set?.kind === 'reference' && set.name !== '.' && text !== null ? { name: set.name, operator: 'is', values: [text] } : null;
  }
  const [negated] = expression.args;
  if (expression.name !== 'not' || negated === undefined) return null;
  const inner = anyOf(negated);
  return inner?.operator === 'is' ? { ...inner, operator: 'is-not' } : null;
}

function comparison({ sign, left, right }: Extract<Expression, { kind: 'comparison' }>): Condition | null {
  const value = literal(right);
  if (left.kind !== 'reference' || left.name === '.' || value === null) return null;
  const { name } = left;
  if (sign !== '=' && sign !== '!=') return { name, operator: signs[sign], values: [value] };
  if (right.kind === 'string' && value === '') return { name, operator: sign === '=' ? 'not-answered' : 'answered', values: [] };
  return { name, operator: sign === '=' ? 'is' : 'is-not', values: [value] };
}

function literal(expression: Expression): string | null {
  if (expression.kind === 'number' || expression.kind === 'string') return String(expression.value);
  return expression.kind === 'negative' && expression.operand.kind === 'number' ? String(-expression.operand.value) : null;
}

/** Writes conditions as an expression; those that are not finished yet are left out. Empty when nothing is left. */
export function writeConditions({ join, conditions }: Conditions, questions: readonly NamedQuestion[]): string {
  const parts = conditions.flatMap((condition) => {
    const question = questionCalled(questions, condition.name);
    return question === undefined ? [] : (writeCondition(condition, question) ?? []);
  });
  // An "or" inside keeps to itself.
  return parts.map((part) => (join === 'and' && parts.length > 1 && part.isOr ? `(${part.text})` : part.text)).join(` ${join} `);
}

function writeCondition({ operator, values }: Condition, question: NamedQuestion): { text: string; isOr: boolean } | null {
  const name = `\${${question.name}}`;
  if (operator === 'answered') return { text: `${name} != ''`, isOr: false };
  if (operator === 'not-answered') return { text: `${name} = ''`, isOr: false };
  const filled = values.filter((value) => value !== '');
  if (filled.length === 0) return null;
  if (operator !== 'is' && operator !== 'is-not')
    return { text: `${name} ${written[operator]} ${value(question, filled[0] ?? '')}`, isOr: false };
  const equals = filled.map((one) => (isSet(question) ? `selected(${name}, ${printText(one)})` : `${name} = ${value(question, one)}`));
  const text = equals.join(' or ');
  if (operator === 'is') return { text, isOr: equals.length > 1 };
  if (equals.length === 1 && !isSet(question)) return { text: `${name} != ${value(question, filled[0] ?? '')}`, isOr: false };
  return { text: `not(${text})`, isOr: false };
}

function isSet({ type }: Pick<Question, 'type'>): boolean {
  return type === 'several' || type === 'rank';
}

/** Codes and numbers stand bare, names and dates in quotes. */
function value(question: NamedQuestion, text: string): string {
  const isNumber = /^-?\d+(?:\.\d+)?$/u.test(text);
  const isNamed = isOneChoice(question) && question.options.some((option) => option.name === text);
  return isNumber && !isNamed ? text : printText(text);
}
