import type { z } from 'zod';
import { ReleasedExhibit, symbolsIn } from '../../shared/model/exhibit.ts';

type Unmade = z.input<typeof ReleasedExhibit>;

/** A released crosstab in whole percent without title, notes or tests; what a test is about is given. */
export function aRelease(given: Pick<Unmade, 'columns' | 'rows'> & Partial<Unmade>): ReleasedExhibit {
  return ReleasedExhibit.parse({
    kind: 'crosstab',
    title: '',
    subtitle: '',
    filter: null,
    language: 'nb',
    unit: 'percent',
    decimals: 0,
    notes: [],
    source: '',
    symbolsUsed: symbolsIn(given),
    rule: { threshold: 5, minimumBase: 10, lowBase: 30 },
    audit: { ok: true },
    createdAt: '2026-01-01T10:00:00.000Z',
    releaseNumber: null,
    scale: null,
    definition: {},
    ...given,
  });
}
