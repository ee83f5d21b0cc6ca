import type { CellProblem } from '../../../../../shared/model/survey-file.ts';
import type { PreparedRow } from '../prepare-rows.ts';

/** One round of a file as it will be written, with the rounds that lie in it. `sheet` is its place among the sheets of rounds. */
export interface PreparedRound extends Pick<PreparedRow, 'row' | 'slots' | 'specified'> {
  readonly sheet: number;
  readonly rounds: readonly PreparedRound[];
}

/** What a row of rounds says it belongs to. `sheet` null: an interview. */
export interface RowReference {
  readonly sheet: number | null | undefined;
  readonly key: string;
}

/** A row of rounds before it is tied to others. */
export interface LooseRow {
  readonly sheet: number;
  readonly prepared: Pick<PreparedRow, 'row' | 'slots' | 'specified'>;
  /** The row's own number; empty where it has none. */
  readonly own: string;
  readonly parent: RowReference;
  /** The interview's own mark, where the row repeats it. */
  readonly mark: string;
  /** The row names another sheet than the one that its repeat lies in. */
  readonly isOfOtherSheet: boolean;
}

/** The rows of interviews by their number, with their own marks. */
export type InterviewRows = ReadonlyMap<string, { readonly mark: string; readonly isTwice: boolean }>;

export interface LinkedRows {
  /** The outermost rounds of each interview by its number, in file order. */
  readonly byInterview: ReadonlyMap<string, readonly PreparedRound[]>;
  readonly unlinked: readonly { readonly row: LooseRow; readonly why: CellProblem['why'] }[];
}

interface Node extends PreparedRound {
  readonly rounds: PreparedRound[];
}

interface Linking {
  readonly loose: LooseRow;
  readonly node: Node;
  outcome: 'unknown' | 'looking' | 'linked' | CellProblem['why'];
}

/**
 * Ties rounds to what they lie in. Nothing is guessed: a row whose number stands twice, whose parent is not there, is there twice or
 * is not tied itself, or whose mark is another interview's, is left out with everything in it. `mostIn` says how many rounds of a
 * sheet one parent may have.
 */
export function linkRows(rows: readonly LooseRow[], interviews: InterviewRows, mostIn: (sheet: number) => number): LinkedRows {
  const all = rows.map((loose): Linking => {
    const { row, slots, specified } = loose.prepared;
    return { loose, node: { sheet: loose.sheet, row, slots, specified, rounds: [] }, outcome: 'unknown' };
  });
  const byKey = indexRows(all);
  const byInterview = new Map<string, PreparedRound[]>();
  const settle = (one: Linking): Linking['outcome'] => {
    // A row within itself, over however many others, lies in nothing.
    if (one.outcome === 'looking') return (one.outcome = 'no-parent');
    if (one.outcome !== 'unknown') return one.outcome;
    one.outcome = 'looking';
    const found = placeFor(one);
    return (one.outcome = typeof found === 'string' ? found : join(one, found));
  };
  const placeFor = ({ loose }: Linking): PreparedRound[] | CellProblem['why'] => {
    if (loose.isOfOtherSheet) return 'other-sheet';
    const { sheet, key } = loose.parent;
    if (sheet === null) return ofInterview(loose, interviews, byInterview);
    const parent = sheet === undefined ? undefined : byKey.get(keyOf(sheet, key));
    if (parent === 'twice') return 'parent-twice';
    if (parent === undefined || settle(parent) !== 'linked') return 'no-parent';
    return parent.loose.mark !== '' && loose.mark !== '' && parent.loose.mark !== loose.mark ? 'other-interview' : parent.node.rounds;
  };
  const join = ({ loose, node }: Linking, siblings: PreparedRound[]): Linking['outcome'] => {
    if (siblings.filter(({ sheet }) => sheet === loose.sheet).length >= mostIn(loose.sheet)) return 'too-many-rounds';
    siblings.push(node);
    return 'linked';
  };
  for (const one of all) settle(one);
  const unlinked = all.flatMap(({ loose: row, outcome }) =>
    outcome === 'linked' || outcome === 'unknown' || outcome === 'looking' ? [] : [{ row, why: outcome }],
  );
  return { byInterview, unlinked };
}

function keyOf(sheet: number, key: string): string {
  return `${sheet} ${key}`;
}

/** Rows by their number; a number that stands twice names none, and only the first row with it counts. */
function indexRows(all: readonly Linking[]): Map<string, Linking | 'twice'> {
  const byKey = new Map<string, Linking | 'twice'>();
  for (const one of all) {
    if (one.loose.own === '') continue;
    const key = keyOf(one.loose.sheet, one.loose.own);
    const isTwice = byKey.has(key);
    if (isTwice) one.outcome = 'index-twice';
    byKey.set(key, isTwice ? 'twice' : one);
  }
  return byKey;
}

function ofInterview(
  { parent, mark }: LooseRow,
  interviews: InterviewRows,
  byInterview: Map<string, PreparedRound[]>,
): PreparedRound[] | CellProblem['why'] {
  const interview = parent.key === '' ? undefined : interviews.get(parent.key);
  if (interview === undefined) return 'no-parent';
  if (interview.isTwice) return 'parent-twice';
  if (mark !== '' && interview.mark !== '' && mark !== interview.mark) return 'other-interview';
  const rounds = byInterview.get(parent.key) ?? [];
  byInterview.set(parent.key, rounds);
  return rounds;
}
