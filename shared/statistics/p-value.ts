/** A p value ready for print: below the smallest that is written out, or a number with its decimals. */
export type PrintedP = { readonly below: number } | { readonly value: number; readonly decimals: number };

const LINE = 0.05;
const MOST_DECIMALS = 4;

/**
 * How a p value is printed: "< 0.001"; three decimals below 0.01; two otherwise. A p below 0.05 is never printed as 0.05 or more:
 * it gets up to four decimals, and is cut instead of rounded when even those would reach the line (0.04999 is 0.0499).
 * Words, signs and the decimal comma belong to the caller.
 * @throws RangeError outside 0–1.
 */
export function printedP(p: number): PrintedP {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A p value lies in 0-1, got ${p}`);
  if (p < 0.001) return { below: 0.001 };
  let decimals = p < 0.01 ? 3 : 2;
  while (p < LINE && rounded(p, decimals) >= LINE && decimals < MOST_DECIMALS) decimals += 1;
  const value = rounded(p, decimals);
  return { value: p < LINE && value >= LINE ? LINE - 10 ** -decimals : value, decimals };
}

function rounded(p: number, decimals: number): number {
  return Number(p.toFixed(decimals));
}
