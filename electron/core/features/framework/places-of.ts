import { z } from 'zod';
import { ThemeId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import { mayBeSeen } from '../coding/blind.ts';
import { readThemeOrder } from '../recurrence/read-themes.ts';
import { readCases } from './cases.ts';
import { listFrameworks } from './find-framework.ts';

const TextRow = z.object({ project_id: z.string(), interview_key: z.int().nullable(), instance: z.int() });
const CodedRow = z.object({ theme_id: ThemeId });
const LinkRow = z.object({ row_id: z.string(), theme_id: z.string() });

const codedSql = `
SELECT DISTINCT coding.theme_id FROM counted_coding AS coding JOIN text ON text.id = coding.text_id
WHERE coding.text_id = :textId AND coding.start_offset < :end AND coding.end_offset > :start AND ${mayBeSeen()}`;
const linksSql = `
SELECT coalesce(framework_cell.respondent_id, interview.id, framework_cell.answer_group) AS row_id, framework_cell.theme_id
FROM quote JOIN framework_cell_quote ON framework_cell_quote.quote_id = quote.id
JOIN framework_cell ON framework_cell.id = framework_cell_quote.cell_id
LEFT JOIN interview ON interview.key = framework_cell.interview_key
WHERE quote.text_id = :textId AND quote.start_offset = :start AND quote.end_offset = :end`;

interface Words {
  readonly textId: string;
  readonly start: number;
  readonly end: number;
}

/** Cells that words can stand behind: in every matrix of their project, their row under the columns that are coded there. */
export function placesOf(sql: Statements, actorId: string, words: Words) {
  const text = sql.get(TextRow, 'SELECT project_id, interview_key, instance FROM text WHERE id = :textId', { textId: words.textId });
  const { interview_key: key = null, instance = 0 } = text ?? {};
  if (text === undefined || key === null) return [];
  const { parents } = readThemeOrder(sql);
  const themes = new Set<string>();
  for (const { theme_id: theme } of sql.all(CodedRow, codedSql, { ...words, actorId }))
    for (let at: string | null = theme; at !== null; at = parents.get(at) ?? null) themes.add(at);
  const links = new Set(sql.all(LinkRow, linksSql, { ...words }).map((row) => `${row.row_id} ${row.theme_id}`));
  return listFrameworks(sql, text.project_id).flatMap((matrix) => {
    const columns = matrix.themeIds.filter((themeId) => themes.has(themeId));
    if (columns.length === 0) return [];
    const rows = readCases(sql, matrix).filter(({ holds }) => holds(key, instance));
    const { id: frameworkId, name } = matrix;
    return rows.flatMap(({ rowId }) =>
      columns.map((themeId) => {
        const owner = matrix.unit === 'variable' ? `${matrix.variableId ?? ''}/${rowId}` : rowId;
        return { frameworkId, name, rowId, themeId, isLinked: links.has(`${owner} ${themeId}`) };
      }),
    );
  });
}
