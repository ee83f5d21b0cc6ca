import { errorList, type ErrorCode, type ErrorParams } from '../../shared/contract/errors.ts';

/** An expected failure: a code from the list and the parameters its message needs. Never an answer or a path in them. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Message id, when one code has several texts (reading errors); otherwise the code's own. */
  readonly messageId: string;

  constructor(code: ErrorCode, params: ErrorParams = {}, messageId: string = errorList[code].message) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.messageId = messageId;
  }
}
