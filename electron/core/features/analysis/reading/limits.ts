import type { Sentence } from '../../../../../shared/contract/analysis.ts';
import type { ReleasedBase, ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { manyMissing } from '../non-response.ts';
import type { ReadingFacts } from './facts.ts';
import { say } from './say.ts';

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
  if (missing.some(({ count }) => count === null)) return [];
  const sum = (isAsked: boolean): number =>
    missing.reduce(
      (all, { reason, count }) => all + ((reason !== 'not-asked' && reason !== 'not-applicable') === isAsked ? (count ?? 0) : 0),
      0,
    );
  const [count, asked] = [sum(true), persons - sum(false)];
  if (asked <= 0 || count / asked <= manyMissing.noted) return [];
  return [say(count / asked > manyMissing.uncertain ? 'missingMany' : 'missing', { count, persons: asked })];
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
