const longest = 240;

/** The beginning of a longer text on one line, cut between words. */
export function firstWords(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const end = line.lastIndexOf(' ', longest);
  return end <= 0 ? line : `${line.slice(0, end)} …`;
}
