import { z } from 'zod';
import type { Call } from '../../rpc/call.ts';
import type { Merge } from './merge-themes.ts';
import { bothWords } from './unite-codings.ts';

const DifferenceRow = z.object({ id: z.string(), theme_id: z.string(), other_theme_id: z.string(), note: z.string().nullable() });
const EvidenceRow = z.object({ id: z.string(), key: z.string(), theme_id: z.string(), note: z.string().nullable() });

/** What people had said elsewhere of a merged theme, now said of the other: memos, digits, evidence, proposals turned down, differences. */
export function handOn(call: Call, merge: Merge): void {
  const { sql } = call;
  const params = { themeId: merge.themeId, intoId: merge.intoId };
  sql.run('UPDATE memo SET theme_id = :intoId WHERE theme_id = :themeId', params);
  // A theme has one digit at most in a project, and a proposal is turned down once.
  sql.run(
    `DELETE FROM quick_theme WHERE theme_id = :themeId AND project_id IN (SELECT project_id FROM quick_theme WHERE theme_id = :intoId)`,
    params,
  );
  sql.run('UPDATE quick_theme SET theme_id = :intoId WHERE theme_id = :themeId', params);
  sql.run(
    'DELETE FROM suggestion_rejection WHERE theme_id = :themeId AND text_id IN (SELECT text_id FROM suggestion_rejection WHERE theme_id = :intoId)',
    params,
  );
  sql.run('UPDATE suggestion_rejection SET theme_id = :intoId WHERE theme_id = :themeId', params);
  // Written as text: the log would take what json_set gives for a value of its own kind.
  sql.run(
    `UPDATE report_block SET options = json_set(options, '$.themeId', :intoId) || '' WHERE options ->> '$.themeId' = :themeId`,
    params,
  );
  handOnDifferences(call, merge);
  handOnEvidence(call, merge);
  handOnJointDisplay(call, merge);
}

/** The two no longer differ from each other; what either differs from, the other does, once. */
function handOnDifferences({ sql }: Call, { themeId, intoId }: Merge): void {
  const rows = sql.all(
    DifferenceRow,
    `SELECT id, theme_id, other_theme_id, note FROM theme_difference
     WHERE theme_id IN (:themeId, :intoId) OR other_theme_id IN (:themeId, :intoId) ORDER BY theme_id = :themeId OR other_theme_id = :themeId, id`,
    { themeId, intoId },
  );
  const handed = (id: string): string => (id === themeId ? intoId : id);
  const kept = new Map<string, { id: string; note: string | null }>();
  for (const row of rows) {
    const one = handed(row.theme_id);
    const two = handed(row.other_theme_id);
    const other = one === intoId ? two : one;
    const known = kept.get(other);
    if (other === intoId || known !== undefined) {
      sql.run('DELETE FROM theme_difference WHERE id = :id', { id: row.id });
      if (known === undefined) continue;
      const note = bothWords(known.note, row.note, '; ');
      sql.run('UPDATE theme_difference SET note = :note WHERE id = :id AND note IS NOT :note', { id: known.id, note });
      kept.set(other, { id: known.id, note });
      continue;
    }
    sql.run('UPDATE theme_difference SET theme_id = :one, other_theme_id = :two WHERE id = :id', { id: row.id, one, two });
    kept.set(other, { id: row.id, note: row.note });
  }
}

/** What a finding rests on it rests on once: the same with either theme becomes one, with both notes. */
function handOnEvidence({ sql }: Call, { themeId, intoId }: Merge): void {
  const rows = sql.all(
    EvidenceRow,
    `SELECT id, theme_id, note, json_array(finding_id, text_id, quote_id, exhibit_id, meeting_id, framework_cell_id) AS key
     FROM finding_evidence WHERE theme_id IN (:themeId, :intoId) ORDER BY theme_id = :themeId, id`,
    { themeId, intoId },
  );
  const kept = new Map<string, { id: string; note: string | null }>();
  for (const row of rows) {
    const known = kept.get(row.key);
    if (row.theme_id === themeId && known !== undefined) {
      const note = bothWords(known.note, row.note, '; ');
      sql.run('UPDATE finding_evidence SET note = :note WHERE id = :id AND note IS NOT :note', { id: known.id, note });
      sql.run('DELETE FROM finding_evidence WHERE id = :id', { id: row.id });
      kept.set(row.key, { id: known.id, note });
      continue;
    }
    if (row.theme_id === themeId) sql.run('UPDATE finding_evidence SET theme_id = :intoId WHERE id = :id', { id: row.id, intoId });
    if (known === undefined) kept.set(row.key, { id: row.id, note: row.note });
  }
}

const JudgementRow = z.object({
  id: z.string(),
  words: z.string(),
  inference: z.string().nullable(),
  kept_id: z.string(),
  kept_words: z.string(),
});

/** What was concluded of both beside the same score is said of the one, in both their words; the one's conclusion stands if it has any. */
function handOnJointDisplay({ sql }: Call, { themeId, intoId }: Merge): void {
  const twice = sql.all(
    JudgementRow,
    `SELECT gone.id, gone.words, gone.inference, kept.id AS kept_id, kept.words AS kept_words FROM joint_display AS gone
     JOIN joint_display AS kept ON kept.project_id = gone.project_id AND kept.variable_id = gone.variable_id AND kept.theme_id = :intoId
     WHERE gone.theme_id = :themeId`,
    { themeId, intoId },
  );
  for (const { id, words, inference, kept_id: keptId, kept_words: keptWords } of twice) {
    sql.run('DELETE FROM joint_display WHERE id = :id', { id });
    sql.run('UPDATE joint_display SET words = :words, inference = coalesce(inference, :inference) WHERE id = :keptId', {
      keptId,
      inference,
      words: bothWords(keptWords, words, '\n') ?? '',
    });
  }
  sql.run('UPDATE joint_display SET theme_id = :intoId WHERE theme_id = :themeId', { themeId, intoId });
}
