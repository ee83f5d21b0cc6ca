import type { ComparisonSign, Expression } from './syntax.ts';

/** What an answer is to an expression: a number or code, a text, the codes of several answers, or nothing. */
export type ExpressionValue = number | string | readonly number[] | null;

/** Looks up an answer by the name in `${…}`; null when unanswered, unknown or not asked. */
export type Scope = (name: string) => ExpressionValue;

/** Whether an expression holds. Any comparison with an unanswered question is false, `!=` too. */
export function holds(expression: Expression, scope: Scope): boolean {
  switch (expression.kind) {
    case 'and':
      return holds(expression.left, scope) && holds(expression.right, scope);
    case 'or':
      return holds(expression.left, scope) || holds(expression.right, scope);
    case 'not':
      return !holds(expression.operand, scope);
    case 'comparison':
      return compare(expression.sign, valueOf(expression.left, scope), valueOf(expression.right, scope));
    case 'selected':
      return isSelected(valueOf(expression.set, scope), valueOf(expression.code, scope));
    default:
      return isTrue(valueOf(expression, scope));
  }
}

/** Names an expression asks for, each once, in the order they stand. */
export function dependenciesOf(expression: Expression): string[] {
  return [...new Set(namesIn(expression))];
}

function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'reference':
      return [expression.name];
    case 'not':
      return namesIn(expression.operand);
    case 'and':
    case 'or':
    case 'comparison':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'selected':
      return [...namesIn(expression.set), ...namesIn(expression.code)];
    default:
      return [];
  }
}

function valueOf(expression: Expression, scope: Scope): ExpressionValue {
  if (expression.kind === 'number' || expression.kind === 'string') return expression.value;
  if (expression.kind === 'reference') return scope(expression.name);
  // XPath's number(true()) is 1.
  return holds(expression, scope) ? 1 : 0;
}

function isTrue(value: ExpressionValue): boolean {
  return typeof value === 'object' ? value !== null && value.length > 0 : value !== 0 && value !== '';
}

/** Several answers are their codes separated by spaces, as XLSForm writes them. */
function plain(value: number | string | readonly number[]): number | string {
  return typeof value === 'object' ? value.join(' ') : value;
}

function compare(sign: ComparisonSign, left: ExpressionValue, right: ExpressionValue): boolean {
  if (left === null || right === null) return false;
  const [a, b] = [plain(left), plain(right)];
  const [x, y] = [toNumber(a), toNumber(b)];
  const areNumbers = !Number.isNaN(x) && !Number.isNaN(y);
  switch (sign) {
    case '=':
      return areNumbers ? x === y : String(a) === String(b);
    case '!=':
      return areNumbers ? x !== y : String(a) !== String(b);
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '>':
      return x > y;
    case '>=':
      return x >= y;
  }
}

function toNumber(value: number | string): number {
  return typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
}

function isSelected(set: ExpressionValue, code: ExpressionValue): boolean {
  if (set === null || code === null) return false;
  const wanted = String(plain(code));
  const chosen = typeof set === 'object' ? set.map(String) : String(set).split(/\s+/u);
  return chosen.includes(wanted);
}
