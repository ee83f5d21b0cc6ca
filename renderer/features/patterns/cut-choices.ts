import { scoreCuts } from '../../../shared/statistics/index.ts';

export interface CutChoice {
  /** "2-3": answers in the lowest and in the highest group. */
  readonly id: string;
  readonly low: number;
  readonly high: number;
}

/** Ways to cut a scale with so many answers, most of them equally long at both ends. */
export function cutChoices(count: number): readonly CutChoice[] {
  const most = Math.min(count - 1, 8);
  const ends = Array.from({ length: most }, (_, at) => at + 1);
  return ends
    .flatMap((low) => ends.map((high) => ({ id: `${low}-${high}`, low, high })))
    .filter(({ low, high }) => low + high <= count && Math.abs(low - high) <= 2);
}

/** The groups that an address asks for; null when it asks for the usual ones, or for what the scale has not. */
export function cutsOf(codes: readonly number[], ends: string | undefined): number[][] | null {
  const [, low, high] = /^(\d)-(\d)$/u.exec(ends ?? '') ?? [];
  if (low === undefined || high === undefined) return null;
  return scoreCuts(codes, { low: Number(low), high: Number(high) })?.map((group) => [...group]) ?? null;
}
