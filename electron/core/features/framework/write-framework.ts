import { z } from 'zod';
import { FrameworkId, type FrameworkUnit } from '../../../../shared/contract/framework.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { findFramework } from './find-framework.ts';

const Found = z.object({ id: z.string() });
const Last = z.object({ last: z.int().nullable() });

interface NewFramework {
  readonly projectId: string;
  readonly name: string;
  readonly unit: FrameworkUnit;
  readonly variableId?: string | undefined;
  readonly themeIds: readonly string[];
}

/** Makes a matrix, the last of its project. @throws AppError NOT_FOUND, NAME_TAKEN, BAD_MESSAGE when the unit needs a variable */
export function createFramework(call: Call, { projectId, name, unit, variableId, themeIds }: NewFramework): FrameworkId {
  const { sql, workspace, operation } = call;
  if (sql.get(Found, 'SELECT id FROM project WHERE id = :projectId', { projectId }) === undefined) throw new AppError('NOT_FOUND');
  if (unit === 'variable') requireVariable(call, projectId, variableId);
  refuseTaken(call, projectId, name, null);
  operation.label({ name });
  const id = FrameworkId.parse(workspace.newId());
  const ordinal = (sql.get(Last, 'SELECT max(ordinal) AS last FROM framework WHERE project_id = :projectId', { projectId })?.last ?? 0) + 1;
  sql.insert('framework', {
    id,
    project_id: projectId,
    name,
    unit,
    variable_id: unit === 'variable' ? (variableId ?? null) : null,
    ordinal,
  });
  putThemes(call, id, themeIds);
  return id;
}

function requireVariable({ sql }: Call, projectId: string, variableId: string | undefined): void {
  if (variableId === undefined) throw new AppError('BAD_MESSAGE');
  const known = sql.get(Found, 'SELECT id FROM variable WHERE id = :variableId AND project_id = :projectId', { variableId, projectId });
  if (known === undefined) throw new AppError('NOT_FOUND');
}

function refuseTaken({ sql }: Call, projectId: string, name: string, exceptId: string | null): void {
  const taken = sql.get(
    Found,
    'SELECT id FROM framework WHERE project_id = :projectId AND lower(name) = lower(:name) AND (:exceptId IS NULL OR id <> :exceptId)',
    { projectId, name, exceptId },
  );
  if (taken !== undefined) throw new AppError('NAME_TAKEN', { name });
}

/** @throws AppError NOT_FOUND, NAME_TAKEN */
export function renameFramework(call: Call, frameworkId: string, name: string): void {
  const known = findFramework(call.sql, frameworkId);
  refuseTaken(call, known.projectId, name, frameworkId);
  call.operation.label({ name });
  if (name !== known.name) call.sql.run('UPDATE framework SET name = :name WHERE id = :frameworkId', { name, frameworkId });
}

/** Takes the matrix away and leaves its cells. @throws AppError NOT_FOUND */
export function removeFramework(call: Call, frameworkId: string): void {
  call.operation.label({ name: findFramework(call.sql, frameworkId).name });
  call.sql.run('DELETE FROM framework_theme WHERE framework_id = :frameworkId', { frameworkId });
  call.sql.run('DELETE FROM framework WHERE id = :frameworkId', { frameworkId });
}

/** Makes these themes the columns, in this order; a theme is one column at most. @throws AppError NOT_FOUND */
export function setThemes(call: Call, frameworkId: string, themeIds: readonly string[]): void {
  call.operation.label({ name: findFramework(call.sql, frameworkId).name });
  call.operation.mergeWith(`framework-themes:${frameworkId}`);
  putThemes(call, frameworkId, themeIds);
}

const KnownRow = z.object({ id: z.string(), theme_id: z.string(), ordinal: z.int() });

/** Columns that stay keep their rows, so that copies of a file that both order columns differ only in the order. */
function putThemes({ sql, workspace }: Call, frameworkId: string, wanted: readonly string[]): void {
  const themeIds = [...new Set(wanted)];
  const known = new Map(
    sql
      .all(KnownRow, 'SELECT id, theme_id, ordinal FROM framework_theme WHERE framework_id = :frameworkId', { frameworkId })
      .map((row) => [row.theme_id, row]),
  );
  for (const [themeId, row] of known)
    if (!themeIds.includes(themeId)) sql.run('DELETE FROM framework_theme WHERE id = :id', { id: row.id });
  for (const [at, themeId] of themeIds.entries()) {
    const row = known.get(themeId);
    const ordinal = at + 1;
    if (row === undefined) insertTheme(sql, { id: workspace.newId(), framework_id: frameworkId, theme_id: themeId, ordinal });
    else if (row.ordinal !== ordinal) sql.run('UPDATE framework_theme SET ordinal = :ordinal WHERE id = :id', { id: row.id, ordinal });
  }
}

function insertTheme(sql: Call['sql'], row: { id: string; framework_id: string; theme_id: string; ordinal: number }): void {
  if (sql.get(Found, 'SELECT id FROM theme WHERE id = :id', { id: row.theme_id }) === undefined) throw new AppError('NOT_FOUND');
  sql.insert('framework_theme', row);
}
