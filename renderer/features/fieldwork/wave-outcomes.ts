import type { WaveFigures } from '../../../shared/contract/fieldwork-asked.ts';
import { outcomeOf, type OutcomeLetter } from '../../../shared/model/participation.ts';
import type { Outcomes } from '../../../shared/statistics/index.ts';

const names: Readonly<Record<OutcomeLetter, keyof Outcomes>> = {
  I: 'complete',
  P: 'partial',
  R: 'refused',
  NC: 'notReached',
  O: 'other',
  U: 'unknown',
  NE: 'notEligible',
};

/** The listed persons of a wave by outcome. Ended interviews count by what is answered: break-offs are refusals. */
export function outcomesOf({ statuses, brokenOff, short }: Pick<WaveFigures, 'statuses' | 'brokenOff' | 'short'>): Outcomes {
  const counts: Record<keyof Outcomes, number> = {
    complete: 0,
    partial: 0,
    refused: 0,
    notReached: 0,
    other: 0,
    unknown: 0,
    notEligible: 0,
  };
  for (const { status, count } of statuses) counts[names[outcomeOf(status, null, 0)]] += count;
  counts.complete -= short.partial + short.brokenOff;
  counts.partial += short.partial - (brokenOff - short.brokenOff);
  counts.refused += brokenOff;
  return counts;
}
