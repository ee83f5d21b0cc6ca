/** A cell of a file: words, a whole number, or a share between 0 and 1 to two decimals. */
export type SheetCell = string | { readonly count: number } | { readonly share: number };

/** A table on its way into a file, everything in words that are for print. */
export interface PatternSheet {
  /** Without ending; names of questions and views, never answers or persons. */
  readonly fileName: string;
  readonly title: string;
  readonly subtitle: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly notes: readonly string[];
  /** Project, and the release's number. */
  readonly source: string;
}

/** A cell as it is read: decimal comma but in English. */
export function cellText(cell: SheetCell, language: string): string {
  if (typeof cell === 'string') return cell;
  const text = 'count' in cell ? String(cell.count) : cell.share.toFixed(2);
  return language === 'en' ? text : text.replace('.', ',');
}
