import type { RowReader } from './columns.ts';

/** Columns that hold expressions. */
export type ExpressionColumn = 'relevant' | 'constraint' | 'calculation' | 'choice_filter' | 'repeat_count' | 'required' | 'default';

const written = /'[^']*'|"[^"]*"|\.\.\/([\p{L}_][\p{L}\p{N}_.-]*)(?![\p{L}\p{N}_.\-/([])/gu;

/**
 * An expression as it is kept: a cell that holds TRUE or FALSE says so as a function, and `../age`, which is how answers were named before
 * `${age}`, becomes that where the form has such a name. Texts in quotation marks are left alone.
 */
export function expressionOf(row: RowReader, column: ExpressionColumn, names: ReadonlySet<string>): string {
  const text = row.look(column);
  if (/^(?:TRUE|FALSE)$/u.test(text)) return `${text.toLowerCase()}()`;
  if (!text.includes('../')) return text;
  return text.replace(written, (whole, name: string | undefined) => (name !== undefined && names.has(name) ? `\${${name}}` : whole));
}

/** The same, with the cell counted as taken; null when it is empty. */
export function takeExpression(row: RowReader, column: ExpressionColumn, names: ReadonlySet<string>): string | null {
  row.take(column);
  return expressionOf(row, column, names) || null;
}
