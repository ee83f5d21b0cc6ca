import { z } from 'zod';
import { ActionStatus } from '../../../../shared/contract/actions.ts';
import { type FindingRow, FindingStatus, Polarity } from '../../../../shared/contract/findings.ts';
import { ActionId, FindingId, MeetingId, ThemeId, type ProjectId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { themeNames } from './theme-names.ts';

const Row = z.object({
  id: FindingId,
  code: z.string(),
  wording: z.string(),
  polarity: Polarity,
  level: z.enum(['individual', 'service', 'system']).nullable(),
  status: FindingStatus,
  service: z.string().nullable(),
  amount_as_said: z.string().nullable(),
  reported_back_on: z.string().nullable(),
});
const findingSql = `SELECT finding.id, finding.code, finding.wording, finding.polarity, finding.level, finding.status, service.name AS service,
  finding.amount_as_said, (SELECT max(told_on) FROM report_back WHERE report_back.finding_id = finding.id) AS reported_back_on
FROM finding LEFT JOIN service ON service.id = finding.service_id
WHERE finding.project_id = :projectId AND (:status IS NULL OR finding.status = :status)
ORDER BY finding.code LIMIT 500`;

const EvidenceRow = z.object({
  finding_id: FindingId,
  text_id: z.string().nullable(),
  theme_id: ThemeId.nullable(),
  exhibit_id: z.string().nullable(),
  meeting_id: z.string().nullable(),
  note: z.string().nullable(),
});
const evidenceSql = `SELECT finding_id, text_id, theme_id, exhibit_id, meeting_id, note FROM finding_evidence
WHERE finding_id IN (SELECT value FROM json_each(:ids)) AND NOT EXISTS (
  SELECT 1 FROM text JOIN interview ON interview.key = text.interview_key JOIN respondent ON respondent.id = interview.respondent_id
  WHERE text.id = finding_evidence.text_id AND (respondent.withdrawn_at IS NOT NULL OR interview.status = 'withdrawn'))`;

const WordingRow = z.object({
  finding_id: FindingId,
  wording_before: z.string(),
  changed_at: z.string(),
  meeting_id: MeetingId.nullable(),
  meeting_title: z.string().nullable(),
});
const wordingSql = `SELECT finding_wording.finding_id, finding_wording.wording_before, finding_wording.changed_at, finding_wording.meeting_id,
  meeting.title AS meeting_title
FROM finding_wording LEFT JOIN meeting ON meeting.id = finding_wording.meeting_id
WHERE finding_wording.finding_id IN (SELECT value FROM json_each(:ids)) ORDER BY finding_wording.changed_at DESC`;

const ActionOfFinding = z.object({
  finding_id: FindingId,
  id: ActionId,
  code: z.string(),
  wording: z.string(),
  status: ActionStatus,
  result: z.string().nullable(),
});
const actionSql = `SELECT finding_id, id, code, wording, status, result FROM action
WHERE finding_id IN (SELECT value FROM json_each(:ids)) ORDER BY code`;

export interface FindingSelection {
  readonly projectId: ProjectId;
  readonly status?: FindingStatus | undefined;
  /** The language theme names are wanted in. */
  readonly language: Language;
}

/** The findings of a project by code, each with what it rests on, what it was called before and what came of it. */
export function listFindings(sql: Statements, { projectId, status, language }: FindingSelection): FindingRow[] {
  const rows = sql.all(Row, findingSql, { projectId, status: status ?? null });
  const ids = JSON.stringify(rows.map((row) => row.id));
  const themes = themeNames(sql, language);
  const evidence = Map.groupBy(sql.all(EvidenceRow, evidenceSql, { ids }), (item) => item.finding_id);
  const wordings = Map.groupBy(sql.all(WordingRow, wordingSql, { ids }), (item) => item.finding_id);
  const actions = Map.groupBy(sql.all(ActionOfFinding, actionSql, { ids }), (item) => item.finding_id);
  return rows.map((row) => {
    const items = evidence.get(row.id) ?? [];
    return {
      id: row.id,
      code: row.code,
      wording: row.wording,
      polarity: row.polarity,
      level: row.level,
      status: row.status,
      service: row.service,
      amountAsSaid: row.amount_as_said,
      themes: items.flatMap((item) => (item.theme_id === null ? [] : (themes.get(item.theme_id) ?? []))),
      evidence: {
        texts: items.filter((item) => item.text_id !== null).length,
        exhibits: items.filter((item) => item.exhibit_id !== null).length,
        meetings: items.filter((item) => item.meeting_id !== null).length,
        themes: items.filter((item) => item.theme_id !== null).length,
      },
      evidenceNotes: items.flatMap((item) => item.note ?? []),
      wordings: (wordings.get(row.id) ?? []).map((item) => ({
        before: item.wording_before,
        changedAt: item.changed_at,
        meeting: item.meeting_id === null ? null : { id: item.meeting_id, title: item.meeting_title ?? '' },
      })),
      actions: (actions.get(row.id) ?? []).map(({ id, code, wording, status: actionStatus, result }) => ({
        id,
        code,
        wording,
        status: actionStatus,
        result,
      })),
      reportedBackOn: row.reported_back_on,
    };
  });
}
