import { placeOf, type Places } from './answer-store.ts';
import type { QuestionBook } from './questions.ts';
import type { Units } from './units.ts';

interface Made {
  readonly book: QuestionBook;
  readonly stamp: string;
  readonly value: object;
}

/** What is kept for one list of units. */
interface OfUnits {
  places: { readonly known: Places; readonly of: Int32Array } | null;
  readonly made: Map<string, Made>;
}

/** As many lists of units at a time: everyone, and a wave or two. */
const mostUnits = 4;
/** Kept at most, in bytes. */
const mostBytes = 128 * 2 ** 20;

/** Columns made of the stored answers, for as long as these, the questions and the units stay the same. */
export class ColumnShelf {
  readonly #byUnits = new Map<Units, OfUnits>();
  #bytes = 0;

  /** For every unit the place of its interview among the stored answers. */
  placesOf(units: Units, places: Places): Int32Array {
    const own = this.#of(units);
    if (own.places?.known !== places) {
      own.places = { known: places, of: units.interviewKeys.map((key) => (key < 0 ? -1 : placeOf(places, key))) };
    }
    return own.places.of;
  }

  /** The value made before under this name, or what `make` gives now. */
  recall<T extends object>(
    { units, book }: { readonly units: Units; readonly book: QuestionBook },
    name: string,
    stamp: string,
    make: () => T,
  ): T {
    const own = this.#of(units);
    const known = own.made.get(name);
    // Under one name only what its own function made is kept.
    if (known?.book === book && known.stamp === stamp) return known.value as T;
    const value = make();
    if (known !== undefined) this.#bytes -= bytesOf(known.value);
    own.made.set(name, { book, stamp, value });
    this.#bytes += bytesOf(value);
    if (this.#bytes > mostBytes) this.#forgetOthers(units, own);
    return value;
  }

  #of(units: Units): OfUnits {
    const known = this.#byUnits.get(units);
    if (known !== undefined) return known;
    const fresh: OfUnits = { places: null, made: new Map() };
    this.#byUnits.set(units, fresh);
    for (const [old, own] of this.#byUnits) {
      if (this.#byUnits.size <= mostUnits) break;
      for (const { value } of own.made.values()) this.#bytes -= bytesOf(value);
      this.#byUnits.delete(old);
    }
    return fresh;
  }

  #forgetOthers(units: Units, own: OfUnits): void {
    this.#byUnits.clear();
    this.#byUnits.set(units, own);
    own.made.clear();
    this.#bytes = 0;
  }
}

/** Bytes of the typed arrays in a value, one level deep and in lists of them. */
function bytesOf(value: object): number {
  let bytes = 0;
  for (const part of Object.values(value).flat()) if (ArrayBuffer.isView(part)) bytes += part.byteLength;
  return bytes;
}
