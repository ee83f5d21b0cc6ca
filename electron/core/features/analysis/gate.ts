import {
  protectTable,
  type AuditFinding,
  type DisclosureRule,
  type ProtectedBase,
  type ProtectedCell,
  type ProtectedTable,
} from '../../../../shared/disclosure/index.ts';
import type { ReleasedBase, ReleasedCell } from '../../../../shared/model/exhibit.ts';
import type { RawTable } from './raw-table.ts';

/** The gate's answer for one table: what may be printed, parallel to the raw table's rows and columns. */
export interface GatedTable {
  readonly cells: readonly (readonly ReleasedCell[])[];
  readonly rowBases: readonly (ReleasedBase | null)[];
  readonly columnBases: readonly (ReleasedBase | null)[];
  /** Columns nobody is in; they are left out in print. */
  readonly emptyColumns: ReadonlySet<number>;
  readonly hiddenCount: number;
  readonly findings: readonly AuditFinding[];
  /** Places where everyone gave the same answer. */
  readonly sameAnswers: number;
}

function round(limit: number): number {
  return Math.min(100, Math.max(0, Math.round(limit)));
}

function releasedCell(cell: ProtectedCell): ReleasedCell {
  if (cell.state === 'shown')
    return { state: 'shown', count: cell.count, percent: cell.percent, low: round(cell.low), high: round(cell.high) };
  return cell.state === 'empty' ? { state: 'missing' } : cell;
}

function releasedBase({ base, baseRule }: ProtectedBase): ReleasedBase {
  return { n: base, rule: baseRule === 'empty' ? 'normal' : baseRule };
}

function isEmpty({ baseRule }: ProtectedBase): boolean {
  return baseRule === 'empty';
}

function gateBattery(raw: RawTable, rule: DisclosureRule): GatedTable {
  const parts = raw.tables.map((table, at) => protectTable(table, rule, options(raw.frames[at] ?? null)));
  const lines = parts.map((part) => part.cells.map((row) => row[0] ?? { state: 'empty' as const }));
  return {
    cells: lines.map((line) => line.map(releasedCell)),
    rowBases: parts.map(({ columns: [column] }) => (column === undefined ? null : releasedBase(column))),
    columnBases: raw.columns.map(() => null),
    emptyColumns: new Set(),
    hiddenCount: parts.reduce((sum, { hiddenCount }) => sum + hiddenCount, 0),
    findings: parts.flatMap(({ audit }) => audit.findings),
    sameAnswers: parts.reduce((sum, { groupDisclosure }) => sum + groupDisclosure.length, 0),
  };
}

function options(frame: number | null): { readonly frame?: number } {
  return frame === null ? {} : { frame };
}

/** "Alle" first, then the groups; without groups the one column there is. */
function withAll(
  raw: RawTable,
  part: ProtectedTable,
): { readonly bases: readonly ProtectedBase[]; readonly lines: readonly (readonly ProtectedCell[])[] } {
  if (raw.columns.length === 1) return { bases: part.columns, lines: part.cells };
  return { bases: [part.all, ...part.columns], lines: part.cells.map((row, at) => [part.all.cells[at] ?? { state: 'empty' }, ...row]) };
}

function gateTable(raw: RawTable, rule: DisclosureRule): GatedTable {
  const [table] = raw.tables;
  if (table === undefined) throw new RangeError('A table must be counted before the gate');
  const part = protectTable(table, rule, {
    ...options(raw.frames[0] ?? null),
    columnFrames: raw.columnFrames,
    exclusive: raw.isExclusive,
    ...(raw.rounds === null ? {} : { persons: raw.rounds.behind }),
  });
  const { bases, lines } = withAll(raw, part);
  return {
    cells: lines.map((line) => line.map(releasedCell)),
    rowBases: raw.rows.map(() => null),
    columnBases: bases.map(releasedBase),
    emptyColumns: new Set(bases.flatMap((base, at) => (at > 0 && isEmpty(base) ? [at] : []))),
    hiddenCount: part.hiddenCount,
    findings: part.audit.findings,
    sameAnswers: part.groupDisclosure.length,
  };
}

/** The one way from counts to printed figures. */
export function gate(raw: RawTable, rule: DisclosureRule): GatedTable {
  return raw.definition.kind === 'likert' ? gateBattery(raw, rule) : gateTable(raw, rule);
}
