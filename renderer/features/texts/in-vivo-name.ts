/** Names of themes are short; longer words are cut between words. */
const longest = 60;

/** A theme's name from the words that were marked: one line, without signs at its ends, with a capital as names have. */
export function inVivoName(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const cut = line.length <= longest ? line : line.slice(0, line.lastIndexOf(' ', longest) + 1 || longest).trimEnd();
  const name = cut.isWellFormed() ? cut : cut.slice(0, -1);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
