import type { ChartPalette } from './palette.ts';
import type { SvgNode } from './svg-node.ts';
import type { ExhibitWords } from './words.ts';

export interface ChartOptions {
  readonly words: ExhibitWords;
  readonly palette: ChartPalette;
  /** Width in px; less than 360 is drawn as 360. */
  readonly width: number;
  /** `file` has ground, title, notes and source inside the picture; on `screen` the page shows them as text. */
  readonly frame: 'file' | 'screen';
  /** Neutral answers split over the zero line, or on a line of their own at the right. */
  readonly neutral?: 'split' | 'side';
  /** Start of the ids inside the picture; must differ between charts on one page. */
  readonly idPrefix?: string;
  /** Key of the row that carries the selection band. */
  readonly selectedRow?: string | null;
}

/** The drawing without its frame, with the origin at the top left. */
export interface ChartPart {
  readonly height: number;
  readonly defs: readonly SvgNode[];
  readonly body: readonly SvgNode[];
}

/** What a drawing function gets: the options, resolved, and the width inside the frame. */
export interface DrawingArea {
  readonly words: ExhibitWords;
  readonly palette: ChartPalette;
  readonly width: number;
  readonly neutral: 'split' | 'side';
  readonly idPrefix: string;
  readonly selectedRow: string | null;
}
