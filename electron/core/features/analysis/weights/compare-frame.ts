import type { ComparedLine, FrameComparison } from '../../../../../shared/contract/analysis-weights.ts';
import { protectTable, type DisclosureRule, type ProtectedCell } from '../../../../../shared/disclosure/index.ts';
import { percentOf } from '../../../../../shared/statistics/index.ts';
import type { SampledMargin } from './margins.ts';

function linePart(cell: ProtectedCell | undefined): Pick<ComparedLine, 'persons' | 'percent' | 'low' | 'high'> {
  if (cell?.state !== 'shown') return { persons: null, percent: null, low: null, high: null };
  return { persons: cell.count, percent: Math.round(cell.percent), low: Math.round(cell.low), high: Math.round(cell.high) };
}

/** Who answered, beside the frame: one margin as a table, protected as any other. */
export function compareFrame({ margin, places }: SampledMargin, rule: DisclosureRule): FrameComparison {
  const counts = [...margin.counts.map(() => 0), 0];
  for (const place of places) if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  // Answers the frame has no number for are a line only when somebody gave them.
  const used = counts.at(-1) === 0 ? counts.slice(0, -1) : counts;
  const n = used.reduce((sum, count) => sum + count, 0);
  const released = protectTable({ counts: used.map((count) => [count]), rowTotals: used, columnTotals: [n], total: n }, rule);
  const frame = margin.counts.reduce((sum, { count }) => sum + count, 0);
  return {
    by: margin.by,
    n: released.columns[0]?.base ?? null,
    lines: used.map((_, at) => {
      const line = margin.counts[at];
      return {
        keys: line?.keys ?? [],
        ...linePart(released.audit.ok ? released.cells[at]?.[0] : undefined),
        frame: line?.count ?? 0,
        framePercent: frame === 0 ? 0 : Math.round(percentOf(line?.count ?? 0, frame)),
      };
    }),
  };
}
