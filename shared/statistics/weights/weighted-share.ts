import type { FrameOption, Interval } from '../interval.ts';
import { wilsonEffective } from '../proportion.ts';
import { designEffect } from './design-effect.ts';

/** Respondents with one weight, alike on everything the weights were made from. */
export interface WeightedAnswers {
  readonly weight: number;
  readonly respondents: number;
  /** How many of them said yes. */
  readonly yes: number;
  /** Category of each variable that made the weights: one for post-stratification, several for raking, none for given weights. */
  readonly strata?: readonly number[];
}

/** A weighted share; print it beside the unweighted one, with the unweighted base. */
export interface WeightedShare extends Interval {
  readonly standardError: number;
  /** Number of simple answers with the same precision: p(1−p)/V. */
  readonly effectiveBase: number;
  /** Unweighted persons. */
  readonly base: number;
  readonly unweighted: number;
}

const ROUNDS = 1000;
const PRECISION = 1e-12;

/**
 * Weighted share with its linearised standard error and the Wilson interval of the effective number of answers. Residuals are taken
 * from the means of the strata (for raking: of every variable in turn until nothing is left), since the weights make those exact; the
 * weights are thought to start from equal ones. With a frame the variance is multiplied by 1 − n/N. Where the variance is 0 (all or nobody) the effective number is n over Kish's
 * design effect. Null under two persons. Sources: Särndal, Swensson & Wretman 1992, 7.10; Deville & Särndal 1992; Korn & Graubard 1998.
 */
export function weightedShare(groups: readonly WeightedAnswers[], { frame }: FrameOption = {}): WeightedShare | null {
  const base = groups.reduce((sum, { respondents }) => sum + respondents, 0);
  const total = groups.reduce((sum, { weight, respondents }) => sum + weight * respondents, 0);
  const yes = groups.reduce((sum, group) => sum + group.yes, 0);
  if (frame !== undefined && frame < base) throw new RangeError(`The frame must be at least ${base}, got ${frame}`);
  if (base < 2 || !(total > 0)) return null;
  const estimate = Math.min(1, groups.reduce((sum, group) => sum + group.weight * group.yes, 0) / total);
  const missing = frame === undefined ? 1 : 1 - base / frame;
  const variance = missing * (base / (base - 1)) * squaredResiduals(groups, estimate, total);
  const common = { estimate, standardError: Math.sqrt(variance), base, unweighted: yes / base };
  if (missing === 0) return { ...common, low: estimate, high: estimate, effectiveBase: Number.POSITIVE_INFINITY };
  const simple = base / (designEffect(groups) ?? 1) / missing;
  // Rounding crumbs of a variance of nothing must not pass for a huge number of answers.
  const effectiveBase = variance > 1e-15 ? (estimate * (1 - estimate)) / variance : simple;
  return { ...common, ...wilsonEffective(estimate, effectiveBase), effectiveBase };
}

/** Squared distances from their mean, summed over persons, of weight × residual / Σ weights. */
function squaredResiduals(groups: readonly WeightedAnswers[], share: number, total: number): number {
  const shift = sweep(groups, share);
  let [persons, sum, squares] = [0, 0, 0];
  groups.forEach(({ weight, respondents, yes }, index) => {
    const part = weight / total;
    const [ofYes, ofNo] = [part * (1 - share - (shift[index] ?? 0)), part * (-share - (shift[index] ?? 0))];
    persons += respondents;
    sum += yes * ofYes + (respondents - yes) * ofNo;
    squares += yes * ofYes ** 2 + (respondents - yes) * ofNo ** 2;
  });
  return Math.max(0, squares - sum ** 2 / persons);
}

/** What the strata explain of each group's residual: means, variable after variable, until nothing moves. */
function sweep(groups: readonly WeightedAnswers[], share: number): number[] {
  const explained = groups.map(() => 0);
  const variables = groups[0]?.strata?.length ?? 0;
  for (let round = 0; round < ROUNDS && variables > 0; round += 1) {
    let largest = 0;
    for (let variable = 0; variable < variables; variable += 1) {
      const means = stratumMeans(groups, share, explained, variable);
      groups.forEach(({ strata }, index) => {
        const mean = means.get(strata?.[variable] ?? 0) ?? 0;
        explained[index] = (explained[index] ?? 0) + mean;
        largest = Math.max(largest, Math.abs(mean));
      });
    }
    if (variables === 1 || largest < PRECISION) break;
  }
  return explained;
}

function stratumMeans(
  groups: readonly WeightedAnswers[],
  share: number,
  explained: readonly number[],
  variable: number,
): Map<number, number> {
  const sums = new Map<number, { persons: number; residual: number }>();
  groups.forEach(({ respondents, yes, strata }, index) => {
    const stratum = strata?.[variable] ?? 0;
    const sum = sums.get(stratum) ?? { persons: 0, residual: 0 };
    sum.persons += respondents;
    sum.residual += yes - respondents * (share + (explained[index] ?? 0));
    sums.set(stratum, sum);
  });
  return new Map([...sums].map(([stratum, { persons, residual }]) => [stratum, persons > 0 ? residual / persons : 0]));
}
