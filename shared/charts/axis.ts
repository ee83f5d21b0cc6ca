import type { ReleasedExhibit } from '../model/exhibit.ts';
import { unitOf, type ChartFigure, type FigureUnit } from './chart-figures.ts';
import { numberText, percentText } from './figure-text.ts';

/** A scale from `low` to `high` with its marks, in the unit of the figures. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/** A round step so that an axis over `span` has about `marks` marks; at least `least`. */
function roundStep(span: number, marks: number, least: number): number {
  const rough = Math.max(least, span / marks);
  const scale = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((times) => times * scale).find((step) => step >= rough - 1e-9) ?? 10 * scale;
}

/** Where an axis ends and how far its marks are apart. Shares, counts and indices start at zero; means and medians need not. */
function spanOf(unit: FigureUnit, lows: readonly number[], highs: readonly number[]): { low: number; high: number; step: number } {
  if (unit === 'count') {
    const step = roundStep(Math.max(1, ...highs), 5, 1);
    return { low: 0, high: Math.max(step, Math.ceil(Math.max(0, ...highs) / step) * step), step };
  }
  if (unit === 'mean' || unit === 'median') {
    if (highs.length === 0) return { low: 0, high: 1, step: 1 };
    const [least, most] = [Math.min(...lows), Math.max(...highs)];
    const step = roundStep(most - least, 5, 0.1);
    const low = Math.floor(least / step - 1e-9) * step;
    return { low, high: Math.max(low + step, Math.ceil(most / step + 1e-9) * step), step };
  }
  const low = unit === 'net' ? Math.floor(Math.min(0, ...lows) / 25) * 25 : 0;
  const high = Math.max(25, Math.ceil(Math.max(0, ...highs) / 25) * 25);
  return { low, high: unit === 'net' ? high : Math.min(100, high), step: high - low > 125 ? 50 : 25 };
}

function tickText(value: number, step: number, isLast: boolean, unit: FigureUnit, { language }: ReleasedExhibit): string {
  const decimals = step >= 1 ? 0 : 1;
  const text = numberText(Math.abs(value), decimals, language);
  if ((unit === 'percent' || unit === 'top2' || unit === 'bottom2') && isLast) return percentText(value, { decimals: 0, language });
  return value < 0 ? `\u2212${text}` : unit === 'net' && value > 0 ? `+${text}` : text;
}

/** The one scale that all figures of a chart share; no interval is cut. */
export function axisOf(
  exhibit: ReleasedExhibit,
  figures: readonly ChartFigure[],
  parts: { readonly hasIntervals: boolean; readonly isTight?: boolean },
): Axis {
  const unit = unitOf(exhibit);
  const lows = figures.map(({ value, low }) => (parts.hasIntervals ? Math.min(value, low ?? value) : value));
  const highs = figures.map(({ value, high }) => (parts.hasIntervals ? Math.max(value, high ?? value) : value));
  const { low, high, step } = spanOf(unit, lows, highs);
  // Bars with a figure each need no marks: the longest may take the room.
  if (parts.isTight === true) return { low: Math.min(0, ...lows), high: Math.max(unit === 'count' ? 1 : 25, ...highs), ticks: [] };
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor((high - first * step) / step + 1e-9) + 1;
  const ticks = Array.from({ length: count }, (_, at) => {
    const value = Math.round((first + at) * step * 1000) / 1000;
    return { value, text: tickText(value, step, at === count - 1, unit, exhibit) };
  });
  return { low, high, ticks };
}
