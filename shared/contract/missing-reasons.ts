import type { MissingReason } from './exhibit-view.ts';

/** Message of each reason why an answer is missing. */
export const missingReasonIds = {
  'not-asked': 'analysis.missing.notAsked',
  'not-applicable': 'analysis.missing.notApplicable',
  'dont-know': 'analysis.missing.dontKnow',
  'prefer-not-to-say': 'analysis.missing.preferNotToSay',
  skipped: 'analysis.missing.skipped',
  illegible: 'analysis.missing.illegible',
  'not-recorded': 'analysis.missing.notRecorded',
} as const satisfies Record<MissingReason, string>;
