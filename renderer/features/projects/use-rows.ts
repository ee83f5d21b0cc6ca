import { useState } from 'react';

interface RowsOf<R> {
  readonly isNamed: (row: R) => boolean;
  /** What of a row is written in the file. */
  readonly written: (row: R) => unknown;
}

/**
 * Rows of the file, with those that have no name yet and so are not in it. What the file holds comes in whenever it is something else than
 * what was written here: after an undo, or from another window. What was written here comes back as it is, and moves nothing.
 */
export function useRows<R>(kept: readonly R[], { isNamed, written }: RowsOf<R>): [rows: readonly R[], set: (rows: readonly R[]) => void] {
  const [rows, setRows] = useState(kept);
  const [seen, setSeen] = useState(kept);
  if (seen !== kept) {
    setSeen(kept);
    const mark = (some: readonly R[]): string => JSON.stringify(some.map(written));
    if (mark(kept) !== mark(rows.filter(isNamed))) setRows([...kept, ...rows.filter((row) => !isNamed(row))]);
  }
  return [rows, setRows];
}
