import type { ThemePair, Together } from '../../../shared/contract/patterns.ts';
import type { Measure } from './use-patterns-view.ts';

/** Pairs by their two themes, in either order. */
export function indexPairs({ pairs }: Pick<Together, 'pairs'>): (first: string, second: string) => ThemePair | undefined {
  const index = new Map<string, ThemePair>(
    pairs.flatMap((pair) => [[`${pair.first} ${pair.second}`, pair] as const, [`${pair.second} ${pair.first}`, pair] as const]),
  );
  return (first, second) => index.get(`${first} ${second}`);
}

/** What a pair is sorted and shaded by. */
export function valueOf(pair: ThemePair, measure: Measure): number {
  return pair[measure];
}

/** A whole number, or a share to two decimals with the language's own sign. */
export function valueText(pair: ThemePair, measure: Measure, language: string): string {
  if (measure === 'both') return String(pair.both);
  return pair[measure].toFixed(2).replace('.', language === 'en' ? '.' : ',');
}
