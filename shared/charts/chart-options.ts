import type { ChartType } from './chart-type.ts';
import type { ChartPalette } from './palette.ts';
import type { SvgNode } from './svg-node.ts';
import type { WaveHints } from './waves.ts';
import type { ExhibitWords } from './words.ts';

/** What every picture needs, whatever it shows. */
export interface FrameOptions {
  readonly palette: ChartPalette;
  /** Width in px; less than 360 is drawn as 360. */
  readonly width: number;
  /** `file` has ground, title, notes and source inside the picture; on `screen` the page shows them as text. */
  readonly frame: 'file' | 'screen';
  /** Start of the ids inside the picture; must differ between charts on one page. */
  readonly idPrefix?: string;
}

export interface ChartOptions extends FrameOptions {
  readonly words: ExhibitWords;
  /** One of `chartsFor`; the best one when left out or when it does not suit the exhibit. */
  readonly chart?: ChartType;
  /** Neutral answers split over the zero line, or on a line of their own at the right. */
  readonly neutral?: 'split' | 'side';
  /** Where the columns are waves: who is linked, and where figures cannot be joined. */
  readonly waves?: WaveHints;
  /** Key of the row that carries the selection band. */
  readonly selectedRow?: string | null;
}

/** The drawing without its frame, with the origin at the top left. */
export interface ChartPart {
  readonly height: number;
  readonly defs: readonly SvgNode[];
  readonly body: readonly SvgNode[];
}

/** Ground and room of a drawing. */
export interface Canvas {
  readonly palette: ChartPalette;
  readonly width: number;
  readonly idPrefix: string;
}

/** What a drawing function gets: the options, resolved, and the width inside the frame. */
export interface DrawingArea extends Canvas {
  readonly words: ExhibitWords;
  readonly chart: ChartType;
  readonly neutral: 'split' | 'side';
  readonly waves: WaveHints;
  readonly selectedRow: string | null;
}
