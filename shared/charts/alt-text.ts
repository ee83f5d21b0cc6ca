import { percentOf } from '../statistics/index.ts';
import type { ReleasedExhibit } from '../model/exhibit.ts';
import { chartTypeOf, type ChartType } from './chart-type.ts';
import { sentences } from './exhibit-notes.ts';
import { baseText, percentText } from './figure-text.ts';
import { isFullyShown, welcomeColumns } from './likert-order.ts';

/** A message by id and parameters, to be put into words by whoever holds the catalogue. */
export interface AltText {
  readonly id: `charts.alt.${ChartType}`;
  readonly params: Readonly<Record<string, string | number>>;
}

interface Candidate {
  readonly label: string;
  readonly percent: number;
}

/** Items by their welcome share; only items without a hidden answer have one. */
function likertCandidates(exhibit: ReleasedExhibit): Candidate[] {
  const columns = welcomeColumns(exhibit);
  if (columns.length === 0) return [];
  const names = columns.map((at) => exhibit.columns[at]?.label ?? '').join(', ');
  return exhibit.rows.flatMap((row) => {
    const n = row.base?.n ?? 0;
    if (!isFullyShown(row) || n === 0) return [];
    const count = columns.reduce((sum, at) => sum + (row.cells[at]?.state === 'shown' ? row.cells[at].count : 0), 0);
    return [{ label: `${row.label} (${names})`, percent: percentOf(Math.min(count, n), n, exhibit.decimals) }];
  });
}

function cellCandidates(exhibit: ReleasedExhibit): Candidate[] {
  const single = exhibit.columns.length === 1;
  return exhibit.rows.flatMap((row) =>
    row.cells.flatMap((cell, at) => {
      if (cell.state !== 'shown') return [];
      return [{ label: single ? row.label : `${row.label}, ${exhibit.columns[at]?.label ?? ''}`, percent: cell.percent }];
    }),
  );
}

/** "57", or "55–57" when the items have different bases; empty when no base is large enough for figures. */
function basesText(exhibit: ReleasedExhibit): string {
  const bases = exhibit.kind === 'likert' ? exhibit.rows.map((row) => row.base) : [exhibit.columns[0]?.base ?? null];
  const shown = bases.flatMap((base) => (base === null || base.n === null || base.rule === 'words' ? [] : [base.n]));
  if (shown.length === 0) return '';
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const text = (n: number) => baseText({ n, rule: 'normal' }, exhibit.language);
  return least === most ? text(least) : `${text(least)}–${text(most)}`;
}

/**
 * The chart in words: kind, finding, highest and lowest value, base, hidden figures. Made of released numbers only;
 * the share of an item is the sum of its welcome answers over its base.
 */
export function altTextOf(exhibit: ReleasedExhibit): AltText {
  const found = exhibit.kind === 'likert' ? likertCandidates(exhibit) : cellCandidates(exhibit);
  const top = found.reduce<Candidate | null>((best, each) => (best === null || each.percent > best.percent ? each : best), null);
  const bottom = found.reduce<Candidate | null>((best, each) => (best === null || each.percent < best.percent ? each : best), null);
  const n = basesText(exhibit);
  const hasExtremes = top !== null && bottom !== null && top.percent !== bottom.percent;
  return {
    id: `charts.alt.${chartTypeOf(exhibit)}`,
    params: {
      title: sentences([exhibit.title]),
      hasExtremes: hasExtremes ? 'yes' : 'no',
      top: top?.label ?? '',
      topPercent: top === null ? '' : percentText(top.percent, exhibit),
      bottom: bottom?.label ?? '',
      bottomPercent: bottom === null ? '' : percentText(bottom.percent, exhibit),
      hasBase: n === '' ? 'no' : 'yes',
      n,
      hidden: exhibit.rows.flatMap((row) => row.cells).filter((cell) => cell.state === 'hidden').length,
    },
  };
}
