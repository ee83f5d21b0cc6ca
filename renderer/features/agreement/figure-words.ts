import type { AgreementFigure } from '../../../shared/contract/agreement.ts';

/** What a coefficient is good for, after Krippendorff: from .80 conclusions may rest on it, from .667 tentative ones. */
export type Reading = 'sure' | 'tentative' | 'discuss' | 'none';

/** Krippendorff 2019, section 12.8.2; values are compared as they are, not as they are shown. */
export function readingOf(figure: AgreementFigure): Reading {
  if (figure.value === null) return 'none';
  if (figure.value >= 0.8) return 'sure';
  return figure.value >= 0.667 ? 'tentative' : 'discuss';
}
