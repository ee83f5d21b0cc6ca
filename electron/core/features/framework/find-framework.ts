import { z } from 'zod';
import { FrameworkId, FrameworkUnit, type Framework } from '../../../../shared/contract/framework.ts';
import { ProjectId, ThemeId, VariableId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({
  id: FrameworkId,
  project_id: ProjectId,
  name: z.string(),
  unit: FrameworkUnit,
  variable_id: VariableId.nullable(),
});
const ThemeRow = z.object({ framework_id: z.string(), theme_id: ThemeId });

const columns = 'SELECT id, project_id, name, unit, variable_id FROM framework';
const themesSql = `
SELECT framework_theme.framework_id, framework_theme.theme_id FROM json_each(:ids) AS wanted
JOIN framework_theme ON framework_theme.framework_id = wanted.value ORDER BY framework_theme.ordinal, framework_theme.id`;

/** A matrix with its project. */
export interface FrameworkRecord extends Framework {
  readonly projectId: ProjectId;
}

function withThemes(sql: Statements, rows: readonly z.infer<typeof Row>[]): FrameworkRecord[] {
  const themes = Map.groupBy(sql.all(ThemeRow, themesSql, { ids: JSON.stringify(rows.map(({ id }) => id)) }), (row) => row.framework_id);
  return rows.map(({ id, project_id: projectId, name, unit, variable_id: variableId }) => ({
    id,
    projectId,
    name,
    unit,
    variableId,
    themeIds: (themes.get(id) ?? []).map((row) => row.theme_id),
  }));
}

/** One matrix. @throws AppError NOT_FOUND */
export function findFramework(sql: Statements, frameworkId: string): FrameworkRecord {
  const [found] = withThemes(sql, sql.all(Row, `${columns} WHERE id = :frameworkId`, { frameworkId }));
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found;
}

/** Matrices of a project in the order they were made. */
export function listFrameworks(sql: Statements, projectId: string): FrameworkRecord[] {
  return withThemes(sql, sql.all(Row, `${columns} WHERE project_id = :projectId ORDER BY ordinal, id`, { projectId }));
}
