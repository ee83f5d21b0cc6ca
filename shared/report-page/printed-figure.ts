import {
  chartNotes,
  chartTypes,
  chosenChart,
  exhibitWords,
  generalNotes,
  sourceLine,
  symbolNotes,
  waveHintsOf,
  type ChartFormat,
  type ChartType,
  type ExhibitWords,
} from '../charts/index.ts';
import { sentences } from '../charts/exhibit-notes.ts';
import type { ReleasedExhibit } from '../model/exhibit.ts';

/** The chart of an exhibit and the words around it, for the screen and for every file of a report. */
export interface PrintedFigure {
  /** The chart asked for where it suits the exhibit, else the best one. */
  readonly chart: ChartType;
  readonly title: string;
  /** Question, measure, base and selection. */
  readonly subtitle: string;
  readonly words: ExhibitWords;
  /** What holds for all of it. */
  readonly general: readonly string[];
  /** How to read the chart's marks. */
  readonly marks: readonly string[];
  /** What stands where there is no figure. */
  readonly symbols: readonly string[];
  /** The source with the release. */
  readonly source: string;
}

/** The chart of a released exhibit as print has it. Reads nothing but the exhibit. @param asked a chart type; another one, or null, asks for none */
export function printedFigure(exhibit: ReleasedExhibit, asked: string | null, format: ChartFormat): PrintedFigure {
  const words = exhibitWords(exhibit, format);
  const waves = waveHintsOf(exhibit);
  const chart = chosenChart(
    exhibit,
    chartTypes.find((type) => type === asked),
    waves,
  );
  return {
    chart,
    title: exhibit.title,
    subtitle: sentences([exhibit.subtitle, exhibit.filter ?? '']),
    words,
    general: generalNotes(exhibit, words),
    marks: chartNotes(exhibit, words, { chart, waves }),
    symbols: symbolNotes(exhibit, words),
    source: sourceLine(exhibit, words),
  };
}
