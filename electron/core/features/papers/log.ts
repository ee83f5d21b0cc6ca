import { z } from 'zod';
import { DistributionRow } from '../../../../shared/contract/papers.ts';
import { MeetingId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { digestOf, orderOf, type LoggedPaper } from './prepare.ts';

const text = z.string().nullable();
const Row = z.object({
  id: z.string(),
  meeting_id: MeetingId,
  what: DistributionRow.shape.what,
  recipient: z.string(),
  status: z.enum(['prepared', 'sent']),
  sent_on: z.string(),
  language: Language.nullable().catch(null),
  format: text,
  sheet_id: text,
  sheet_version: z.int().nullable(),
  body_digest: text,
});
const logSql = `SELECT distribution.id, distribution.meeting_id, distribution.what, distribution.recipient, distribution.status,
  distribution.sent_on, distribution.language, distribution.format, distribution.sheet_id, question_sheet.version AS sheet_version,
  distribution.body_digest
FROM distribution LEFT JOIN question_sheet ON question_sheet.id = distribution.sheet_id
WHERE distribution.meeting_id = :meetingId
ORDER BY distribution.status, distribution.sent_on DESC, distribution.what, distribution.recipient, distribution.id LIMIT :limit OFFSET :offset`;

const Facts = z.object({ total: z.int(), prepared: z.int(), meeting_status: z.string() });
const factsSql = `SELECT (SELECT count(*) FROM distribution WHERE meeting_id = meeting.id) AS total,
  (SELECT count(*) FROM distribution WHERE meeting_id = meeting.id AND status = 'prepared') AS prepared, status AS meeting_status
FROM meeting WHERE id = :meetingId`;

export interface LogInput {
  readonly meetingId: MeetingId;
  readonly limit: number;
  readonly offset: number;
}

/** What was made and sent from a meeting: what waits first, then the newest. @throws AppError NOT_FOUND */
export function readLog(workspace: Workspace, { meetingId, limit, offset }: LogInput) {
  const { sql } = workspace;
  const facts = sql.get(Facts, factsSql, { meetingId });
  if (facts === undefined) throw new AppError('NOT_FOUND');
  const digests = new Map<string, string | null>();
  const rows = sql.all(Row, logSql, { meetingId, limit, offset }).map((row) => ({
    id: row.id,
    what: row.what,
    recipient: row.recipient,
    status: row.status,
    on: row.sent_on,
    language: row.language,
    format: row.format,
    sheetVersion: row.sheet_version,
    isChangedSince: row.body_digest === null ? null : digestNow(workspace, row, digests) !== row.body_digest,
  }));
  return {
    rows,
    total: facts.total,
    hasPrepared: facts.prepared > 0,
    isChangedAfterSending: facts.meeting_status === 'changed-after-sending',
  };
}

/** The paper as it would be made now, once for all who had the same. Null when there is nothing of it left. */
function digestNow(workspace: Workspace, row: LoggedPaper, known: Map<string, string | null>): string | null {
  const key = [row.what, row.format, row.language, row.sheet_id].join(' ');
  const found = known.get(key);
  if (found !== undefined) return found;
  const order = orderOf(row);
  const digest = order === null ? null : emptyIfGone(() => digestOf(workspace, order));
  known.set(key, digest);
  return digest;
}

function emptyIfGone(make: () => string | null): string | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
