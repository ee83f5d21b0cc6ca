import type { FilePlace, RaggedRow, ReadingErrorCode } from '../../../../../shared/model/survey-file.ts';

/** Values for the message's placeholders. */
export type ReadingErrorParams = Readonly<Record<string, string | number>>;

/**
 * A survey file that cannot be read, and where. Thrown by everything in this folder; the caller turns `code` into the
 * message `exchange.error.<code>`. The English `message` is for the log and never holds a cell's text or a path.
 */
export class ReadingError extends Error {
  readonly code: ReadingErrorCode;
  readonly where: FilePlace;
  readonly params: ReadingErrorParams;
  /** The first rows that do not fit the header; only with `RAGGED`. */
  readonly raggedRows: readonly RaggedRow[];

  constructor(
    code: ReadingErrorCode,
    details: { where?: FilePlace; params?: ReadingErrorParams; raggedRows?: readonly RaggedRow[]; cause?: unknown } = {},
  ) {
    super(`survey file: ${code}`, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'ReadingError';
    this.code = code;
    this.where = details.where ?? {};
    // Messages name the place, so the place is always among the parameters.
    const { row = 0, column = 0, sheet = '' } = this.where;
    this.params = { row, column, sheet, ...details.params };
    this.raggedRows = details.raggedRows ?? [];
  }
}

/** True for an error made by this folder's readers. */
export function isReadingError(error: unknown): error is ReadingError {
  return error instanceof ReadingError;
}
