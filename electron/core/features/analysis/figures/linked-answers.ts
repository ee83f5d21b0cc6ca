import type { Column } from '../../../analysis/stored-answers.ts';
import type { Selection } from '../selection.ts';
import type { LinkedAnswers } from './linked-tests.ts';

/**
 * The answers of persons who are in several waves, wave by wave, where waves are the only columns; undefined otherwise. Persons of a group have one key
 * between them and cannot be told apart from wave to wave: they are left out.
 */
export function linkedAnswers({ parts, source, mask }: Selection, column: Column): LinkedAnswers | undefined {
  const [part, ...others] = parts;
  if (part === undefined || others.length > 0 || part.groupings.join(' ') !== 'wave' || column.kind !== 'codes') return undefined;
  const waves = part.groups.length;
  const persons = new Map<string, (number | null)[] | 'group'>();
  for (const [unit, respondent] of source.units.respondentIds.entries()) {
    const wave = part.column.values[unit] ?? -1;
    const answer = column.values[unit] ?? -1;
    if (wave < 0 || (mask !== null && mask[unit] === 0)) continue;
    const known = persons.get(respondent);
    if (known === 'group') continue;
    const values: (number | null)[] = known ?? Array.from({ length: waves }, () => null);
    const isTaken = values[wave] !== null;
    if (!isTaken) values[wave] = answer < 0 ? null : answer;
    persons.set(respondent, isTaken ? 'group' : values);
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
