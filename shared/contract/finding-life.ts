import type { FindingStatus } from './findings.ts';

/** What each state of a finding can become. A conference confirms, rewords, does not recognise, or finds it too early to say. */
const next: Readonly<Record<FindingStatus, readonly FindingStatus[]>> = {
  preliminary: ['to-conference'],
  'to-conference': ['validated', 'changed', 'rejected', 'too-early', 'preliminary'],
  validated: ['final', 'to-conference'],
  changed: ['final', 'to-conference'],
  rejected: ['preliminary', 'to-conference'],
  'too-early': ['to-conference', 'preliminary'],
  final: ['needs-a-look'],
  'needs-a-look': ['final', 'changed', 'rejected', 'to-conference'],
};

/** The states a finding can go to from where it stands, the usual one first. */
export function nextFindingStatuses(status: FindingStatus): readonly FindingStatus[] {
  return next[status];
}

/** What a step needs to be told with it: the meeting it is taken to, or the new words. */
export function findingStepNeeds(to: FindingStatus): { readonly meeting: boolean; readonly wording: boolean; readonly evidence: boolean } {
  return { meeting: to === 'to-conference', wording: to === 'changed', evidence: to === 'final' };
}
