import { baseOf, type ExhibitColumn, type ReleasedCell, type ReleasedExhibit } from '../model/exhibit.ts';
import { figuresOf, groupColumns, type ChartFigure } from './chart-figures.ts';
import type { DrawingArea } from './chart-options.ts';
import { markerShapes, type MarkerShape } from './markers.ts';

export interface WavePoint {
  readonly cell: ReleasedCell | undefined;
  /** Null where there is no figure. */
  readonly figure: ChartFigure | null;
  readonly isLow: boolean;
}

/** A row of the table followed through the waves. */
export interface WaveSeries {
  readonly key: string;
  readonly label: string;
  readonly points: readonly WavePoint[];
  readonly colour: string;
  readonly shape: MarkerShape;
}

export interface WaveData {
  readonly columns: readonly ExhibitColumn[];
  readonly series: readonly WaveSeries[];
  readonly figures: readonly ChartFigure[];
  /** True at a wave that cannot be joined to the one before. */
  readonly isBroken: (at: number) => boolean;
  readonly isLinked: boolean;
  /** False where each series has a small plot of its own. */
  readonly isTogether: boolean;
}

/** More series than this are drawn one by one: their intervals could not be told apart. */
const most = { slope: 5, lines: 3, waves: 6 } as const;

/** True when the series share one plot. */
function isTogether(series: number, waves: number): boolean {
  return waves <= 2 ? series <= most.slope : series <= (waves > most.waves ? most.lines - 1 : most.lines);
}

/** The waves of an exhibit, without "Alle", and its rows as series. */
export function waveData(exhibit: ReleasedExhibit, { words, palette, waves }: DrawingArea): WaveData {
  const places = groupColumns(exhibit);
  const figure = figuresOf(exhibit, words);
  const columns = places.flatMap((at) => exhibit.columns[at] ?? []);
  const inOne = isTogether(exhibit.rows.length, columns.length);
  const isAlone = exhibit.rows.length === 1 || !inOne;
  const series = exhibit.rows.map((row, index) => ({
    key: row.key,
    label: row.label,
    points: places.map((at) => {
      const cell = row.cells[at];
      const column = exhibit.columns[at];
      return { cell, figure: figure(cell), isLow: column !== undefined && baseOf(row, column)?.rule === 'low' };
    }),
    colour: isAlone ? palette.accent : (palette.lines5[index % palette.lines5.length] ?? palette.accent),
    shape: isAlone ? ('circle' as const) : (markerShapes[index % markerShapes.length] ?? 'circle'),
  }));
  const breaks = new Set(waves.breaks ?? []);
  return {
    columns,
    series,
    figures: series.flatMap(({ points }) => points.flatMap((point) => point.figure ?? [])),
    isBroken: (at) => breaks.has(at),
    isLinked: waves.linked === true,
    isTogether: inOne,
  };
}
