import type { ExhibitDefinition, MissingReason } from '../../../../shared/contract/analysis.ts';
import type { CountTable, PersonsBehind } from '../../../../shared/disclosure/index.ts';
import type { PlaceBreak } from '../../../../shared/model/place-lineage/index.ts';
import type { ExhibitScale } from '../../../../shared/model/exhibit.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import type { PlaceColumn } from '../../analysis/place-column.ts';
import type { QuestionForm } from '../../analysis/questions.ts';

/** A scale before its labels are put into one language. */
export type RawScale = Omit<ExhibitScale, 'labels'> & { readonly labels: readonly LocalisedText[] };

export interface RawRow {
  readonly key: string;
  readonly label: LocalisedText;
  readonly indent: number;
}

/** A group; the "Alle" column has the key `all` and no label of its own. */
export interface RawColumn {
  readonly key: string;
  readonly label: LocalisedText | null;
}

export interface RawMissing {
  readonly item: string | null;
  readonly reason: MissingReason;
  readonly count: number;
  /** Distinct persons behind the count, where it is of rounds. */
  readonly persons?: number;
}

/** What a table of rounds says beside its counts. */
export interface RawRounds {
  readonly behind: PersonsBehind;
  /** The most rounds of one person. */
  readonly most: number;
  /** What is repeated. */
  readonly wording: LocalisedText;
}

/**
 * A table before the gate: persons (or rounds) counted, nothing hidden. Stays inside the core. For a battery (`likert`) there is one
 * one-way table per row, with the answers as its rows; else one table for all, whose columns are `groups`.
 */
export interface RawTable {
  readonly definition: ExhibitDefinition;
  readonly rows: readonly RawRow[];
  /** As printed: "Alle" and the groups; for a battery the answers. */
  readonly columns: readonly RawColumn[];
  readonly tables: readonly CountTable[];
  /** False when every row is a yes/no of its own. */
  readonly isExclusive: boolean;
  readonly scale: RawScale | null;
  readonly missing: readonly RawMissing[];
  /** Persons interviewed within the selection, or their rounds: answers and missing add up to them. */
  readonly persons: number;
  /** Persons in the frame, per table; null when it is not known or not what was asked. */
  readonly frames: readonly (number | null)[];
  readonly columnFrames: readonly (number | null)[];
  /** Wording of the rows' question or of the first item; none for themes. */
  readonly question: QuestionForm | null;
  readonly columnQuestion: QuestionForm | null;
  /** Wordings that differ from the version before, of every question in the table, in the order of the versions. */
  readonly changes: readonly QuestionForm[];
  /** Null where persons are counted. */
  readonly rounds: RawRounds | null;
  /** What each group of columns is made of, where that is more than its key says: recorded places, joined answers. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  /** Places, where they are rows or columns. */
  readonly places: PlaceColumn | null;
  /** Changes of places that the table crosses, in the order of their marks. */
  readonly breaks: readonly PlaceBreak[];
  /** Some of the answers were given by a group together. */
  readonly hasShared: boolean;
}
