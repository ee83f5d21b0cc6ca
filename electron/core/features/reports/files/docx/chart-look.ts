import type { ChartRunOptions } from 'docx/charts';
import { chartPalettes, type ChartPalette, type ChartType, type ExhibitWords } from '../../../../../../shared/charts/index.ts';
import { baseText } from '../../../../../../shared/charts/figure-text.ts';
import type { HouseStyle } from '../../../../../../shared/contract/reports-style.ts';
import type { ReleasedBase, ReleasedCell, ReleasedExhibit } from '../../../../../../shared/model/exhibit.ts';
import { oneLine } from './word-text.ts';

/** What a chart is drawn from. */
export interface ChartGround {
  readonly exhibit: ReleasedExhibit;
  readonly words: ExhibitWords;
  readonly chart: ChartType;
  readonly style: HouseStyle;
  /** Px at 96 per inch. */
  readonly width: number;
}

/** A native chart, and the key that stands over it where the chart's own would be in the wrong order. */
export interface NativeChart {
  readonly options: ChartRunOptions;
  readonly key: readonly { readonly label: string; readonly colour: string }[];
}

/** The colours of files, with the house's own where one colour is enough. */
export function paletteOf({ accent }: HouseStyle): ChartPalette {
  return { ...chartPalettes.light, accent };
}

/** A colour as Word writes it. */
export function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}

/** A figure stands in every part of a bar of at least so many per cent. */
export const leastLabelled = 6;

/** What every chart has: the house's font, no frame, no ground, alternative text. */
export function lookOf({ words, chart, style, width }: ChartGround, height: number) {
  const palette = paletteOf(style);
  return {
    font: { name: style.headingFont, color: hex(palette.text2) },
    chartArea: { fill: 'none', border: 'none' },
    transformation: { width, height: Math.round(height) },
    altText: { name: '', description: oneLine(words.descriptions[chart]) },
  } as const;
}

/** "Blir du hørt? (n = 57)"; with the sign of what is not shown where there is no figure. */
export function categoryOf(label: string, base: ReleasedBase | null, sign: string, { exhibit, words }: ChartGround): string {
  const n = base === null ? '' : ` (${words.n} = ${baseText(base, exhibit.language)})`;
  return oneLine(`${label}${n}${sign === '' ? '' : `  ${sign}`}`);
}

/** The share of a cell that shows one. */
export function percentIn(cell: ReleasedCell | undefined): number | null {
  return cell?.state === 'shown' ? cell.percent : null;
}
