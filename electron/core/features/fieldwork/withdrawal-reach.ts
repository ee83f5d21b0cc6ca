import { z } from 'zod';
import type { WithdrawalReach } from '../../../../shared/contract/fieldwork-withdrawal.ts';
import { FindingId, ReportId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import { listBackups } from '../../workspace/backup.ts';
import { findRespondent } from './find-respondent.ts';

const Count = z.object({ n: z.int() });
const FindingRow = z.object({ id: FindingId, code: z.string(), wording: z.string() });
const ReportRow = z.object({ id: ReportId, title: z.string(), quotes: z.int() });
const ReleaseRow = z.object({ number: z.int(), recipient: z.string().nullable(), released_at: z.string() });

const shownReleases = 20;
const keys = 'SELECT key FROM interview WHERE respondent_id = :respondentId';
const texts = `SELECT id FROM text WHERE interview_key IN (${keys})`;
const quotes = `SELECT id FROM quote WHERE text_id IN (${texts})`;
const cells = `SELECT id FROM framework_cell WHERE respondent_id = :respondentId OR interview_key IN (${keys})`;

const counted = {
  interviews: 'SELECT count(*) AS n FROM interview WHERE respondent_id = :respondentId',
  answers: `SELECT count(*) AS n FROM answer WHERE interview_key IN (${keys})`,
  secondAnswers: `SELECT count(*) AS n FROM second_answer WHERE interview_key IN (${keys})`,
  texts: `SELECT count(*) AS n FROM text WHERE interview_key IN (${keys})`,
  codings: `SELECT count(*) AS n FROM coding WHERE text_id IN (${texts})`,
  memos: `SELECT count(*) AS n FROM memo WHERE text_id IN (${texts}) OR coding_id IN (SELECT id FROM coding WHERE text_id IN (${texts}))`,
  consents: 'SELECT count(*) AS n FROM consent WHERE respondent_id = :respondentId',
  quotes: `SELECT count(*) AS n FROM quote WHERE text_id IN (${texts})`,
  clearedQuotes: `SELECT count(*) AS n FROM quote WHERE text_id IN (${texts}) AND status = 'cleared'`,
  observations: `SELECT count(*) AS n FROM observation WHERE text_id IN (${texts})`,
} as const;

const findingSql = `
SELECT id, code, wording FROM finding WHERE id IN (
  SELECT finding_id FROM finding_evidence WHERE text_id IN (${texts}) OR quote_id IN (${quotes}) OR framework_cell_id IN (${cells})) ORDER BY code`;
const theirEvidence = `SELECT finding_id FROM finding_evidence WHERE text_id IN (${texts}) OR quote_id IN (${quotes}) OR framework_cell_id IN (${cells})`;
// A block of findings tells of all those of the project.
const reportSql = `
SELECT report.id, report.title, coalesce(sum(report_block.quote_id IN (${quotes})), 0) AS quotes
FROM report JOIN report_block ON report_block.report_id = report.id
WHERE report_block.quote_id IN (${quotes}) OR report_block.finding_id IN (${theirEvidence})
  OR (report_block.kind = 'findings' AND report.project_id IN (SELECT project_id FROM finding WHERE id IN (${theirEvidence})))
GROUP BY report.id ORDER BY report.title`;
const releaseSql = `
SELECT number, recipient, released_at FROM release WHERE project_id = :projectId AND recalled_at IS NULL ORDER BY number DESC LIMIT :limit`;

/** What withdrawing or erasing a participant reaches. @throws AppError NOT_FOUND */
export function readWithdrawalReach(sql: Statements, workspacePath: string, respondentId: string): WithdrawalReach {
  const row = findRespondent(sql, respondentId);
  const count = (name: keyof typeof counted): number => sql.get(Count, counted[name], { respondentId })?.n ?? 0;
  const ofProject = (text: string): number => sql.get(Count, text, { projectId: row.project_id })?.n ?? 0;
  return {
    respondentId: row.id,
    projectId: row.project_id,
    project: row.project,
    code: row.code,
    withdrawnAt: row.withdrawn_at,
    erasedAt: row.erased_at,
    possibleUntil: row.delete_on,
    isAnonymised: row.project_status === 'anonymised',
    interviews: count('interviews'),
    answers: count('answers'),
    secondAnswers: count('secondAnswers'),
    texts: count('texts'),
    codings: count('codings'),
    memos: count('memos'),
    consents: count('consents'),
    quotes: count('quotes'),
    clearedQuotes: count('clearedQuotes'),
    findings: sql.all(FindingRow, findingSql, { respondentId }),
    observations: count('observations'),
    exhibits: ofProject('SELECT count(*) AS n FROM exhibit WHERE project_id = :projectId'),
    reports: sql.all(ReportRow, reportSql, { respondentId }),
    releases: sql
      .all(ReleaseRow, releaseSql, { projectId: row.project_id, limit: shownReleases })
      .map(({ number, recipient, released_at: releasedAt }) => ({ number, recipient, releasedAt })),
    releaseCount: ofProject('SELECT count(*) AS n FROM release WHERE project_id = :projectId AND recalled_at IS NULL'),
    backups: listBackups(workspacePath).map((backup) => backup.file),
  };
}
