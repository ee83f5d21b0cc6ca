import { ORPCError } from '@orpc/server';
import { errorList, type ErrorCode, type ErrorData } from '../../../shared/contract/errors.ts';
import { AppError } from '../app-error.ts';
import type { CoreDeps } from '../deps.ts';
import { problemOf } from '../log.ts';
import { fromSqlite } from '../workspace/sqlite-errors.ts';

/**
 * The one place where a thrown thing becomes an answer. Expected failures keep their code if the method declares it; all else
 * becomes INTERNAL with a code that finds the log line. A stack never leaves the core, and an answer never enters the log.
 */
export function toAnswer(thrown: unknown, method: string, allowed: readonly string[], deps: CoreDeps): ORPCError<string, ErrorData> {
  const error = fromSqlite(thrown);
  if (error instanceof AppError && allowed.includes(error.code)) return answer(error.code, error.messageId, error.params, '');
  const isBadInput = error instanceof ORPCError && error.code === 'BAD_REQUEST';
  const correlation = Buffer.from(deps.random(4)).toString('hex');
  deps.log('error', 'rpc.failed', { method, correlation, name: problemOf(error), place: placeOf(error) });
  return isBadInput
    ? answer('BAD_MESSAGE', errorList.BAD_MESSAGE.message, { method }, correlation)
    : answer('INTERNAL', errorList.INTERNAL.message, { method }, correlation);
}

function answer(
  code: ErrorCode,
  message: string,
  params: Readonly<Record<string, string | number>>,
  correlation: string,
): ORPCError<string, ErrorData> {
  const { status, recovery } = errorList[code];
  const data: ErrorData = { message, params: { ...params }, fields: [], isRetryable: recovery === 'retry', correlation };
  return new ORPCError(code, { defined: true, status, message: code, data });
}

/** The first stack lines without the message, which might quote what somebody wrote. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '';
  return error.stack
    .slice(error.stack.indexOf(error.message) + error.message.length)
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' < ');
}
