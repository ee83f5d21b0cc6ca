/** Words, and what stands instead of them. */
export interface WordReplacement {
  readonly find: string;
  readonly with: string;
}

/** Makes a function that replaces words wherever they stand as words of their own, and counts how often it did. */
export function wordReplacer(
  replacements: readonly WordReplacement[],
): (text: string) => { readonly text: string; readonly count: number } {
  const wanted = new Map(replacements.filter((one) => one.find !== '').map((one) => [one.find, one.with]));
  if (wanted.size === 0) return (text) => ({ text, count: 0 });
  // The longest first: "Kari Nordhylla" before "Kari". A genitive s stays behind what stands instead.
  const longest = [...wanted.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`));
  const form = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|')})(?=s?(?![\\p{L}\\p{N}]))`, 'gu');
  return (text) => {
    let count = 0;
    const replaced = text.replaceAll(form, (word) => {
      count += 1;
      return wanted.get(word) ?? word;
    });
    return { text: replaced, count };
  };
}
