import type { DisclosureRule } from './table.ts';

/** Whether a count of persons may not be printed: 1 to threshold − 1, and 0 when zeros are protected. */
export function isSmall(count: number, rule: DisclosureRule): boolean {
  return count === 0 ? rule.protectZeros : count < rule.threshold;
}

/** Whether a cell is hidden for its own sake: it, or its complement in the base, is small, or the base is under the minimum. */
export function isPrimary(count: number, base: number, rule: DisclosureRule): boolean {
  if (base === 0) return rule.protectZeros;
  return base < rule.minimumBase || isSmall(count, rule) || isSmall(base - count, rule);
}

/**
 * Which column bases are hidden: those under the threshold, and the smallest others until the hidden ones together
 * reach the minimum base and cannot be subtracted, not even by the one person in a column of one.
 * A hidden base hides its whole column.
 * @param alsoHidden columns whose base must be hidden although it is large enough.
 */
export function hiddenBases(
  bases: readonly number[],
  rule: DisclosureRule,
  alsoHidden: ReadonlySet<number> = new Set(),
): readonly boolean[] {
  const hidden = bases.map((base, column) => isSmall(base, rule) || alsoHidden.has(column));
  if (!hidden.includes(true)) return hidden;
  const others = bases
    .map((base, column) => ({ base, column }))
    .filter(({ base, column }) => base > 0 && !hidden[column])
    .toSorted((a, b) => a.base - b.base || a.column - b.column);
  for (const { column } of others) {
    if (
      basesAreSafe(
        bases.filter((_, index) => hidden[index]),
        rule,
      )
    )
      break;
    hidden[column] = true;
  }
  return hidden;
}

function basesAreSafe(hidden: readonly number[], rule: DisclosureRule): boolean {
  const whole = hidden.reduce((sum, base) => sum + base, 0);
  // The person alone in a column knows that base, so two others must share what is left.
  const unknown = hidden.includes(1) && hidden.filter((base) => isSmall(base, rule)).length > 1 ? hidden.length - 1 : hidden.length;
  return unknown >= 2 && whole - (hidden.length - unknown) >= rule.minimumBase;
}
