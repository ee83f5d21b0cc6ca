import { z } from 'zod';
import { InterviewId, VersionId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { isSameMark, readMark, tablesChangedSince, valuesChangedSince, type LogMark } from '../../db/changes-since.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { createProgressReader } from '../interviews/list-progress.ts';

const Row = z.object({
  id: InterviewId,
  key: z.int(),
  version_id: VersionId,
  language: Language,
  seed: z.int(),
  held_on: z.string().nullable(),
  started_at: z.string(),
});
const rowSql = `
SELECT id, key, version_id, language, seed, held_on, started_at FROM interview WHERE key IN (SELECT value FROM json_each(:keys))`;

/** What decides what a form asks: when one of these changes, everybody is judged anew. */
const ofForms = ['questionnaire_version', 'section', 'question', 'question_check', 'answer_option', 'variable', 'scale'] as const;
/** Rows of one interview, by the column that names it. */
const ofInterviews = [
  ['answer', 'interview_key'],
  ['turn', 'interview_key'],
  ['interview', 'key'],
] as const;

interface Known {
  readonly mark: LogMark;
  readonly shares: Map<number, number>;
}
const memory = new WeakMap<Workspace, Known>();

/**
 * How much of what was asked is answered in each of these interviews, 0–1; one that is asked nothing has answered all. Judged once, and
 * again only where something has changed since: lives and dies with the open workspace.
 */
export function answeredShares(workspace: Workspace, keys: readonly number[]): ReadonlyMap<number, number> {
  const { sql } = workspace;
  const shares = stillTrue(workspace);
  const missing = keys.filter((key) => !shares.has(key));
  if (missing.length > 0) {
    const progress = createProgressReader(sql);
    for (const row of sql.all(Row, rowSql, { keys: JSON.stringify(missing) })) {
      const { answered, asked } = progress(row);
      shares.set(row.key, asked === 0 ? 1 : answered / asked);
    }
  }
  return shares;
}

function stillTrue(workspace: Workspace): Map<number, number> {
  const { sql } = workspace;
  const known = memory.get(workspace);
  const mark = readMark(sql);
  if (known !== undefined && isSameMark(known.mark, mark)) return known.shares;
  const changed = known === undefined ? null : tablesChangedSince(sql, known.mark);
  const isKept = known !== undefined && changed !== null && !ofForms.some((table) => changed.has(table));
  const shares = isKept ? known.shares : new Map<number, number>();
  if (isKept) {
    for (const [table, column] of ofInterviews)
      if (changed.has(table)) for (const key of valuesChangedSince(sql, known.mark, table, column)) shares.delete(Number(key));
  }
  memory.set(workspace, { mark, shares });
  return shares;
}
