import { createStemmers, featuresOf } from './features.ts';
import type { SparseRow } from './logistic.ts';

/** The features that count: each with its place and how telling it is (inverse document frequency). */
export interface Vocabulary {
  readonly places: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
}

/** A text as features, before it is known which of them count; the names are numbered in order of first sight. */
export interface ReadText {
  readonly features: Int32Array;
  readonly person: number;
}

/** A word that fewer people than this used says more about them than about a theme, and is never shown as a reason. */
export const fewestUsers = 3;

/** Numbers the features of many texts. */
export class FeatureBook {
  readonly names: string[] = [];
  readonly #stemmers = createStemmers();
  readonly #numbers = new Map<string, number>();
  /** How the feature was first written, in lower case. */
  readonly written: string[] = [];

  read(body: string, language: string): Int32Array {
    const found = featuresOf(body, language, this.#stemmers);
    const ids = new Int32Array(found.size);
    let n = 0;
    for (const [name, ranges] of found) {
      let number = this.#numbers.get(name);
      if (number === undefined) {
        number = this.names.push(name) - 1;
        this.#numbers.set(name, number);
        // A pair of neighbours is written as both its words.
        const parts = name.includes(' ') ? ranges.slice(0, 2) : ranges.slice(0, 1);
        this.written.push(parts.map(({ start, end }) => body.slice(start, end).toLowerCase()).join(' '));
      }
      ids[n] = number;
      n += 1;
    }
    return ids;
  }
}

const textsPerStep = 1000;

/**
 * The features that at least three persons used, by their numbers in the book, of which there are `count`; common ones count less.
 * Texts of one person lie together. Yields now and then.
 */
export function* chooseFeatures(
  texts: readonly ReadText[],
  count: number,
): Generator<undefined, { readonly kept: Int32Array; readonly idf: Float32Array }> {
  const users = new Int32Array(count);
  const lastUser = new Int32Array(count).fill(-1);
  const used = new Int32Array(count);
  for (const [at, { features, person }] of texts.entries()) {
    if (at % textsPerStep === 0) yield;
    for (const number of features) {
      used[number] = (used[number] ?? 0) + 1;
      // Texts of one person lie together, so the last user is enough to count each once.
      if (lastUser[number] === person) continue;
      lastUser[number] = person;
      users[number] = (users[number] ?? 0) + 1;
    }
  }
  const kept: number[] = [];
  for (let number = 0; number < count; number += 1) if ((users[number] ?? 0) >= fewestUsers) kept.push(number);
  const idf = Float32Array.from(kept, (number) => Math.log((1 + texts.length) / (1 + (used[number] ?? 0))) + 1);
  return { kept: Int32Array.from(kept), idf };
}

/** A text's features that count, weighted and brought to length 1. `placeOf` answers -1 for one that does not count. */
export function toRow(features: Iterable<number>, idf: Float32Array): SparseRow {
  const ids = Int32Array.from(features).sort();
  const values = Float32Array.from(ids, (place) => idf[place] ?? 0);
  let square = 0;
  for (const value of values) square += value * value;
  const length = Math.sqrt(square);
  if (length > 0) for (let n = 0; n < values.length; n += 1) values[n] = (values[n] ?? 0) / length;
  return { ids, values };
}
