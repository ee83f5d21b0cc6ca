import { z } from 'zod';
import type { Call } from '../../rpc/call.ts';
import { consensusActor } from '../agreement/settle.ts';
import { codingColumns, CodingRow, toFacts } from './coding-rows.ts';
import type { CodingMove } from './move-codings.ts';
import { bothWords, uniteCodings } from './unite-codings.ts';

const SettledRow = z.object({ id: z.string(), text_id: z.string(), theme_id: z.string(), note: z.string().nullable() });

// Texts on which coders have settled either theme, as far as something of the moving theme is there.
const settledSql = `
SELECT id, text_id, theme_id, note FROM consensus WHERE theme_id = :fromId
  AND (:ids IS NULL OR text_id IN (SELECT text_id FROM coding WHERE id IN (SELECT value FROM json_each(:ids))))
UNION ALL
SELECT id, text_id, theme_id, note FROM consensus WHERE theme_id = :toId AND text_id IN (
  SELECT text_id FROM coding WHERE theme_id = :fromId AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))
  UNION SELECT text_id FROM consensus WHERE theme_id = :fromId)
ORDER BY text_id`;

const placedSql = `
SELECT ${codingColumns} FROM coding WHERE coding.text_id = :textId AND coding.theme_id = :themeId ORDER BY start_offset, id`;

/**
 * Before codings move to a theme: on texts where coders have settled one of the two themes, makes it so that the other counts as much as
 * it did. What was settled goes along whole; where only one of the two was settled, what counted of the other becomes part of the
 * settlement, and the coders' own codings stay theirs. Answers the codings to move, which are more than were asked for where a text is settled.
 */
export function settleTogether(call: Call, { fromId, toId, ids }: CodingMove): readonly string[] | null {
  const { sql } = call;
  const rows = sql.all(SettledRow, settledSql, { fromId, toId, ids: ids === null ? null : JSON.stringify(ids) });
  if (rows.length === 0) return ids;
  const wanted = ids === null ? null : new Set(ids);
  for (const [textId, settled] of Map.groupBy(rows, (row) => row.text_id)) {
    const from = settled.find((row) => row.theme_id === fromId);
    const to = settled.find((row) => row.theme_id === toId);
    const moving = sql.all(CodingRow, placedSql, { textId, themeId: fromId });
    if (from !== undefined) for (const { id } of moving) wanted?.add(id);
    if (from === undefined) {
      const arriving = moving.filter(({ id }) => wanted === null || wanted.has(id));
      for (const id of agreeOn(call, arriving)) wanted?.add(id);
    } else if (to === undefined) {
      agreeOn(call, sql.all(CodingRow, placedSql, { textId, themeId: toId }));
      sql.run('UPDATE consensus SET theme_id = :toId WHERE id = :id', { id: from.id, toId });
    } else {
      sql.run('UPDATE consensus SET note = :note WHERE id = :id AND note IS NOT :note', {
        id: to.id,
        note: bothWords(to.note, from.note, '; '),
      });
      sql.run('DELETE FROM consensus WHERE id = :id', { id: from.id });
    }
  }
  return wanted === null ? null : [...wanted];
}

/** Lets the consensus coder put what coders have put on a text, each stretch once. Answers the new codings' ids. */
function agreeOn({ sql, workspace }: Call, rows: readonly CodingRow[]): string[] {
  const coderId = consensusActor(workspace);
  const own = rows.filter((row) => row.coder_id !== coderId);
  const [first] = own;
  if (first === undefined) return [];
  const { standing } = uniteCodings([], own.map(toFacts));
  const now = new Date(workspace.now()).toISOString();
  return standing.map(({ start, end, isWhole, isDoubtful, serviceId, certainty, reason, polarity, level }) => {
    const id = workspace.newId();
    sql.insert('coding', {
      id,
      certainty,
      reason,
      polarity,
      level,
      text_id: first.text_id,
      theme_id: first.theme_id,
      coder_id: coderId,
      is_whole: Number(isWhole),
      start_offset: start,
      end_offset: end,
      service_id: serviceId,
      origin: 'consensus',
      is_doubtful: Number(isDoubtful),
      coded_at: now,
    });
    return id;
  });
}
