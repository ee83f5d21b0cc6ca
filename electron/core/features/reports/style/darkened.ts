/** Contrast that text needs on its ground (WCAG 2.2, 1.4.3). */
const enough = 4.5;

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** Contrast of a colour with white, 1–21 (WCAG 2.2, relative luminance). */
export function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** The colour, or the lightest darker one of the same hue that headings on white can be read in. @param color #rrggbb */
export function darkened(color: string): string {
  for (let share = 100; share > 0; share -= 2) {
    const darker = `#${channels(color)
      .map((value) =>
        Math.round((value * share) / 100)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if (contrastWithWhite(darker) >= enough) return darker;
  }
  return '#000000';
}
