/**
 * Codings that count, in columns: a hundred thousand take two megabytes. Ordered by text, and within one by where they begin. Texts
 * and themes are numbers from 0; offsets are UTF-16 units, the end exclusive.
 */
export interface CodedMaterial {
  /** Where the codings of each text begin; one more than there are texts. */
  readonly first: Int32Array;
  readonly themes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Where codings of a condition's themes must stand, or not. */
export interface PlaceCondition {
  readonly isWith: boolean;
  /** 1 for each theme that is meant. */
  readonly themes: Uint8Array;
  readonly place: 'overlap' | 'inside' | 'words' | 'paragraph' | 'text';
  /** Most words between, for `words`. */
  readonly words: number;
}

/** What is looked for. */
export interface Retrieval {
  /** 1 for each theme whose segments are wanted. */
  readonly themes: Uint8Array;
  readonly conditions: readonly PlaceCondition[];
  readonly isTextWanted: (text: number) => boolean;
  /** Polarity, coder and the like; asked of codings of the wanted themes only. */
  readonly isCodingWanted: (coding: number) => boolean;
  /** The words of a text; asked only where a condition counts words or looks for paragraphs. */
  readonly bodyOf: (text: number) => string;
}

/** A stretch of a text with a theme: one coding, or several that overlap. */
export interface FoundSegment {
  readonly text: number;
  readonly theme: number;
  readonly start: number;
  readonly end: number;
  /** Rows of the material. */
  readonly codings: readonly number[];
}
