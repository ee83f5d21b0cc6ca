import { z } from 'zod';
import { MissingReason } from '../../../shared/contract/analysis.ts';
import { missingReasons, reasonValue } from './missing-reasons.ts';

/** One stored answer, as far as tables look at it. */
export const AnswerRow = z.object({
  interview_key: z.int(),
  instance: z.int(),
  code: z.int().nullable(),
  num: z.number().nullable(),
  txt: z.string().nullable(),
  missing: MissingReason.nullable(),
  state: z.string().nullable(),
});
export type AnswerRow = z.infer<typeof AnswerRow>;

/** What was answered: a number (a code is one), a list of codes, or a reason why there is nothing. Exactly one is not null. */
export interface Given {
  readonly number: number | null;
  readonly list: string | null;
  readonly reason: MissingReason | null;
}

/** Marks of a place: nothing stored, a number, a list; below 0 a reason (`reasonValue`). */
export const nothing = 0;
export const isNumber = 1;
export const isList = 2;

/** Reason of a stored answer that does not count, or null. Parked by routing means not asked; a draft is no answer yet. */
export function reasonOf(row: Pick<AnswerRow, 'missing' | 'state'>): MissingReason | null {
  if (row.state === 'parked') return 'not-asked';
  if (row.state === 'invalid-draft') return 'not-recorded';
  return row.missing;
}

/** What a row says. */
export function givenOf(row: AnswerRow): Given {
  const isEmpty = row.code === null && row.num === null && row.txt === null;
  const reason = reasonOf(row) ?? (isEmpty ? 'not-recorded' : null);
  if (reason !== null) return { number: null, list: null, reason };
  return row.txt === null ? { number: row.code ?? row.num, list: null, reason } : { number: null, list: row.txt, reason };
}

/** An answer given in a round or by one person of a group. */
export interface GivenInside extends Given {
  readonly instance: number;
}

/**
 * Every stored answer to one question (one wording), one place per interview, in few bytes: codes and whole numbers take three, other
 * numbers nine. Answers in rounds and of persons in groups are kept apart, by interview.
 */
export class QuestionAnswers {
  /** Parallel: what there is in each place, and the number, or the place of the list in `lists`. */
  marks: Int8Array;
  numbers: Int16Array | Float64Array;
  readonly lists: string[] = [];
  readonly inside = new Map<number, readonly GivenInside[]>();
  /** Another number after every change; never the same for two columns. */
  stamp: number;
  readonly #placeOfList = new Map<string, number>();

  constructor(places: number, stamp: number) {
    this.marks = new Int8Array(places);
    this.numbers = new Int16Array(places);
    this.stamp = stamp;
  }

  /** Roughly what it takes in memory. */
  get bytes(): number {
    return this.marks.byteLength + this.numbers.byteLength + this.lists.length * 64 + this.inside.size * 256;
  }

  /** Sets what stands in a place. */
  put(place: number, given: Given): void {
    this.#makeRoom(place);
    if (given.number !== null) {
      this.#widenFor(given.number);
      this.marks[place] = isNumber;
      this.numbers[place] = given.number;
      return;
    }
    if (given.list === null) {
      this.marks[place] = reasonValue(given.reason ?? 'not-recorded');
      return;
    }
    const at = this.#placeOfList.get(given.list) ?? this.lists.push(given.list) - 1;
    this.#placeOfList.set(given.list, at);
    this.#widenFor(at);
    this.marks[place] = isList;
    this.numbers[place] = at;
  }

  /** The same for a whole number from 0 to 65,000. */
  putNumber(place: number, number: number): void {
    if (place >= this.marks.length) this.#makeRoom(place);
    if (number > 32_767) this.#widenFor(number);
    this.marks[place] = isNumber;
    this.numbers[place] = number;
  }

  clear(place: number): void {
    if (place < this.marks.length) this.marks[place] = nothing;
  }

  /** What stands in a place, or null. */
  at(place: number): Given | null {
    const mark = this.marks[place] ?? nothing;
    if (mark === nothing) return null;
    const number = this.numbers[place] ?? 0;
    if (mark === isNumber) return { number, list: null, reason: null };
    if (mark === isList) return { number: null, list: this.lists[number] ?? '', reason: null };
    return { number: null, list: null, reason: missingReasons[-mark - 1] ?? 'not-recorded' };
  }

  #makeRoom(place: number): void {
    if (place < this.marks.length) return;
    const size = Math.max(place + 1, Math.ceil(this.marks.length * 1.25));
    const [marks, numbers] = [new Int8Array(size), this.numbers instanceof Int16Array ? new Int16Array(size) : new Float64Array(size)];
    marks.set(this.marks);
    numbers.set(this.numbers);
    this.marks = marks;
    this.numbers = numbers;
  }

  #widenFor(number: number): void {
    if (this.numbers instanceof Float64Array || ((number | 0) === number && number >= -32_768 && number <= 32_767)) return;
    this.numbers = Float64Array.from(this.numbers);
  }
}
