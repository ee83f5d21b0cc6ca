import { z } from 'zod';
import { InterviewId, MeetingId, ProjectId, TextId, ThemeId, Ticket } from '../model/ids.ts';
import { Language, Name, StoredText } from '../model/text.ts';
import { IsoDay } from '../model/vague.ts';
import { PersonalSignKind } from '../texts/personal-signs.ts';
import { command, job, query } from './kit.ts';

/** Largest file that is read as a document, in MB (1024 × 1024 bytes): a larger one need not even be sent in. */
export const documentMegabytes = 50;
/** Most files in one import. */
export const documentsAtOnce = 300;
/** Most things that may tell who somebody is that an inspection lists one by one; the rest are counted. */
export const signsListed = 100;

export const DocumentKind = z.enum(['transcript', 'notes', 'letter', 'other']);
export type DocumentKind = z.infer<typeof DocumentKind>;
/** What stands in the list of texts: documents by their kind, what was noted in an interview, and the minutes of a meeting as one. */
export const ListedKind = z.enum([...DocumentKind.options, 'interview-note', 'minutes']);
export type ListedKind = z.infer<typeof ListedKind>;

export const DocumentFormat = z.enum(['txt', 'docx', 'odt', 'vtt', 'srt']);
export type DocumentFormat = z.infer<typeof DocumentFormat>;
/** What a reader does not take along. */
export const LeftOutPart = z.enum(['deleted', 'comments', 'headers', 'pictures', 'hidden', 'styles', 'signs']);
export type LeftOutPart = z.infer<typeof LeftOutPart>;

export const SpeakerRole = z.enum(['interviewer', 'participant', 'other']);
export type SpeakerRole = z.infer<typeof SpeakerRole>;

const Whose = z.strictObject({ interviewId: InterviewId, code: z.string() });

/** A line of the list of texts. Minutes have a meeting and no text of their own. */
export const ListedText = z.strictObject({
  /** The text's id, or the meeting's. */
  id: z.uuid(),
  textId: TextId.nullable(),
  meetingId: MeetingId.nullable(),
  kind: ListedKind,
  /** Empty for notes of an interview, which are known by the person's code. */
  title: z.string(),
  whose: Whose.nullable(),
  language: z.string(),
  saidOn: z.string().nullable(),
  words: z.int(),
  segments: z.int(),
  /** Initials of those who coded in it. */
  coders: z.array(z.string()),
  lastCodedAt: z.string().nullable(),
  /** Somebody has read it and found nothing to code, or is done with it. */
  isRead: z.boolean(),
});
export type ListedText = z.infer<typeof ListedText>;

export const TextSort = z.strictObject({
  by: z.enum(['kind', 'title', 'code', 'saidOn', 'segments', 'lastCoded']),
  direction: z.enum(['ascending', 'descending']),
});
export type TextSort = z.infer<typeof TextSort>;

/** A document with what is known about it. */
export const DocumentFacts = z.strictObject({
  textId: TextId,
  title: z.string(),
  kind: DocumentKind,
  language: z.string(),
  saidOn: z.string().nullable(),
  whose: Whose.nullable(),
  fileName: z.string().nullable(),
  addedBy: z.string(),
  addedAt: z.string(),
  body: z.string(),
  words: z.int(),
  segments: z.int(),
  /** Something points into its words (codings, quotes, memos): they are corrected in the text view. */
  isWorkedOn: z.boolean(),
  speakers: z.array(z.strictObject({ name: z.string().nullable(), role: SpeakerRole, turns: z.int() })),
});
export type DocumentFacts = z.infer<typeof DocumentFacts>;

/** Who seems to speak in a transcript, how often, and how the first turn begins. */
export const FoundSpeaker = z.strictObject({ name: z.string(), turns: z.int(), role: SpeakerRole, begins: z.string() });
export type FoundSpeaker = z.infer<typeof FoundSpeaker>;

/** Words that may tell who somebody is: as they stand, how often, and the first place with a little around it. */
export const FoundSign = z.strictObject({ kind: PersonalSignKind, text: z.string(), count: z.int(), around: z.string() });
export type FoundSign = z.infer<typeof FoundSign>;

/** What a file would become. */
export const DocumentProposal = z.strictObject({
  fileName: z.string(),
  format: DocumentFormat,
  title: z.string(),
  kind: DocumentKind,
  language: Language,
  saidOn: IsoDay.nullable(),
  whose: Whose.nullable(),
  words: z.int(),
  /** How it begins, at most 600 characters. */
  begins: z.string(),
  turns: z.int(),
  speakers: z.array(FoundSpeaker),
  leftOut: z.array(z.strictObject({ part: LeftOutPart, count: z.int() })),
  signs: z.array(FoundSign),
  signCount: z.int(),
});
export type DocumentProposal = z.infer<typeof DocumentProposal>;

/** A speaker of the file, who that is, and what the text calls them instead. */
const SpeakerChoice = z.strictObject({ name: z.string().max(200), role: SpeakerRole, as: Name });
/** Words that are replaced before anything is stored. An empty replacement takes them out. */
const Replacement = z.strictObject({ find: z.string().min(1).max(500), with: StoredText.pipe(z.string().max(200)) });
export type Replacement = z.infer<typeof Replacement>;

export const DocumentChoice = z.strictObject({
  ticket: Ticket,
  title: Name,
  kind: DocumentKind,
  language: Language,
  saidOn: IsoDay.nullable(),
  interviewId: InterviewId.nullable(),
  /** File names hold people's names often enough: they are kept only when somebody wants it. */
  keepsFileName: z.boolean(),
  /** Empty: no speakers are told apart. */
  speakers: z.array(SpeakerChoice).max(50),
  replacements: z.array(Replacement).max(2000),
});
export type DocumentChoice = z.infer<typeof DocumentChoice>;

/** Files read of the files there are. */
const FilesRead = z.strictObject({ done: z.int(), of: z.int() });
const fileErrors = ['TICKET_UNKNOWN', 'FILE_UNREADABLE', 'FILE_TOO_LARGE'] as const;
const project = z.strictObject({ projectId: ProjectId });
const text = z.strictObject({ textId: TextId });
const touches = ['texts', 'coding'] as const;

export const textsDocuments = {
  /** Everything longer that people said or somebody wrote down, without those who have withdrawn. Newest first unless sorted. */
  documents: query({
    input: z.strictObject({
      projectId: ProjectId,
      kind: ListedKind.optional(),
      /** Neither coded nor read. */
      isUncoded: z.boolean().optional(),
      /** With this theme or one under it. */
      themeId: ThemeId.optional(),
      /** Part of a title or the beginning of a participant's code. */
      search: z.string().max(100).optional(),
      sort: TextSort.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ rows: z.array(ListedText), total: z.int() }),
  }),
  /** How many there are of each kind, and how many are neither coded nor read. */
  documentCounts: query({
    input: project,
    output: z.strictObject({ total: z.int(), uncoded: z.int(), kinds: z.array(z.strictObject({ kind: ListedKind, count: z.int() })) }),
  }),
  document: query({ input: text, output: DocumentFacts }),
  /** Reads a file through and says what it would become. Writes nothing. */
  inspect: job({
    input: z.strictObject({ projectId: ProjectId, ticket: Ticket }),
    progress: FilesRead,
    output: DocumentProposal,
    errors: fileErrors,
    touches: [],
    undo: null,
  }),
  /** Imports files as documents, as one operation: all of them or none. */
  import: job({
    input: z.strictObject({ projectId: ProjectId, files: z.array(DocumentChoice).min(1).max(documentsAtOnce) }),
    progress: FilesRead,
    output: z.strictObject({ textIds: z.array(TextId), replaced: z.int() }),
    errors: fileErrors,
    touches: [...touches],
    undo: 'documents.import.undo',
  }),
  /** An empty note, to be written in. */
  createNote: command({
    input: z.strictObject({
      projectId: ProjectId,
      title: Name,
      language: Language,
      saidOn: IsoDay.nullable(),
      interviewId: InterviewId.nullable(),
    }),
    output: text,
    touches: [...touches],
    undo: 'documents.createNote.undo',
  }),
  /** Typing in a document that nothing points into yet. `base` is what its writer saw there before. Steps close in time become one. */
  write: command({
    input: z.strictObject({ textId: TextId, body: StoredText.pipe(z.string().max(1_000_000)), base: z.string() }),
    output: z.strictObject({}),
    errors: ['STALE', 'IN_USE'],
    touches: [...touches],
    undo: 'documents.write.undo',
  }),
  rename: command({
    input: z.strictObject({ textId: TextId, title: Name }),
    output: z.strictObject({}),
    touches: [...touches],
    undo: 'documents.rename.undo',
  }),
  /** Kind, language and day; what is left out stays. */
  setFacts: command({
    input: z.strictObject({
      textId: TextId,
      kind: DocumentKind.optional(),
      language: Language.optional(),
      saidOn: IsoDay.nullable().optional(),
    }),
    output: z.strictObject({}),
    touches: [...touches],
    undo: 'documents.setFacts.undo',
  }),
  /** Says whose words they are, so that its codings count for that person; null: nobody's. */
  link: command({
    input: z.strictObject({ textId: TextId, interviewId: InterviewId.nullable() }),
    output: z.strictObject({}),
    touches: [...touches, 'interviews'],
    undo: 'documents.link.undo',
  }),
  /** Takes a document out with everything that stands on it. */
  remove: command({
    input: text,
    output: z.strictObject({ segments: z.int() }),
    touches: [...touches, 'interviews', 'findings', 'reports'],
    undo: 'documents.remove.undo',
  }),
};
