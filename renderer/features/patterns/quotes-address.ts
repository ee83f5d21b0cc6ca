import type { ThemeScope, TogetherUnit } from '../../../shared/contract/patterns.ts';

/**
 * The address of the quotes that have both themes, as the screen of quotes reads it: ids only. Themes that one person brings up apart
 * stand in no common place, so there the quotes of either are shown, person by person.
 */
export function quotesOfBoth(
  first: string,
  second: string,
  { unit, scope }: { readonly unit: TogetherUnit; readonly scope: ThemeScope },
): { readonly only: string; readonly rows: string } {
  const own = scope === 'own' ? '!' : '';
  const [one, other] = [`${first}${own}`, `${second}${own}`];
  if (first === second) return { only: `e:${one}`, rows: 'person' };
  if (unit === 'person') return { only: `e:${one}~e:${other}`, rows: 'person' };
  return { only: `e:${one}~m:${unit === 'segment' ? 'overlap' : 'text'}::${other}`, rows: 'person' };
}
