import type { ReleasedTest } from '../../../../../shared/model/exhibit.ts';
import {
  cochranQ,
  friedman,
  marginalHomogeneity,
  mcNemar,
  signedRank,
  type RepeatedAnswers,
} from '../../../../../shared/statistics/index.ts';
import type { GatedTable } from '../gate.ts';
import type { RawTable } from '../raw-table.ts';
import { fewestCompared } from './compared.ts';

/** Answers of persons who are in several waves, wave by wave: how many gave the same ones. Places of answers; null where a wave is missing. */
export interface LinkedAnswers {
  readonly patterns: readonly RepeatedAnswers[];
  readonly waves: number;
}

type Outcome = Omit<ReleasedTest, 'part' | 'row'>;

const none = (reason: string): Outcome => ({ name: 'none', effect: null, statistic: null, p: null, reason });

/** Persons by first and second wave, those with both. */
function turnover(patterns: readonly RepeatedAnswers[], size: number): number[][] {
  const table = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const { values, count } of patterns) {
    const [from, to] = values;
    const row = table[from ?? -1];
    if (from !== null && to !== null && to !== undefined && row !== undefined) row[to] = (row[to] ?? 0) + count;
  }
  return table;
}

function ofTwoWaves(table: readonly (readonly number[])[], isOrdered: boolean): Outcome {
  if (table.length === 2) {
    const [[both = 0, onlyFirst = 0] = [], [onlySecond = 0, neither = 0] = []] = table;
    const found = mcNemar({ both, onlyFirst, onlySecond, neither });
    if (found === null) return none('all-alike');
    const { change, p } = found;
    return {
      name: 'mcnemar-mid-p',
      effect: { name: 'change', value: change.estimate, low: change.low, high: change.high },
      statistic: null,
      p,
      reason: null,
    };
  }
  if (isOrdered) {
    const found = signedRank(table);
    if (found === null) return none('nobody-changed');
    return {
      name: 'wilcoxon-pratt',
      effect: { name: 'rank-biserial', value: found.rankBiserial, low: null, high: null },
      statistic: { name: 'z', value: found.z, df: [] },
      p: found.p,
      reason: found.method === 'exact' ? 'exact' : null,
    };
  }
  const found = marginalHomogeneity(table);
  if (found === null) return none('nobody-changed');
  return {
    name: 'stuart-maxwell',
    effect: null,
    statistic: { name: 'chi-square', value: found.statistic, df: [found.df] },
    p: found.p,
    reason: null,
  };
}

function ofMoreWaves(patterns: readonly RepeatedAnswers[], size: number, isOrdered: boolean): Outcome {
  if (size === 2) {
    // The first answer is yes.
    const yes = patterns.map(({ values, count }) => ({ count, values: values.map((value) => (value === null ? null : 1 - value)) }));
    const found = cochranQ(yes);
    if (found === null) return none('nobody-changed');
    return {
      name: 'cochran-q',
      effect: null,
      statistic: { name: 'q', value: found.statistic, df: [found.df] },
      p: found.p,
      reason: found.lost > 0 ? 'complete-only' : null,
    };
  }
  if (!isOrdered) return none('no-test-for-waves');
  const found = friedman(patterns);
  if (found === null) return none('nobody-changed');
  return {
    name: 'friedman',
    effect: { name: 'kendall-w', value: found.kendallW, low: null, high: null },
    statistic: { name: 'chi-square', value: found.statistic, df: [found.df] },
    p: found.p,
    reason: found.lost > 0 ? 'complete-only' : null,
  };
}

/**
 * Change between waves among the persons who are in them: paired tests, for which the persons are known from wave to wave. Not where one of the table's
 * numbers is hidden, or where fewer than ten persons are in all waves.
 */
export function linkedTest(raw: RawTable, { patterns, waves }: LinkedAnswers, gated: GatedTable): Outcome {
  if (!raw.isExclusive) return none('same-persons');
  const size = raw.rows.length;
  if (raw.rows.some((_, row) => raw.columns.some((__, column) => column > 0 && gated.cells[row]?.[column]?.state === 'hidden')))
    return none('hidden');
  const complete = patterns.filter(({ values }) => values.every((value) => value !== null)).reduce((sum, { count }) => sum + count, 0);
  if (complete < fewestCompared) return none('few-linked');
  const isOrdered = raw.scale !== null && raw.scale.kind !== 'categorical' && raw.scaleRows === size;
  return waves === 2 ? ofTwoWaves(turnover(patterns, size), isOrdered) : ofMoreWaves(patterns, size, isOrdered);
}
