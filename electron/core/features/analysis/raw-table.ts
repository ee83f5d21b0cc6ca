import type { ExhibitDefinition, MissingReason } from '../../../../shared/contract/analysis.ts';
import type { CountTable } from '../../../../shared/disclosure/index.ts';
import type { ExhibitScale } from '../../../../shared/model/exhibit.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
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
}

/**
 * A table before the gate: persons counted, nothing hidden. Stays inside the core. For a battery (`likert`) there is one
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
  /** Persons interviewed within the selection. */
  readonly persons: number;
  /** Persons in the frame, per table; null when it is not known or not what was asked. */
  readonly frames: readonly (number | null)[];
  readonly columnFrames: readonly (number | null)[];
  /** Wording of the rows' question or of the first item; none for themes. */
  readonly question: QuestionForm | null;
  readonly columnQuestion: QuestionForm | null;
  /** Wordings that differ from the version before, of every question in the table, in the order of the versions. */
  readonly changes: readonly QuestionForm[];
}
