import { errorList, type ErrorCode } from '../../../shared/contract/errors.ts';
import type { SpokenError } from '../../lib/errors.ts';

/** The error that kept the command line's file from opening, as its code in the address says; null when there was none. */
export function problemOf(code: string | undefined): SpokenError | null {
  if (code === undefined || !(code in errorList)) return null;
  // Just checked.
  const known = code as ErrorCode;
  const params = { isKnown: 'no', user: '', machine: '', since: 0, version: '?', asked: 0 };
  return { code: known, message: errorList[known].message, params, correlation: '', isRetryable: false };
}
