/** A stretch that stands on one page: a paragraph, or a row of a table. Heights in twentieths of a point. */
export interface FlowBox {
  readonly height: number;
  /** Height of each line; a paragraph longer than its page is broken between lines, a row is not. */
  readonly lineHeight: number;
  /** Stands on the page of the next one. */
  readonly keepNext: boolean;
  readonly bookmarks: readonly string[];
  /** A page ends here. */
  readonly breaksAfter: boolean;
  /** Height of the text of the pages that begin after it, where a section ends here. */
  readonly nextPage: number | null;
  /** Rows that are repeated on the next page if the page ends before this box. */
  readonly repeated: number;
}

/** A template's margins may leave no room at all on a page that is turned. */
const leastRoom = 1;

/** The pages that bookmarks stand on, counted from 1, and how many there are. */
interface FlowPages {
  readonly bookmarks: ReadonlyMap<string, number>;
  readonly count: number;
}

/** Boxes that must stand together, up to one that need not stay with the next. */
function chains(boxes: readonly FlowBox[]): FlowBox[][] {
  const found: FlowBox[][] = [[]];
  for (const box of boxes) {
    found.at(-1)?.push(box);
    if (!box.keepNext || box.breaksAfter || box.nextPage !== null) found.push([]);
  }
  return found.filter(({ length }) => length > 0);
}

/** Room that boxes need to stand together: of the last one, if it may be broken, two lines. */
function needOf(chain: readonly FlowBox[]): number {
  const last = chain.at(-1);
  const rest = chain.slice(0, -1).reduce((sum, box) => sum + box.height, 0);
  if (last === undefined) return 0;
  return rest + (last.lineHeight > 0 ? Math.min(last.height, 2 * last.lineHeight) : last.height);
}

/** Fills pages with boxes as Word does: what must stay together goes to the next page together if it fits there. */
export function flowPages(boxes: readonly FlowBox[], firstPage: number): FlowPages {
  const bookmarks = new Map<string, number>();
  let room = Math.max(leastRoom, firstPage);
  let page = 1;
  let used = 0;
  const turn = (): void => {
    page += 1;
    used = 0;
  };
  const place = (box: FlowBox): void => {
    if (used > 0 && used + box.height > room) {
      const fits = box.lineHeight > 0 && used + 2 * box.lineHeight <= room;
      if (fits) {
        for (const name of box.bookmarks) bookmarks.set(name, page);
        const rest = box.height - (room - used);
        turn();
        used = Math.min(room, rest);
        return;
      }
      turn();
      used = box.repeated;
    }
    for (const name of box.bookmarks) bookmarks.set(name, page);
    used += box.height;
    const more = used > room ? Math.ceil(used / room) - 1 : 0;
    used -= more * room;
    page += more;
  };
  for (const chain of chains(boxes)) {
    const height = needOf(chain);
    if (used > 0 && used + height > room && height <= room) turn();
    for (const box of chain) {
      place(box);
      if (box.nextPage !== null) room = Math.max(leastRoom, box.nextPage);
      if (box.breaksAfter || box.nextPage !== null) turn();
    }
  }
  return { bookmarks, count: used > 0 ? page : Math.max(1, page - 1) };
}
