import { isAscii, isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../../../../../shared/model/survey-file.ts';
import { looksLikeUtf16 } from './detect-format.ts';
import { readChunks, readRange, type OpenedFile } from './open-file.ts';
import { ReadingError } from './reading-error.ts';

const lineFeed = 10;
const carriageReturn = 13;

/** Line ends in bytes: line feeds, and carriage returns that no line feed follows. */
function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === lineFeed) lines += 1;
    else if (bytes[at] === carriageReturn && bytes[at + 1] !== lineFeed) lines += 1;
  }
  return lines;
}

/** Cuts chunks after their last line feed, so that no line, and no character, lies across two pieces. */
async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const cut = chunk.lastIndexOf(lineFeed);
    if (cut < 0) {
      rest = Buffer.concat([rest, chunk]);
      // A file without line feeds (old Macintosh, or one giant line) is passed on in pieces that end between characters.
      if (rest.length > 8 * 1024 * 1024) {
        const end = characterBoundary(rest);
        yield rest.subarray(0, end);
        rest = rest.subarray(end);
      }
      continue;
    }
    yield Buffer.concat([rest, chunk.subarray(0, cut + 1)]);
    rest = chunk.subarray(cut + 1);
  }
  if (rest.length > 0) yield rest;
}

/** The last place at which UTF-8 text may be cut without splitting a character. */
function characterBoundary(bytes: Buffer): number {
  let end = bytes.length;
  while (end > bytes.length - 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return Math.max(1, end - 1);
}

/** Lines of a piece with their line ends, split at line feeds only (a carriage return is never inside a character). */
function* linesOf(piece: Buffer): Generator<Buffer> {
  let start = 0;
  while (start < piece.length) {
    const found = piece.indexOf(lineFeed, start);
    const end = found < 0 ? piece.length : found + 1;
    yield piece.subarray(start, end);
    start = end;
  }
}

interface ByteFindings {
  /** First line, from 1, that is not valid UTF-8; 0 when all are. */
  firstNotUtf8: number;
  /** A line has characters beyond ASCII and is valid UTF-8. */
  hasUtf8: boolean;
}

/** Reads every byte once. Throws `NUL_BYTE` with its row: no text has one, and databases cut strings at it. */
async function surveyBytes(file: OpenedFile, signal: AbortSignal | undefined): Promise<ByteFindings> {
  const findings: ByteFindings = { firstNotUtf8: 0, hasUtf8: false };
  let line = 1;
  for await (const piece of wholeLines(readChunks(file, signal))) {
    const nul = piece.indexOf(0);
    if (nul >= 0) throw new ReadingError('NUL_BYTE', { where: { row: line + countLines(piece.subarray(0, nul)) } });
    if (!isAscii(piece)) {
      if (isUtf8(piece)) findings.hasUtf8 ||= !isOnlyByteOrderMark(piece, line);
      else noteLines(piece, line, findings);
    }
    line += countLines(piece);
  }
  return findings;
}

function isOnlyByteOrderMark(piece: Buffer, line: number): boolean {
  return line === 1 && piece[0] === 0xef && isAscii(piece.subarray(3));
}

function noteLines(piece: Buffer, firstLine: number, findings: ByteFindings): void {
  let line = firstLine;
  for (const bytes of linesOf(piece)) {
    if (!isAscii(bytes)) {
      if (!isUtf8(bytes)) findings.firstNotUtf8 ||= line + lineOfBadByte(bytes);
      else findings.hasUtf8 = true;
    }
    line += countLines(bytes);
  }
}

/** Carriage returns before the first byte beyond ASCII: exact enough for files that end lines with them alone. */
function lineOfBadByte(bytes: Buffer): number {
  const bad = bytes.findIndex((byte) => byte > 127);
  return countLines(bytes.subarray(0, Math.max(0, bad)));
}

/**
 * Finds a text file's character set by reading all of it once, so that a single foreign byte in the last row is found
 * before anything is imported. A byte order mark decides; then zero bytes as in UTF-16; then strict UTF-8; a file with no
 * UTF-8 character at all is Windows-1252. Throws `MIXED_ENCODING` with the first row that is not UTF-8 in a file that
 * elsewhere is, and `NUL_BYTE`.
 */
export async function detectEncoding(file: OpenedFile, chosen?: TextEncoding, signal?: AbortSignal): Promise<TextEncoding> {
  const head = await readRange(file, 0, 4096);
  const wide = chosen === undefined ? looksLikeUtf16(head) : null;
  const encoding = chosen ?? wide;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return encoding;
  const findings = await surveyBytes(file, signal);
  if (chosen !== undefined && chosen !== 'utf-8') return chosen;
  if (findings.firstNotUtf8 === 0) return 'utf-8';
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (findings.hasUtf8 || hasMark || chosen === 'utf-8') {
    throw new ReadingError('MIXED_ENCODING', { where: { row: findings.firstNotUtf8 } });
  }
  return 'windows-1252';
}

/** A file's text piece by piece, and how many bytes it came from. */
export interface DecodedPiece {
  readonly text: string;
  readonly done: number;
}

/** Decodes a file. Strict: a byte that is not in the character set throws `MIXED_ENCODING` (`NOT_READABLE` in UTF-16). */
export async function* decodeText(file: OpenedFile, encoding: TextEncoding, signal?: AbortSignal): AsyncGenerator<DecodedPiece> {
  if (encoding === 'mixed') yield* decodeLineByLine(file, signal);
  else yield* decodeStrictly(file, encoding, signal);
}

async function* decodeStrictly(
  file: OpenedFile,
  encoding: Exclude<TextEncoding, 'mixed'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<DecodedPiece> {
  // WHATWG's windows-1252 maps the five bytes without a character to C1 controls, so it never fails and loses nothing.
  const decoder = new TextDecoder(encoding, { fatal: true });
  let done = 0;
  let line = 1;
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (error) {
      const code = encoding === 'utf-8' ? 'MIXED_ENCODING' : 'NOT_READABLE';
      throw new ReadingError(code, { where: { row: line }, params: { reason: 'characters' }, cause: error });
    }
  };
  for await (const chunk of readChunks(file, signal)) {
    const text = decode(chunk);
    const nul = text.indexOf('\0');
    if (nul >= 0) throw new ReadingError('NUL_BYTE', { where: { row: line + countTextLines(text.slice(0, nul)) } });
    done += chunk.length;
    line += countTextLines(text);
    yield { text, done };
  }
  const last = decode();
  if (last !== '') yield { text: last, done };
}

async function* decodeLineByLine(file: OpenedFile, signal: AbortSignal | undefined): AsyncGenerator<DecodedPiece> {
  const utf8 = new TextDecoder('utf-8');
  const windows = new TextDecoder('windows-1252');
  let done = 0;
  for await (const piece of wholeLines(readChunks(file, signal))) {
    done += piece.length;
    if (isUtf8(piece)) yield { text: utf8.decode(piece), done };
    else yield { text: [...linesOf(piece)].map((bytes) => (isUtf8(bytes) ? utf8 : windows).decode(bytes)).join(''), done };
  }
}

/** Line ends in text, counted as in bytes. */
export function countTextLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (text[at + 1] !== '\n') lines += 1;
  return lines;
}
