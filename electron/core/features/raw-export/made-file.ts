import type { OutgoingFile } from '../../outgoing-file.ts';

/** A file that lies finished on the disk, and how many rows were counted in it. */
export interface MadeFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly rows: number;
  readonly columns: number;
  readonly file: OutgoingFile;
}

/** Rows of data done, of all there are. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Begins a file; it is removed when the work fails or is cancelled. */
export type Begin = () => OutgoingFile;

export const csvType = 'text/csv; charset=utf-8';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Stops a file that has not the rows it should have. @throws Error */
export function assertRows(fileName: string, expected: number, counted: number): void {
  if (expected !== counted) throw new Error(`${fileName}: ${counted} rows in the file, ${expected} expected`);
}

/** A small file with a text in it. */
export function textFile(begin: Begin, fileName: string, mediaType: string, text: string): MadeFile {
  const file = begin();
  file.write(Buffer.from(text));
  file.close();
  return { fileName, mediaType, rows: 0, columns: 0, file };
}
