import { clopperPearson } from './proportion.ts';

/** Why a share is flagged as uncertain; a message id's last part. */
export type ReliabilityFlag = 'few-answers' | 'wide' | 'wide-for-its-size';

/**
 * Flags of a share after the data presentation standards of NCHS: fewer than 30 answers, a Clopper–Pearson interval of 0.30 or wider,
 * or one wider than 0.05 and than 130 % of the share. A flag, not a ban: at 50 % it takes 47 answers. Source: Parker et al. 2017.
 * @throws RangeError unless 0 ≤ count ≤ base and base ≥ 1.
 */
export function reliabilityFlags(count: number, base: number): ReliabilityFlag[] {
  const { low, high, estimate } = clopperPearson(count, base);
  const width = high - low;
  const flags: ReliabilityFlag[] = [];
  if (base < 30) flags.push('few-answers');
  if (width >= 0.3) flags.push('wide');
  else if (width > 0.05 && count > 0 && width > 1.3 * estimate) flags.push('wide-for-its-size');
  return flags;
}
