import { z } from 'zod';
import { WeightMargin, type Weighting } from '../../../../../shared/contract/analysis-weights.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';
import type { Call } from '../../../rpc/call.ts';

const Row = z.object({ id: z.string(), name: z.string(), source: z.string(), counted_on: z.string(), margins: z.string() });

function rowOf(sql: Statements, projectId: string): z.infer<typeof Row> | undefined {
  return sql.get(Row, 'SELECT id, name, source, counted_on, margins FROM weighting WHERE project_id = :projectId', { projectId });
}

/** The stored weights of a project, or null. What another program's version wrote and this one cannot read counts as none. */
export function readWeighting(sql: Statements, projectId: string): Weighting | null {
  const row = rowOf(sql, projectId);
  if (row === undefined) return null;
  const margins = z.array(WeightMargin).safeParse(JSON.parse(row.margins));
  return margins.success ? { name: row.name, source: row.source, countedOn: row.counted_on, margins: margins.data } : null;
}

/** Keeps the weights of a project in the place of those it had. @throws AppError NOT_FOUND without such a project */
export function setWeighting({ sql, workspace, session, operation }: Call, projectId: string, weighting: Weighting): void {
  if (sql.get(z.object({ id: z.string() }), 'SELECT id FROM project WHERE id = :projectId', { projectId }) === undefined)
    throw new AppError('NOT_FOUND');
  const { name, source, countedOn } = weighting;
  const margins = JSON.stringify(weighting.margins);
  const known = rowOf(sql, projectId);
  if (known === undefined)
    sql.insert('weighting', {
      id: workspace.newId(),
      project_id: projectId,
      name,
      source,
      counted_on: countedOn,
      margins,
      created_at: new Date(session.deps.now()).toISOString(),
    });
  else
    sql.run('UPDATE weighting SET name = :name, source = :source, counted_on = :countedOn, margins = :margins WHERE id = :id', {
      id: known.id,
      name,
      source,
      countedOn,
      margins,
    });
  operation.label({ name });
}

/** Takes the weights of a project away. @throws AppError NOT_FOUND where there are none */
export function removeWeighting({ sql, operation }: Call, projectId: string): void {
  const known = rowOf(sql, projectId);
  if (known === undefined) throw new AppError('NOT_FOUND');
  sql.run('DELETE FROM weighting WHERE id = :id', { id: known.id });
  operation.label({ name: known.name });
}
