import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { DisclosureRule } from '../../../../shared/disclosure/index.ts';
import type { PercentOf, ReleasedBase, ReleasedCell } from '../../../../shared/model/exhibit.ts';
import { baseRule, clopperPearson, hypergeometricInterval, percentOf, wilson } from '../../../../shared/statistics/index.ts';
import type { GatedTable } from './gate.ts';
import { lowBase, type RawTable } from './raw-table.ts';

const hidden: ReleasedCell = { state: 'hidden' };

/** What the percentages are of. Batteries have a base per item, a single column has nothing to be a part of, and a summary has no shares. */
export function shareBase({ percent, kind, columns, banner }: ExhibitDefinition): PercentOf {
  const hasGroups = columns !== undefined || banner !== undefined;
  return hasGroups && kind !== 'summary' && (percent === 'row' || percent === 'total') ? percent : 'column';
}

interface Base {
  readonly n: number;
  readonly frame: number | null;
  readonly isExact: boolean;
}

function whole(limit: number): number {
  return Math.min(100, Math.max(0, Math.round(limit)));
}

/** A share of another base than that of the gate, from the same released count. */
function share(count: number, { n, frame, isExact }: Base): ReleasedCell {
  const option = frame === null || frame < n ? {} : { frame };
  if (!isExact) {
    const { low, high } = wilson(count, n, option);
    return { state: 'shown', count, percent: percentOf(count, n), low: whole(100 * low), high: whole(100 * high) };
  }
  const { low, high } = frame === null || frame < n ? clopperPearson(count, n) : hypergeometricInterval(count, n, frame);
  return { state: 'shown', count, percent: percentOf(count, n), low: whole(100 * low), high: whole(100 * high) };
}

function framesOf({ frames, columnFrames }: RawTable): (column: number) => number | null {
  return (column) => (column === 0 ? frames[0] : columnFrames[column - 1]) ?? null;
}

/** Percentages across: of everybody who gave the answer. Where their number is hidden or small, so is everything in the row. */
function acrossRows(gated: GatedTable, rule: DisclosureRule, isExact: boolean): GatedTable {
  const rowBases = gated.cells.map(([all]): ReleasedBase => {
    if (all?.state !== 'shown') return { n: null, rule: 'hidden' };
    const found = baseRule(all.count, { ...rule, lowBase });
    return found === 'hidden' ? { n: null, rule: 'hidden' } : { n: all.count, rule: found === 'empty' ? 'normal' : found };
  });
  const cells = gated.cells.map((line, row) => {
    const base = rowBases[row];
    return line.map((cell, column): ReleasedCell => {
      if (cell.state === 'missing') return cell;
      if (cell.state !== 'shown' || base?.n == null || base.rule === 'words') return hidden;
      if (base.n === 0) return { state: 'missing' };
      // The whole of which the others are parts.
      if (column === 0) return { state: 'shown', count: cell.count, percent: 100, low: null, high: null };
      return share(cell.count, { n: base.n, frame: null, isExact });
    });
  });
  return { ...gated, cells, rowBases };
}

function ofTotal(raw: RawTable, gated: GatedTable, isExact: boolean): GatedTable {
  const n = gated.columnBases[0]?.n ?? null;
  const frame = raw.frames[0] ?? null;
  const cells = gated.cells.map((line) =>
    line.map((cell): ReleasedCell => {
      if (cell.state === 'missing') return cell;
      return cell.state === 'shown' && n !== null && n > 0 ? share(cell.count, { n, frame, isExact }) : hidden;
    }),
  );
  return { ...gated, cells };
}

function exactInColumns(raw: RawTable, gated: GatedTable): GatedTable {
  const frameOf = framesOf(raw);
  const cells = gated.cells.map((line, row) =>
    line.map((cell, column): ReleasedCell => {
      const base = gated.rowBases[row] ?? gated.columnBases[column];
      if (cell.state !== 'shown' || base?.n == null || base.n === 0) return cell;
      const frame = gated.rowBases[row] === null ? frameOf(column) : (raw.frames[row] ?? null);
      return share(cell.count, { n: base.n, frame, isExact: true });
    }),
  );
  return { ...gated, cells };
}

/**
 * The same released counts as shares of the base that was asked for. What the gate hides stays hidden: a share of another base needs
 * both its count and that base. The intervals of rounds are as wide as their persons make them and stay as they are.
 */
export function withShares(raw: RawTable, gated: GatedTable, rule: DisclosureRule): GatedTable {
  const { definition, rounds, allPersons } = raw;
  const isExact = definition.intervals === 'exact' && rounds === null && allPersons === null;
  const base = shareBase(definition);
  if (base === 'row') return acrossRows(gated, rule, isExact);
  if (base === 'total') return ofTotal(raw, gated, isExact);
  return isExact && raw.summary === undefined ? exactInColumns(raw, gated) : gated;
}
