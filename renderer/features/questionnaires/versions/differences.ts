import type { VersionDifference } from '../../../../shared/contract/questionnaires.ts';
import type { Say } from '../../../lib/text.ts';

export type Change = VersionDifference['change'];

/** In the order in which they are told. */
export const changes: readonly Change[] = ['same', 'changed-wording', 'changed-options', 'new', 'dropped'];

/** Questions that are not simply the same as before. */
export function ofInterest(differences: readonly VersionDifference[]): VersionDifference[] {
  return differences.filter((difference) => difference.change !== 'same' || difference.details.length > 0);
}

/** "18 like, 2 med annen ordlyd, 1 ny." */
export function summaryOf(differences: readonly VersionDifference[], say: Say): string {
  const parts = changes.flatMap((change) => {
    const count = differences.filter((difference) => difference.change === change).length;
    return count === 0 ? [] : [say(`questionnaires.changes.${change}`, { count })];
  });
  return parts.length === 0 ? '' : `${parts.join(' · ')}`;
}
