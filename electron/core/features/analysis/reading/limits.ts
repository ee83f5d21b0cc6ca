import type { Sentence } from '../../../../../shared/contract/analysis.ts';
import type { ReleasedBase, ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import type { ReadingFacts } from './facts.ts';
import { say } from './say.ts';

/** More than this share without an answer is said, and more than that makes the whole unsure (analysis.md 1.7). */
const [someMissing, manyMissing] = [0.1, 0.3];

function basesOf({ columns, rows }: ReleasedExhibit): readonly ReleasedBase[] {
  return [...columns, ...rows].flatMap(({ base }) => (base === null ? [] : [base]));
}

function smallest(bases: readonly ReleasedBase[], rule: ReleasedBase['rule']): number | null {
  const found = bases.filter((base) => base.rule === rule).flatMap(({ n }) => (n === null ? [] : [n]));
  return found.length === 0 ? null : Math.min(...found);
}

/** Those who were asked and gave no answer, where their number may be told. */
function withoutAnswer(exhibit: ReleasedExhibit, { missing, persons }: ReadingFacts): Sentence[] {
  if (exhibit.kind === 'likert' || exhibit.kind === 'summary' || exhibit.counted === 'rounds' || persons === null || persons === 0)
    return [];
  const asked = missing.filter(({ reason }) => reason !== 'not-asked' && reason !== 'not-applicable');
  if (missing.some(({ count }) => count === null)) return [];
  const count = asked.reduce((sum, entry) => sum + (entry.count ?? 0), 0);
  if (count / persons <= someMissing) return [];
  return [say(count / persons > manyMissing ? 'missingMany' : 'missing', { count, persons })];
}

/** What cannot be said, and how far the rest goes. */
export function limitReading(exhibit: ReleasedExhibit, facts: ReadingFacts): Sentence[] {
  const bases = basesOf(exhibit);
  const [words, low] = [smallest(bases, 'words'), smallest(bases, 'low')];
  const { hiddenCount } = facts;
  return [
    ...facts.refused,
    ...withoutAnswer(exhibit, facts),
    ...(words === null ? [] : [say('tooFew', { n: words })]),
    ...(low === null ? [] : [exhibit.counted === 'rounds' ? say('lowPersons', { low: exhibit.rule.lowBase }) : say('lowBase', { n: low })]),
    ...(hiddenCount > 0 ? [say('suppressed', { count: hiddenCount })] : []),
  ];
}
