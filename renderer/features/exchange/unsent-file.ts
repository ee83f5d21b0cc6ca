import { surveyFileMegabytes } from '../../../shared/contract/exchange.ts';
import type { SpokenError } from '../../lib/errors.ts';

const megabyte = 1024 * 1024;

/** A refusal made in the window, in the form the core gives. */
export function refusal(message: string, params: SpokenError['params'] = {}): SpokenError {
  return { code: 'FILE_UNREADABLE', message, params, correlation: '', isRetryable: false };
}

/** Why a file need not even be sent in; null when it can be. */
export function refusedUnsent(file: Pick<File, 'size'>): SpokenError | null {
  if (file.size === 0) return refusal('exchange.error.empty', { part: 'file', row: 0, column: 0, sheet: '' });
  if (file.size <= surveyFileMegabytes * megabyte) return null;
  return refusal('exchange.error.too-large', {
    part: 'file',
    size: Math.round(file.size / megabyte),
    limit: surveyFileMegabytes,
    row: 0,
    column: 0,
    sheet: '',
  });
}
