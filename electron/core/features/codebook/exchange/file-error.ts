import type { ErrorParams } from '../../../../../shared/contract/errors.ts';
import { AppError } from '../../../app-error.ts';
import { XmlError } from '../../../documents/xml.ts';
import { isReadingError } from '../../exchange/reading/index.ts';

export type CodebookFileProblem =
  | 'empty'
  | 'not-a-codebook'
  | 'unsupported'
  | 'no-project'
  | 'no-themes'
  | 'no-names'
  | 'too-many-themes'
  | 'too-deep'
  | 'too-large'
  | 'malformed'
  | 'doctype'
  | 'encoding'
  | 'encoding-unknown'
  | 'encrypted'
  | 'truncated'
  | 'damaged'
  | 'bomb'
  | 'binary'
  | 'quote'
  | 'stale';

/** A codebook's file that is not taken in: what is wrong, and where. Every text says that nothing has been changed. */
export function fileError(problem: CodebookFileProblem, params: ErrorParams = {}): AppError {
  const code = problem === 'too-large' ? 'FILE_TOO_LARGE' : 'FILE_UNREADABLE';
  return new AppError(code, { row: 0, column: 0, what: '', limit: 0, size: 0, ...params }, `codebookExchange.error.${problem}`);
}

const megabyte = 1024 * 1024;

/** What the readers of XML, archives and text refuse, said of a codebook; anything else unchanged. */
export function asFileError(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true) return new AppError('CANCELLED');
  if (error instanceof XmlError) return fromXml(error);
  if (!isReadingError(error)) return error;
  const { code, params } = error;
  const { row = 0, column = 0, limit = 0, size = 0 } = params;
  const where = { row, column, limit, size };
  switch (code) {
    case 'EMPTY':
      return fileError('empty');
    case 'TOO_LARGE':
      return fileError('too-large', where);
    case 'ENCRYPTED':
      return fileError('encrypted');
    case 'TRUNCATED':
      return fileError('truncated');
    case 'ZIP_BOMB':
      return fileError('bomb', where);
    case 'BINARY':
    case 'NUL_BYTE':
      return fileError('binary', where);
    case 'MIXED_ENCODING':
      return fileError('encoding', { ...where, what: 'utf-8' });
    case 'UNSUPPORTED':
      return fileError('unsupported', { ...where, what: String(params['type'] ?? '') });
    default:
      return params['reason'] === 'quote' ? fileError('quote', where) : fileError('damaged', where);
  }
}

function fromXml({ code, line, column, limit, encoding }: XmlError): AppError {
  const where = { row: line, column, limit, what: encoding };
  if (code === 'too-many') return fileError('too-large', { ...where, limit: 0 });
  if (code === 'too-large') return fileError('too-large', { ...where, limit: Math.round(limit / megabyte) });
  return fileError(code, where);
}
