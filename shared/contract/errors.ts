import { z } from 'zod';

/** What a person can do about an error; the screen offers it as a button or says it in words. */
export type Recovery = 'retry' | 'reopen' | 'restore' | 'choose-another' | 'correct' | 'report';

interface ErrorEntry {
  /** HTTP status, for the pipe's envelope and for tools that read it. */
  readonly status: number;
  /** Message id in the catalogues; its text says what happened, what is safe and what to do. */
  readonly message: string;
  readonly recovery: Recovery;
}

/** Every error the program can answer with. Anything else becomes INTERNAL with a correlation code. */
export const errorList = {
  NOT_A_WORKSPACE: { status: 422, message: 'error.notAWorkspace', recovery: 'choose-another' },
  WORKSPACE_NEWER: { status: 422, message: 'error.workspaceNewer', recovery: 'choose-another' },
  WORKSPACE_LOCKED: { status: 423, message: 'error.workspaceLocked', recovery: 'retry' },
  WORKSPACE_DAMAGED: { status: 422, message: 'error.workspaceDamaged', recovery: 'restore' },
  WORKSPACE_READ_ONLY: { status: 403, message: 'error.workspaceReadOnly', recovery: 'choose-another' },
  WORKSPACE_MISSING: { status: 404, message: 'error.workspaceMissing', recovery: 'choose-another' },
  WORKSPACE_EXISTS: { status: 409, message: 'error.workspaceExists', recovery: 'choose-another' },
  WORKSPACE_REPLACED: { status: 409, message: 'error.workspaceReplaced', recovery: 'reopen' },
  NO_WORKSPACE: { status: 409, message: 'error.noWorkspace', recovery: 'choose-another' },
  WRONG_PASSPHRASE: { status: 401, message: 'error.wrongPassphrase', recovery: 'retry' },
  DISK_FULL: { status: 507, message: 'error.diskFull', recovery: 'retry' },
  DISK_GONE: { status: 503, message: 'error.diskGone', recovery: 'retry' },
  BACKUP_BAD: { status: 422, message: 'error.backupBad', recovery: 'report' },
  UNDO_CONFLICT: { status: 409, message: 'error.undoConflict', recovery: 'correct' },
  NOTHING_TO_UNDO: { status: 404, message: 'error.nothingToUndo', recovery: 'correct' },
  NOT_FOUND: { status: 404, message: 'error.notFound', recovery: 'correct' },
  STALE: { status: 409, message: 'error.stale', recovery: 'correct' },
  NO_SUCH_CODE: { status: 422, message: 'error.noSuchCode', recovery: 'correct' },
  REASON_NOT_OFFERED: { status: 422, message: 'error.reasonNotOffered', recovery: 'correct' },
  REASON_NEEDED: { status: 409, message: 'error.reasonNeeded', recovery: 'correct' },
  OUT_OF_RANGE: { status: 422, message: 'error.outOfRange', recovery: 'correct' },
  NOT_COMPLETE: { status: 422, message: 'error.notComplete', recovery: 'correct' },
  NOT_ASKED: { status: 422, message: 'error.notAsked', recovery: 'correct' },
  NO_CONSENT: { status: 422, message: 'error.noConsent', recovery: 'correct' },
  MERGE_STRANGER: { status: 422, message: 'error.mergeStranger', recovery: 'choose-another' },
  VERSION_IN_USE: { status: 409, message: 'error.versionInUse', recovery: 'correct' },
  DESIGN_PROBLEMS: { status: 422, message: 'error.designProblems', recovery: 'correct' },
  LAST_SECTION: { status: 422, message: 'error.lastSection', recovery: 'correct' },
  TOO_MANY_TURNS: { status: 422, message: 'error.tooManyTurns', recovery: 'correct' },
  EVENT_IMPOSSIBLE: { status: 422, message: 'error.eventImpossible', recovery: 'correct' },
  ANONYMISED: { status: 422, message: 'error.anonymised', recovery: 'correct' },
  CODE_DIFFERS: { status: 422, message: 'error.codeDiffers', recovery: 'correct' },
  NOT_DECIDED: { status: 422, message: 'error.notDecided', recovery: 'correct' },
  NAME_TAKEN: { status: 409, message: 'error.nameTaken', recovery: 'correct' },
  THEME_EXISTS: { status: 409, message: 'error.themeExists', recovery: 'correct' },
  THEMES_DIFFER: { status: 409, message: 'error.themesDiffer', recovery: 'correct' },
  CODING_IS_BLIND: { status: 409, message: 'error.codingIsBlind', recovery: 'correct' },
  RANGE_OUTSIDE_TEXT: { status: 422, message: 'error.rangeOutsideText', recovery: 'correct' },
  FILE_UNREADABLE: { status: 422, message: 'error.fileUnreadable', recovery: 'correct' },
  FILE_TOO_LARGE: { status: 413, message: 'error.fileTooLarge', recovery: 'choose-another' },
  CELL_UNREADABLE: { status: 422, message: 'error.cellUnreadable', recovery: 'correct' },
  PLACE_NOT_THEN: { status: 422, message: 'error.placeNotThen', recovery: 'correct' },
  DATE_NEEDED: { status: 422, message: 'error.dateNeeded', recovery: 'correct' },
  IN_MINUTES: { status: 409, message: 'error.inMinutes', recovery: 'correct' },
  IN_USE: { status: 409, message: 'error.inUse', recovery: 'correct' },
  CELL_DONE: { status: 409, message: 'error.cellDone', recovery: 'correct' },
  ALREADY_HELD: { status: 409, message: 'error.alreadyHeld', recovery: 'correct' },
  ALREADY_ANSWERED: { status: 409, message: 'error.alreadyAnswered', recovery: 'correct' },
  TICKET_UNKNOWN: { status: 404, message: 'error.ticketUnknown', recovery: 'retry' },
  TOO_FEW: { status: 422, message: 'error.tooFew', recovery: 'correct' },
  REGISTER_IN_USE: { status: 409, message: 'error.registerInUse', recovery: 'correct' },
  HIERARCHY_LOOP: { status: 422, message: 'error.hierarchyLoop', recovery: 'correct' },
  QUOTE_ATTRIBUTES: { status: 422, message: 'error.quoteAttributes', recovery: 'correct' },
  QUOTE_SHARED: { status: 422, message: 'error.quoteShared', recovery: 'correct' },
  QUOTE_SECOND_READER: { status: 422, message: 'error.quoteSecondReader', recovery: 'correct' },
  QUOTE_NOT_OPEN: { status: 409, message: 'error.quoteNotOpen', recovery: 'correct' },
  QUOTE_NOT_PROPOSED: { status: 409, message: 'error.quoteNotProposed', recovery: 'correct' },
  QUOTE_UNDECIDED: { status: 422, message: 'error.quoteUndecided', recovery: 'correct' },
  QUOTE_NO_CONSENT: { status: 422, message: 'error.quoteNoConsent', recovery: 'correct' },
  NOT_RELEASABLE: { status: 422, message: 'error.notReleasable', recovery: 'correct' },
  RECIPIENT_NOT_PRESENT: { status: 422, message: 'error.recipientNotPresent', recovery: 'correct' },
  NOTHING_TO_SEND: { status: 422, message: 'error.nothingToSend', recovery: 'correct' },
  PATTERN_UNREADABLE: { status: 422, message: 'error.patternUnreadable', recovery: 'correct' },
  EXPRESSION_UNREADABLE: { status: 422, message: 'error.expressionUnreadable', recovery: 'correct' },
  PATTERN_TOO_SLOW: { status: 422, message: 'error.patternTooSlow', recovery: 'correct' },
  CANCELLED: { status: 499, message: 'error.cancelled', recovery: 'retry' },
  BAD_MESSAGE: { status: 400, message: 'error.badMessage', recovery: 'report' },
  INTERNAL: { status: 500, message: 'error.internal', recovery: 'report' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorList;

/** Codes that any method may answer with, so that methods only name what is their own. */
export const commonErrors = [
  'NO_WORKSPACE',
  'WORKSPACE_READ_ONLY',
  'WORKSPACE_REPLACED',
  'DISK_FULL',
  'DISK_GONE',
  'NOT_FOUND',
  'CANCELLED',
  'BAD_MESSAGE',
  'INTERNAL',
] as const satisfies readonly ErrorCode[];

const Param = z.union([z.string(), z.number()]);

/** What travels with an error code. `params` fill the message; `fields` point at inputs; `correlation` finds the log line. */
export const ErrorData = z.strictObject({
  message: z.string(),
  params: z.record(z.string(), Param),
  fields: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  isRetryable: z.boolean(),
  correlation: z.string(),
});
export type ErrorData = z.infer<typeof ErrorData>;
export type ErrorParams = Readonly<Record<string, string | number>>;
