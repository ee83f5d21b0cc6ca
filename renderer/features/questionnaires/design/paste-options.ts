/** One pasted answer. `code` when the line began with one that was meant: "01 Ja". */
export interface PastedOption {
  readonly code: number | null;
  readonly label: string;
}

/** Bullets that word processors and people put before a line, also several in a row. */
const bullet = /^(?:[•·▪◦‣●○■□❏☐☑✓➢–—*-]|o(?=\t))\s+|^[•·▪◦‣●○■□❏☐☑✓➢]/u;
/** "1." "1)" "(1)" "a)" "1:" "01" and "1 =": a number or one letter that counts the line. */
const counter = /^(?:\(?(?<number>\d{1,4})(?:[.):]|\s*[=–-](?=\s))|\(?[A-Za-zÆØÅæøåÄÖäö][.)])\s+/u;
const bareNumber = /^(?<number>\d{1,4})[\t ]+(?=\S)/u;

/**
 * Pasted text as answers, one for each line that holds something: bullets and counters are taken off. Numbers become codes when every
 * line has one and no two are the same; a number without any sign after it ("01 Ja") counts only then, so that "2 ganger" stays.
 */
export function pasteOptions(text: string): PastedOption[] {
  const lines = text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replaceAll(/[ \t\u00a0\u202f]+/gu, (space) => (space.includes('\t') ? '\t' : ' ')).trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(bullet, '').trim());
  const signed = read(lines, counter);
  if (signed.every((option) => option.isCounted)) return withCodes(signed);
  const bare = read(lines, bareNumber);
  // One number alone may be a word of the answer; two or more in a row, all different, are codes.
  if (bare.length > 1 && bare.every((option) => option.isCounted) && areDifferent(bare)) return withCodes(bare);
  return signed.map(({ label }) => ({ code: null, label: flat(label) })).filter(({ label }) => label !== '');
}

interface ReadLine {
  readonly isCounted: boolean;
  readonly number: number | null;
  readonly label: string;
}

function read(lines: readonly string[], pattern: RegExp): ReadLine[] {
  return lines.map((line) => {
    const match = pattern.exec(line);
    if (match === null) return { isCounted: false, number: null, label: line };
    const number = match.groups?.['number'];
    return { isCounted: true, number: number === undefined ? null : Number(number), label: line.slice(match[0].length).trim() };
  });
}

function withCodes(lines: readonly ReadLine[]): PastedOption[] {
  const hasCodes = lines.every((line) => line.number !== null) && areDifferent(lines);
  return lines.map((line) => ({ code: hasCodes ? line.number : null, label: flat(line.label) })).filter(({ label }) => label !== '');
}

function areDifferent(lines: readonly ReadLine[]): boolean {
  return new Set(lines.map((line) => line.number)).size === lines.length;
}

function flat(label: string): string {
  return label.replaceAll('\t', ' ').trim();
}
