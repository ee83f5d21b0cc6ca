import type { InsideView } from '../../../../shared/contract/analysis.ts';
import { localised } from '../../../../shared/model/text.ts';
import { percentOf } from '../../../../shared/statistics/index.ts';
import { missingReasons } from '../../analysis/stored-answers.ts';
import { wordsIn } from '../../words.ts';
import type { RawTable } from './raw-table.ts';
import type { MadeExhibit } from './release-exhibit.ts';

/** Counts of a row as printed: of a battery its answers, else "Alle" and the groups of every part. */
function countsOf({ definition, tables, parts, summary }: RawTable, row: number): readonly number[] {
  const [first] = tables;
  if (summary !== undefined) return summary.items[row]?.columns.map(({ n }) => n) ?? [];
  if (definition.kind === 'likert') return tables[row]?.rowTotals ?? [];
  return [first?.rowTotals[row] ?? 0, ...parts.flatMap((_, part) => tables[part]?.counts[row] ?? [])];
}

/** Why the rest of a column's records have no answer. */
function missingIn({ missingByColumn }: RawTable, column: number): Pick<InsideView['columns'][number], 'missing'> {
  const counts = missingByColumn?.[column];
  if (counts === undefined) return {};
  return { missing: missingReasons.flatMap((reason, at) => ((counts[at] ?? 0) > 0 ? [{ reason, count: counts[at] ?? 0 }] : [])) };
}

/** The counts as they are, with a mark on every cell that would not be printed. */
export function insideView({ raw, gated }: MadeExhibit): InsideView {
  const { definition, tables } = raw;
  const words = wordsIn(definition.language);
  const isBattery = definition.kind === 'likert';
  const bases = [tables[0]?.total ?? 0, ...raw.parts.flatMap((_, part) => tables[part]?.columnTotals ?? [])];
  return {
    state: 'inside',
    columns: raw.columns.map(({ key, label, headings }, at) => ({
      key,
      label: label === null ? words('analysis.file.all') : localised(label, definition.language),
      ...(headings === undefined ? {} : { headings: headings.map((heading) => localised(heading, definition.language)) }),
      n: isBattery ? null : (bases[at] ?? 0),
      ...missingIn(raw, at),
    })),
    rows: raw.rows.map(({ key, label, indent }, row) => {
      const n = isBattery ? (tables[row]?.total ?? 0) : null;
      return {
        key,
        label: localised(label, definition.language),
        indent,
        n,
        cells: countsOf(raw, row).map((count, column) => {
          const base = n ?? bases[column] ?? 0;
          const { state } = gated.cells[row]?.[column] ?? {};
          const percent = base === 0 || raw.summary !== undefined ? null : percentOf(count, base);
          return { count, percent, isMarked: state !== 'shown' && state !== 'figure' };
        }),
      };
    }),
    missing: raw.missing.map(({ item, reason, count }) => ({ item, reason, count })),
    persons: raw.persons,
  };
}
