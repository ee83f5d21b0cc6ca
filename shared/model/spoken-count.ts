import type { Counted, Precision } from './vague.ts';

/** What stands before or after the number says how sure it is; in any of the four languages. */
const signs: readonly (readonly [RegExp, Precision])[] = [
  [
    /^(?:i snitt|i gjennomsnitt|gjennomsnittlig|snitt|i genomsnitt|genomsnitt|i medel|on average|average|avg)\b|\b(?:i snitt|i gjennomsnitt|i genomsnitt|on average)$/u,
    'average',
  ],
  [/^(?:minst|over|mer enn|meir enn|fler än|mer än|minimum|at least|more than|≥|>)(?!\p{L})|\+$/u, 'at-least'],
  [
    /^(?:ca|cirka|circa|omtrent|omkring|om lag|omlag|rundt|kring|ungefär|runt|omkr|about|around|approximately|approx|roughly|~|≈)(?!\p{L})|\b(?:omtrent|ungefär|or so)$/u,
    'about',
  ],
  [
    /^(?:totalt|samlet|samla|sammanlagt|til sammen|tilsammen|tillsammans|i alt|total|in total|altogether)\b|\b(?:totalt|samlet|samla|sammanlagt|til sammen|i alt|in total|altogether)$/u,
    'total-only',
  ],
  [
    /^(?:anslått|antatt|trolig|uppskattat|uppskattningsvis|inferred|estimated|presumably)\b|\b(?:anslått|uppskattat|inferred|estimated)$/u,
    'inferred',
  ],
];

/**
 * Reads a number of persons as it was said: "18", "ca. 15", "i snitt 15", "minst 30", "30+", "totalt 18", with thousands apart
 * ("1 200"). Null when there is no one number in it ("fem til ti", "10–12", "mange"): nothing is guessed.
 */
export function readSpokenCount(said: string): Counted | null {
  const plain = said
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/(\p{L})\./gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const numbers = plain.replaceAll(/(?<=\d)[ \u00A0.](?=\d{3}(?!\d))/gu, '').match(/\d+(?:[.,]\d+)?/gu) ?? [];
  const [only] = numbers;
  if (only === undefined || numbers.length > 1 || !/^\d{1,9}$/u.test(only)) return null;
  const precision = signs.find(([sign]) => sign.test(plain))?.[1] ?? 'exact';
  return { count: Number(only), precision };
}
