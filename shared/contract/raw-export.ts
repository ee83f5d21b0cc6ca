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

/** Codes are for programs, labels for people. */
const Values = z.enum(['codes', 'labels']);

/** What the files are. */
export const RawFormat = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('csv'),
    /** The semicolon goes with the decimal comma, the comma with the decimal point (RFC 4180). */
    separator: z.enum(['semicolon', 'comma']),
    /** Spreadsheets need it to know UTF-8; some programs trip over it. */
    byteOrderMark: z.boolean(),
    values: Values,
    /** Wide: a row per interview. Long: a row per interview and question. */
    shape: z.enum(['wide', 'long']),
  }),
  /** One workbook, a sheet per file. */
  z.strictObject({ kind: z.literal('xlsx'), values: Values }),
  /** A system file per file, and the same as syntax and CSV. */
  z.strictObject({ kind: z.literal('spss') }),
]);
export type RawFormat = z.infer<typeof RawFormat>;

/** What may lie beside the data. */
export const RawExtras = z.strictObject({
  /** The project's weights as a column; only where it has some that may be used. */
  weights: z.boolean(),
  /** A DDI-Codebook 2.5 beside the data: what archives and catalogues read. */
  ddi: z.boolean(),
  /** Everything in one ZIP. */
  isPacked: z.boolean(),
});
export type RawExtras = z.infer<typeof RawExtras>;

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

/** Where the people of de-identified data live: as the interviews say, or only the municipality, the county, or nothing. */
export const PlaceLevel = z.enum(['as-recorded', 'municipality', 'county', 'none']);
export type PlaceLevel = z.infer<typeof PlaceLevel>;

/** What others may do with de-identified data. */
export const Licence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('CC0-1.0') }),
  z.strictObject({ kind: z.literal('CC-BY-4.0') }),
  z.strictObject({ kind: z.literal('own'), words: z.string().trim().min(1).max(500) }),
]);
export type Licence = z.infer<typeof Licence>;

/** Data that may be given away: one row per person, without anything that tells who it is. */
export const DeIdentified = z.strictObject({
  projectId: ProjectId,
  versionId: VersionId,
  /** Questions that are left out: the fewer others may know, the more persons are alike. */
  leftOut: z.array(VariableId).max(2000),
  /** What others may know beside the background questions, place, service and wave, which always count. */
  known: z.array(VariableId).max(40),
  placeLevel: PlaceLevel,
  withService: z.boolean(),
});
export type DeIdentified = z.infer<typeof DeIdentified>;

const spoken = (most: number) => z.string().trim().min(1).max(most);
const Progress = z.strictObject({ done: z.int(), of: z.int() });
/** A file to fetch. `rows` were counted in the finished file; 0 where it has none, as a text has. */
const RawFile = z.strictObject({ ticket: Ticket, fileName: z.string(), rows: z.int(), columns: z.int() });
const Released = z.strictObject({ releaseNumber: z.int(), files: z.array(RawFile) });

export const rawExport = {
  /** Versions with interviews that count, newest first, and what was chosen last time. */
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
      /** The project has weights that may be used. */
      hasWeights: z.boolean(),
      /** What the latest release of raw data was made as. */
      last: z.strictObject({ format: RawFormat, extras: RawExtras }).nullable(),
    }),
  }),
  /** What the files would give away of whom. `known`: what others may know; the background questions when left out. */
  check: query({
    input: z.strictObject({ projectId: ProjectId, versionId: VersionId, known: z.array(KnownColumn).max(40).optional() }),
    output: RawCheck,
  }),
  /** The same for de-identified data: what is in the package, and only that. */
  checkPackage: query({ input: DeIdentified, output: RawCheck }),
  /**
   * The answers of one version as files: interviews, the persons of groups, one long file per repeat with the key of what each round
   * lies in, and a codebook. Entered in the register of releases; nobody who has withdrawn is in it. The rows of each finished file are
   * counted and held against what it should have.
   */
  create: job({
    input: z.strictObject({
      projectId: ProjectId,
      versionId: VersionId,
      choices: RawChoices,
      /** Separated values as the language writes numbers, when left out. */
      format: RawFormat.optional(),
      extras: RawExtras.optional(),
      language: Language,
      /** Who gets the files, and what for: the register keeps both. */
      recipient: spoken(200),
      purpose: spoken(500),
      /** What others may know, as it was checked; the background questions when left out. */
      known: z.array(KnownColumn).max(40).optional(),
      /** Somebody has seen that persons stand out, and lets the files leave all the same. Needed only when they do. */
      acceptsRisk: z.boolean(),
    }),
    progress: Progress,
    output: Released,
    errors: ['NOT_RELEASABLE', 'OUT_OF_RANGE', 'FILE_TOO_LARGE'],
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
  /**
   * De-identified data of one version as one ZIP: CSV and SPSS, codebook, DDI, a page to read first, the licence, and a list of all files
   * with their SHA-256. Refused when anybody stands out; nobody can let it through.
   */
  package: job({
    input: z.strictObject({
      ...DeIdentified.shape,
      licence: Licence,
      language: Language,
      recipient: spoken(200),
      purpose: spoken(500),
    }),
    progress: Progress,
    output: Released,
    errors: ['NOT_RELEASABLE', 'TOO_FEW', 'OUT_OF_RANGE', 'FILE_TOO_LARGE'],
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
};
