/** A share of 0–1 as whole hundredths. */
export function hundredths(share: number): number {
  return Math.round(share * 100);
}
