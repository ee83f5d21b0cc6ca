/** Characters of the same words that stand round what differs. */
const around = 60;

/** The stretch in which two versions of a text differ, with some words round it; whole where they are short. */
export function differingWords(mine: string, theirs: string): { readonly mine: string; readonly theirs: string } {
  const most = Math.min(mine.length, theirs.length);
  let head = 0;
  while (head < most && mine[head] === theirs[head]) head += 1;
  let tail = 0;
  while (tail < most - head && mine.at(-1 - tail) === theirs.at(-1 - tail)) tail += 1;
  const from = wordStart(mine, head - around);
  const cut = (text: string): string => {
    const to = wordEnd(text, text.length - tail + around);
    return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
  };
  return { mine: cut(mine), theirs: cut(theirs) };
}

function wordStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf(' ', offset) + 1;
}

function wordEnd(text: string, offset: number): number {
  const space = offset >= text.length ? -1 : text.indexOf(' ', offset);
  return space === -1 ? text.length : space;
}
