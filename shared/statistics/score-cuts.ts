/**
 * Groups of a scale for a joint display: the two outermost answers at each end and the rest between them (top-2-box), thirds of a scale
 * of more than seven, each answer by itself where there are fewer than five at the ends.
 * @param codes the answers in their order
 * @param ends how many answers the lowest and the highest group have; the usual ones when left out
 * @returns two or three groups; null when the scale is too short, or the ends leave nothing for one of them
 */
export function scoreCuts(
  codes: readonly number[],
  ends: { readonly low: number; readonly high: number } = usualEnds(codes.length),
): readonly (readonly number[])[] | null {
  const { low, high } = ends;
  if (low < 1 || high < 1 || low + high > codes.length) return null;
  const middle = codes.slice(low, codes.length - high);
  return [codes.slice(0, low), ...(middle.length === 0 ? [] : [middle]), codes.slice(codes.length - high)];
}

function usualEnds(count: number): { readonly low: number; readonly high: number } {
  const size = count > 7 ? Math.ceil(count / 3) : count >= 5 ? 2 : 1;
  return { low: size, high: size };
}
