import type { SpokenError } from '../../lib/errors.ts';

const megabyte = 1024 * 1024;

/** A refusal made in the window, in the form the core gives. */
export function refusal(message: string, params: SpokenError['params'] = {}): SpokenError {
  return { code: 'FILE_UNREADABLE', message, params, correlation: '', isRetryable: false };
}

/** Whose words a file is refused in, and how large its files may be. */
export interface FileLimit {
  readonly feature: 'exchange' | 'xlsform' | 'codebookExchange' | 'documents' | 'refi';
  readonly megabytes: number;
}

/** Why a file need not even be sent in; null when it can be. */
export function refusedUnsent(file: Pick<File, 'size'>, { feature, megabytes }: FileLimit): SpokenError | null {
  // The same sentences speak of places inside a file when the core refuses one.
  const params = { part: 'file', row: 0, column: 0, sheet: '', size: Math.ceil(file.size / megabyte), limit: megabytes };
  if (file.size === 0) return refusal(`${feature}.error.empty`, params);
  return file.size > megabytes * megabyte ? refusal(`${feature}.error.too-large`, params) : null;
}
