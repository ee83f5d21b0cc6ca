/** Signs that tools put between the chosen options of one cell. */
export type ListSeparator = ';' | '|' | ',' | ' ';

/**
 * The options of a cell that lists several. A comma separates only before a blank, as the tools that use it write it, so
 * that "1,000" and "2,5" stay whole; a blank separates codes, as XLSForm writes them. Empty parts are left out.
 */
export function splitList(cell: string, separator: ListSeparator): string[] {
  return cell
    .split(separator === ',' ? /,\s+/ : separator === ' ' ? /\s+/u : separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
