import type { DocumentFormat, LeftOutPart } from '../../../shared/contract/texts-documents.ts';
import {
  decodeText,
  detectEncoding,
  detectFormat,
  isReadingError,
  openSurveyFile,
  readRange,
  readWhole,
  type OpenedFile,
} from '../features/exchange/reading/index.ts';
import { documentError, documentLimits, leftOutParts, tidyLines, tidyText, type DocumentText } from './document-text.ts';
import { asDocumentError, openPacked, type PackedFile } from './packed-file.ts';
import { cueFormat, readCues } from './read-cues.ts';
import { readDocx } from './read-docx.ts';
import { readOdt } from './read-odt.ts';

/**
 * Reads a document, whatever its name says: text (UTF-8, UTF-16, Windows-1252), Word, OpenDocument, WebVTT or SubRip. Its words come with
 * line feeds, composed, without control characters. @throws AppError FILE_UNREADABLE, FILE_TOO_LARGE; an AbortError when cancelled
 */
export async function readDocument(path: string, signal?: AbortSignal): Promise<DocumentText> {
  try {
    const file = await openSurveyFile(path);
    try {
      if (file.size > documentLimits.fileBytes) throw tooLarge(file);
      return await readOpened(file, signal);
    } finally {
      await file.handle.close();
    }
  } catch (error) {
    throw asDocumentError(error);
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
const tooLarge = ({ size }: OpenedFile) =>
  documentError('too-large', { size: megabytes(size), limit: megabytes(documentLimits.fileBytes) });

async function readOpened(file: OpenedFile, signal: AbortSignal | undefined): Promise<DocumentText> {
  const head = await readRange(file, 0, 4);
  if (head.toString('latin1').startsWith('PK')) {
    const packed = openPacked(await readWhole(file, signal), signal);
    const format = await packedFormat(packed);
    const read = await (format === 'docx' ? readDocx(packed) : readOdt(packed));
    return finished(format, read.body, read.heading, new Map(read.leftOut.map(({ part, count }) => [part, count])));
  }
  // Only its refusals matter here: what it takes for a table is any text.
  await detectFormat(file);
  return readText(await wholeText(file, signal));
}

/** By what it holds: names of files are often wrong. @throws AppError FILE_UNREADABLE */
async function packedFormat(packed: PackedFile): Promise<'docx' | 'odt'> {
  const { names } = packed;
  if ([...names].some((name) => name.startsWith('word/'))) return 'docx';
  const kind = await packed.begins('mimetype');
  if (kind.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  const type = kind.includes('opendocument') ? 'ods' : [...names].some((name) => name.startsWith('xl/')) ? 'xlsx' : 'zip';
  throw documentError('unsupported', { type });
}

async function wholeText(file: OpenedFile, signal: AbortSignal | undefined): Promise<string> {
  let text = '';
  for await (const piece of decodeText(file, await encodingOf(file, signal), signal)) {
    text += piece.text;
    if (text.length > documentLimits.characters * 2) throw documentError('too-long', { limit: documentLimits.characters });
  }
  return text;
}

/** A text with a foreign character here and there is read line by line: a transcript is not a table, in which that would shift cells. */
async function encodingOf(file: OpenedFile, signal: AbortSignal | undefined) {
  try {
    return await detectEncoding(file, undefined, signal);
  } catch (error) {
    if (isReadingError(error) && error.code === 'MIXED_ENCODING') return 'mixed';
    throw error;
  }
}

function readText(raw: string): DocumentText {
  const { text, signs } = tidyText(raw);
  const left = new Map<LeftOutPart, number>([['signs', signs]]);
  const cues = cueFormat(text);
  if (cues === null) return finished('txt', text, null, left);
  const { body, turns, styles } = readCues(text);
  checkLength(body);
  left.set('styles', styles);
  return { format: cues, body, heading: null, turns, leftOut: leftOutParts(left) };
}

function finished(format: DocumentFormat, raw: string, heading: string | null, left: Map<LeftOutPart, number>): DocumentText {
  const { text, signs } = tidyText(raw);
  left.set('signs', (left.get('signs') ?? 0) + signs);
  const body = tidyLines(text);
  if (body === '') throw documentError('no-words');
  checkLength(body);
  return { format, body, heading: heading === null ? null : tidyText(heading).text, turns: [], leftOut: leftOutParts(left) };
}

function checkLength(body: string): void {
  if (body.length > documentLimits.characters) throw documentError('too-long', { limit: documentLimits.characters });
}
