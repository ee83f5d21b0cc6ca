import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { codingColumns, CodingRow, toFacts } from './coding-rows.ts';
import { settleTogether } from './move-settlements.ts';
import { uniteCodings, type CodingFacts } from './unite-codings.ts';

// Only where both themes stand on one text by one coder can anything overlap; all else moves by one statement.
const meetingSql = `
SELECT ${codingColumns} FROM coding WHERE coding.theme_id IN (:fromId, :toId) AND (text_id, coder_id) IN (
  SELECT text_id, coder_id FROM coding WHERE theme_id = :fromId INTERSECT SELECT text_id, coder_id FROM coding WHERE theme_id = :toId)
ORDER BY text_id, coder_id, start_offset, id`;

const inScope = '(:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))';

export interface MovedCodings {
  /** Codings that came, those that became part of another among them. */
  readonly moved: number;
  readonly collapsed: number;
}

/** Which theme's codings go where; `ids` null for all of them. */
export interface CodingMove {
  readonly fromId: string;
  readonly toId: string;
  readonly ids: readonly string[] | null;
}

/**
 * Gives codings to another theme. Who was counted for either theme is counted for the other afterwards, settled texts too; what one coder
 * has put twice on the same words becomes one coding, with the memos of both.
 */
export function moveCodings(call: Call, move: CodingMove): MovedCodings {
  const { sql } = call;
  const ids = settleTogether(call, move);
  const wanted = ids === null ? null : new Set(ids);
  const { fromId, toId } = move;
  let collapsed = 0;
  let united = 0;
  const groups = Map.groupBy(sql.all(CodingRow, meetingSql, { fromId, toId }), (row) => `${row.text_id} ${row.coder_id}`);
  for (const group of groups.values()) {
    const arriving = group.filter((row) => row.theme_id === fromId && (wanted === null || wanted.has(row.id)));
    const there = group.filter((row) => row.theme_id === toId);
    const result = uniteCodings(there.map(toFacts), arriving.map(toFacts));
    const gone = new Set(result.absorbed.map(({ id }) => id));
    united += arriving.filter((row) => gone.has(row.id)).length;
    collapsed += result.absorbed.length;
    writeUnited(sql, result.absorbed, result.changed);
  }
  const moved = sql.run(`UPDATE coding SET theme_id = :toId WHERE theme_id = :fromId AND ${inScope}`, {
    fromId,
    toId,
    ids: ids === null ? null : JSON.stringify(ids),
  });
  return { moved: moved + united, collapsed };
}

function writeUnited(sql: Statements, absorbed: readonly { id: string; intoId: string }[], changed: readonly CodingFacts[]): void {
  for (const { id, intoId } of absorbed) {
    sql.run('UPDATE memo SET coding_id = :intoId WHERE coding_id = :id', { id, intoId });
    sql.run('DELETE FROM coding WHERE id = :id', { id });
  }
  for (const { start, end, ...facts } of changed)
    sql.run(
      `UPDATE coding SET start_offset = :start, end_offset = :end, is_whole = :isWhole, certainty = :certainty, reason = :reason,
       polarity = :polarity, level = :level, service_id = :serviceId, origin = :origin, is_doubtful = :isDoubtful WHERE id = :id`,
      { ...facts, start, end, isWhole: Number(facts.isWhole), isDoubtful: Number(facts.isDoubtful) },
    );
}
