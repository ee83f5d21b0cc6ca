import { z } from 'zod';
import type { Statements } from './statements.ts';

const Mark = z.object({ seq: z.int(), hlc: z.string(), version: z.int() });

/** The latest step that was about anything else than the reports themselves; undoing one has its name. */
const markSql = `SELECT seq, hlc, (SELECT data_version FROM pragma_data_version) AS version FROM op
WHERE kind NOT GLOB 'reports.*' AND label_id NOT GLOB 'reports.*' ORDER BY seq DESC LIMIT 1`;

/**
 * Names the state of everything but the reports: another name, other data. What is made of several steps and leaves must have the same name at its end as at
 * its beginning, or somebody who has withdrawn in between would be in it.
 * @returns empty in a workspace in which nothing has been done
 */
export function dataMark({ sql }: { readonly sql: Statements }): string {
  const row = sql.get(Mark, markSql);
  return row === undefined ? '' : `${row.seq} ${row.hlc} ${row.version}`;
}
