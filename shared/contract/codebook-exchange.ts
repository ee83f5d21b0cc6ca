import { z } from 'zod';
import { ThemeId, Ticket } from '../model/ids.ts';
import { Language, LocalisedText } from '../model/text.ts';
import { job, query, session } from './kit.ts';

/** Largest codebook file that is read, in MB (1024 × 1024 bytes). */
export const codebookMegabytes = 25;
/** The same for a whole project (.qdpx), whose sources are not looked at. */
export const projectMegabytes = 200;
/** Most themes of one file, and how deep they may lie. */
export const codebookThemes = 5000;
export const codebookLevels = 500;
/** Most themes that an inspection shows one by one; the rest are counted. */
export const codebookRowsShown = 500;
/** Most anchor examples that are shown before a codebook leaves; the rest are counted. */
export const codebookExamplesShown = 500;

/** REFI-QDA, indented text, comma-separated values, Word. */
export const CodebookFormat = z.enum(['qdc', 'text', 'csv', 'docx']);
export type CodebookFormat = z.infer<typeof CodebookFormat>;

/** What became of something in a file: put right on the way in, or not taken in at all. */
export const CodebookNoteCode = z.enum([
  // Put right.
  'namespace',
  'guid-missing',
  'guid-invalid',
  'guid-twice',
  'name-missing',
  'name-cut',
  'term-twice',
  'codable-missing',
  'colour-nearest',
  'colour-invalid',
  'characters',
  'indent',
  'parent-loop',
  'number-taken',
  // Not taken in.
  'parent-unknown',
  'differs-unknown',
  'memo',
  'set',
  'part',
  'element',
  'attribute',
  'column',
  'column-twice',
]);
export type CodebookNoteCode = z.infer<typeof CodebookNoteCode>;

/** One kind of thing, how often, and the first places: line of the file (0 for none), and what stands there. */
export const CodebookNote = z.strictObject({
  code: CodebookNoteCode,
  isLost: z.boolean(),
  count: z.int().min(1),
  places: z.array(z.strictObject({ line: z.int().min(0), what: z.string() })).max(20),
});
export type CodebookNote = z.infer<typeof CodebookNote>;

/**
 * What a theme of the file becomes. `same`: that theme gets what it lacks, and where both say something, ours stays or the file's is taken.
 * `skip`: left out; what stands under it goes to the next one above.
 */
export const ThemeChoice = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('new') }),
  z.strictObject({ as: z.literal('same'), themeId: ThemeId, take: z.enum(['ours', 'theirs']) }),
  z.strictObject({ as: z.literal('skip') }),
]);
export type ThemeChoice = z.infer<typeof ThemeChoice>;

export const CodebookImportChoices = z.strictObject({
  /** The language of words that name none. */
  language: Language,
  /** Nobody has said so: when more of the names are ours in another language, it is that one. */
  isLanguageGuessed: z.boolean(),
  /** Whether a word that differs in case or diacritics is the same word. */
  matching: z.enum(['loose', 'exact']),
  /** By key; a theme without one becomes what is proposed. */
  themes: z.record(z.string().max(8), ThemeChoice),
});
export type CodebookImportChoices = z.infer<typeof CodebookImportChoices>;

/** Something that the file says otherwise, or says and we do not. Words are cut to 300 characters. */
export const ThemeDifference = z.strictObject({
  field: z.enum([
    'term',
    'synonym',
    'definition',
    'inclusion',
    'exclusion',
    'example',
    'parent',
    'number',
    'colour',
    'codable',
    'status',
    'differs',
  ]),
  language: Language.nullable(),
  ours: z.string(),
  theirs: z.string(),
  /** Ours stays; ours stays and theirs becomes another word for it; theirs is added; theirs replaces ours. */
  effect: z.enum(['kept', 'word', 'added', 'taken']),
});
export type ThemeDifference = z.infer<typeof ThemeDifference>;

/** One theme of the file. */
export const InspectedTheme = z.strictObject({
  key: z.string(),
  line: z.int().min(0),
  depth: z.int().min(0),
  number: z.string().nullable(),
  terms: LocalisedText,
  /** Which of ours it was taken for, and by what; null when none. */
  match: z.strictObject({ themeId: ThemeId, by: z.enum(['id', 'term', 'synonym']), word: z.string() }).nullable(),
  choice: ThemeChoice,
  /** Only with `same`. */
  differences: z.array(ThemeDifference).max(60),
});
export type InspectedTheme = z.infer<typeof InspectedTheme>;

/** What a codebook's file holds, before anything is written. */
export const CodebookInspection = z.strictObject({
  fileName: z.string(),
  format: z.enum(['qdc', 'qdpx', 'csv', 'text']),
  /** Written by this program: nothing in it was guessed. */
  isOwn: z.boolean(),
  /** The one that words were taken to be in: as chosen, or as guessed. */
  language: Language,
  /** What the codebook was like; an import says it again, so that nothing happens that was not shown. */
  basis: z.string(),
  themeCount: z.int().min(0),
  levels: z.int().min(0),
  newCount: z.int().min(0),
  sameCount: z.int().min(0),
  /** Of those that are the same: how many the file says something else or more about. */
  differentCount: z.int().min(0),
  skippedCount: z.int().min(0),
  /** Those asked for, at most `codebookRowsShown`, in the order of the file; and how many there are. */
  rows: z.array(InspectedTheme).max(codebookRowsShown),
  rowCount: z.int().min(0),
  notes: z.array(CodebookNote),
});
export type CodebookInspection = z.infer<typeof CodebookInspection>;

const FileProgress = z.strictObject({ done: z.number(), of: z.number() });
const fileErrors = ['TICKET_UNKNOWN', 'FILE_UNREADABLE', 'FILE_TOO_LARGE'] as const;

/** Codebooks to and from other programs. */
export const codebookExchange = {
  /** What a person looks at before a codebook leaves: how much it is, and every anchor example in it. */
  exportFacts: query({
    input: z.strictObject({}),
    output: z.strictObject({
      themeCount: z.int().min(0),
      exampleCount: z.int().min(0),
      /** The first `codebookExamplesShown` of them. */
      examples: z.array(
        z.strictObject({ themeId: ThemeId, number: z.string(), terms: LocalisedText, language: Language, body: z.string() }),
      ),
    }),
  }),
  /** The whole codebook as a file for one download. No person and no coding is in it. */
  exportFile: query({
    input: z.strictObject({
      format: CodebookFormat,
      /** The names that come first, and the words of the file itself. */
      language: Language,
      /** Between the cells of a csv. */
      separator: z.enum([';', ',']),
      /** Whether a csv or text begins with the mark by which spreadsheet programs know UTF-8. */
      hasMark: z.boolean(),
    }),
    output: z.strictObject({ ticket: Ticket, fileName: z.string(), themeCount: z.int() }),
    errors: ['NOTHING_TO_SEND'],
  }),
  /** Reads a file through and says what it would come to, choice by choice. Writes nothing. */
  inspectFile: job({
    input: z.strictObject({ ticket: Ticket, choices: CodebookImportChoices, show: z.enum(['all', 'new', 'same', 'different']) }),
    progress: FileProgress,
    output: CodebookInspection,
    errors: fileErrors,
    touches: [],
    undo: null,
  }),
  /** Takes a file in as chosen, in one operation. STALE when the codebook is no longer what the inspection saw. */
  importFile: job({
    input: z.strictObject({ ticket: Ticket, choices: CodebookImportChoices, basis: z.string().max(100) }),
    progress: FileProgress,
    output: z.strictObject({
      newCount: z.int().min(0),
      changedCount: z.int().min(0),
      unchangedCount: z.int().min(0),
      skippedCount: z.int().min(0),
    }),
    errors: [...fileErrors, 'STALE'],
    touches: ['themes'],
    undo: 'codebookExchange.import.undo',
  }),
  /** Throws away an uploaded file that will not be imported. */
  discardFile: session({ input: z.strictObject({ ticket: Ticket }), output: z.strictObject({}) }),
};
