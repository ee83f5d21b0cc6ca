import { codebookMegabytes, projectMegabytes } from '../../../../../shared/contract/codebook-exchange.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { isReadingError, ReadingError } from '../../exchange/reading/index.ts';
import { decodeText, detectEncoding } from '../../exchange/reading/decode-text.ts';
import { detectFormat, readWhole } from '../../exchange/reading/detect-format.ts';
import { openSurveyFile, readChunks, readRange, type OpenedFile } from '../../exchange/reading/open-file.ts';
import { listZipParts, unpackPart } from '../../exchange/reading/zip-parts.ts';
import type { FileCodebook } from './file-codebook.ts';
import { asFileError, fileError } from './file-error.ts';
import { codebookTable, readCsv } from './read-csv.ts';
import { readQdc } from './read-qdc.ts';
import { readText } from './read-text.ts';

const megabyte = 1024 * 1024;

export interface ReadOptions {
  /** The language of words that name none. */
  readonly language: Language;
  /** What a theme without a name is called. */
  readonly nameless: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Reads a codebook's file, whatever its name says: REFI-QDA (`.qdc`, or the codebook in a `.qdpx`), a table, or indented text.
 * @throws AppError FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED
 */
export async function readCodebookFile(path: string, options: ReadOptions): Promise<FileCodebook> {
  try {
    const file = await openSurveyFile(path);
    try {
      return await readOpened(file, options);
    } finally {
      await file.handle.close();
    }
  } catch (error) {
    throw asFileError(error, options.signal);
  }
}

async function readOpened(file: OpenedFile, options: ReadOptions): Promise<FileCodebook> {
  const head = await readRange(file, 0, 4096);
  const isPacked = head.toString('latin1', 0, 2) === 'PK';
  const limit = isPacked ? projectMegabytes : codebookMegabytes;
  if (file.size > limit * megabyte) throw fileError('too-large', { size: Math.ceil(file.size / megabyte), limit });
  if (isPacked) return readProject(await readWhole(file, options.signal), options);
  // A mark of order, in UTF-8 or UTF-16, then blanks, then an element.
  if (/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?[\s\0]*</u.test(head.toString('latin1'))) {
    return readQdc(readChunks(file, options.signal), options.language, options);
  }
  await refuseOthers(file);
  let text = '';
  for await (const piece of decodeText(file, await detectEncoding(file, undefined, options.signal), options.signal)) text += piece.text;
  return readPlain(text.replace(/^\uFEFF/u, ''), options.language);
}

/** What is no text is refused by what it is. */
async function refuseOthers(file: OpenedFile): Promise<void> {
  try {
    await detectFormat(file);
  } catch (error) {
    // Old workbooks and the like say their name; a table in a new one is found below.
    if (isReadingError(error)) throw error;
    throw new ReadingError('NOT_READABLE', { cause: error });
  }
}

/** A project is an archive whose one `.qde`, at the top, holds everything but the sources. */
async function readProject(zip: Buffer, options: ReadOptions): Promise<FileCodebook> {
  const parts = listZipParts(zip);
  const inside = parts.filter(({ name }) => /^[^/\\]+\.(?:qde|qdc)$/iu.test(name));
  const part = inside.find(({ name }) => name.toLowerCase() === 'project.qde') ?? inside[0];
  if (part === undefined) {
    const isOffice = parts.some(({ name }) => /^(?:word|xl)\//u.test(name) || name === 'content.xml');
    throw isOffice ? fileError('unsupported', { what: 'office' }) : fileError('no-project');
  }
  return readQdc(unpackPart(zip, part, options.signal), options.language, options);
}

function readPlain(text: string, language: Language): FileCodebook {
  const records = tableOf(text);
  return records === null ? readText(text, language) : readCsv(records, language);
}

/** A text whose quotation marks do not close may still be a list of names: only one whose first line is a header of ours is refused for it. */
function tableOf(text: string) {
  try {
    return codebookTable(text);
  } catch (error) {
    if (isHeader(/^[^\r\n]*/u.exec(text)?.[0] ?? '')) throw error;
    return null;
  }
}

function isHeader(line: string): boolean {
  try {
    return codebookTable(`${line}\n`) !== null;
  } catch {
    return false;
  }
}
