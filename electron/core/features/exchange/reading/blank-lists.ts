import { spellingKey } from './value-forms.ts';

/** A cell of several labels with blanks between them, cut into labels; stretches that are none of them come as they stand. */
export type BlankList = { readonly parts: readonly string[] } | 'ambiguous';

/** Ways through the words from a place to the end: in how few parts, and whether parts as few say different answers. */
interface Way {
  readonly parts: readonly string[];
  /** Parts that are no label weigh more than any number that are. */
  readonly cost: number;
  readonly isAmbiguous: boolean;
}

const unknownCost = 1000;
/** A cell of more words than this is no list of labels, and stands as it is: ways through all its words would fill the memory. */
const mostWords = 2000;

/**
 * Cuts cells that hold several labels with blanks between them, where labels hold blanks too: KoboToolbox writes the labels of a
 * multiple choice so. The longest labels win, which is the cut in the fewest parts; where two cuts are as short and say different
 * answers, the cell is ambiguous. `answerOf` says which answer a label, as `spellingKey` gives it, is; null for a text that is none.
 */
export function createBlankSplitter(
  labels: Iterable<string>,
  answerOf: (key: string) => string | number | null,
): (cell: string) => BlankList {
  const longest = Math.max(1, ...[...labels].map((label) => label.split(' ').length));
  return (cell) => {
    const words = cell.trim().split(/\s+/u);
    if (words.length > mostWords) return { parts: [cell.trim()] };
    const ways: Way[] = [{ parts: [], cost: 0, isAmbiguous: false }];
    // From the end: the best way from every word on.
    for (let start = words.length - 1; start >= 0; start -= 1) ways.unshift(bestFrom(words, start, ways, longest, answerOf));
    const best = ways[0];
    if (best === undefined || best.isAmbiguous) return 'ambiguous';
    return { parts: joinUnknown(best.parts, answerOf) };
  };
}

function bestFrom(
  words: readonly string[],
  start: number,
  /** Ways from the next word on, in order. */
  ways: readonly Way[],
  longest: number,
  answerOf: (key: string) => string | number | null,
): Way {
  const found: Way[] = [];
  for (let count = Math.min(longest, words.length - start); count >= 1; count -= 1) {
    const part = words.slice(start, start + count).join(' ');
    const isKnown = answerOf(spellingKey(part)) !== null;
    const rest = ways[count - 1];
    if (rest === undefined || (!isKnown && count > 1)) continue;
    found.push({ parts: [part, ...rest.parts], cost: rest.cost + (isKnown ? 1 : unknownCost), isAmbiguous: rest.isAmbiguous });
  }
  const cost = Math.min(...found.map((way) => way.cost));
  const [best, ...others] = found.filter((way) => way.cost === cost);
  // A word by itself is always a way on.
  if (best === undefined) throw new Error('a list of words without a first one');
  const isAmbiguous = best.isAmbiguous || others.some((way) => way.isAmbiguous || said(way, answerOf) !== said(best, answerOf));
  return { ...best, isAmbiguous };
}

/** Which answers a cut says, whatever their order. */
function said({ parts }: Way, answerOf: (key: string) => string | number | null): string {
  return [...new Set(parts.map((part) => String(answerOf(spellingKey(part)) ?? part)))].toSorted().join('\n');
}

/** Words side by side that are no label are one text to a person. */
function joinUnknown(parts: readonly string[], answerOf: (key: string) => string | number | null): string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const part of parts) {
    const isKnown = answerOf(spellingKey(part)) !== null;
    const last = joined.at(-1);
    if (!isKnown && isOpen && last !== undefined) joined.splice(-1, 1, `${last} ${part}`);
    else joined.push(part);
    isOpen = !isKnown;
  }
  return joined;
}
