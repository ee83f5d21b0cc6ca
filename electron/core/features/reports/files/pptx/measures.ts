import { textWidth, wrapText } from '../../../../../../shared/charts/layout.ts';
import type { ReportFont } from '../../../../../../shared/contract/reports-style.ts';

/** A place on a slide in points: 13.33 × 7.5 inches are 960 × 540 of them. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const slideSize = { w: 960, h: 540 } as const;
/** English metric units in a point. */
const emuPerPoint = 12_700;

export function emu(points: number): number {
  return Math.round(points * emuPerPoint);
}

/** Where things stand on every slide. */
export const places = {
  title: { x: 44, y: 26, w: 872, h: 72 },
  under: { x: 44, y: 98, w: 872, h: 24 },
  body: { x: 44, y: 118, w: 872, h: 366 },
  exhibit: { x: 44, y: 126, w: 872, h: 306 },
  foot: { x: 44, y: 436, w: 872, h: 54 },
  footer: { x: 44, y: 502, w: 760, h: 22 },
  number: { x: 836, y: 502, w: 80, h: 22 },
} as const satisfies Record<string, Box>;

/**
 * How much wider than Source Sans 3 a font runs. A text is measured without the font, so the guess is a generous one; for a font that many readers lack it is
 * that of what stands in for it.
 */
const widths: Readonly<Record<ReportFont, number>> = {
  'Source Sans 3': 1.18,
  'Source Serif 4': 1.2,
  Calibri: 1.06,
  Cambria: 1.12,
  Aptos: 1.18,
  Arial: 1.16,
  Georgia: 1.18,
  'Times New Roman': 1.06,
  Verdana: 1.34,
};

/** Height of a line in sizes of its font, with room for fonts that stand higher. */
export const lineHeight = 1.22;

/** A way to measure texts of one font at a size in points. */
export interface Ruler {
  readonly linesOf: (text: string, width: number, size: number) => readonly string[];
  readonly widthOf: (text: string, size: number) => number;
}

export function rulerOf(font: ReportFont, weight: 400 | 600 = 400): Ruler {
  const factor = widths[font];
  return {
    linesOf: (text, width, size) => wrapText(text, width / factor, { size, weight }),
    widthOf: (text, size) => textWidth(text, { size, weight }) * factor,
  };
}

/** The largest of some sizes at which a text fits a box, the last of them where none does. */
export function sizeThatFits(text: string, box: Pick<Box, 'w' | 'h'>, sizes: readonly number[], ruler: Ruler): number {
  const fits = (size: number): boolean => ruler.linesOf(text, box.w, size).length * size * lineHeight <= box.h;
  return sizes.find(fits) ?? sizes.at(-1) ?? 12;
}
