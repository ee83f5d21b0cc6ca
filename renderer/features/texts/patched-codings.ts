import type { Coding } from '../../../shared/contract/coding.ts';

/** Codings after some were changed: those keep their places, new ones come last, and those that are not there any more go. */
export function patchedCodings(codings: readonly Coding[], changedIds: readonly string[], standing: readonly Coding[]): Coding[] {
  const changed = new Set<string>(changedIds);
  const now = new Map(standing.map((coding) => [coding.id, coding]));
  const kept = codings.flatMap((coding) => {
    if (!changed.has(coding.id)) return coding;
    const found = now.get(coding.id);
    now.delete(coding.id);
    return found ?? [];
  });
  return [...kept, ...now.values()];
}

/** The same list with the objects of the one before wherever a coding has not changed, so that nothing is drawn again for it. */
export function sharedCodings(before: readonly Coding[], after: Coding[]): Coding[] {
  if (before === after) return after;
  let old: Map<string, Coding> | undefined;
  return after.map((coding, at) => {
    if (before[at] === coding) return coding;
    old ??= new Map(before.map((one) => [one.id, one]));
    const stood = old.get(coding.id);
    return stood !== undefined && isSame(stood, coding) ? stood : coding;
  });
}

function isSame(a: Coding, b: Coding): boolean {
  const names = Object.keys(a);
  // Names of one coding's own fields, which the other has too.
  return names.length === Object.keys(b).length && names.every((name) => a[name as keyof Coding] === b[name as keyof Coding]);
}
