/*
 * A project as REFI-QDA 1.5 has it, for both ways. Positions count Unicode code points from 0, the end is exclusive. GUIDs are in small
 * letters, without braces. `line` is the line of the file it was read from, 0 for what is written.
 */

/** Who made something, and when: GUID of a user and UTC ISO time, where they are known. */
export interface RefiStamp {
  readonly by: string | null;
  readonly at: string | null;
}

/** `isConsensus`: not somebody, but what coders have agreed on. */
export interface RefiUser {
  readonly guid: string;
  readonly name: string;
  readonly isConsensus: boolean;
}

/** What stands as the id of the user who is no person. */
export const consensusMark = 'consensus';

export interface RefiCoding extends RefiStamp {
  readonly guid: string;
  readonly code: string;
  readonly notes: readonly string[];
  readonly line: number;
}

export interface RefiSelection extends RefiStamp {
  readonly guid: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly codings: readonly RefiCoding[];
  readonly notes: readonly string[];
  readonly description: string;
  readonly line: number;
}

/** A text or a note: the standard has one type for both. `codings` are on the whole of it. */
export interface RefiText extends RefiStamp {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly content: string;
  readonly selections: readonly RefiSelection[];
  readonly codings: readonly RefiCoding[];
  readonly notes: readonly string[];
  readonly line: number;
}

export const variableTypes = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const;
export type VariableType = (typeof variableTypes)[number];

export interface RefiVariable {
  readonly guid: string;
  readonly name: string;
  readonly type: VariableType;
  readonly description: string;
  readonly line: number;
}

/** `value` as the file writes it; null is missing. */
export interface RefiValue {
  readonly variable: string;
  readonly type: VariableType;
  readonly value: string | null;
}

export interface RefiCase {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly values: readonly RefiValue[];
  readonly sources: readonly string[];
  readonly line: number;
}

export interface RefiSet {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly sources: readonly string[];
}
