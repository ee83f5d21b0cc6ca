import type { SolveLp } from './lp-text.ts';
import type { TableWork } from './work.ts';
import type { AuditReason, DisclosureRule, Place, ProtectedBase, ProtectedCell, ProtectedColumn } from './table.ts';

/** Distinct persons behind the numbers of one part, where those are no persons themselves; parallel to them. */
export interface PartPersons {
  readonly counts: readonly (readonly number[])[];
  /** Persons with something in the column outside the cell. */
  readonly outside: readonly (readonly number[])[];
  readonly columnTotals: readonly number[];
}

/** The same for the "Alle" column. */
export interface AllPersons {
  readonly rowTotals: readonly number[];
  readonly outsideTotals: readonly number[];
  readonly total: number;
}

/**
 * One grouping of the persons, printed as columns beside the others. The columns exclude one another unless they say otherwise;
 * persons may be in none of them.
 */
export interface BannerPart {
  /** counts[row][column]; the rows are those of the whole banner. */
  readonly counts: readonly (readonly number[])[];
  /** Base of each column. */
  readonly columnTotals: readonly number[];
  /**
   * The groupings from the outer to the inner, such as wave and service. The same name in two parts is the same grouping. When left
   * out, the part is a grouping of its own and `paths` are not read.
   */
  readonly groupings?: readonly string[];
  /** Per column its value of each grouping from the outside in; shorter paths are the columns of an outer grouping itself. */
  readonly paths?: readonly (readonly string[])[];
  /** Multiple response or themes as columns: a person may be in several, and every column is a yes/no of its own. */
  readonly overlapping?: boolean;
  /** Persons in the frame of each column, for the intervals; null where it is not known. */
  readonly columnFrames?: readonly (number | null)[];
  /** Where several parts are one in print: which one. Every part of the banner has it then. Default: the part's own place. */
  readonly printed?: number;
  readonly persons?: PartPersons;
}

/**
 * One combination of the banner's groups: the persons who are in all of these columns (one per part that is named) and gave this answer.
 * It is not printed, but what stands side by side bounds it.
 */
export interface CrossCount {
  readonly row: number;
  readonly columns: readonly { readonly part: number; readonly column: number }[];
  readonly count: number;
}

/** A column of an earlier release about the same persons and the same rows; `all` where it is everybody. */
export interface PublishedColumn {
  /** Value of each grouping that the column is within; none for everybody. */
  readonly at: Readonly<Record<string, string>>;
  /** True counts, those that were hidden among them. */
  readonly counts: readonly number[];
  readonly base: number;
  /** Whether the count and the base stood in print. */
  readonly shown: readonly boolean[];
  readonly baseShown: boolean;
  /** Whether its cells stood in print as words. */
  readonly inWords?: boolean;
}

/** Persons counted by answer and several groupings at once: the raw, inside view. Never leaves the program. */
export interface BannerInput {
  /** The shared "Alle" column. */
  readonly rowTotals: readonly number[];
  /** Its base. */
  readonly total: number;
  readonly parts: readonly BannerPart[];
  readonly persons?: AllPersons;
  readonly cross?: readonly CrossCount[];
  readonly published?: readonly PublishedColumn[];
}

/** How a banner is to be read and protected. */
export interface BannerOptions {
  /** Persons in the frame that was approached, for the intervals of the "Alle" column. */
  readonly frame?: number;
  /** False for multiple response: each row is a yes/no question of its own with the same bases. Default true. */
  readonly exclusive?: boolean;
  /** Solves the exact program where the table is small enough; the result is the heuristic's when left out. */
  readonly solve?: SolveLp;
  /** What may be done for it; when that is spent before it is known to be safe, it is not. Everything one table gets when left out. */
  readonly work?: TableWork;
}

/** A place in a banner; `part` is null in the "Alle" column. */
export interface BannerPlace extends Place {
  readonly part: number | null;
}

/** One hidden number that is not safe. Holds no numbers of its own. */
export interface BannerFinding extends BannerPlace {
  readonly reason: AuditReason;
}

/** One grouping of the released banner. */
export interface ProtectedPart {
  readonly columns: readonly ProtectedBase[];
  /** cells[row][column]. */
  readonly cells: readonly (readonly ProtectedCell[])[];
}

/** The released object of a banner. */
export interface ProtectedBanner {
  readonly rule: DisclosureRule;
  /** Parallel to the parts that were given. */
  readonly parts: readonly ProtectedPart[];
  readonly all: ProtectedColumn;
  /** Cells that print `:`; the "Alle" column counts only when it is another than a single column. */
  readonly hiddenCount: number;
  /** Must be ok before anything is released. */
  readonly audit: { readonly ok: boolean; readonly findings: readonly BannerFinding[] };
  /** Groups whose shown numbers say that everybody gave the same answer. */
  readonly groupDisclosure: readonly BannerPlace[];
}
