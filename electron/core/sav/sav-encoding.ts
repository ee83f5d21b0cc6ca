import { ReadingError } from '../features/exchange/reading/reading-error.ts';
import type { RawDictionary } from './sav-records.ts';

/** Code page numbers that system files carry and whose names cannot be made from the number. */
const codePages: Readonly<Record<number, string>> = {
  4: 'koi8-r',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10_000: 'macintosh',
  20_127: 'windows-1252',
  20_866: 'koi8-r',
  21_866: 'koi8-u',
  28_603: 'iso-8859-13',
  28_605: 'iso-8859-15',
  51_932: 'euc-jp',
  54_936: 'gb18030',
  65_001: 'utf-8',
};

/** Codes of files that do not say: EBCDIC is never right here, 2 is ASCII and 3 "eight bits". */
const unsaid = new Set([0, 1, 2, 3]);

/**
 * The character set of a file's texts as a WHATWG label: from its encoding record, else its character code. A file that
 * says neither is UTF-8 where all its labels are, and Windows-1252 otherwise.
 * @throws ReadingError NOT_READABLE with reason `savEncoding`
 */
export function encodingOf({ extensions, header, variables, labels }: RawDictionary): string {
  const named = extensions.get(20)?.data.toString('latin1').replaceAll('\0', '').trim() ?? '';
  if (named !== '' && !/^(?:us-)?ascii$/iu.test(named)) return labelOf(named) ?? refuse(named);
  const machine = extensions.get(3);
  const code = machine === undefined || machine.data.length < 32 ? 0 : header.order.int32(machine.data, 28);
  if (!unsaid.has(code)) {
    const page = codePages[code] ?? (code >= 28_591 && code <= 28_606 ? `iso-8859-${code - 28_590}` : `windows-${code}`);
    return labelOf(page) ?? refuse(String(code));
  }
  const texts = [...variables.map(({ label }) => label), ...labels.flatMap((set) => set.labels.map(({ label }) => label))];
  return isUtf8(Buffer.concat(texts)) ? 'utf-8' : 'windows-1252';
}

function refuse(encoding: string): never {
  throw new ReadingError('NOT_READABLE', { params: { reason: 'savEncoding', encoding: encoding.slice(0, 40) } });
}

function labelOf(name: string): string | null {
  const tries = [name, name.replace(/^cp-?(?=125\d$)/iu, 'windows-'), name.replace(/^ISO_?8859[-_]?/iu, 'iso-8859-')];
  for (const label of tries) {
    try {
      return new TextDecoder(label).encoding;
    } catch {
      // Not a label of the standard: the next spelling may be one.
    }
  }
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Reads a text's bytes without the blanks and NULs behind it. */
export type TextReader = (bytes: Buffer) => string;

/** A reader for one character set. Bytes that are no character of it become U+FFFD. */
export function textReader(encoding: string): TextReader {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const isUtf = encoding === 'utf-8';
  return (bytes) => {
    let end = bytes.length;
    while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end -= 1;
    if (end === 0) return '';
    return isUtf ? bytes.toString('utf8', 0, end) : decoder.decode(bytes.subarray(0, end));
  };
}
