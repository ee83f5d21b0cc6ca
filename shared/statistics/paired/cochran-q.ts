import { chiSquareUpperTail } from '../distributions.ts';
import { completeCases } from './repeated.ts';
import type { RepeatedAnswers } from './repeated.ts';

/** Change of a yes/no answer over three or more linked waves. */
export interface CochranQ {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** Share of yes per wave, among the complete cases. */
  readonly shares: readonly number[];
  readonly base: number;
  /** Persons left out for a missing wave. */
  readonly lost: number;
}

/**
 * Cochran's Q over linked waves, complete cases only; yes is 1 and no is 0. For two waves it is McNemar's chi-square.
 * Null under two waves or when nobody changed. Source: Cochran 1950.
 * @throws RangeError for answers other than 0, 1 and null
 */
export function cochranQ(answers: readonly RepeatedAnswers[]): CochranQ | null {
  const { complete, waves, base, lost } = completeCases(answers);
  if (complete.some(({ values }) => values.some((value) => value !== 0 && value !== 1)))
    throw new RangeError("Cochran's Q needs answers of 0 and 1");
  const perWave = Array.from({ length: waves }, (_, wave) =>
    complete.reduce((sum, { values, count }) => sum + count * (values[wave] ?? 0), 0),
  );
  const perPerson = complete.map(({ values, count }) => ({ yes: values.reduce((sum, value) => sum + value, 0), count }));
  const spread = perPerson.reduce((sum, { yes, count }) => sum + count * yes * (waves - yes), 0);
  if (waves < 2 || spread === 0) return null;
  const mean = perWave.reduce((sum, yes) => sum + yes, 0) / waves;
  const statistic = (waves * (waves - 1) * perWave.reduce((sum, yes) => sum + (yes - mean) ** 2, 0)) / spread;
  const df = waves - 1;
  return { statistic, df, p: chiSquareUpperTail(statistic, df), shares: perWave.map((yes) => yes / base), base, lost };
}
