import { percentOf } from '../statistics/index.ts';
import { hiddenNumbers, type ReleasedExhibit } from '../model/exhibit.ts';
import { asBattery } from './battery.ts';
import { chartRows, columnName, figuresOf, groupColumns, isAll } from './chart-figures.ts';
import { sentences } from './exhibit-notes.ts';
import { baseText, percentText } from './figure-text.ts';
import { isFullyShown, welcomeColumns } from './likert-order.ts';

/** A message by id and parameters, to be put into words by whoever holds the catalogue; the kind of chart is added there. */
export interface AltText {
  readonly id: 'charts.alt.text';
  readonly params: Readonly<Record<string, string | number>>;
}

interface Candidate {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

/** Items by their welcome share; only items without a hidden answer have one. */
function likertCandidates(exhibit: ReleasedExhibit): Candidate[] {
  const battery = asBattery(exhibit);
  if (battery === null) return [];
  const columns = welcomeColumns(battery);
  if (columns.length === 0) return [];
  const names = columns.map((at) => battery.columns[at]?.label ?? '').join(', ');
  return battery.rows.flatMap((row) => {
    const n = row.base?.n ?? 0;
    if (!isFullyShown(row) || n === 0 || exhibit.weighting !== undefined) return [];
    const count = columns.reduce((sum, at) => sum + (row.cells[at]?.state === 'shown' ? row.cells[at].count : 0), 0);
    const value = percentOf(Math.min(count, n), n, exhibit.decimals);
    return [{ label: `${row.label} (${names})`, value, text: percentText(value, exhibit) }];
  });
}

function cellCandidates(exhibit: ReleasedExhibit): Candidate[] {
  const single = exhibit.columns.length === 1;
  const figure = figuresOf(exhibit, { range: '' });
  return chartRows(exhibit).flatMap((row) =>
    row.cells.flatMap((cell, at) => {
      const found = figure(cell);
      if (found === null) return [];
      const label = single ? row.label : `${row.label}, ${columnName(exhibit, at)}`;
      return [{ label, value: found.value, text: found.text }];
    }),
  );
}

/** Whether an item's welcome answers are in print although others of its answers are hidden: then the highest of the rest is not the highest. */
function hasHalfShown(exhibit: ReleasedExhibit): boolean {
  const battery = asBattery(exhibit);
  if (battery === null) return false;
  const columns = welcomeColumns(battery);
  return battery.rows.some((row) => !isFullyShown(row) && columns.length > 0 && columns.every((at) => row.cells[at]?.state === 'shown'));
}

/** "57", or "55–57" when the items have different bases; empty when no base is large enough for figures. */
function basesText(exhibit: ReleasedExhibit): string {
  const { columns, rows, kind } = exhibit;
  const first = columns[0];
  const groups = first !== undefined && isAll(first) ? [first] : groupColumns(exhibit).flatMap((at) => columns[at] ?? []);
  const bases = (kind === 'likert' ? rows : groups).map(({ base }) => base);
  const shown = bases.flatMap((base) => (base === null || base.n === null || base.rule === 'words' ? [] : [base.n]));
  if (shown.length === 0) return '';
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const text = (n: number) => baseText({ n, rule: 'normal' }, exhibit.language);
  return least === most ? text(least) : `${text(least)}–${text(most)}`;
}

/**
 * The chart in words: finding, highest and lowest value, base, hidden figures. Made of released numbers only;
 * the share of an item is the sum of its welcome answers over its base.
 */
export function altTextOf(exhibit: ReleasedExhibit): AltText {
  const welcome = exhibit.kind === 'likert' ? likertCandidates(exhibit) : [];
  const found = exhibit.kind === 'likert' && exhibit.scale?.welcomeEnd != null ? welcome : cellCandidates(exhibit);
  const top = found.reduce<Candidate | null>((best, each) => (best === null || each.value > best.value ? each : best), null);
  const bottom = found.reduce<Candidate | null>((best, each) => (best === null || each.value < best.value ? each : best), null);
  const n = basesText(exhibit);
  const isComplete = exhibit.kind !== 'likert' || !hasHalfShown(exhibit);
  const hasExtremes = isComplete && top !== null && bottom !== null && top.value !== bottom.value;
  return {
    id: 'charts.alt.text',
    params: {
      title: sentences([exhibit.title]),
      hasExtremes: hasExtremes ? 'yes' : 'no',
      top: top?.label ?? '',
      topValue: top?.text ?? '',
      bottom: bottom?.label ?? '',
      bottomValue: bottom?.text ?? '',
      hasBase: n === '' ? 'no' : 'yes',
      n,
      hidden: hiddenNumbers(exhibit),
    },
  };
}
