import { ORPCError } from '@orpc/client';
import { ErrorData, errorList, type ErrorCode } from '../../shared/contract/errors.ts';

/** An error of the core in the form a screen can say. */
export interface SpokenError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly correlation: string;
  readonly isRetryable: boolean;
}

function isErrorCode(code: string): code is ErrorCode {
  return code in errorList;
}

/** Reads whatever was thrown; what is not from the core counts as unexpected. */
export function spoken(error: unknown): SpokenError {
  if (error instanceof ORPCError && isErrorCode(error.code)) {
    const data = ErrorData.safeParse(error.data);
    if (data.success) return { code: error.code, ...data.data, params: { ...data.data.params, correlation: data.data.correlation } };
  }
  return { code: 'INTERNAL', message: errorList.INTERNAL.message, params: { correlation: '' }, correlation: '', isRetryable: true };
}
