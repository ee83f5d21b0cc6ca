import type { SurveyFileFormat } from '../../../../../shared/model/survey-file.ts';
import { readingLimits } from './limits.ts';
import { readRange, type OpenedFile } from './open-file.ts';
import { ReadingError } from './reading-error.ts';

/** First bytes of files that are something else, and the name their refusal gives them. */
const signatures: readonly (readonly [bytes: string, type: string])[] = [
  ['$FL2', 'sav'],
  ['$FL3', 'sav'],
  ['<stata_dta>', 'dta'],
  ['%PDF', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['\x1f\x8b', 'gzip'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['7z\xbc\xaf', 'archive'],
  ['Rar!', 'archive'],
  ['SQLite format 3\0', 'sqlite'],
];

const ole2 = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/**
 * Says what a file is by its content; the name is not looked at, because exports are often misnamed. Throws
 * `UNSUPPORTED` with the type found, `ENCRYPTED`, or `BINARY`.
 */
export async function detectFormat(file: OpenedFile): Promise<Exclude<SurveyFileFormat, 'sav'>> {
  const head = await readRange(file, 0, 64 * 1024);
  const start = head.toString('latin1', 0, 64);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return detectZip(file);
  if (start.startsWith(ole2)) throw await refuseOle2(file, head);
  const known = signatures.find(([bytes]) => start.startsWith(bytes));
  if (known !== undefined) throw new ReadingError('UNSUPPORTED', { params: { type: known[1] } });
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|\?xml)/i.test(start)) {
    throw new ReadingError('UNSUPPORTED', { params: { type: 'html' } });
  }
  if (isBinary(head)) throw new ReadingError('BINARY');
  return 'csv';
}

/** Tells an xlsx from the other zips by its entries' names; the names are in the directory at the end of the file. */
async function detectZip(file: OpenedFile): Promise<'xlsx'> {
  const tail = await readRange(file, Math.max(0, file.size - 1024 * 1024), 1024 * 1024);
  const head = await readRange(file, 0, 64 * 1024);
  const names = `${tail.toString('latin1')}\n${head.toString('latin1')}`;
  if (names.includes('xl/workbook.bin')) throw new ReadingError('UNSUPPORTED', { params: { type: 'xlsb' } });
  if (names.includes('xl/')) return 'xlsx';
  if (!tail.includes('PK\x05\x06', 0, 'latin1')) throw new ReadingError('TRUNCATED', { params: { type: 'zip' } });
  if (names.includes('opendocument.spreadsheet')) throw new ReadingError('UNSUPPORTED', { params: { type: 'ods' } });
  if (names.includes('word/')) throw new ReadingError('UNSUPPORTED', { params: { type: 'docx' } });
  throw new ReadingError('UNSUPPORTED', { params: { type: 'zip' } });
}

/**
 * An OLE2 container is an old .xls, or an encrypted .xlsx: Office wraps the ciphertext in one ([MS-OFFCRYPTO] 2.3.4).
 * The names of its streams are UTF-16 in the first directory sector, whose number stands at byte 48.
 */
async function refuseOle2(file: OpenedFile, head: Buffer): Promise<ReadingError> {
  if (head.length < 512) return new ReadingError('TRUNCATED', { params: { type: 'xls' } });
  const sectorBytes = 2 ** Math.min(head.readUInt16LE(30), 12);
  const directory = await readRange(file, (head.readUInt32LE(48) + 1) * sectorBytes, 16 * 1024);
  const names = directory.toString('utf16le');
  if (names.includes('EncryptedPackage')) return new ReadingError('ENCRYPTED');
  return new ReadingError('UNSUPPORTED', { params: { type: names.includes('WordDocument') ? 'doc' : 'xls' } });
}

/** Zero bytes at even or odd places only, as UTF-16 text in Latin letters has them. */
export function looksLikeUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  let even = 0;
  let odd = 0;
  const length = Math.min(head.length, 4096) & ~1;
  for (let at = 0; at < length; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (length < 4) return null;
  if (odd > length * 0.35 && even < length * 0.02) return 'utf-16le';
  if (even > length * 0.35 && odd < length * 0.02) return 'utf-16be';
  return null;
}

/**
 * Text has tabs and line ends but hardly any other control bytes. Up to 1 in 50 is left to the decoder, which names the
 * row of the first one that cannot be text.
 */
function isBinary(head: Buffer): boolean {
  if (looksLikeUtf16(head) !== null) return false;
  let controls = 0;
  for (const byte of head) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 11 && byte !== 26) controls += 1;
  }
  return controls > Math.max(3, head.length / 50);
}

/** The whole file in memory, for workbooks, whose directory lies at the end. Yields between chunks. */
export async function readWhole(file: OpenedFile, signal?: AbortSignal): Promise<Buffer> {
  const whole = Buffer.alloc(file.size);
  for (let start = 0; start < file.size; start += readingLimits.chunkBytes * 4) {
    signal?.throwIfAborted();
    const chunk = await readRange(file, start, readingLimits.chunkBytes * 4);
    chunk.copy(whole, start);
  }
  return whole;
}
