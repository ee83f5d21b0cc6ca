import { baseRule } from '../statistics/index.ts';
import { isPrinted } from './audit.ts';
import { assertShape, completeTable } from './complete-table.ts';
import type { CompleteTable } from './complete-table.ts';
import type { SolveLp } from './lp-text.ts';
import type { ExactTools } from './linked-exact.ts';
import { edgeId } from './network.ts';
import { hiddenBases } from './primary.ts';
import { shownCell } from './released-cell.ts';
import { shareWord } from './share-word.ts';
import { baseOf, countOf, suppress } from './suppress.ts';
import type { Suppression } from './suppress.ts';
import type {
  AuditFinding,
  CountTable,
  DisclosureRule,
  GroupDisclosure,
  PersonsBehind,
  Place,
  ProtectedBase,
  ProtectedCell,
  ProtectedTable,
} from './table.ts';
import { tableWork } from './work.ts';
import type { TableWork } from './work.ts';

/** How a table is to be read. */
export interface ProtectOptions {
  /** Persons in the frame that was approached, for the intervals of the "Alle" column. */
  readonly frame?: number;
  /** The same per column; null where it is not known. */
  readonly columnFrames?: readonly (number | null)[];
  /** False for multiple response: each row is a yes/no question of its own with the same bases. Default true. */
  readonly exclusive?: boolean;
  /**
   * The persons behind the counts, when they count something else. Then the rule is asked of the persons, columns under the
   * minimum base are hidden, and the intervals are as wide as if every person counted once.
   */
  readonly persons?: PersonsBehind;
  /** Finds the least that must be hidden where the table is small enough; else, and without it, a heuristic does. */
  readonly solve?: SolveLp;
  /** What may be done for it, where several tables share that. */
  readonly work?: TableWork;
}

/**
 * Makes the released object of a table: hides small numbers and what would give them back, audits the result and
 * computes percents and intervals for the cells that are left. When `audit.ok` is false nothing may be released;
 * the remedy is to merge categories, choose larger groups or drop a margin.
 * @throws RangeError for a table whose parts do not fit, a threshold outside 3–10, a minimum base under the threshold,
 * or a frame smaller than its base.
 */
export function protectTable(table: CountTable, rule: DisclosureRule, options: ProtectOptions = {}): ProtectedTable {
  assertRule(rule);
  const own = { ...options, work: options.work ?? tableWork() };
  if (options.exclusive === false && table.counts.length > 0) return protectRows(table, rule, own);
  return protectExclusive(table, rule, own);
}

/** @throws RangeError for a threshold outside 3-10 or a minimum base under it. */
export function assertRule({ threshold, minimumBase }: DisclosureRule): void {
  if (!Number.isInteger(threshold) || threshold < 3 || threshold > 10) throw new RangeError(`The threshold must be 3-10, got ${threshold}`);
  if (!Number.isInteger(minimumBase) || minimumBase < threshold)
    throw new RangeError(`The minimum base must reach the threshold, got ${minimumBase}`);
}

/** Multiple response: each row is protected as a table of yes and no, and a base hidden in one is hidden in all. */
function protectRows(table: CountTable, rule: DisclosureRule, options: ProtectOptions): ProtectedTable {
  assertShape(table);
  let bases: ReadonlySet<number> = new Set();
  for (;;) {
    const parts = yesNoTables(table).map((part, row) => protectExclusive(part, rule, yesNoOptions(options, row), bases));
    const hidden = new Set(parts.flatMap(({ columns }) => columns.flatMap(({ base }, column) => (base === null ? [column] : []))));
    if (parts.every(({ columns }) => columns.every(({ base }, column) => (base === null) === hidden.has(column))))
      return joinRows(table, parts);
    bases = hidden;
  }
}

function yesNoTables({ counts, rowTotals, columnTotals, total }: CountTable): readonly CountTable[] {
  return counts.map((yes, row) => {
    const all = rowTotals[row] ?? 0;
    const no = yes.map((count, column) => (columnTotals[column] ?? 0) - count);
    return { counts: [yes, no], rowTotals: [all, total - all], columnTotals, total };
  });
}

/** The persons behind the yes and the no of one row. */
function yesNoOptions({ persons, ...options }: ProtectOptions, row: number): ProtectOptions {
  if (persons === undefined) return options;
  const [yes, no] = [persons.counts[row] ?? [], persons.outside[row] ?? []];
  const [all, rest] = [persons.rowTotals[row] ?? 0, persons.outsideTotals[row] ?? 0];
  return {
    ...options,
    persons: { ...persons, counts: [yes, no], outside: [no, yes], rowTotals: [all, rest], outsideTotals: [rest, all] },
  };
}

function joinRows(table: CountTable, parts: readonly ProtectedTable[]): ProtectedTable {
  const [first] = parts;
  if (first === undefined) throw new RangeError('A table of several answers needs a row');
  const findings = parts.flatMap((part, row) =>
    part.audit.findings.map((finding) => ({ ...finding, row: finding.row === 'base' ? finding.row : row })),
  );
  const cells = parts.map((part) => part.cells[0] ?? []);
  const all = { ...first.all, cells: parts.flatMap((part) => part.all.cells.slice(0, 1)) };
  const { oneWay } = completeTable({ ...table, counts: [], rowTotals: [] });
  return {
    ...first,
    cells,
    all,
    hiddenCount: countHidden(cells, all.cells, oneWay),
    audit: { ok: findings.length === 0, findings: distinct(findings) },
    groupDisclosure: parts.flatMap((part, row) =>
      part.groupDisclosure.filter((group) => group.row === 0).map(({ column }) => ({ row, column })),
    ),
  };
}

function distinct(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  return [...new Map(findings.map((finding) => [`${finding.row} ${finding.column} ${finding.reason}`, finding])).values()];
}

function protectExclusive(
  table: CountTable,
  rule: DisclosureRule,
  options: ProtectOptions,
  alsoHidden: ReadonlySet<number> = new Set(),
): ProtectedTable {
  const complete = completeTable(table);
  const persons = options.persons ?? null;
  // Under the threshold not even the base is published: there is nothing to subtract from.
  const isTooFew = persons === null ? table.total < rule.threshold : table.total > 0 && persons.total < rule.minimumBase;
  const closed = alsoHidden.union(fewPersons(complete, persons, rule));
  const suppression = isTooFew ? null : suppress(complete, rule, closed, persons, exactOf(options));
  const keys = table.columnTotals.map((_, column): Place['column'] => (complete.oneWay ? 'all' : column));
  const frames = table.columnTotals.map(
    (_, column) => options.columnFrames?.[column] ?? (complete.oneWay ? options.frame : undefined) ?? null,
  );
  const release = { complete, suppression, rule, persons };
  const rows = [...table.counts.keys()];
  const all = { ...baseIn(release, 'all'), cells: rows.map((row) => cellIn(release, row, 'all', options.frame ?? null)) };
  const cells = rows.map((row) => keys.map((key, column) => cellIn(release, row, key, frames[column] ?? null)));
  // Without rows nothing is said of answers: what "Alle" does not print is its base, and that is in print.
  const isOfBase = ({ row, column }: AuditFinding): boolean => rows.length === 0 && column === 'all' && row !== 'base';
  const findings = (suppression?.findings ?? []).filter((finding) => !isOfBase(finding));
  return {
    rule,
    cells,
    columns: keys.map((key) => baseIn(release, key)),
    all,
    hiddenCount: countHidden(cells, all.cells, complete.oneWay),
    audit: { ok: findings.length === 0, findings: findings.map((finding) => inPrintedColumn(finding, complete, keys)) },
    groupDisclosure: groupsOf(
      cells,
      all.cells,
      all.base,
      keys.map((key) => baseIn(release, key).base),
      complete.oneWay,
    ),
  };
}

function exactOf({ solve, work = tableWork() }: ProtectOptions): ExactTools | undefined {
  return solve === undefined ? undefined : { solve, work: work.exact };
}

/** Columns with fewer persons than the minimum base, and enough others that those together cannot be subtracted. */
function fewPersons({ oneWay }: CompleteTable, persons: PersonsBehind | null, rule: DisclosureRule): ReadonlySet<number> {
  if (persons === null || oneWay) return new Set();
  const few = persons.columnTotals.flatMap((base, column) => (base > 0 && base < rule.minimumBase ? [column] : []));
  return new Set(hiddenBases(persons.columnTotals, rule, new Set(few)).flatMap((hidden, column) => (hidden ? [column] : [])));
}

interface Release {
  readonly persons: PersonsBehind | null;
  readonly complete: CompleteTable;
  readonly suppression: Suppression | null;
  readonly rule: DisclosureRule;
}

function baseIn({ complete, suppression, rule, persons }: Release, column: Place['column']): ProtectedBase {
  const base = baseOf(complete, column);
  if (base === 0 && !rule.protectZeros) return { base, baseRule: 'empty' };
  const hidden = suppression === null || (column !== 'all' && suppression.hiddenBases[column] === true);
  return hidden ? { base: null, baseRule: 'hidden' } : { base, baseRule: baseRule(personsOf(persons, column) ?? base, rule) };
}

/** Distinct persons in a column; null where the table counts persons itself. */
function personsOf(persons: PersonsBehind | null, column: Place['column']): number | null {
  return persons === null ? null : ((column === 'all' ? persons.total : persons.columnTotals[column]) ?? 0);
}

function cellIn(release: Release, row: number, column: Place['column'], frame: number | null): ProtectedCell {
  const { complete, suppression } = release;
  const { base } = baseIn(release, column);
  if (base === 0) return { state: 'empty' };
  if (suppression === null || base === null) return { state: 'hidden' };
  const count = countOf(complete, row, column);
  const id = edgeId({ row, column }, complete.counts.length, complete.columnTotals.length);
  if (suppression.wordColumns.has(column)) return { state: 'words', words: shareWord(count, base) };
  if (suppression.pattern.cost[id] === 0 || base < release.rule.minimumBase) return { state: 'hidden' };
  return shownCell(count, base, frame, personsOf(release.persons, column));
}

function countHidden(cells: ProtectedTable['cells'], all: readonly ProtectedCell[], oneWay: boolean): number {
  const printed = oneWay && (cells[0]?.length ?? 0) > 0 ? cells.flat() : [...cells.flat(), ...all];
  return printed.filter(({ state }) => state === 'hidden').length;
}

/** Only shown cells: a flag on a hidden one would give it away. */
function groupsOf(
  cells: ProtectedTable['cells'],
  all: readonly ProtectedCell[],
  total: number | null,
  bases: readonly (number | null)[],
  oneWay: boolean,
): readonly GroupDisclosure[] {
  const full = (cell: ProtectedCell, base: number | null | undefined): boolean => cell.state === 'shown' && cell.count === base;
  const inColumns = cells.flatMap((row, index) =>
    row.flatMap((cell, column) => (full(cell, bases[column]) ? [{ row: index, column }] : [])),
  );
  const inAll = all.flatMap((cell, row): readonly GroupDisclosure[] => (full(cell, total) ? [{ row, column: 'all' }] : []));
  return oneWay && bases.length > 0 ? inColumns : [...inColumns, ...inAll];
}

/** In a one-way table the "Alle" column is the printed one; unprinted rows and columns keep their place after the last. */
function inPrintedColumn(finding: AuditFinding, complete: CompleteTable, keys: readonly Place['column'][]): AuditFinding {
  return complete.oneWay && keys.length === 1 && isPrinted(finding, complete) ? { ...finding, column: 0 } : finding;
}
