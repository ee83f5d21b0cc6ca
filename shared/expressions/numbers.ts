/** A number in digits alone, never with an exponent, as XPath writes numbers: 1e21 is 1000000000000000000000. */
export function plainNumber(value: number): string {
  const short = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/u.exec(short);
  if (match === null) return short;
  const [, sign = '', first = '', rest = '', exponent = ''] = match;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

/** Reads a number as XPath writes it, blanks around it allowed; null where it is none. */
export function readNumber(text: string): number | null {
  if (!/^\s*-?(?:\d+(?:\.\d*)?|\.\d+)\s*$/u.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** The number, or missing where it is none or without bounds: nothing that cannot be worked out counts as an answer. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}

/** Rounds half upwards (XPath's round) to some decimals; negative `decimals` round to tens, hundreds and so on. */
export function rounded(value: number, decimals = 0): number | null {
  const places = Math.trunc(decimals);
  if (Math.abs(places) > 15) return places > 0 ? value : 0;
  // Moving the point in the text, not by multiplying: 1.005 has no exact double.
  const moved = moved10(value, places);
  return finite(moved10(Math.round(moved), -places));
}

function moved10(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** How many decimals a number has as it is written shortest. */
export function decimalsOf(value: number): number {
  const point = plainNumber(value).indexOf('.');
  return point === -1 ? 0 : plainNumber(value).length - point - 1;
}
