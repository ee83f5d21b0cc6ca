import { parseExpression } from '../expressions/parse.ts';

const plainNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/u;

/** Whether a default is worked out rather than written: it names an answer, calls a function, or is a text in quotation marks. */
function isExpression(cell: string): boolean {
  if (plainNumber.test(cell)) return true;
  if (!/\$\{|[a-z]\(|^'[^']*'$|^"[^"]*"$/iu.test(cell)) return false;
  return parseExpression(cell).isRead;
}

/**
 * A default cell as an expression: words become a text in quotation marks, as a form gives `a c` or `2010-06-15` as they stand. Null for
 * an empty cell and for words with both kinds of quotation marks, which no expression can hold.
 */
export function defaultOfCell(cell: string): string | null {
  if (cell === '') return null;
  if (isExpression(cell)) return cell;
  if (!cell.includes("'")) return `'${cell}'`;
  return cell.includes('"') ? null : `"${cell}"`;
}

/** The way back: a text that stands for itself loses its quotation marks. */
export function cellOfDefault(expression: string): string {
  const words = /^'([^']*)'$|^"([^"]*)"$/u.exec(expression);
  const plain = words?.[1] ?? words?.[2] ?? null;
  return plain !== null && defaultOfCell(plain) === expression ? plain : expression;
}
