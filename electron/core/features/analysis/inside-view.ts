import type { InsideView } from '../../../../shared/contract/analysis.ts';
import { localised } from '../../../../shared/model/text.ts';
import { percentOf } from '../../../../shared/statistics/index.ts';
import { wordsIn } from '../../words.ts';
import type { MadeExhibit } from './release-exhibit.ts';

/** The counts as they are, with a mark on every cell that would not be printed. */
export function insideView({ raw, gated }: MadeExhibit): InsideView {
  const { definition } = raw;
  const words = wordsIn(definition.language);
  const isBattery = definition.kind === 'likert';
  const [first] = raw.tables;
  const bases = raw.columns.length === 1 ? (first?.columnTotals ?? []) : [first?.total ?? 0, ...(first?.columnTotals ?? [])];
  return {
    state: 'inside',
    columns: raw.columns.map(({ key, label }, at) => ({
      key,
      label: label === null ? words('analysis.file.all') : localised(label, definition.language),
      n: isBattery ? null : (bases[at] ?? 0),
    })),
    rows: raw.rows.map(({ key, label, indent }, row) => {
      const n = isBattery ? (raw.tables[row]?.total ?? 0) : null;
      const counts = isBattery
        ? (raw.tables[row]?.rowTotals ?? [])
        : raw.columns.length === 1
          ? [first?.rowTotals[row] ?? 0]
          : [first?.rowTotals[row] ?? 0, ...(first?.counts[row] ?? [])];
      return {
        key,
        label: localised(label, definition.language),
        indent,
        n,
        cells: counts.map((count, column) => {
          const base = n ?? bases[column] ?? 0;
          return { count, percent: base === 0 ? null : percentOf(count, base), isMarked: gated.cells[row]?.[column]?.state !== 'shown' };
        }),
      };
    }),
    missing: raw.missing.map(({ item, reason, count }) => ({ item, reason, count })),
    persons: raw.persons,
  };
}
