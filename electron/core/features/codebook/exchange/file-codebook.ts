import type { CodebookNote, CodebookNoteCode } from '../../../../../shared/contract/codebook-exchange.ts';
import type { CodebookTheme } from '../../../../../shared/model/codebook.ts';
import { NoteList } from './note-list.ts';

/** One theme as a file has it. What the file does not say is undefined; null is said. */
export interface FileTheme extends Pick<CodebookTheme, 'terms' | 'synonyms' | 'definition' | 'inclusion' | 'exclusion' | 'examples'> {
  /** Line of the file, from 1; 0 when it has none. */
  readonly line: number;
  /** Small letters, no braces; null when the file gives none that can be used. */
  readonly guid: string | null;
  /** Index among the file's themes, always a smaller one. */
  readonly parent: number | null;
  readonly number: string | null;
  readonly colour?: number | null;
  readonly isCodable?: boolean;
  readonly status?: CodebookTheme['status'];
  /** By the GUIDs of the file. */
  readonly differsFrom: readonly { readonly guid: string; readonly note: string | null }[];
}

/** A codebook's file, read. */
export interface FileCodebook {
  readonly format: 'qdc' | 'qdpx' | 'csv' | 'text';
  readonly isOwn: boolean;
  readonly themes: readonly FileTheme[];
  readonly notes: readonly CodebookNote[];
}

/** A theme about which a file says nothing but its name. */
export const bareTheme = {
  guid: null,
  parent: null,
  number: null,
  synonyms: [],
  definition: {},
  inclusion: {},
  exclusion: {},
  examples: [],
  differsFrom: [],
} as const satisfies Partial<FileTheme>;

/** What is in the file and does not come in. Everything else that is noted was put right. */
const lost: ReadonlySet<CodebookNoteCode> = new Set([
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

/** Collects what was put right or left out while a codebook's file is read. */
export class FileNotes extends NoteList<CodebookNoteCode> {
  constructor() {
    super(lost);
  }
}
