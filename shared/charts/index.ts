export { altTextOf, type AltText } from './alt-text.ts';
export type { ChartOptions } from './chart-options.ts';
export { chartTypeOf, type ChartType } from './chart-type.ts';
export { exhibitChart } from './exhibit-chart.ts';
export { chartNotes, generalNotes, sourceLine, symbolNotes } from './exhibit-notes.ts';
export { baseText, intervalText, numberText, percentText } from './figure-text.ts';
export { chartPalettes, type ChartPalette, type PaletteName } from './palette.ts';
export { toSvgString, type SvgNode } from './svg-node.ts';
export { exhibitWords, type ChartFormat, type ChartMessageId, type ExhibitWords } from './words.ts';
