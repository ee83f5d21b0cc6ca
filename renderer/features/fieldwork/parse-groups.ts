/** How many are asked by whom: what a person typed or pasted, read line by line. */
export interface AskedGroups {
  readonly groups: readonly { readonly recruitedBy: string; readonly count: number }[];
  readonly total: number;
  /** Lines that look like names of people, and so must not be here. */
  readonly looksLikeNames: boolean;
}

const most = 5000;

/**
 * Reads a number ("80"), or lines of who recruits with how many each: "treffstedet 12", "12 treffstedet", tab or semicolon
 * between. A line without a number is one person. The same recruiter twice is one group.
 */
export function parseGroups(text: string): AskedGroups {
  const counts = new Map<string, number>();
  const bare: string[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const read = readLine(line);
    if (read === null) continue;
    if (read.isBare) bare.push(read.recruitedBy);
    counts.set(read.recruitedBy, (counts.get(read.recruitedBy) ?? 0) + read.count);
  }
  const groups = [...counts]
    .map(([recruitedBy, count]) => ({ recruitedBy, count: Math.min(count, most) }))
    .filter(({ count }) => count > 0);
  return { groups, total: groups.reduce((sum, { count }) => sum + count, 0), looksLikeNames: areNames(bare) };
}

function readLine(line: string): { recruitedBy: string; count: number; isBare: boolean } | null {
  const text = line.trim().replaceAll(/\s+/gu, ' ');
  if (text === '') return null;
  const only = /^\d{1,5}$/u.exec(text);
  if (only !== null) return { recruitedBy: '', count: Number(text), isBare: false };
  // What nobody can be counted by (-3, 3,5) is no recruiter either.
  if (!/\p{L}/u.test(text)) return null;
  const after = /^(.+?)[\s;:,]+(\d{1,5})$/u.exec(text);
  if (after !== null) return { recruitedBy: (after[1] ?? '').trim(), count: Number(after[2]), isBare: false };
  const before = /^(\d{1,5})[\s;:,]+(.+)$/u.exec(text);
  if (before !== null) return { recruitedBy: (before[2] ?? '').trim(), count: Number(before[1]), isBare: false };
  return { recruitedBy: text.slice(0, 200), count: 1, isBare: true };
}

/** Three or more different lines of two or three capitalised words and no number: hardly a list of places. */
function areNames(lines: readonly string[]): boolean {
  const named = lines.filter((line) => /^\p{Lu}[\p{Ll}-]+(?: \p{Lu}[\p{L}.-]+){1,2}$/u.test(line));
  return named.length >= 3 && new Set(named).size === named.length && named.length * 2 > lines.length;
}
