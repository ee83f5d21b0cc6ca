import { builtInWords, readStructure, toForm, type BuiltInWord, type LssRow } from '../../../../shared/limesurvey/index.ts';
import type { MessageId } from '../../../../shared/messages/generated/message-id.ts';
import type { FormBook } from '../../../../shared/xlsform/index.ts';
import { readXml, XmlError } from '../../documents/xml.ts';
import { wordsIn } from '../../words.ts';
import { ReadingError } from '../exchange/reading/index.ts';
import { readRange, type OpenedFile } from '../exchange/reading/open-file.ts';

/** A structure file is flat: tables, rows, columns, and the tags of the texts are inside CDATA. */
const limits = { bytes: 25 * 1024 * 1024, depth: 12, elements: 2_000_000 };
const chunkBytes = 256 * 1024;

const wordIds = Object.fromEntries(builtInWords.map((word) => [word, `xlsform.words.${word}`])) as Record<BuiltInWord, MessageId>; // Each has its message, which a test asks for.

/** Whether a file that is some XML is LimeSurvey's structure of a survey. */
export async function isStructureFile(file: OpenedFile): Promise<boolean> {
  const head = (await readRange(file, 0, 4096)).toString('utf8');
  return /<LimeSurveyDocType>\s*Survey\s*</u.test(head);
}

async function* piecesOf(file: OpenedFile, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += chunkBytes) {
    signal?.throwIfAborted();
    yield await readRange(file, at, chunkBytes);
  }
}

/**
 * Reads LimeSurvey's structure file (`.lss`) as a form.
 * @throws ReadingError for XML that is damaged, too deep or too much, with its line
 */
export async function readLss(file: OpenedFile, signal?: AbortSignal): Promise<FormBook> {
  const tables = new Map<string, LssRow[]>();
  const path: string[] = [];
  let row: { line: number; columns: Map<string, string> } | null = null;
  let text = '';
  try {
    await readXml(
      piecesOf(file, signal),
      {
        open: ({ name, line }) => {
          path.push(name);
          text = '';
          // document / <table> / rows / row / <column>; the languages stand without rows.
          if (path.length === 4 && name === 'row') row = { line, columns: new Map() };
        },
        text: (piece) => void (text += piece),
        close: (name) => {
          const table = path[1] ?? '';
          if (path.length === 5 && path[2] === 'rows' && row !== null) row.columns.set(name, text);
          else if (path.length === 4 && name === 'row' && row !== null) {
            take(tables, table).push(row);
            row = null;
          } else if (path.length === 3 && name === 'language') {
            take(tables, 'languages').push({ line: 0, columns: new Map([['language', text.trim()]]) });
          }
          path.pop();
          text = '';
        },
      },
      limits,
    );
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    if (error.code === 'too-large' || error.code === 'too-many' || error.code === 'too-deep')
      throw new ReadingError('ZIP_BOMB', { params: { limit: limits.bytes / 1024 / 1024 }, cause: error });
    throw new ReadingError('NOT_READABLE', { where: { row: error.line }, params: { reason: 'xml' }, cause: error });
  }
  return toForm(readStructure(tables), (word, language) => wordsIn(language)(wordIds[word]));
}

function take(tables: Map<string, LssRow[]>, name: string): LssRow[] {
  const known = tables.get(name) ?? [];
  tables.set(name, known);
  return known;
}
