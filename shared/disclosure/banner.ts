import { baseRule } from '../statistics/index.ts';
import { createGrid } from './banner-grid.ts';
import type { Grid } from './banner-grid.ts';
import { cellOf } from './banner-problem.ts';
import { suppressBanner } from './banner-suppress.ts';
import type { BannerSuppression } from './banner-suppress.ts';
import type { BannerFinding, BannerInput, BannerOptions, BannerPlace, ProtectedBanner } from './banner-types.ts';
import { isPlain, protectPlain } from './banner-plain.ts';
import { yesNoBanner } from './banner-rows.ts';
import { assertRule } from './protect.ts';
import { shownCell } from './released-cell.ts';
import { shareWord } from './share-word.ts';
import { tableWork } from './work.ts';
import type { DisclosureRule, ProtectedBase, ProtectedCell, ProtectedColumn } from './table.ts';

/**
 * Makes the released object of a banner: the same rows by several groupings of the same persons side by side, with one shared "Alle"
 * column. The attacker knows all of it together, and what is said to be published already. A single plain part gives what `protectTable`
 * gives. When `audit.ok` is false nothing may be released; `waysOut` names remedies.
 * @throws RangeError as `protectTable`, and where the same group has different numbers in two parts.
 */
export function protectBanner(input: BannerInput, rule: DisclosureRule, options: BannerOptions = {}): ProtectedBanner {
  assertRule(rule);
  if (isPlain(input)) return protectPlain(input, rule, options);
  const own = { ...options, work: options.work ?? tableWork() };
  if (options.exclusive !== false || input.rowTotals.length === 0) return protectExclusive(input, rule, own, new Set()).released;
  return protectRows(input, rule, own);
}

/** Multiple response: each row is protected as a banner of yes and no, and a base hidden in one is hidden in all. */
function protectRows(input: BannerInput, rule: DisclosureRule, options: BannerOptions): ProtectedBanner {
  let closed: ReadonlySet<number> = new Set();
  for (;;) {
    const rows = input.rowTotals.map((_, row) => protectExclusive(yesNoBanner(input, row), rule, options, closed));
    const union = rows.reduce<ReadonlySet<number>>((all, row) => all.union(row.closed), closed);
    if (rows.every((row) => row.closed.size === union.size)) return joinRows(rows.map(({ released }) => released));
    closed = union;
  }
}

function joinRows(rows: readonly ProtectedBanner[]): ProtectedBanner {
  const [first] = rows;
  if (first === undefined) throw new RangeError('A banner of several answers needs a row');
  const parts = first.parts.map(({ columns }, part) => ({ columns, cells: rows.map((row) => row.parts[part]?.cells[0] ?? []) }));
  const all = { ...first.all, cells: rows.flatMap((row) => row.all.cells.slice(0, 1)) };
  const findings = rows.flatMap(({ audit }, row) =>
    audit.findings.map((finding) => ({ ...finding, row: finding.row === 'base' ? finding.row : row })),
  );
  const groupDisclosure = rows.flatMap((released, row) =>
    released.groupDisclosure.filter((group) => group.row === 0).map((group) => ({ ...group, row })),
  );
  return release(first.rule, parts, all, distinct(findings), groupDisclosure);
}

function distinct(findings: readonly BannerFinding[]): readonly BannerFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

interface OneBanner {
  readonly released: ProtectedBanner;
  /** Columns of the grid without a base in print. */
  readonly closed: ReadonlySet<number>;
}

function protectExclusive(input: BannerInput, rule: DisclosureRule, options: BannerOptions, first: ReadonlySet<number>): OneBanner {
  const grid = createGrid(input);
  const persons = input.persons ?? null;
  const isTooFew = persons === null ? input.total < rule.threshold : input.total > 0 && persons.total < rule.minimumBase;
  const found = isTooFew ? null : suppressBanner(grid, rule, first, input.cross ?? [], options);
  const print: Print = { input, grid, rule, found, options };
  const rows = [...input.rowTotals.keys()];
  const all: ProtectedColumn = { ...baseIn(print, 0), cells: rows.map((row) => cellIn(print, row, 0, options.frame ?? null)) };
  const parts = input.parts.map((part, at) => {
    const keys = part.columnTotals.map((_, column) => columnAt(grid, at, column));
    return {
      columns: keys.map((key) => baseIn(print, key)),
      cells: rows.map((row) => keys.map((key, column) => cellIn(print, row, key, part.columnFrames?.[column] ?? null))),
    };
  });
  const findings = (found?.findings ?? []).map(({ cell, reason }) => ({ ...placeOf(input, grid, cell), reason }));
  return { released: release(rule, parts, all, distinct(findings)), closed: found?.closed ?? first };
}

interface Print {
  readonly input: BannerInput;
  readonly grid: Grid;
  readonly rule: DisclosureRule;
  readonly found: BannerSuppression | null;
  readonly options: BannerOptions;
}

function columnAt({ columns }: Grid, part: number, column: number): number {
  return columns.findIndex(({ places }) => places.some((place) => place.part === part && place.column === column));
}

function baseIn({ grid, rule, found }: Print, at: number): ProtectedBase {
  const column = grid.columns[at];
  const base = column?.base ?? 0;
  if (base === 0 && !rule.protectZeros) return { base, baseRule: 'empty' };
  if (found === null || found.closed.has(at)) return { base: null, baseRule: 'hidden' };
  return { base, baseRule: baseRule(column?.persons?.base ?? base, rule) };
}

function cellIn(print: Print, row: number, at: number, frame: number | null): ProtectedCell {
  const { grid, rule, found } = print;
  const { base } = baseIn(print, at);
  if (base === 0) return { state: 'empty' };
  if (found === null || base === null) return { state: 'hidden' };
  const column = grid.columns[at];
  const count = column?.counts[row] ?? 0;
  if (found.words.has(at)) return { state: 'words', words: shareWord(count, base) };
  if (found.hidden[cellOf(grid, row, at)] === 1 || base < rule.minimumBase) return { state: 'hidden' };
  return shownCell(count, base, frame, column?.persons?.base ?? null);
}

/** Where a cell of the grid is read; what is not printed keeps its place after the last column or row. */
function placeOf(input: BannerInput, grid: Grid, cell: number): BannerPlace {
  const at = Math.floor(cell / (grid.rows + 1));
  const row = cell % (grid.rows + 1);
  const column = grid.columns[at];
  const place = column?.places[0] ?? { part: input.parts.length, column: at };
  return { ...place, row: row === grid.rows ? 'base' : row };
}

function release(
  rule: DisclosureRule,
  parts: ProtectedBanner['parts'],
  all: ProtectedColumn,
  findings: readonly BannerFinding[],
  groups: readonly BannerPlace[] = groupsOf(parts, all),
): ProtectedBanner {
  const printed = [...parts.flatMap(({ cells }) => cells.flat()), ...all.cells];
  return {
    rule,
    parts,
    all,
    hiddenCount: printed.filter(({ state }) => state === 'hidden').length,
    audit: { ok: findings.length === 0, findings },
    groupDisclosure: groups,
  };
}

/** Only shown cells: a flag on a hidden one would give it away. */
function groupsOf(parts: ProtectedBanner['parts'], all: ProtectedColumn): readonly BannerPlace[] {
  const isFull = (cell: ProtectedCell, base: number | null | undefined): boolean => cell.state === 'shown' && cell.count === base;
  const inParts = parts.flatMap(({ cells, columns }, part) =>
    cells.flatMap((line, row) => line.flatMap((cell, column) => (isFull(cell, columns[column]?.base) ? [{ part, row, column }] : []))),
  );
  const inAll = all.cells.flatMap((cell, row): readonly BannerPlace[] =>
    isFull(cell, all.base) ? [{ part: null, row, column: 'all' }] : [],
  );
  return [...inParts, ...inAll];
}
