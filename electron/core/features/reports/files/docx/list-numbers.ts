/** A numbered list of the document: what its levels start with. */
interface NumberedList {
  readonly reference: string;
  readonly starts: readonly number[];
}

/** Tells which list a numbered item belongs to, so that Word gives it the number that it has. */
export interface ListNumbers {
  /** @param depth 0 to 2 @param ordinal the number the item has */
  readonly item: (depth: number, ordinal: number) => string;
  /** Something that is no item ends the list. */
  readonly end: () => void;
  readonly all: () => readonly NumberedList[];
}

/** Follows Word's counting: a level goes on until something ends the list, and starts anew under the next item of the level over it. */
export function listNumbers(): ListNumbers {
  const lists: NumberedList[] = [];
  let counts: number[] | null = null;
  const begin = (depth: number, ordinal: number): void => {
    lists.push({ reference: `numbers-${lists.length + 1}`, starts: [0, 1, 2].map((level) => (level === depth ? ordinal : 1)) });
    counts = [0, 0, 0];
  };
  return {
    item: (depth, ordinal) => {
      if (counts === null || (counts[depth] ?? 0) + 1 !== ordinal) begin(depth, ordinal);
      counts = [0, 1, 2].map((level) => (level < depth ? (counts?.[level] ?? 0) : level === depth ? ordinal : 0));
      return lists.at(-1)?.reference ?? '';
    },
    end: () => {
      counts = null;
    },
    all: () => lists,
  };
}
