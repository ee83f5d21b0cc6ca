import type { CompleteTable } from './complete-table.ts';
import { attackerInterval, safetyOf } from './safety.ts';
import type { Pattern } from './safety.ts';
import type { AuditFinding, Place } from './table.ts';

/**
 * Checks every hidden number anew against a reader who knows all that is published: counts, bases, the "Alle" column
 * and the words. Every shown cell counts as known exactly, since a whole percent gives the count away for any base
 * up to 100. Findings carry no numbers.
 */
export function auditPattern(pattern: Pattern): readonly AuditFinding[] {
  const findings: AuditFinding[] = [];
  for (const edge of pattern.network.edges) {
    if (pattern.cost[edge.id] !== 0) continue;
    const safety = safetyOf(pattern, edge);
    if (!safety.safe) findings.push({ row: edge.row, column: edge.column, reason: safety.reason });
  }
  return findings;
}

/** What a reader can work out about one hidden number. Inside view only: never part of a released object. */
export interface AttackerInterval extends Place {
  readonly low: number;
  readonly high: number;
}

/** The attacker's interval of every hidden number of a table, for the inside view and for tests. */
export function attackerIntervals(pattern: Pattern): readonly AttackerInterval[] {
  return pattern.network.edges
    .filter(({ id }) => pattern.cost[id] === 0)
    .map((edge) => ({ row: edge.row, column: edge.column, ...attackerInterval(pattern, edge) }));
}

/** Whether a finding lies in the printed part; the rest of the table is known to readers by subtraction only. */
export function isPrinted({ row, column }: Place, { printedRows, printedColumns }: CompleteTable): boolean {
  return (row === 'base' || row < printedRows) && (column === 'all' || column < printedColumns);
}
