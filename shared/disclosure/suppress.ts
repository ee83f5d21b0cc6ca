import { auditPattern } from './audit.ts';
import type { CompleteTable } from './complete-table.ts';
import { buildNetwork } from './network.ts';
import type { KnownRange } from './network.ts';
import { hiddenBases, isPrimary, isSmall } from './primary.ts';
import { improve } from './table-exact.ts';
import type { ExactTools } from './linked-exact.ts';
import type { Pattern } from './safety.ts';
import { hideSecondary, priceOf } from './secondary.ts';
import { FEWEST_VALUES, shareWord, wordRange } from './share-word.ts';
import type { AuditFinding, DisclosureRule, PersonsBehind, Place } from './table.ts';

/** Columns, the "Alle" column among them. */
type ColumnKey = Place['column'];

/** What is hidden in a table, and whether it is safe. */
export interface Suppression {
  readonly pattern: Pattern;
  readonly hiddenBases: readonly boolean[];
  /** Columns whose cells are printed in words. */
  readonly wordColumns: ReadonlySet<ColumnKey>;
  readonly findings: readonly AuditFinding[];
}

/**
 * Decides what a two-way table of exclusive answers hides. Words are tried first and taken back from the columns
 * where they would give more away than they say; then the bases of small columns whose own members could still work
 * out the rest (five of six agree, and the sixth knows it).
 * @param table its total must reach the threshold.
 * @param alsoHidden columns whose base is hidden elsewhere in the same release.
 * @param persons who is behind the numbers, where they are not persons. Such numbers are never put into words.
 * @param exact finds a cheaper pattern for the same bases and words where there is one.
 */
export function suppress(
  table: CompleteTable,
  rule: DisclosureRule,
  alsoHidden: ReadonlySet<number>,
  persons: PersonsBehind | null = null,
  exact?: ExactTools,
): Suppression {
  let closed: ReadonlySet<number> = table.total < rule.minimumBase ? new Set(table.columnTotals.keys()) : alsoHidden;
  let wordColumns: ReadonlySet<ColumnKey> =
    persons === null ? wordCandidates(table, rule, hiddenBases(table.columnTotals, rule, closed)) : new Set();
  for (;;) {
    const bases = hiddenBases(table.columnTotals, rule, closed);
    const pattern = hide(table, rule, bases, knownFrom(table, wordColumns), persons);
    const findings = auditPattern(pattern);
    const unsafe = new Set(findings.map(({ column }) => column));
    const small = table.columnTotals
      .keys()
      .filter((column) => unsafe.has(column) && !bases[column] && baseOf(table, column) < rule.minimumBase);
    const next = closed.union(new Set(small));
    if (findings.length === 0 || (wordColumns.size === 0 && next.size === closed.size)) {
      if (exact !== undefined && findings.length === 0) improve(pattern, exact);
      return { pattern, hiddenBases: bases, wordColumns, findings };
    }
    if (wordColumns.size === 0) closed = next;
    const kept = wordColumns.difference(unsafe);
    wordColumns = kept.size < wordColumns.size ? kept : new Set();
  }
}

function hide(
  table: CompleteTable,
  rule: DisclosureRule,
  bases: readonly boolean[],
  known: KnownRange,
  persons: PersonsBehind | null,
): Pattern {
  const network = buildNetwork(table, known, (place, value) => personsIn(persons, place) ?? value);
  const sensitive = network.edges.map(
    ({ row, column, value }) =>
      isSmall(personsIn(persons, { row, column }) ?? value, rule) || (row !== 'base' && baseOf(table, column) < rule.minimumBase),
  );
  const cost = Float64Array.from(network.edges, (edge) => {
    if (edge.row !== 'base' && isPublicZero(table, edge.row, rule)) return Number.POSITIVE_INFINITY;
    const inHiddenColumn = edge.column !== 'all' && bases[edge.column] === true;
    const isSensitive = edge.row !== 'base' && isPrimary(edge.value, baseOf(table, edge.column), rule);
    return inHiddenColumn || isSensitive || isFew(persons, edge, rule) ? 0 : priceOf(edge);
  });
  const pattern = { network, rule, cost, sensitive, primary: cost.map((price) => (price === 0 ? 1 : 0)) };
  hideSecondary(pattern);
  return pattern;
}

/** Distinct persons behind a number; null where the table counts persons itself. */
function personsIn(persons: PersonsBehind | null, { row, column }: Place): number | null {
  if (persons === null) return null;
  if (row === 'base') return (column === 'all' ? persons.total : persons.columnTotals[column]) ?? 0;
  return (column === 'all' ? persons.rowTotals[row] : persons.counts[row]?.[column]) ?? 0;
}

/** Whether few persons are behind a number, or few of its column are outside it. */
function isFew(persons: PersonsBehind | null, { row, column }: Place, rule: DisclosureRule): boolean {
  if (persons === null || row === 'base') return false;
  const outside = (column === 'all' ? persons.outsideTotals[row] : persons.outside[row]?.[column]) ?? 0;
  return isSmall(personsIn(persons, { row, column }) ?? 0, rule) || isSmall(outside, rule);
}

/** Nobody at all gave this answer and "Alle" says so: the row's zeros are known to readers and need no protection. */
function isPublicZero({ rowTotals, total }: CompleteTable, row: number, rule: DisclosureRule): boolean {
  return rowTotals[row] === 0 && !rule.protectZeros && total >= rule.minimumBase;
}

function wordCandidates(table: CompleteTable, rule: DisclosureRule, hidden: readonly boolean[]): ReadonlySet<ColumnKey> {
  const keys: readonly ColumnKey[] = ['all', ...table.columnTotals.keys().filter((column) => hidden[column] !== true)];
  const fits = keys.filter((key) => {
    const base = baseOf(table, key);
    if (base < rule.threshold || base >= rule.minimumBase) return false;
    return table.counts.keys().every((row) => {
      const { low, high } = wordRange(shareWord(countOf(table, row, key), base), base);
      return high - low + 1 >= FEWEST_VALUES;
    });
  });
  return new Set(fits);
}

function knownFrom(table: CompleteTable, columns: ReadonlySet<ColumnKey>): KnownRange {
  return ({ row, column }) => {
    if (row === 'base' || !columns.has(column)) return null;
    const base = baseOf(table, column);
    return wordRange(shareWord(countOf(table, row, column), base), base);
  };
}

/** Base of a column or of the "Alle" column. */
export function baseOf(table: CompleteTable, column: ColumnKey): number {
  return column === 'all' ? table.total : (table.columnTotals[column] ?? 0);
}

/** Persons in one cell. */
export function countOf(table: CompleteTable, row: number, column: ColumnKey): number {
  return (column === 'all' ? table.rowTotals[row] : table.counts[row]?.[column]) ?? 0;
}
