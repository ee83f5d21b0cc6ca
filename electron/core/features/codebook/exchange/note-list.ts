import { cut } from '../../../../../shared/texts/index.ts';
/** One kind of thing, how often, and the first places: line of the file (0 for none), and what stands there. */
export interface FoundNote<C extends string> {
  readonly code: C;
  readonly isLost: boolean;
  readonly count: number;
  readonly places: { readonly line: number; readonly what: string }[];
}

const placesKept = 20;
const longestWhat = 80;

/** Collects what was put right or left out while something is read or written. */
export class NoteList<C extends string> {
  readonly #notes = new Map<C, FoundNote<C>>();
  readonly #lost: ReadonlySet<C>;

  /** @param lost what does not come along; everything else that is noted was put right */
  constructor(lost: ReadonlySet<C>) {
    this.#lost = lost;
  }

  /** @param what names the thing, as the file writes it; @param count how many at once */
  add(code: C, line: number, what = '', count = 1): void {
    if (count < 1) return;
    const note = this.#notes.get(code) ?? { code, isLost: this.#lost.has(code), count: 0, places: [] };
    const places = note.places.length < placesKept ? [...note.places, { line, what: cut(what, longestWhat) }] : note.places;
    this.#notes.set(code, { ...note, count: note.count + count, places });
  }

  /** What is lost first. */
  list(): FoundNote<C>[] {
    return [...this.#notes.values()].toSorted((one, other) => Number(other.isLost) - Number(one.isLost));
  }
}
