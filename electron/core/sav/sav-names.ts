import { cutBytes } from './sav-text.ts';

/** Names fit for a system file, in the order of the headers, and which headers had to change. */
export interface SavNames {
  readonly names: readonly string[];
  /** Every header whose name is another; exported beside the data, so that nobody has to guess. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** Words of the syntax that no variable may be called. */
const reserved = new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with']);

const longest = 64;

/**
 * Makes headers into variable names: a letter or @ first, then letters, digits, `.`, `_`, `@`, `#`, `$`; no leading `_`, no
 * hyphen, no `.` or `_` at the end, no word of the syntax, at most 64 bytes of UTF-8, unlike every other without regard to
 * case. A header that is a legal name already keeps it, also when an earlier header would have been changed into it.
 */
export function savNames(headers: readonly string[]): SavNames {
  const taken = new Set(headers.filter(isLegal).map(fold));
  const kept = new Set<string>();
  const names = headers.map((header) => {
    if (isLegal(header) && !kept.has(fold(header))) {
      kept.add(fold(header));
      return header;
    }
    const name = freeName(legalised(header), taken);
    taken.add(fold(name));
    return name;
  });
  const renamed = headers.flatMap((from, at) => {
    const to = names[at] ?? from;
    return to === from ? [] : [{ from, to }];
  });
  return { names, renamed };
}

/** A name for a multiple response set: `$` and the name made legal, at most 64 bytes together. */
export function savSetName(name: string): string {
  const bare = legalised(name.replace(/^\$+/u, ''));
  return `$${cutBytes(bare, longest - 1)}`;
}

/** What names are compared by: without case, and with compatibility characters ("ﬁ", "²") as what they stand for. */
export function fold(name: string): string {
  return name.normalize('NFKC').toUpperCase().normalize('NFKC');
}

/** True for a name that may stand in a system file as it is. */
export function isLegal(name: string): boolean {
  return (
    /^[\p{L}@][\p{L}\p{Nd}._@#$]*$/u.test(name) &&
    !/[._]$/u.test(name) &&
    Buffer.byteLength(name) <= longest &&
    !reserved.has(name.toLowerCase())
  );
}

function legalised(header: string): string {
  const bare = header
    .normalize('NFC')
    .trim()
    .replace(/[^\p{L}\p{Nd}._@#$]+/gu, '_')
    .replace(/^[._#$]+/u, '')
    .replace(/[._]+$/u, '');
  const begun = bare === '' ? 'v' : /^[\p{L}@]/u.test(bare) ? bare : `v${bare}`;
  const short = cutBytes(begun, longest).replace(/[._]+$/u, '');
  return reserved.has(short.toLowerCase()) ? `${short}_1` : short;
}

function freeName(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(fold(base))) return base;
  for (let number = 2; ; number += 1) {
    const ending = `_${number}`;
    const name = `${cutBytes(base, longest - ending.length)}${ending}`;
    if (!taken.has(fold(name))) return name;
  }
}
