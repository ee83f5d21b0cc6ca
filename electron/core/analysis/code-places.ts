import type { AnswerOption } from './questions.ts';

/** Places of codes among the answers. A code without a label gets one after the others: an imported one still counts, under its own number. */
export class CodePlaces {
  readonly #options: readonly AnswerOption[];
  readonly #places: Map<number, number>;
  readonly #added: number[] = [];

  constructor(options: readonly AnswerOption[]) {
    this.#options = options;
    this.#places = new Map(options.map(({ code }, at) => [code, at]));
  }

  of(code: number): number {
    const known = this.#places.get(code);
    if (known !== undefined) return known;
    const place = this.#options.length + this.#added.push(code) - 1;
    this.#places.set(code, place);
    return place;
  }

  /** The answers with the added ones in order, whoever was read first, and where each place has gone to. */
  finish(): { readonly categories: readonly AnswerOption[]; readonly moved: Int16Array | null } {
    if (this.#added.length === 0) return { categories: this.#options, moved: null };
    const sorted = this.#added.toSorted((a, b) => a - b);
    const count = this.#options.length;
    const moved = Int16Array.from({ length: count + sorted.length }, (_, at) =>
      at < count ? at : count + sorted.indexOf(this.#added[at - count] ?? Number.NaN),
    );
    const label = (code: number): AnswerOption['label'] => ({ nb: String(code), nn: String(code), sv: String(code), en: String(code) });
    return { categories: [...this.#options, ...sorted.map((code) => ({ code, label: label(code) }))], moved };
  }
}
