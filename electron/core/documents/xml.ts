import { SaxesParser } from 'saxes';

/** What may stand in a document before it is refused. */
export interface XmlLimits {
  /** Bytes of the document, unpacked. */
  readonly bytes: number;
  /** Elements within elements. */
  readonly depth: number;
  /** Elements in all. */
  readonly elements: number;
}

/** An element's start: names without prefix, whatever the namespace; where it stands, from 1. */
export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
}

/** What is told of a document while it is read, in its order. Text may come in several pieces. */
export interface XmlHandlers {
  readonly open: (element: XmlElement) => void;
  readonly close: (name: string, uri: string) => void;
  readonly text: (text: string) => void;
}

export type XmlErrorCode = 'malformed' | 'doctype' | 'too-deep' | 'too-large' | 'too-many' | 'encoding' | 'encoding-unknown';

/** A document that cannot be read as XML, and where: line and column from 1. `limit` is the one that was passed, `name` what is meant. */
export class XmlError extends Error {
  readonly code: XmlErrorCode;
  readonly line: number;
  readonly column: number;
  readonly limit: number;
  readonly encoding: string;

  constructor(code: XmlErrorCode, at: { line: number; column: number }, details: { limit?: number; encoding?: string } = {}) {
    super(`XML: ${code}`);
    this.name = 'XmlError';
    this.code = code;
    this.line = at.line;
    this.column = at.column;
    this.limit = details.limit ?? 0;
    this.encoding = details.encoding ?? '';
  }
}

const start = { line: 1, column: 1 };
/** Bytes in which an XML declaration stands. */
const declarationBytes = 200;

/**
 * Reads XML from bytes as they come, with namespaces, in the encoding the document says it has. There are no entities but the five of
 * XML itself: a document type is refused wherever it stands, so nothing can grow while it is read, and nothing is ever fetched.
 * @throws XmlError with line and column; what the chunks throw
 */
export async function readXml(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, handlers: XmlHandlers, limits: XmlLimits) {
  const parser = newParser(handlers, limits);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let encoding = '';
  let bytes = 0;
  let waiting: Uint8Array = new Uint8Array();
  const decode = (chunk: Uint8Array | null): string => {
    try {
      return (chunk === null ? decoder?.decode() : decoder?.decode(chunk, { stream: true })) ?? '';
    } catch {
      throw new XmlError('encoding', placeOf(parser), { encoding });
    }
  };
  const write = (chunk: Uint8Array): void => {
    if (decoder === null) {
      encoding = encodingOf(chunk);
      decoder = decoderFor(encoding);
    }
    parser.write(decode(chunk));
  };
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limits.bytes) throw new XmlError('too-large', placeOf(parser), { limit: limits.bytes });
    if (decoder !== null) {
      write(chunk);
      continue;
    }
    waiting = waiting.length === 0 ? chunk : joined(waiting, chunk);
    if (waiting.length >= declarationBytes) write(waiting);
  }
  if (decoder === null) write(waiting);
  parser.write(decode(null));
  parser.close();
}

/**
 * The reader behind `readXml`, for text that has been decoded and measured already: `limits.bytes` is left to the caller.
 * Both functions throw XmlError.
 */
export function xmlParser(
  handlers: XmlHandlers,
  limits: Omit<XmlLimits, 'bytes'>,
): { readonly write: (text: string) => void; readonly end: () => void } {
  const parser = newParser(handlers, limits);
  return { write: (text) => void parser.write(text), end: () => void parser.close() };
}

function newParser(handlers: XmlHandlers, limits: Omit<XmlLimits, 'bytes'>) {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let elements = 0;
  parser.on('error', () => {
    throw new XmlError('malformed', placeOf(parser));
  });
  parser.on('doctype', () => {
    throw new XmlError('doctype', placeOf(parser));
  });
  // Before its attributes are read, so that what is refused costs nothing.
  parser.on('opentagstart', () => {
    depth += 1;
    elements += 1;
    if (depth > limits.depth) throw new XmlError('too-deep', placeOf(parser), { limit: limits.depth });
    if (elements > limits.elements) throw new XmlError('too-many', placeOf(parser), { limit: limits.elements });
  });
  parser.on('opentag', (tag) => {
    // Of two whose names differ by their prefix only, the first counts.
    const attributes = new Map(
      Object.values(tag.attributes)
        .toReversed()
        .map(({ local, value }) => [local, value]),
    );
    handlers.open({ name: tag.local, uri: tag.uri, attributes, line: parser.line });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close(tag.local, tag.uri);
  });
  // Blanks round the root are not its text.
  const tell = (text: string): void => (depth > 0 ? handlers.text(text) : undefined);
  parser.on('text', tell);
  parser.on('cdata', tell);
  return parser;
}

function placeOf(parser: { readonly line: number; readonly column: number }): { line: number; column: number } {
  return { line: parser.line, column: parser.column + 1 };
}

/** A byte order mark decides, then zero bytes as in UTF-16, then what the declaration says; without any of them it is UTF-8. */
function encodingOf(head: Uint8Array): string {
  const [first = 1, second = 1] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  if (first === 0xef && second === 0xbb) return 'utf-8';
  const text = Buffer.from(head.subarray(0, declarationBytes)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/u.exec(text)?.[1] ?? 'utf-8';
  // What is read byte by byte here cannot be UTF-16, whatever it says of itself.
  return /^utf-?16/iu.test(declared) ? 'utf-8' : declared.toLowerCase();
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new XmlError('encoding-unknown', start, { encoding });
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Text as it may stand in an element: signs of XML escaped, characters that XML cannot hold replaced. */
export function xmlText(text: string): string {
  return holdable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** Text as it may stand in an attribute between double quotes; tabs and line feeds stay what they are. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** XML 1.0, production 2: no control characters but tab and line ends, no lone surrogates, not U+FFFE and U+FFFF. */
export function holdable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '\uFFFD');
}
