import { z } from 'zod';
import { ProjectId, Ticket, VersionId } from '../model/ids.ts';
import { Language } from '../model/text.ts';
import { job, query } from './kit.ts';

/** What goes into the files beside coded answers. Each of them can tell who somebody is, so none is there unless asked for. */
export const RawChoices = z.strictObject({
  /** Variables marked as identifying. */
  identifiers: z.boolean(),
  /** Open answers, and the words beside "other: what?". */
  openTexts: z.boolean(),
  /** What interviewers wrote beside answers and about the interview. */
  remarks: z.boolean(),
});
export type RawChoices = z.infer<typeof RawChoices>;

const spoken = (most: number) => z.string().trim().min(1).max(most);

export const rawExport = {
  /** Versions with interviews that count, newest first. */
  versions: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({
      versions: z.array(
        z.strictObject({
          id: VersionId,
          name: z.string(),
          number: z.int(),
          interviews: z.int(),
          /** Repeats, each of which gets a file of its own. */
          repeats: z.int(),
        }),
      ),
    }),
  }),
  /**
   * The answers of one version as files of comma-separated values: interviews, the persons of groups, one long file per repeat
   * with the key of what each round lies in, and a codebook. Entered in the register of releases; nobody who has withdrawn is in it.
   */
  create: job({
    input: z.strictObject({
      projectId: ProjectId,
      versionId: VersionId,
      choices: RawChoices,
      language: Language,
      /** Who gets the files, and what for: the register keeps both. */
      recipient: spoken(200),
      purpose: spoken(500),
    }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({
      releaseNumber: z.int(),
      files: z.array(z.strictObject({ ticket: Ticket, fileName: z.string(), rows: z.int(), columns: z.int() })),
    }),
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
};
