import type { MissingReason } from '../../../../shared/contract/analysis.ts';

/** Codes for reasons, far from any answer, declared as missing in the codebook. Statistical programs know them by that. */
export const missingCodes: Readonly<Record<MissingReason, number>> = {
  'not-asked': -9991,
  'not-applicable': -9992,
  'dont-know': -9993,
  'prefer-not-to-say': -9994,
  skipped: -9995,
  illegible: -9996,
  'not-recorded': -9997,
};
