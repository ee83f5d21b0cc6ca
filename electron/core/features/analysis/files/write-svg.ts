import {
  chartPalettes,
  exhibitChart,
  toSvgString,
  type ChartType,
  type ExhibitWords,
  type PaletteName,
} from '../../../../../shared/charts/index.ts';
import type { ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { assertAudited } from './assert-audited.ts';

export interface ChartFileOptions {
  /** `light` unless the paper has no colour. */
  readonly palette: PaletteName;
  /** Px at 96 per inch; 680 px is the text width of an A4 page with ordinary margins. */
  readonly width: number;
  readonly neutral?: 'split' | 'side';
  /** The best for the exhibit when left out. */
  readonly chart?: ChartType;
}

/** The chart with title, notes and source as an SVG document. @throws Error when the audit is not ok */
export function svgSource(exhibit: ReleasedExhibit, words: ExhibitWords, options: ChartFileOptions): string {
  assertAudited(exhibit);
  const chart = exhibitChart(exhibit, { ...options, words, palette: chartPalettes[options.palette], frame: 'file' });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toSvgString(chart)}\n`;
}

/** The same as a file. @throws Error when the audit is not ok */
export function writeSvg(exhibit: ReleasedExhibit, words: ExhibitWords, options: ChartFileOptions): Uint8Array {
  return new TextEncoder().encode(svgSource(exhibit, words, options));
}
