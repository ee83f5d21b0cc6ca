export { accumulationChart, type AccumulationFigure } from './accumulation-chart.ts';
export { altTextOf, type AltText } from './alt-text.ts';
export { chartRows } from './chart-figures.ts';
export type { ChartOptions, FrameOptions } from './chart-options.ts';
export { chartsFor, chartTypeOf, chartTypes, chosenChart, type ChartType } from './chart-type.ts';
export { exhibitChart } from './exhibit-chart.ts';
export { chartNotes, generalNotes, sourceLine, symbolNotes, type ChartAsked } from './exhibit-notes.ts';
export { baseText, dateText, intervalText, numberText, percentText } from './figure-text.ts';
export { funnelChart, funnelTable, funnelWords, type FunnelFigure, type FunnelWords } from './funnel-chart.ts';
export { chartPalettes, type ChartPalette, type PaletteName } from './palette.ts';
export type { PictureTexts, ReleasedCount } from './picture.ts';
export {
  funnelFigureOf,
  timelineFigureOf,
  togetherFigureOf,
  type PictureSource,
  type ReleasedFunnel,
  type ReleasedTogether,
  type TimelineMatter,
} from './picture-figures.ts';
export { toSvgString, withoutKeys, type SvgNode } from './svg-node.ts';
export { exhibitTable, type TableTwin } from './table-twin.ts';
export { headingRows, type Heading } from './table-headings.ts';
export { timelineChart } from './timeline-chart.ts';
export { timelineTable, timelineWords, type TimelineFigure, type TimelineWords } from './timeline-model.ts';
export { togetherChart, togetherTable, togetherWords, type TogetherFigure, type TogetherWords } from './together-chart.ts';
export { isByWave, waveHintsOf, type WaveHints } from './waves.ts';
export { exhibitWords, type ChartFormat, type ChartMessageId, type ExhibitWords } from './words.ts';
export { pText, testLines, testText, type TestFormat, type TestLine, type TestMessageId } from './test-lines.ts';
