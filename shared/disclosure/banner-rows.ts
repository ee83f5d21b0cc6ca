import type { BannerInput, BannerPart, PublishedColumn } from './banner-types.ts';

/** One answer of several possible ones as a banner of yes and no. */
export function yesNoBanner(input: BannerInput, row: number): BannerInput {
  const yes = input.rowTotals[row] ?? 0;
  const { persons, cross = [], published = [] } = input;
  return {
    rowTotals: [yes, input.total - yes],
    total: input.total,
    parts: input.parts.map((part) => yesNoPart(part, row)),
    cross: cross.filter((combination) => combination.row === row).map((combination) => ({ ...combination, row: 0 })),
    published: published.map((column) => yesNoColumn(column, row)),
    ...(persons === undefined
      ? {}
      : {
          persons: {
            rowTotals: [persons.rowTotals[row] ?? 0, persons.outsideTotals[row] ?? 0],
            outsideTotals: [persons.outsideTotals[row] ?? 0, persons.rowTotals[row] ?? 0],
            total: persons.total,
          },
        }),
  };
}

function yesNoPart(part: BannerPart, row: number): BannerPart {
  const yes = part.counts[row] ?? [];
  const { persons } = part;
  const [having, lacking] = [persons?.counts[row] ?? [], persons?.outside[row] ?? []];
  return {
    ...part,
    counts: [yes, yes.map((count, column) => (part.columnTotals[column] ?? 0) - count)],
    ...(persons === undefined ? {} : { persons: { ...persons, counts: [having, lacking], outside: [lacking, having] } }),
  };
}

function yesNoColumn(column: PublishedColumn, row: number): PublishedColumn {
  const yes = column.counts[row] ?? 0;
  const isShown = column.shown[row] === true;
  return { ...column, counts: [yes, column.base - yes], shown: [isShown, isShown && column.baseShown] };
}
