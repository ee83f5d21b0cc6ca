import { plainNumber } from './numbers.ts';
import type { Expression } from './syntax.ts';

/** How tightly each kind binds; a part that binds more loosely than its place asks for is put in parentheses. */
const bindings = { or: 1, and: 2, comparison: 3, sum: 4, product: 5, signed: 6, value: 7 } as const;

/** The canonical text of an expression: single blanks around signs, no parentheses that are not needed. Reading it gives the same tree. */
export function printExpression(expression: Expression): string {
  return print(expression, 0);
}

function print(expression: Expression, wanted: number): string {
  const text = inside(expression);
  return bindingOf(expression) < wanted ? `(${text})` : text;
}

function bindingOf(expression: Expression): number {
  switch (expression.kind) {
    case 'or':
    case 'and':
    case 'comparison':
      return bindings[expression.kind];
    case 'arithmetic':
      return expression.sign === '+' || expression.sign === '-' ? bindings.sum : bindings.product;
    case 'negative':
      return bindings.signed;
    case 'number':
      return expression.value < 0 ? bindings.signed : bindings.value;
    default:
      return bindings.value;
  }
}

function inside(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return plainNumber(expression.value);
    case 'string':
      return printText(expression.value);
    case 'reference':
      return expression.name === '.' ? '.' : `\${${expression.name}}`;
    case 'column':
      return expression.name;
    case 'parent':
      return Array.from({ length: expression.levels }, () => '..').join('/');
    case 'negative':
      return printNegative(expression.operand);
    case 'call':
      return `${expression.name}(${expression.args.map((part) => print(part, 0)).join(', ')})`;
    default: {
      const own = bindingOf(expression);
      // A comparison stands alone; the other signs go from left to right.
      const left = print(expression.left, expression.kind === 'comparison' ? own + 1 : own);
      const sign = expression.kind === 'comparison' || expression.kind === 'arithmetic' ? expression.sign : expression.kind;
      return `${left} ${sign} ${print(expression.right, own + 1)}`;
    }
  }
}

/** A minus straight before a number would be read as part of it. */
function printNegative(operand: Expression): string {
  const isPlainNumber = operand.kind === 'number' && operand.value >= 0;
  return `-${print(operand, isPlainNumber ? bindings.value + 1 : bindings.signed)}`;
}

/** A text in the quotes it does not hold itself; XPath has no way to write both, so such a text is put together. */
export function printText(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  const parts = text.split("'").map((part) => `'${part}'`);
  return `concat(${parts.join(`, "'", `)})`;
}
