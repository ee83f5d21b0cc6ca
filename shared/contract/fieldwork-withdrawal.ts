import { z } from 'zod';
import { FindingId, ProjectId, ReportId, RespondentId } from '../model/ids.ts';
import { command, job, query } from './kit.ts';

/** What a withdrawal reaches: counts of what the person gave, and by name what was built on it. */
export const WithdrawalReach = z.strictObject({
  respondentId: RespondentId,
  projectId: ProjectId,
  project: z.string(),
  code: z.string(),
  withdrawnAt: z.string().nullable(),
  erasedAt: z.string().nullable(),
  /** Until when it is possible: the day on which the project is anonymised; null while none is set. */
  possibleUntil: z.string().nullable(),
  isAnonymised: z.boolean(),
  interviews: z.int(),
  answers: z.int(),
  secondAnswers: z.int(),
  texts: z.int(),
  codings: z.int(),
  memos: z.int(),
  consents: z.int(),
  quotes: z.int(),
  clearedQuotes: z.int(),
  findings: z.array(z.strictObject({ id: FindingId, code: z.string(), wording: z.string() })),
  /** Observations (good examples, challenges, ideas) that point to the person's words. */
  observations: z.int(),
  /** Saved tables and charts of the project: they are counted anew. */
  exhibits: z.int(),
  /** Reports that hold a quote of the person, or a finding that leans on one. */
  reports: z.array(z.strictObject({ id: ReportId, title: z.string(), quotes: z.int() })),
  /** What has left the program already and cannot be called back by withdrawing. */
  releases: z.array(z.strictObject({ number: z.int(), recipient: z.string().nullable(), releasedAt: z.string() })),
  releaseCount: z.int(),
  /** Copies of the whole file beside it, by name: they hold the person until they are thinned or deleted. */
  backups: z.array(z.string()),
});
export type WithdrawalReach = z.infer<typeof WithdrawalReach>;

/** What was erased, to print and keep. Holds no content. */
export const ErasureReceipt = z.strictObject({
  code: z.string(),
  project: z.string(),
  erasedAt: z.string(),
  by: z.string(),
  answers: z.int(),
  texts: z.int(),
  codings: z.int(),
  quotes: z.int(),
  consents: z.int(),
  /** Steps in the history whose row images were removed. */
  steps: z.int(),
  /** Parts of undone imports that were written anew without the person. */
  archives: z.int(),
  /** Copies beside the file that still hold the person. */
  backups: z.array(z.string()),
  /** Copies that held the person and were deleted, after one without was made. */
  backupsRemoved: z.int(),
});
export type ErasureReceipt = z.infer<typeof ErasureReceipt>;

const here = { respondentId: RespondentId };

/** Withdrawing a participant: out of everything at once, and, if wanted, erased for good. */
export const withdrawalMethods = {
  withdrawalReach: query({ input: z.strictObject(here), output: WithdrawalReach }),
  /** Takes a participant out of every table, list, quote and report at once. */
  withdraw: command({
    input: z.strictObject({ ...here, withdrawnOn: z.iso.date() }),
    output: z.strictObject({}),
    errors: ['ANONYMISED', 'EVENT_IMPOSSIBLE'],
    touches: ['interviews', 'coding', 'themes', 'analysis', 'findings', 'reports', 'projects'],
    undo: 'fieldwork.withdraw.undo',
  }),
  /**
   * Removes everything about a participant from the file: rows, the history's images of them, packed imports. What stays is the
   * code with the day of erasure, and one line in the history without content. The file is rewritten, so that no byte remains.
   * Cannot be undone. `typedCode` is the confirmation.
   */
  erase: job({
    input: z.strictObject({
      ...here,
      typedCode: z.string().max(40),
      /** Deletes the copies beside the file too, and makes one without the person first. */
      withBackups: z.boolean().default(false),
    }),
    progress: z.strictObject({ stage: z.literal('removing') }),
    output: ErasureReceipt,
    errors: ['ANONYMISED', 'CODE_DIFFERS', 'EVENT_IMPOSSIBLE', 'BACKUP_BAD'],
    touches: ['interviews', 'coding', 'themes', 'analysis', 'findings', 'reports', 'projects'],
    undo: null,
  }),
};
