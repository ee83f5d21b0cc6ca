import {
  protectBanner,
  protectTable,
  type BannerInput,
  type BannerPart,
  type CountTable,
  type DisclosureRule,
  type ProtectedBanner,
  type ProtectedBase,
  type ProtectedCell,
  type SolveLp,
} from '../../../../shared/disclosure/index.ts';
import type { ReleasedBase, ReleasedCell } from '../../../../shared/model/exhibit.ts';
import type { GateTools } from './gate-tools.ts';
import type { RawTable } from './raw-table.ts';
import type { AskedBanner } from './summaries/open-figures.ts';
import { summaryCells } from './summaries/summary-cells.ts';
import { inTableOrder } from './summaries/table-order.ts';

/** The gate's answer for one table: what may be printed, parallel to the raw table's rows and columns. */
export interface GatedTable {
  readonly cells: readonly (readonly ReleasedCell[])[];
  readonly rowBases: readonly (ReleasedBase | null)[];
  readonly columnBases: readonly (ReleasedBase | null)[];
  /** Columns nobody is in; they are left out in print. */
  readonly emptyColumns: ReadonlySet<number>;
  readonly hiddenCount: number;
  /** Hidden numbers that can be worked out; nothing may leave while there are any. */
  readonly findings: number;
  /** Places where everyone gave the same answer. */
  readonly sameAnswers: number;
  /** What was asked and answered, for what is worked out beside it; inside view. Null for batteries and summaries. */
  readonly asked: AskedBanner | null;
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

function options(frame: number | null): { readonly frame?: number } {
  return frame === null ? {} : { frame };
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
    findings: parts.reduce((sum, { audit }) => sum + audit.findings.length, 0),
    sameAnswers: parts.reduce((sum, { groupDisclosure }) => sum + groupDisclosure.length, 0),
    asked: null,
  };
}

/** A part as the gate is asked about it, and the columns of the table that it is, counted from the first after "Alle". */
interface AskedPart {
  readonly part: BannerPart;
  readonly columns: readonly number[];
}

function partAsked(raw: BannerSource, tables: readonly CountTable[], at: number, start: number): AskedPart[] {
  const { groupings = [], paths = [], isOverlapping = false, persons = null } = raw.parts[at] ?? {};
  const { counts = [], columnTotals = [] } = tables[at] ?? {};
  const take = (columns: readonly number[], named: Pick<BannerPart, 'groupings' | 'paths' | 'overlapping'>): AskedPart => {
    const of = <T>(line: readonly T[]): T[] => line.filter((_, column) => columns.includes(column));
    const behind =
      persons === null
        ? null
        : { counts: persons.counts.map(of), outside: persons.outside.map(of), columnTotals: of(persons.columnTotals) };
    return {
      columns: columns.map((column) => start + column),
      part: {
        counts: counts.map(of),
        columnTotals: of(columnTotals),
        columnFrames: columns.map((column) => raw.columnFrames[start + column] ?? null),
        printed: at,
        ...named,
        ...(behind === null ? {} : { persons: behind }),
      },
    };
  };
  const all = [...columnTotals.keys()];
  const [outer, inner] = groupings;
  if (!isOverlapping || outer === undefined || inner === undefined) return [take(all, { groupings, paths, overlapping: isOverlapping })];
  // Groups that persons may be in several of, within groups: each is a yes/no of its own in every outer group.
  return [...Map.groupBy(all, (column) => paths[column]?.[1] ?? '')].map(([key, columns]) =>
    take(columns, {
      groupings: [outer, `${inner}=${key}`],
      paths: columns.map((column) => [paths[column]?.[0] ?? '', 'yes']),
      overlapping: false,
    }),
  );
}

type BannerSource = Pick<RawTable, 'parts' | 'allPersons' | 'columnFrames'>;

/** What the gate is asked about a banner: counts of one table per part, all with the same "Alle" column. */
export function bannerInput(
  raw: BannerSource,
  tables: readonly CountTable[],
): { readonly input: BannerInput; readonly order: readonly number[] } {
  const { rowTotals = [], total = 0 } = tables[0] ?? {};
  const starts = tables.map((_, at) => tables.slice(0, at).reduce((sum, { columnTotals }) => sum + columnTotals.length, 0));
  const asked = raw.parts.flatMap((_, at) => partAsked(raw, tables, at, starts[at] ?? 0));
  const persons = raw.allPersons === null ? {} : { persons: raw.allPersons };
  return { input: { rowTotals, total, parts: asked.map(({ part }) => part), ...persons }, order: asked.flatMap(({ columns }) => columns) };
}

interface Asked {
  readonly rule: DisclosureRule;
  readonly frame: number | null;
  readonly isExclusive: boolean;
}

/** Asks the gate about a banner; the same counts are asked about once. */
export function protect(input: BannerInput, { rule, frame, isExclusive }: Asked, { solve, remember }: GateTools): ProtectedBanner {
  const workOut = (solver: SolveLp | undefined): ProtectedBanner =>
    protectBanner(input, rule, { ...options(frame), exclusive: isExclusive, ...(solver === undefined ? {} : { solve: solver }) });
  if (remember === undefined) return workOut(solve);
  return remember(JSON.stringify([input, rule, frame, isExclusive]), () => workOut(solve));
}

function gateTable(raw: RawTable, rule: DisclosureRule, tools: GateTools): GatedTable {
  const { input, order } = bannerInput(raw, raw.tables);
  const banner = protect(input, { rule, frame: raw.frames[0] ?? null, isExclusive: raw.isExclusive }, tools);
  const bases = basesOf(banner, order);
  const lines = raw.rows.map((_, row) =>
    inTableOrder<ProtectedCell>(
      banner.all.cells[row] ?? { state: 'empty' },
      banner.parts.flatMap(({ cells }) => cells[row] ?? []),
      order,
    ),
  );
  return {
    cells: lines.map((line) => line.map(releasedCell)),
    rowBases: raw.rows.map(() => null),
    columnBases: bases.map(releasedBase),
    emptyColumns: emptyIn(bases),
    hiddenCount: banner.hiddenCount,
    findings: banner.audit.findings.length,
    sameAnswers: banner.groupDisclosure.length,
    asked: { input, released: banner, order },
  };
}

function basesOf({ all, parts }: ProtectedBanner, order?: readonly number[]): readonly ProtectedBase[] {
  return inTableOrder<ProtectedBase>(
    all,
    parts.flatMap(({ columns }) => columns),
    order,
  );
}

function emptyIn(bases: readonly ProtectedBase[]): ReadonlySet<number> {
  return new Set(bases.flatMap(({ baseRule }, at) => (at > 0 && baseRule === 'empty' ? [at] : [])));
}

/** Asks the gate about other counts of the same columns: of answers that figures are made of. */
export function askOf(raw: BannerSource, rule: DisclosureRule, tools: GateTools): (tables: readonly CountTable[]) => AskedBanner {
  return (tables) => {
    const { input, order } = bannerInput({ ...raw, columnFrames: [] }, tables);
    return { input, order, released: protect(input, { rule, frame: null, isExclusive: true }, tools) };
  };
}

/** The bases are those of a table without rows; each line's answers are asked about by themselves, and its figures go with them. */
function gateSummary(raw: RawTable, rule: DisclosureRule, tools: GateTools): GatedTable {
  const ask = askOf(raw, rule, tools);
  const { released: banner, order } = ask(raw.tables);
  const bases = basesOf(banner, order);
  const columnBases = bases.map(releasedBase);
  const cells = summaryCells(raw, { rule, bases: columnBases, ask, tools });
  return {
    cells,
    rowBases: raw.rows.map(() => null),
    columnBases,
    emptyColumns: emptyIn(bases),
    hiddenCount: cells.flat().filter(({ state }) => state === 'hidden').length,
    findings: banner.audit.findings.length,
    sameAnswers: 0,
    asked: null,
  };
}

/** The one way from counts to printed figures. */
export function gate(raw: RawTable, rule: DisclosureRule, tools: GateTools = {}): GatedTable {
  if (raw.definition.kind === 'likert') return gateBattery(raw, rule);
  return raw.summary === undefined ? gateTable(raw, rule, tools) : gateSummary(raw, rule, tools);
}
