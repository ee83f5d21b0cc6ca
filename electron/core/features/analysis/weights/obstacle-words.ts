import type { Sentence } from '../../../../../shared/contract/exhibit-view.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { WEIGHT_LIMITS } from '../../../../../shared/statistics/index.ts';
import type { ColumnSource } from '../../../analysis/stored-answers.ts';
import { lineLabel, marginLabel } from './margins.ts';
import type { Obstacle, SampleWeights } from './sample-weights.ts';

/** Where an obstacle is, in words. No numbers: a small group's would tell of its persons. */
function placeWords(source: ColumnSource, { margins }: SampleWeights, obstacle: Obstacle, language: Language): Sentence['params'] {
  if (!('margin' in obstacle) || obstacle.margin === null) return {};
  const margin = margins[obstacle.margin];
  if (margin === undefined) return {};
  const category = obstacle.category === null ? '' : lineLabel(margin, obstacle.category, language);
  return { by: marginLabel(source, margin.margin.by, language), category };
}

const limits: Readonly<Record<string, Sentence['params']>> = {
  'small-cell': { limit: WEIGHT_LIMITS.smallestCell },
  'wide-range': { limit: WEIGHT_LIMITS.widestRange },
  'design-effect': { limit: WEIGHT_LIMITS.largestDesignEffect },
};

/** Every reason why weights may not be used, to be put into words (`weights.obstacle.…`). */
export function obstacleSentences(source: ColumnSource, sample: SampleWeights, language: Language): Sentence[] {
  return sample.obstacles.map((obstacle) => ({
    id: `weights.obstacle.${obstacle.because}`,
    params: { ...limits[obstacle.because], ...placeWords(source, sample, obstacle, language) },
  }));
}
