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
    const name = freeName(legalised(header), taken, longest);
    taken.add(fold(name));
    return name;
  });
  const renamed = headers.flatMap((from, at) => {
    const to = names[at] ?? from;
    return to === from ? [] : [{ from, to }];
  });
  return { names, renamed };
}

/** Names for multiple response sets: `$` and the names made legal, at most 64 bytes together, unlike each other as variables are. */
export function savSetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const bare = freeName(endedWell(cutBytes(legalised(name.replace(/^\$+/u, '')), longest - 1)), taken, longest - 1);
    taken.add(fold(bare));
    return `$${bare}`;
  });
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
    .replace(/^[._#$]+/u, '');
  const begun = bare === '' ? 'v' : /^[\p{L}@]/u.test(bare) ? bare : `v${bare}`;
  const short = endedWell(cutBytes(begun, longest));
  return reserved.has(short.toLowerCase()) ? `${short}_1` : short;
}

/** Without the signs that no name may end in; a cut can bring them to the end. */
function endedWell(name: string): string {
  return name.replace(/[._]+$/u, '');
}

function freeName(base: string, taken: ReadonlySet<string>, bytes: number): string {
  if (!taken.has(fold(base))) return base;
  for (let number = 2; ; number += 1) {
    const ending = `_${number}`;
    const name = `${cutBytes(base, bytes - ending.length)}${ending}`;
    if (!taken.has(fold(name))) return name;
  }
}
