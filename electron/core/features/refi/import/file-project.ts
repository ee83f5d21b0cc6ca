import { refiNotTaken, type RefiImportNote } from '../../../../../shared/contract/refi.ts';
import type { FileNotes, FileTheme } from '../../codebook/exchange/file-codebook.ts';
import { NoteList } from '../../codebook/exchange/note-list.ts';
import type { CodeNote } from '../../codebook/exchange/read-qdc.ts';
import type { ProjectFacts } from '../descriptions.ts';
import type { RefiCase, RefiSet, RefiText, RefiUser, RefiVariable } from '../refi-project.ts';

/** A text as the XML names it; where its words lie is looked for afterwards. */
export interface FileText extends RefiText {
  /** As the file writes it; null where the words stand in the XML. */
  readonly path: string | null;
  readonly richPath: string | null;
}

/** A link between two things, which other programs use for notes on words. */
export interface FileLink {
  readonly name: string;
  readonly origin: string;
  readonly target: string;
  readonly notes: readonly string[];
  readonly line: number;
}

/** A project's file, read. GUIDs are in small letters without braces; where the file gives none, a sign that no GUID has. */
export interface FileProject {
  readonly name: string;
  readonly origin: string;
  readonly facts: ProjectFacts | null;
  readonly users: readonly RefiUser[];
  readonly themes: readonly FileTheme[];
  readonly isOwn: boolean;
  readonly themeNotes: FileNotes;
  readonly codeNotes: readonly CodeNote[];
  readonly variables: readonly RefiVariable[];
  readonly cases: readonly RefiCase[];
  readonly sources: readonly FileText[];
  readonly notes: readonly FileText[];
  readonly links: readonly FileLink[];
  readonly sets: readonly RefiSet[];
  readonly projectNotes: readonly string[];
  readonly found: ImportNotes;
}

/** Everything else that is noted was put right. */
const lost: ReadonlySet<RefiImportNote> = new Set(refiNotTaken);

/** Collects what was put right or left out while a project is taken in. */
export class ImportNotes extends NoteList<RefiImportNote> {
  constructor() {
    super(lost);
  }
}
