import type { WaveFigures } from '../../../../shared/contract/fieldwork-asked.ts';
import type { WaveReleased } from '../../../../shared/contract/fieldwork-release.ts';
import { releasedSteps, type DisclosureRule } from '../../../../shared/disclosure/index.ts';
import type { ParticipationStatus } from '../../../../shared/model/participation.ts';

const completed = ['complete', 'in-check', 'verified'] as const satisfies readonly ParticipationStatus[];
const begun = [...completed, 'partial', 'started'] as const satisfies readonly ParticipationStatus[];
/** Nobody knows of them: never answered, or not reached after the last try. */
const silent = ['invited', 'reminded', 'not-reached'] as const satisfies readonly ParticipationStatus[];

/**
 * What of a wave's figures may stand in print: no number of persons of 1 to threshold − 1, and none that the difference of two would
 * give. Those who withdrew stay among those asked, and are counted no further than as reached.
 */
export function releasedResponse(
  {
    hasList,
    asked,
    statuses,
    complete,
    partial,
    short,
  }: Pick<WaveFigures, 'hasList' | 'asked' | 'statuses' | 'complete' | 'partial' | 'short'>,
  rule: DisclosureRule,
): WaveReleased {
  const took = complete + partial;
  if ((hasList ? asked : took) < rule.minimumBase) return { kind: 'few' };
  if (!hasList) {
    const [all = null, whole = null] = releasedSteps([took, complete], rule);
    return { kind: 'participation', took: all, complete: whole };
  }
  const countOf = (wanted: readonly ParticipationStatus[]): number =>
    statuses.reduce((sum, { status, count }) => sum + (wanted.includes(status) ? count : 0), 0);
  const steps = [asked, asked - countOf(silent), countOf(begun), countOf(completed) - short.partial - short.brokenOff];
  const [invited = null, reached = null, began = null, whole = null] = releasedSteps(steps, rule);
  const isRr1 = countOf(['not-eligible']) === 0 && !rule.protectZeros;
  return { kind: 'funnel', invited, reached, began, complete: whole, isRr1 };
}
