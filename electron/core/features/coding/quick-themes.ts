import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { themeName } from '../themes/theme-terms.ts';

const Row = z.object({ id: z.string(), digit: z.int(), theme_id: z.string() });

/** Themes on the digits of a project, by digit. They never rearrange by themselves. */
export function readQuickThemes(sql: Statements, projectId: string): { digit: number; themeId: string }[] {
  const rows = sql.all(Row, 'SELECT id, digit, theme_id FROM quick_theme WHERE project_id = :projectId ORDER BY digit', { projectId });
  return rows.map((row) => ({ digit: row.digit, themeId: row.theme_id }));
}

/** Puts a theme on a digit, or takes the digit free. A theme has one digit at most: the old one becomes free. @throws AppError NOT_FOUND */
export function setQuickTheme(
  call: Call,
  given: { readonly projectId: string; readonly digit: number; readonly themeId: string | null },
): void {
  const { sql, workspace, operation } = call;
  const { projectId, digit, themeId } = given;
  const known = sql.all(Row, 'SELECT id, digit, theme_id FROM quick_theme WHERE project_id = :projectId', { projectId });
  const here = known.find((row) => row.digit === digit);
  if (here?.theme_id === (themeId ?? undefined)) return;
  for (const row of known)
    if (row.digit === digit || row.theme_id === themeId) sql.run('DELETE FROM quick_theme WHERE id = :id', { id: row.id });
  if (themeId === null) {
    operation.label({ digit, theme: here === undefined ? '' : themeName(sql, here.theme_id) }, 'coding.setQuickTheme.undoFree');
    return;
  }
  operation.label({ digit, theme: themeName(sql, themeId) });
  sql.insert('quick_theme', { id: workspace.newId(), project_id: projectId, digit, theme_id: themeId });
}
