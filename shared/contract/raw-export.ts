import { z } from 'zod';
import { ProjectId, Ticket, VariableId, VersionId } from '../model/ids.ts';
import { Language, LocalisedText } from '../model/text.ts';
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

/** What others may know of somebody: a background question, or where, when and about which service the interview was. */
export const KnownColumn = z.union([VariableId, z.enum(['place', 'service', 'wave'])]);
export type KnownColumn = z.infer<typeof KnownColumn>;

/** How well persons are hidden among each other in data person by person. Inside only: it names who stands out. */
export const RawCheck = z.strictObject({
  /** What can be chosen, and what was. */
  columns: z.array(z.strictObject({ id: KnownColumn, label: LocalisedText, isKnown: z.boolean() })),
  records: z.int(),
  threshold: z.int(),
  minimumBase: z.int(),
  /** Persons in the smallest group of those who are equal in everything that is known (k). */
  smallest: z.int(),
  groups: z.int(),
  underThreshold: z.int(),
  underMinimum: z.int(),
  /** Those who are like nobody else, by code; the first fifty. */
  uniques: z.strictObject({ count: z.int(), codes: z.array(z.string()).max(50) }),
  isNearlyEverybody: z.boolean(),
  /** Questions to which all in some group gave one answer (l = 1). */
  oneAnswer: z.array(z.strictObject({ variableId: VariableId, label: LocalisedText, groups: z.int(), persons: z.int() })),
});
export type RawCheck = z.infer<typeof RawCheck>;

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
  /** What the files would give away of whom. `known`: what others may know; the background questions when left out. */
  check: query({
    input: z.strictObject({ projectId: ProjectId, versionId: VersionId, known: z.array(KnownColumn).max(40).optional() }),
    output: RawCheck,
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
      /** What others may know, as it was checked; the background questions when left out. */
      known: z.array(KnownColumn).max(40).optional(),
      /** Somebody has seen that persons stand out, and lets the files leave all the same. Needed only when they do. */
      acceptsRisk: z.boolean(),
    }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({
      releaseNumber: z.int(),
      files: z.array(z.strictObject({ ticket: Ticket, fileName: z.string(), rows: z.int(), columns: z.int() })),
    }),
    errors: ['NOT_RELEASABLE'],
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
};
