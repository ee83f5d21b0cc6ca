import { isReadingError, listZipParts, unpackPart, type ZipPart } from '../features/exchange/reading/index.ts';
import { documentError, documentLimits } from './document-text.ts';
import { xmlWalker, type XmlListener } from './walk-xml.ts';

/** A word processor's file: the parts of a ZIP. */
export interface PackedFile {
  readonly names: ReadonlySet<string>;
  /** Tells a part's XML to a listener; false when the file has no such part. @throws AppError */
  readonly walk: (name: string, listener: XmlListener) => Promise<boolean>;
  /** A part's bytes, no more than so many; undefined when the file has no such part. @throws AppError */
  readonly bytes: (name: string, most: number) => Promise<Uint8Array | undefined>;
  /** The first characters of a small part, or empty. */
  readonly begins: (name: string) => Promise<string>;
}

/** Opens a ZIP without unpacking it. @throws AppError FILE_UNREADABLE */
export function openPacked(zip: Buffer, signal: AbortSignal | undefined): PackedFile {
  const parts = refusing(() => listZipParts(zip));
  const find = (name: string): ZipPart | undefined => parts.findLast((part) => part.name === name);
  return {
    names: new Set(parts.map((part) => part.name)),
    walk: async (name, listener) => {
      const part = find(name);
      if (part === undefined) return false;
      const walker = xmlWalker(listener, name);
      for await (const text of decoded(zip, part, signal)) walker.write(text);
      walker.end();
      return true;
    },
    bytes: async (name, most) => {
      const part = find(name);
      return part === undefined ? undefined : await bytesOf(zip, part, most, signal);
    },
    begins: async (name) => {
      const part = find(name);
      if (part === undefined) return '';
      for await (const text of decoded(zip, part, signal)) return text.slice(0, 200);
      return '';
    },
  };
}

/** A part unpacked, as long as it is within the limit: what it says of its own size is not believed. */
async function bytesOf(zip: Buffer, part: ZipPart, most: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of unpackPart(zip, part, signal)) {
      bytes += chunk.length;
      if (bytes > most) throw documentError('bomb', { part: part.name, limit: Math.ceil(most / 1024 / 1024) });
      chunks.push(chunk);
    }
  } catch (error) {
    throw asDocumentError(error, part.name);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A part's text piece by piece, within the limits. XML of word processors is UTF-8, or says by its mark that it is UTF-16. */
async function* decoded(zip: Buffer, part: ZipPart, signal: AbortSignal | undefined): AsyncGenerator<string> {
  let bytes = 0;
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for await (const chunk of unpackPart(zip, part, signal)) {
      bytes += chunk.length;
      if (bytes > documentLimits.partBytes) throw documentError('bomb', { part: part.name, limit: documentLimits.partBytes / 1024 / 1024 });
      decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8');
      yield decoder.decode(chunk, { stream: true });
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') yield rest;
  } catch (error) {
    throw asDocumentError(error, part.name);
  }
}

/** What the readers of survey files refuse, said of a document; anything else as it is. */
export function asDocumentError(error: unknown, part = 'none'): unknown {
  if (!isReadingError(error)) return error;
  const { code, params } = error;
  const where = { ...params, part };
  if (code === 'EMPTY') return documentError('empty');
  if (code === 'ZIP_BOMB') return documentError('bomb', where);
  if (code === 'ENCRYPTED') return documentError('encrypted');
  if (code === 'TRUNCATED') return documentError('truncated', where);
  if (code === 'NUL_BYTE') return documentError('nul-byte', where);
  if (code === 'BINARY') return documentError('binary');
  if (code === 'UNSUPPORTED') return documentError('unsupported', where);
  if (code === 'TOO_LARGE') return documentError('too-large', where);
  return documentError('damaged', where);
}

function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw asDocumentError(error);
  }
}
