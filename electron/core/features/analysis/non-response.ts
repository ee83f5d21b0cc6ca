import type { RawTable } from './raw-table.ts';

/** Shares of those asked who gave no answer: from when on it is said, and from when on intervals and tests say little (analysis.md 1.7). */
export const manyMissing = { noted: 0.1, uncertain: 0.3 } as const;

/** The share (0–1) of the persons asked a question who gave no answer to it. Who was not asked, or to whom it does not apply, is not among them. */
export function nonResponse({ missing, persons }: Pick<RawTable, 'missing' | 'persons'>): number {
  const count = (isAsked: boolean): number =>
    missing.reduce((sum, one) => sum + ((one.reason !== 'not-asked' && one.reason !== 'not-applicable') === isAsked ? one.count : 0), 0);
  const asked = persons - count(false);
  return asked <= 0 ? 0 : count(true) / asked;
}
