import { refiMegabytes } from '../../../../../shared/contract/refi.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { AppError } from '../../../app-error.ts';
import { asFileError, fileError } from '../../codebook/exchange/file-error.ts';
import { readGuid } from '../../codebook/exchange/guid.ts';
import {
  listZipParts,
  openSurveyFile,
  ReadingError,
  readingLimits,
  readWhole,
  unpackPart,
  type ZipPart,
} from '../../exchange/reading/index.ts';
import type { FileProject, FileText } from './file-project.ts';
import { readQde } from './read-qde.ts';

const megabyte = 1024 * 1024;
/** Longest text that can be stored, in bytes of UTF-8 and in UTF-16 units. */
const textBytes = 16 * megabyte;
const textUnits = 4_000_000;

export interface ReadOptions {
  /** The language of words that name none. */
  readonly language: Language;
  /** What a theme without a name is called. */
  readonly nameless: string;
  readonly signal: AbortSignal | undefined;
}

/** A project's file with the words of its texts and notes, by GUID. What has no words is not among them. */
export interface ReadProject {
  readonly project: FileProject;
  readonly words: ReadonlyMap<string, string>;
}

/**
 * Reads a `.qdpx`, step by step, each of which can be the last. Nothing is unpacked to the disk: an entry is a name in the archive and
 * never a path. @throws AppError FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED
 */
export async function* readProjectFile(
  path: string,
  { language, nameless, signal }: ReadOptions,
): AsyncGenerator<{ done: number; of: number }, ReadProject> {
  try {
    const zip = await readArchive(path, signal);
    const parts = listZipParts(zip);
    const part = projectPart(parts);
    const project = await readQde(unpackPart(zip, part, signal), language, { nameless });
    if (part.name !== 'project.qde') project.found.add('project-file', 0, part.name);
    const words = new Map<string, string>();
    const files = new SourceFiles(zip, parts);
    const texts = [...project.sources, ...project.notes];
    for (const [at, text] of texts.entries()) {
      if (at % 50 === 0) yield { done: at, of: texts.length };
      const own = await files.read(text, project, signal);
      if (own !== null) words.set(text.guid, own);
    }
    return { project, words };
  } catch (error) {
    throw asProjectError(asFileError(error, signal));
  }
}

/** What is said of a codebook's file otherwise than of a project's. */
const ownWords: ReadonlySet<string> = new Set(['damaged', 'malformed', 'too-large', 'too-many-themes', 'unsupported', 'empty']);

function asProjectError(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const problem = error.messageId.replace('codebookExchange.error.', '');
  return ownWords.has(problem) ? new AppError(error.code, error.params, `refi.error.${problem}`) : error;
}

async function readArchive(path: string, signal: AbortSignal | undefined): Promise<Buffer> {
  const file = await openSurveyFile(path);
  try {
    if (file.size > refiMegabytes * megabyte) throw fileError('too-large', { size: Math.ceil(file.size / megabyte), limit: refiMegabytes });
    const zip = await readWhole(file, signal);
    if (zip.toString('latin1', 0, 2) !== 'PK') throw fileError('no-project');
    return zip;
  } finally {
    await file.handle.close();
  }
}

/** The one `.qde` at the top, whatever it is called. */
function projectPart(parts: readonly ZipPart[]): ZipPart {
  const inside = parts.filter(({ name }) => /^[^/\\]+\.qde$/iu.test(name));
  const part = inside.find(({ name }) => name.toLowerCase() === 'project.qde') ?? inside[0];
  if (part !== undefined) return part;
  const isOffice = parts.some(({ name }) => /^(?:word|xl|ppt)\//u.test(name) || name === 'content.xml');
  throw isOffice ? fileError('unsupported', { what: 'office' }) : fileError('no-project');
}

/** The files of the texts, found by what their paths end in. */
class SourceFiles {
  readonly #zip: Buffer;
  readonly #byName = new Map<string, ZipPart>();
  /** Bytes read so far: several texts may say that one file is theirs. */
  #bytes = 0;

  constructor(zip: Buffer, parts: readonly ZipPart[]) {
    this.#zip = zip;
    for (const part of parts) this.#byName.set(keyOf(part.name), part);
  }

  /** The words of a text; null, and noted, where there are none to be had. */
  async read(text: FileText, { found }: FileProject, signal: AbortSignal | undefined): Promise<string | null> {
    const { name, line, path, richPath } = text;
    if (path === null && text.content === '' && richPath !== null) {
      found.add('rich-only', line, name);
      return null;
    }
    if (richPath !== null) found.add('formatting', line, name);
    if (path === null) return text.content.length > textUnits ? missing(found, text) : text.content;
    const part = this.#part(path);
    if (part === undefined || part.declaredBytes > textBytes) return missing(found, text);
    if (!/^internal:\/\//iu.test(path)) found.add('path', line, path);
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of unpackPart(this.#zip, part, signal)) {
      bytes += chunk.length;
      this.#bytes += chunk.length;
      if (bytes > textBytes) return missing(found, text);
      if (this.#bytes > readingLimits.unpackedBytes)
        throw new ReadingError('ZIP_BOMB', { params: { limit: Math.round(readingLimits.unpackedBytes / megabyte) } });
      chunks.push(chunk);
    }
    const words = decode(Buffer.concat(chunks), () => found.add('encoding', line, name));
    return words.length > textUnits ? missing(found, text) : words;
  }

  #part(path: string): ZipPart | undefined {
    const bare = path.replace(/^(?:internal|relative|absolute):\/+/iu, '');
    // Whatever folders a path names, only the archive's own are looked in.
    const own = bare.split(/[/\\]/u).at(-1) ?? '';
    const guid = readGuid(own.replace(/\.[^.]*$/u, ''));
    const names = [bare, `sources/${own}`, own, ...(guid === null ? [] : [`sources/${guid}.txt`])];
    return names.map((name) => this.#byName.get(keyOf(name))).find((part) => part !== undefined);
  }
}

function missing(found: FileProject['found'], { line, name }: FileText): null {
  found.add('text-missing', line, name);
  return null;
}

/** Names in an archive differ in case and in the kind of slash. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').normalize('NFC').toLowerCase();
}

/** UTF-8 as the standard wants it; UTF-16 with its mark; else as Windows wrote it in the West. The mark of order is no text. */
function decode(bytes: Buffer, onOther: () => void): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    onOther();
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    onOther();
    return new TextDecoder('utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    onOther();
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
