import { z } from 'zod';
import type { Fill } from '../../../../shared/contract/framework.ts';
import { ThemeId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import type { FrameworkRecord } from './find-framework.ts';

const CellRow = z.object({
  id: z.string(),
  row_id: z.string(),
  theme_id: ThemeId,
  summary: z.string(),
  finished_at: z.string().nullable(),
  quotes: z.int(),
});
export type CellRow = z.infer<typeof CellRow>;

/** Column that holds the row's id, by the unit of the matrix. */
const rowIdOf = {
  person: 'framework_cell.respondent_id',
  interview: 'interview.id',
  variable: 'substr(framework_cell.answer_group, length(:variableId) + 2)',
} as const;

// Quotes of whoever has withdrawn are not counted; only the summary of several persons can rest on them.
const cellsSql = (unit: FrameworkRecord['unit']): string => `
SELECT framework_cell.id, ${rowIdOf[unit]} AS row_id, framework_cell.theme_id, framework_cell.summary, framework_cell.finished_at,
  (SELECT count(*) FROM framework_cell_quote JOIN quote ON quote.id = framework_cell_quote.quote_id JOIN text ON text.id = quote.text_id
   LEFT JOIN interview AS said ON said.key = text.interview_key LEFT JOIN respondent ON respondent.id = said.respondent_id
   WHERE framework_cell_quote.cell_id = framework_cell.id AND respondent.withdrawn_at IS NULL
     AND coalesce(said.status, '') NOT IN ('withdrawn', 'declined')) AS quotes
FROM json_each(:themeIds) AS wanted CROSS JOIN framework_cell ON framework_cell.theme_id = wanted.value
${unit === 'interview' ? 'JOIN interview ON interview.key = framework_cell.interview_key' : ''}
WHERE framework_cell.project_id = :projectId AND ${unit === 'person' ? 'framework_cell.respondent_id IS NOT NULL' : unit === 'variable' ? "framework_cell.answer_group LIKE :variableId || '/%'" : '1'}`;

/** Cells of a matrix by "row id theme id". */
export type Cells = ReadonlyMap<string, CellRow>;

/** The key of a cell among those of a matrix. */
export function cellKey(rowId: string, themeId: string): string {
  return `${rowId} ${themeId}`;
}

/** All cells that a matrix shows, of every row. */
export function readCells(sql: Statements, { projectId, unit, variableId, themeIds }: FrameworkRecord): Cells {
  const params = { projectId, themeIds: JSON.stringify(themeIds) };
  const rows = sql.all(CellRow, cellsSql(unit), unit === 'variable' ? { ...params, variableId: variableId ?? '' } : params);
  return new Map(rows.map((row) => [cellKey(row.row_id, row.theme_id), row]));
}

/** How far rows have come under some of the columns. */
export function fillOf(cells: Cells, rowIds: readonly string[], themeIds: readonly string[]): Fill {
  let [done, begun] = [0, 0];
  for (const rowId of rowIds)
    for (const themeId of themeIds) {
      const cell = cells.get(cellKey(rowId, themeId));
      if (cell === undefined) continue;
      if (cell.finished_at === null) begun += 1;
      else done += 1;
    }
  return { done, begun, cells: rowIds.length * themeIds.length };
}
