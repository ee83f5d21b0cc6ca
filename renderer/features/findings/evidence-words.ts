import type { FindingRow } from '../../../shared/contract/findings.ts';
import type { Say } from '../../lib/text.ts';

/** "2 sitater · 1 møte": what a finding rests on, without what it does not. */
export function evidenceWords(evidence: FindingRow['evidence'], say: Say): string {
  const parts = (['texts', 'quotes', 'cells', 'exhibits', 'meetings'] as const)
    .filter((kind) => evidence[kind] > 0)
    .map((kind) => say(`findings.evidence.${kind}`, { n: evidence[kind] }));
  return parts.length === 0 ? say('findings.evidence.none') : parts.join(' · ');
}
