import type { FunctionName } from './functions.ts';

/** The comparison signs of XLSForm's expressions. */
export type ComparisonSign = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticSign = '+' | '-' | '*' | 'div' | 'mod';

/** Where a part of an expression stands: from `at` up to, not including, `end`, in UTF-16 units from 0. */
export interface Placed {
  readonly at: number;
  readonly end: number;
}

/**
 * An expression as a tree. `name` in a reference is what stands between `${` and `}`; `.` is the question's own answer.
 * A column is a bare name, possible in option filters only; `parent` is the `..` of `position(..)`, `levels` of them.
 */
export type Expression = Placed &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'reference'; readonly name: string }
    | { readonly kind: 'column'; readonly name: string }
    | { readonly kind: 'parent'; readonly levels: number }
    | { readonly kind: 'negative'; readonly operand: Expression }
    | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'comparison'; readonly sign: ComparisonSign; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'arithmetic'; readonly sign: ArithmeticSign; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
  );

/** The direct parts of an expression, from left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'negative':
      return [expression.operand];
    case 'and':
    case 'or':
    case 'comparison':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'call':
      return expression.args;
    default:
      return [];
  }
}
