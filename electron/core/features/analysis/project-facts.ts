import { z } from 'zod';
import type { DisclosureRule } from '../../../../shared/disclosure/index.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

export interface ProjectFacts {
  readonly name: string;
  readonly rule: DisclosureRule;
}

const Row = z.object({ name: z.string(), threshold: z.int(), minimum_base: z.int(), protect_zeros: z.int() });

/** Name and disclosure rule of a project. @throws AppError NOT_FOUND */
export function readProjectFacts(sql: Statements, projectId: string): ProjectFacts {
  const row = sql.get(Row, 'SELECT name, threshold, minimum_base, protect_zeros FROM project WHERE id = :projectId', { projectId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return {
    name: row.name,
    rule: { threshold: row.threshold, minimumBase: Math.max(row.minimum_base, row.threshold), protectZeros: row.protect_zeros === 1 },
  };
}

/** The rule that is at least as strict as each of these. */
export function strictest(rules: readonly DisclosureRule[]): DisclosureRule {
  return {
    threshold: Math.max(...rules.map(({ threshold }) => threshold)),
    minimumBase: Math.max(...rules.map(({ minimumBase }) => minimumBase)),
    protectZeros: rules.some(({ protectZeros }) => protectZeros),
  };
}
