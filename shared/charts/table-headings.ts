import type { ExhibitColumn } from '../model/exhibit.ts';

/** A heading over one or several neighbouring columns; without words over those that have none at this height. */
export interface Heading {
  readonly key: string;
  readonly label: string;
  readonly span: number;
}

/**
 * The merged headings of a banner, outermost first. Neighbours share a heading when they have the same one and the same above it; a column with
 * fewer headings has empty ones at the top.
 */
export function headingRows(columns: readonly Pick<ExhibitColumn, 'key' | 'headings'>[]): readonly (readonly Heading[])[] {
  const height = Math.max(0, ...columns.map(({ headings = [] }) => headings.length));
  const padded = columns.map(({ headings = [] }) => [...Array<string>(height - headings.length).fill(''), ...headings]);
  return Array.from({ length: height }, (_, level) => {
    const made: Heading[] = [];
    let above = '';
    for (const [at, column] of columns.entries()) {
      const path = (padded[at] ?? []).slice(0, level + 1).join('\u0000');
      const last = made.at(-1);
      if (last !== undefined && path === above) made[made.length - 1] = { ...last, span: last.span + 1 };
      else made.push({ key: column.key, label: padded[at]?.[level] ?? '', span: 1 });
      above = path;
    }
    return made;
  });
}
