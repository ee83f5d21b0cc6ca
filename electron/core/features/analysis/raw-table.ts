import type { ExhibitDefinition, MissingReason } from '../../../../shared/contract/analysis.ts';
import type { AllPersons, CountTable, PartPersons } from '../../../../shared/disclosure/index.ts';
import type { PlaceBreak } from '../../../../shared/model/place-lineage/index.ts';
import type { ExhibitScale } from '../../../../shared/model/exhibit.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import type { PlaceColumn } from '../../analysis/place-column.ts';
import type { QuestionForm } from '../../analysis/questions.ts';
import type { LinkedAnswers } from './figures/linked-tests.ts';
import type { RawFigures } from './summaries/answer-figures.ts';
import type { WaveFacts } from './wave-facts.ts';
import type { RawSummary } from './summaries/summary-table.ts';

/** Under this many persons a base is small. */
export const lowBase = 30;

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
  /** Above the label, outermost first; in a banner only. */
  readonly headings?: readonly LocalisedText[];
  /** Place of its part among the parts; none for "Alle". */
  readonly part?: number;
  /** What is known of the persons in it, in a banner: answers, or recorded places, by grouping. */
  readonly conditions?: Readonly<Record<string, readonly string[]>>;
}

/** One grouping as the gate reads it. */
export interface RawPart {
  /** From the outside in. */
  readonly groupings: readonly string[];
  /** Per column the keys of its groups, from the outside in. */
  readonly paths: readonly (readonly string[])[];
  /** A person may be in several of its columns. */
  readonly isOverlapping: boolean;
  /** Distinct persons, where something else is counted. */
  readonly persons: PartPersons | null;
  /** Its columns are the answers of a scale, from the lowest to the highest. */
  readonly isScale?: true;
  /** Its columns are waves: when each was, in real years; null where nobody has told. */
  readonly years?: readonly (number | null)[];
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
  /** The most rounds of one person. */
  readonly most: number;
  /** What is repeated. */
  readonly wording: LocalisedText;
}

/**
 * A table before the gate: persons (or rounds) counted, nothing hidden. Stays inside the core. For a battery (`likert`) there is one
 * one-way table per row, with the answers as its rows; else one table per part of the columns, or a single one without groups.
 */
export interface RawTable {
  readonly definition: ExhibitDefinition;
  readonly rows: readonly RawRow[];
  /** As printed: "Alle" and the groups; for a battery the answers. */
  readonly columns: readonly RawColumn[];
  readonly tables: readonly CountTable[];
  /** Parallel to `tables`, which share their "Alle" column; none for batteries and tables without groups. */
  readonly parts: readonly RawPart[];
  /** Persons behind the "Alle" column, where something else is counted: rounds, or several interviews of one person. */
  readonly allPersons: AllPersons | null;
  /** False when every row is a yes/no of its own. */
  readonly isExclusive: boolean;
  readonly scale: RawScale | null;
  /** Rows that are answers of the scale or bands of the number: all but `do not know`. */
  readonly scaleRows: number;
  /** What rows of figures are made of; null where none are asked for or the answers have none. */
  readonly figures: RawFigures | null;
  /** The lines of a summary, whose `tables` have columns and bases but no rows. */
  readonly summary?: RawSummary;
  readonly missing: readonly RawMissing[];
  /** Records without an answer in every column, by reason in their order; for the inside view only. */
  readonly missingByColumn?: readonly (readonly number[])[];
  /** Persons interviewed within the selection, or their rounds: answers and missing add up to them. */
  readonly persons: number;
  /** Persons in the frame, per table; null when it is not known or not what was asked. */
  readonly frames: readonly (number | null)[];
  /** Parallel to the columns after "Alle". */
  readonly columnFrames: readonly (number | null)[];
  /** Wording of the rows' question or of the first item; none for themes. */
  readonly question: QuestionForm | null;
  readonly columnQuestions: readonly QuestionForm[];
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
  /** Where waves are the columns. */
  readonly waves?: WaveFacts;
  /** Answers of persons in several waves, where waves are the columns and tests are asked for. */
  readonly linked?: LinkedAnswers;
}
