import { z } from 'zod';
import type { Call } from '../../rpc/call.ts';
import type { Merge } from './merge-themes.ts';
import { bothWords } from './unite-codings.ts';

const CellRow = z.object({
  id: z.string(),
  key: z.string(),
  theme_id: z.string(),
  summary: z.string(),
  finished_at: z.string().nullable(),
});
type CellRow = z.infer<typeof CellRow>;

const cellSql = `
SELECT id, theme_id, summary, finished_at, json_array(
  CASE WHEN answer_group IS NULL THEN NULL ELSE project_id END, respondent_id, interview_key, answer_group) AS key
FROM framework_cell WHERE theme_id IN (:themeId, :intoId) ORDER BY theme_id = :themeId, id`;

/** Columns of framework matrices and their cells: where a case has a summary of both themes, one cell holds both, with the words behind either. */
export function handOnFramework(call: Call, { themeId, intoId }: Merge): void {
  const { sql } = call;
  const params = { themeId, intoId };
  sql.run(
    'DELETE FROM framework_theme WHERE theme_id = :themeId AND framework_id IN (SELECT framework_id FROM framework_theme WHERE theme_id = :intoId)',
    params,
  );
  sql.run('UPDATE framework_theme SET theme_id = :intoId WHERE theme_id = :themeId', params);
  const rows = sql.all(CellRow, cellSql, params);
  const kept = new Map(rows.filter((row) => row.theme_id === intoId).map((row) => [row.key, row]));
  for (const row of rows) {
    if (row.theme_id === intoId) continue;
    const cell = kept.get(row.key);
    if (cell === undefined) sql.run('UPDATE framework_cell SET theme_id = :intoId WHERE id = :id', { id: row.id, intoId });
    else foldCell(call, row, cell);
  }
}

function foldCell(call: Call, gone: CellRow, kept: CellRow): void {
  const { sql } = call;
  const params = { goneId: gone.id, keptId: kept.id };
  sql.run(
    `DELETE FROM framework_cell_quote WHERE cell_id = :goneId AND quote_id IN (SELECT quote_id FROM framework_cell_quote WHERE cell_id = :keptId)`,
    params,
  );
  sql.run('UPDATE framework_cell_quote SET cell_id = :keptId WHERE cell_id = :goneId', params);
  foldEvidence(call, gone, kept);
  sql.run('DELETE FROM framework_cell WHERE id = :goneId', { goneId: gone.id });
  const both = [kept, gone].filter(({ summary }) => summary !== '');
  sql.run('UPDATE framework_cell SET summary = :summary, finished_at = :finishedAt WHERE id = :keptId', {
    keptId: kept.id,
    summary: both.length === 2 ? (bothWords(kept.summary, gone.summary, '\n\n') ?? '') : (both[0]?.summary ?? ''),
    // Two that were read through do not make one that was.
    finishedAt: both.length === 2 ? null : (both[0] ?? kept).finished_at,
  });
}

const EvidenceRow = z.object({ id: z.string(), cell_id: z.string(), key: z.string(), note: z.string().nullable() });
const evidenceSql = `
SELECT id, framework_cell_id AS cell_id, note, json_array(finding_id, text_id, quote_id, theme_id, exhibit_id, meeting_id) AS key
FROM finding_evidence WHERE framework_cell_id IN (:goneId, :keptId) ORDER BY framework_cell_id = :goneId, id`;

/** A finding that rests on both cells rests on the one, once, with both notes. */
function foldEvidence({ sql }: Call, gone: CellRow, kept: CellRow): void {
  const rows = sql.all(EvidenceRow, evidenceSql, { goneId: gone.id, keptId: kept.id });
  const standing = new Map(rows.filter((row) => row.cell_id === kept.id).map((row) => [row.key, row]));
  for (const row of rows) {
    if (row.cell_id === kept.id) continue;
    const same = standing.get(row.key);
    if (same === undefined) {
      sql.run('UPDATE finding_evidence SET framework_cell_id = :keptId WHERE id = :id', { id: row.id, keptId: kept.id });
      continue;
    }
    const note = bothWords(same.note, row.note, '; ');
    sql.run('UPDATE finding_evidence SET note = :note WHERE id = :id AND note IS NOT :note', { id: same.id, note });
    sql.run('DELETE FROM finding_evidence WHERE id = :id', { id: row.id });
  }
}
