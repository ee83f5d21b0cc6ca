/** Relative luminance of a colour "#rrggbb" (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How a colour stands out on white paper: 1 for white, 21 for black (WCAG 2.2, contrast ratio). */
export function contrastOnWhite(hex: string): number {
  return 1.05 / (luminance(hex) + 0.05);
}

/** What headings need to be read. */
export const leastContrast = 4.5;

/** A colour as it may be kept: "#rrggbb" in small letters. Null for anything else. */
export function colourOf(typed: string): string | null {
  const hex = typed.trim().toLowerCase().replace(/^#?/u, '#');
  if (/^#[0-9a-f]{6}$/u.test(hex)) return hex;
  return /^#[0-9a-f]{3}$/u.test(hex) ? `#${hex.slice(1).replaceAll(/./gu, '$&$&')}` : null;
}
