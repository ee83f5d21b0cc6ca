import type { Sentence } from '../../../../../shared/contract/analysis.ts';
import type { ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { commonest, commonestAcross, commonestOfRounds } from './answers.ts';
import { batteryReading } from './battery.ts';
import type { ReadingFacts } from './facts.ts';
import { figureReading, summaryReading } from './figures.ts';
import { groupReading } from './groups.ts';
import { limitReading } from './limits.ts';
import { say } from './say.ts';
import { testReading } from './tests.ts';

/** What stands out. Sentences about shares speak of persons; of places only the limits are said. */
function standsOut(exhibit: ReleasedExhibit, facts: ReadingFacts): Sentence[] {
  if (facts.isOfPlaces) return [];
  if (exhibit.counted === 'rounds') return commonestOfRounds(exhibit);
  if (exhibit.kind === 'likert') return batteryReading(exhibit, facts);
  if (exhibit.kind === 'summary') return summaryReading(exhibit, facts);
  if (exhibit.percentOf === 'row') return commonestAcross(exhibit);
  return [...commonest(exhibit, facts), ...figureReading(exhibit), ...groupReading(exhibit, facts)];
}

/** Persons within reach, and how many of them the answers are from. */
function reach({ columns, rows, kind }: ReleasedExhibit, { frame }: ReadingFacts): Sentence[] {
  const n = columns[0]?.base?.n ?? rows[0]?.base?.n ?? null;
  return frame === null || n === null || n === frame || kind === 'summary' ? [] : [say('frame', { frame, n })];
}

/**
 * What a table says in plain words, from released figures only: what stands out, how sure it is, what cannot be said. The same table is always read the
 * same way. Never why: a difference is no cause.
 */
export function plainReading(exhibit: ReleasedExhibit, facts: ReadingFacts): Sentence[] {
  return [...standsOut(exhibit, facts), ...testReading(exhibit), ...reach(exhibit, facts), ...limitReading(exhibit, facts)];
}
