/** The comparison signs of XLSForm's expressions. */
export type ComparisonSign = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** An expression as a tree. `name` in a reference is what stands between `${` and `}`; `.` is the question's own answer. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'comparison'; readonly sign: ComparisonSign; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'selected'; readonly set: Expression; readonly code: Expression };

/** Why an expression cannot be read. `part` is the text at fault, empty where the expression ends too early. */
export interface ExpressionProblem {
  readonly reason: 'unknown-sign' | 'unclosed-text' | 'unclosed-reference' | 'unknown-word' | 'not-expected' | 'ended' | 'too-deep';
  /** Position of the fault, in UTF-16 units from 0. */
  readonly at: number;
  readonly part: string;
}

/** Thrown inside the reader only; `parseExpression` turns it into a result. */
export class ExpressionError extends Error {
  readonly problem: ExpressionProblem;

  constructor(problem: ExpressionProblem) {
    super(problem.reason);
    this.name = 'ExpressionError';
    this.problem = problem;
  }
}
