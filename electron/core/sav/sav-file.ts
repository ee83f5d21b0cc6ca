/**
 * What a cell is: a number, a text, or null. Null is the system-missing value of a number; a string has none, so null and
 * the empty text are the same there. In `date`, `datetime` and `time` variables a text is ISO 8601 without a zone
 * (`2026-03-29`, `2026-03-29T02:30`, `14:05:30`) and a number is a code, such as one that is declared missing.
 */
export type SavValue = number | string | null;

/** One case: as many values as there are variables, in their order. */
export type SavRow = readonly SavValue[];

/** What a variable holds. Dates and times are stored as seconds, dates since 14 October 1582, none with a time zone. */
export type SavKind = 'number' | 'string' | 'date' | 'datetime' | 'time';

export type SavMeasure = 'nominal' | 'ordinal' | 'scale';

export interface SavValueLabel {
  /** A text for string variables, a number for all others. */
  readonly value: number | string;
  /** At most 120 bytes are kept. */
  readonly label: string;
}

/**
 * Declared ("user") missing values: up to three values, or a range of numbers and up to one value beside it. Strings have
 * values only, of at most 8 bytes each.
 */
export type SavMissing =
  | { readonly kind: 'none' }
  | { readonly kind: 'discrete'; readonly values: readonly (number | string)[] }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly plus?: number };

export interface SavVariable {
  /** Legal as `savNames` makes it: at most 64 bytes, unlike every other without regard to case. */
  readonly name: string;
  /** The wording; empty for none. At most 255 bytes are kept. */
  readonly label: string;
  readonly kind: SavKind;
  /** Of a string: its room in bytes of UTF-8, 1–32,767. Of anything else: 0. */
  readonly width: number;
  /** How many decimals a number is shown with, 0–16; 0 for all others. */
  readonly decimals: number;
  readonly measure: SavMeasure;
  readonly valueLabels: readonly SavValueLabel[];
  readonly missing: SavMissing;
}

/** A multiple response set: variables that together are one question. Its name begins with `$`. */
export type SavSet = {
  readonly name: string;
  readonly label: string;
  /** Names of two or more variables, all numbers or all strings. */
  readonly variables: readonly string[];
} & ({ readonly kind: 'dichotomy'; readonly counted: number | string } | { readonly kind: 'category' });

/** Everything a system file says about its cases. */
export interface SavFile {
  /** At most 60 bytes are kept, as many as SPSS writes. */
  readonly label: string;
  readonly variables: readonly SavVariable[];
  readonly sets: readonly SavSet[];
  /** The name of the variable that weights the cases. */
  readonly weight: string | null;
  /** Lines of free text. Lines of more than 80 bytes are broken. */
  readonly documents: readonly string[];
  /** When the file was made, UTC as ISO 8601; 1 January 1970 unless given, so that equal data make equal files. */
  readonly createdAt?: string;
}

/** No declared missing values. */
export const noMissing: SavMissing = { kind: 'none' };

/** The widest string a system file can hold, bytes. */
export const savStringBytes = 32_767;
