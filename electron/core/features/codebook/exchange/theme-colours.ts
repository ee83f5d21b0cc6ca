/**
 * The palette's colours of branches in light mode, by index from 1, as `--theme-1…12` of renderer/styles/tokens.css (a test holds them
 * together). Other programs know colours, not palettes.
 */
const palette = [
  '#952c46',
  '#b68103',
  '#5f4202',
  '#4d7800',
  '#6f825c',
  '#066370',
  '#588be0',
  '#2f2f6a',
  '#654199',
  '#9782a8',
  '#9e5cad',
  '#5c1d3f',
] as const;

/** A colour of the palette as `#RRGGBB`. */
export function hexOf(colour: number): string {
  return palette[colour - 1] ?? palette[0];
}

/** A colour as REFI-QDA writes it, as red, green and blue of 0 to 255; null when it is none. */
function channels(hex: string): [number, number, number] | null {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/iu.exec(hex.trim())?.[1];
  if (digits === undefined) return null;
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return [Number.parseInt(full.slice(0, 2), 16), Number.parseInt(full.slice(2, 4), 16), Number.parseInt(full.slice(4), 16)];
}

/** The colour of the palette nearest to one of another program, and whether it is that very one; null when it is no colour. */
export function nearestColour(hex: string): { colour: number; isExact: boolean } | null {
  const wanted = channels(hex);
  if (wanted === null) return null;
  const distances = palette.map((one) => {
    const own = channels(one) ?? [0, 0, 0];
    return own.reduce((sum, channel, at) => sum + (channel - (wanted[at] ?? 0)) ** 2, 0);
  });
  const least = Math.min(...distances);
  return { colour: distances.indexOf(least) + 1, isExact: least === 0 };
}
