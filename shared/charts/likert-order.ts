import type { ExhibitRow, ReleasedExhibit } from '../model/exhibit.ts';
import type { Battery, BatteryRow } from './battery.ts';

/** True when every answer of an item may be seen. One hidden answer takes the item's bar and net with it. */
export function isFullyShown(row: ExhibitRow): boolean {
  return row.cells.every((cell) => cell.state === 'shown');
}

/** The answer in the middle of a scale with two directions; null when there is none. */
export function neutralColumn({ columns, scale }: ReleasedExhibit): number | null {
  if (scale === null || scale.kind !== 'diverging') return null;
  if (scale.neutralIndex !== null) return scale.neutralIndex;
  return columns.length % 2 === 1 ? (columns.length - 1) / 2 : null;
}

/** Where the right half begins when the scale has no neutral answer; after the neutral answer otherwise. */
function firstHigh(exhibit: ReleasedExhibit): number {
  const neutral = neutralColumn(exhibit);
  return neutral === null ? exhibit.columns.length / 2 : neutral + 1;
}

/** Answers left of the middle and right of it. */
export function halves(exhibit: ReleasedExhibit): { readonly low: readonly number[]; readonly high: readonly number[] } {
  const all = exhibit.columns.map((_, at) => at);
  if (exhibit.scale?.kind !== 'diverging') return { low: [], high: all };
  const neutral = neutralColumn(exhibit);
  const start = firstHigh(exhibit);
  return { low: all.filter((at) => at < start && at !== neutral), high: all.filter((at) => at >= start) };
}

/** The answers that are good news: one half of a scale with two directions, the last of an ordered one, else none. */
export function welcomeColumns(exhibit: ReleasedExhibit): readonly number[] {
  const { scale } = exhibit;
  if (scale === null || scale.welcomeEnd === null) return [];
  if (scale.kind === 'diverging') return scale.welcomeEnd === 'high' ? halves(exhibit).high : halves(exhibit).low;
  if (scale.kind === 'sequential') return [scale.welcomeEnd === 'high' ? exhibit.columns.length - 1 : 0];
  return [];
}

/** Sum of the shares of a row's chosen answers. */
export function shareOf({ shares }: BatteryRow, columns: readonly number[]): number {
  return columns.reduce((sum, at) => sum + (shares[at] ?? 0), 0);
}

/** Welcome share minus unwelcome share, −1 to 1; for an ordered scale the welcome share alone. */
function netOf(row: BatteryRow, battery: Battery): number {
  const welcome = welcomeColumns(battery);
  const { low, high } = halves(battery);
  const unwelcome = battery.scale?.kind === 'diverging' ? (battery.scale.welcomeEnd === 'low' ? high : low) : [];
  return shareOf(row, welcome) - (welcome.length === 0 ? 0 : shareOf(row, unwelcome));
}

/** Items by net, the most welcome first, items with a hidden answer last; groups in their own order. */
export function rowsInOrder(battery: Battery): BatteryRow[] {
  if (!battery.isSorted) return battery.rows;
  const shown = battery.rows.filter(isFullyShown);
  const rest = battery.rows.filter((row) => !isFullyShown(row));
  return [...shown.toSorted((a, b) => netOf(b, battery) - netOf(a, battery)), ...rest];
}
