/** A font beside what is known of Source Sans 3: how much wider it is, and how high its lines are for each of its size. */
interface FontMeasure {
  readonly width: number;
  readonly line: number;
}

const measures: Readonly<Record<string, FontMeasure>> = {
  Calibri: { width: 1, line: 1.22 },
  Cambria: { width: 1.09, line: 1.17 },
  Arial: { width: 1.1, line: 1.15 },
  Georgia: { width: 1.15, line: 1.14 },
  'Times New Roman': { width: 1.01, line: 1.15 },
  Verdana: { width: 1.3, line: 1.22 },
  Aptos: { width: 1.1, line: 1.28 },
  'Source Sans 3': { width: 1, line: 1.26 },
  'Source Serif 4': { width: 1.1, line: 1.25 },
};

/** The measure of a font; one that nobody knows is like most. */
export function fontMeasure(font: string): FontMeasure {
  return measures[font] ?? { width: 1.08, line: 1.2 };
}
