import { z } from 'zod';
import type { Inference } from '../../../../shared/contract/patterns.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { themeName } from '../themes/theme-terms.ts';

const IdRow = z.object({ id: z.string() });

interface Judging {
  readonly projectId: string;
  readonly variableId: string;
  readonly themeId: string;
  readonly inference: Inference | null;
  readonly words: string;
}

/** Says what a theme tells beside a score; nothing at all takes it back. @throws AppError NOT_FOUND */
export function judge(call: Call, { projectId, variableId, themeId, inference, words }: Judging): void {
  const { sql, operation, workspace } = call;
  const variable = sql.get(IdRow, 'SELECT id FROM variable WHERE id = :variableId AND project_id = :projectId', { variableId, projectId });
  const theme = sql.get(IdRow, 'SELECT id FROM theme WHERE id = :themeId', { themeId });
  if (variable === undefined || theme === undefined) throw new AppError('NOT_FOUND');
  operation.label({ theme: themeName(sql, themeId) });
  const place = { projectId, variableId, themeId };
  const where = 'project_id = :projectId AND variable_id = :variableId AND theme_id = :themeId';
  const known = sql.get(IdRow, `SELECT id FROM joint_display WHERE ${where}`, place);
  if (inference === null && words === '') sql.run(`DELETE FROM joint_display WHERE ${where}`, place);
  else if (known === undefined)
    sql.insert('joint_display', {
      id: workspace.newId(),
      project_id: projectId,
      variable_id: variableId,
      theme_id: themeId,
      inference,
      words,
    });
  else sql.run('UPDATE joint_display SET inference = :inference, words = :words WHERE id = :id', { id: known.id, inference, words });
}
