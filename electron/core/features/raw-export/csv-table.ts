import type { RawFormat } from '../../../../shared/contract/raw-export.ts';
import { neutralised } from '../analysis/files/index.ts';
import type { RawCell } from './cells.ts';

/** How a file of separated values is written. */
export interface CsvDialect {
  /** The comma goes with the decimal point (RFC 4180), the semicolon with the decimal comma. */
  readonly separator: 'semicolon' | 'comma';
  readonly byteOrderMark: boolean;
}

/** Takes the rows of one file. */
export interface TableWriter {
  readonly add: (rows: readonly (readonly RawCell[])[]) => void;
  readonly end: () => void;
}

/** The dialect of a choice of format; every file beside other formats has the widest known. */
export function dialectOf(format: RawFormat): CsvDialect {
  return format.kind === 'csv'
    ? { separator: format.separator, byteOrderMark: format.byteOrderMark }
    : { separator: 'semicolon', byteOrderMark: true };
}

/**
 * Writes rows as separated values: lines end with CR LF, fields are quoted where they must be (RFC 4180), text that a spreadsheet would run
 * is neutralised, and numbers have no thousands sign.
 */
export function csvTable(header: readonly string[], dialect: CsvDialect, write: (bytes: Uint8Array) => void): TableWriter {
  const separator = dialect.separator === 'semicolon' ? ';' : ',';
  const needsQuotes = /[";,\r\n]|^\s|\s$/u;
  const field = (cell: RawCell): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') {
      const text = String(cell);
      return separator === ';' ? text.replace('.', ',') : text;
    }
    const text = neutralised(cell);
    return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = (rows: readonly (readonly RawCell[])[]): string => {
    let lines = '';
    for (const row of rows) {
      for (let at = 0; at < row.length; at += 1) lines += at === 0 ? field(row[at] ?? null) : separator + field(row[at] ?? null);
      lines += '\r\n';
    }
    return lines;
  };
  write(Buffer.from(`${dialect.byteOrderMark ? '\uFEFF' : ''}${text([header])}`));
  return {
    add: (rows) => {
      if (rows.length > 0) write(Buffer.from(text(rows)));
    },
    end: () => undefined,
  };
}
