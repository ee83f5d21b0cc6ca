import type { Column } from '../../../analysis/stored-answers.ts';
import type { Selection } from '../selection.ts';
import type { LinkedAnswers } from './linked-tests.ts';

/** Waves that somebody has answered in, by their places: one that is to come, or in which nobody was asked, has nobody to be in it. */
function answeredIn(values: Column['values'], waveOf: Column['values'], mask: Selection['mask']): ReadonlyMap<number, number> {
  const found = new Set<number>();
  for (const [unit, answer] of values.entries())
    if (answer >= 0 && (waveOf[unit] ?? -1) >= 0 && (mask === null || mask[unit] === 1)) found.add(waveOf[unit] ?? -1);
  return new Map([...found].toSorted((a, b) => a - b).map((wave, at) => [wave, at]));
}

/**
 * The answers of persons who are in several waves, wave by wave, where waves are the only columns; undefined otherwise. Persons of a group have one key
 * between them and cannot be told apart from wave to wave: they are left out.
 */
export function linkedAnswers({ parts, source, mask }: Selection, column: Column): LinkedAnswers | undefined {
  const [part, ...others] = parts;
  if (part === undefined || others.length > 0 || part.groupings.join(' ') !== 'wave' || column.kind !== 'codes') return undefined;
  const placeOf = answeredIn(column.values, part.column.values, mask);
  const waves = placeOf.size;
  const persons = new Map<string, (number | null)[] | 'group'>();
  const met = new Set<string>();
  for (const [unit, respondent] of source.units.respondentIds.entries()) {
    const wave = placeOf.get(part.column.values[unit] ?? -1);
    const answer = column.values[unit] ?? -1;
    if (wave === undefined || (mask !== null && mask[unit] === 0)) continue;
    const known = persons.get(respondent);
    if (known === 'group') continue;
    const values: (number | null)[] = known ?? Array.from({ length: waves }, () => null);
    // Twice in one wave, with an answer or without, is somebody else of the group.
    const isGroup = met.has(`${respondent} ${wave}`);
    met.add(`${respondent} ${wave}`);
    if (!isGroup) values[wave] = answer < 0 ? null : answer;
    persons.set(respondent, isGroup ? 'group' : values);
  }
  const counts = new Map<string, { readonly values: readonly (number | null)[]; count: number }>();
  for (const values of persons.values()) {
    if (values === 'group') continue;
    const key = values.join(' ');
    const same = counts.get(key) ?? { values, count: 0 };
    same.count += 1;
    counts.set(key, same);
  }
  return { patterns: [...counts.values()], waves };
}
