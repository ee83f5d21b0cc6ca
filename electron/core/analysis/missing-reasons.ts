import { MissingReason } from '../../../shared/contract/analysis.ts';

/** Reasons why there is no answer; their place is what columns hold as −1, −2, … */
export const missingReasons = MissingReason.options;

/** The column's number for a reason. */
export function reasonValue(reason: MissingReason): number {
  return -1 - missingReasons.indexOf(reason);
}
