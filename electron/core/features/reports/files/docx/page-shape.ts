/** A page upright, in twentieths of a point. */
export interface PageShape {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
    readonly header: number;
    readonly footer: number;
  };
}

/** A4 with margins of 2.5 cm at the sides. */
export const a4: PageShape = {
  width: 11906,
  height: 16838,
  margin: { top: 1304, right: 1417, bottom: 1247, left: 1417, header: 709, footer: 624 },
};

/** Width of the text, upright and on a turned page: turned, the page has its sides' margins at its sides all the same. */
export function textWidths({ width, height, margin }: PageShape): { readonly upright: number; readonly turned: number } {
  return { upright: width - margin.left - margin.right, turned: height - margin.left - margin.right };
}

/** Px at 96 dots per inch. */
export function inPixels(twips: number): number {
  return Math.floor(twips / 15);
}
