import { z } from 'zod';
import { ActionStatus } from '../../../../shared/contract/actions.ts';
import { FindingStatus, type EvidenceKind, type FindingRow, type ThemeOnThing } from '../../../../shared/contract/findings.ts';
import { ActionId, FindingId, MeetingId, ThemeId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import { firstWords } from './first-words.ts';

const text = z.string().nullable();

const EvidenceRow = z.object({
  id: z.string(),
  finding_id: FindingId,
  text_id: text,
  quote_id: text,
  said: text,
  start_offset: z.int().nullable(),
  end_offset: z.int().nullable(),
  theme_id: ThemeId.nullable(),
  exhibit_id: text,
  exhibit: text,
  meeting_id: text,
  meeting: text,
  framework_cell_id: text,
  summary: text,
  cell_theme_id: ThemeId.nullable(),
  note: text,
  is_withdrawn: z.int(),
});
type EvidenceRow = z.infer<typeof EvidenceRow>;
const evidenceSql = `SELECT finding_evidence.id, finding_evidence.finding_id, finding_evidence.text_id, finding_evidence.quote_id,
  text.body AS said, quote.start_offset, quote.end_offset, finding_evidence.theme_id,
  finding_evidence.exhibit_id, exhibit.name AS exhibit, finding_evidence.meeting_id, meeting.title AS meeting,
  finding_evidence.framework_cell_id, framework_cell.summary, framework_cell.theme_id AS cell_theme_id, finding_evidence.note,
  coalesce(respondent.withdrawn_at IS NOT NULL OR interview.status = 'withdrawn', 0) AS is_withdrawn
FROM finding_evidence LEFT JOIN quote ON quote.id = finding_evidence.quote_id
LEFT JOIN text ON text.id = coalesce(finding_evidence.text_id, quote.text_id) LEFT JOIN exhibit ON exhibit.id = finding_evidence.exhibit_id
LEFT JOIN meeting ON meeting.id = finding_evidence.meeting_id
LEFT JOIN framework_cell ON framework_cell.id = finding_evidence.framework_cell_id
LEFT JOIN interview ON interview.key = coalesce(text.interview_key, framework_cell.interview_key)
LEFT JOIN respondent ON respondent.id = coalesce(interview.respondent_id, framework_cell.respondent_id)
WHERE finding_evidence.finding_id IN (SELECT value FROM json_each(:ids)) ORDER BY finding_evidence.id`;

const WordingRow = z.object({
  finding_id: FindingId,
  wording_before: z.string(),
  changed_at: z.string(),
  meeting_id: MeetingId.nullable(),
  meeting_title: text,
});
const wordingSql = `SELECT finding_wording.finding_id, finding_wording.wording_before, finding_wording.changed_at, finding_wording.meeting_id,
  meeting.title AS meeting_title
FROM finding_wording LEFT JOIN meeting ON meeting.id = finding_wording.meeting_id
WHERE finding_wording.finding_id IN (SELECT value FROM json_each(:ids)) ORDER BY finding_wording.changed_at DESC, finding_wording.id DESC`;

const EventRow = z.object({
  finding_id: FindingId,
  status: FindingStatus,
  happened_on: z.string(),
  note: text,
  meeting_id: MeetingId.nullable(),
  meeting: text,
  body: text,
});
const eventSql = `SELECT finding_event.finding_id, finding_event.status, finding_event.happened_on, finding_event.note, finding_event.meeting_id,
  meeting.title AS meeting, body.name AS body
FROM finding_event LEFT JOIN meeting ON meeting.id = finding_event.meeting_id LEFT JOIN body ON body.id = finding_event.body_id
WHERE finding_event.finding_id IN (SELECT value FROM json_each(:ids)) ORDER BY finding_event.happened_on, finding_event.id`;

const ActionOfFinding = z.object({
  finding_id: FindingId,
  id: ActionId,
  code: z.string(),
  wording: z.string(),
  status: ActionStatus,
  result: text,
});
const actionSql = `SELECT finding_id, id, code, wording, status, result FROM action
WHERE finding_id IN (SELECT value FROM json_each(:ids)) ORDER BY length(code), code`;

const ReportRow = z.object({ finding_id: FindingId, told_on: z.string(), how: z.string(), told_by: text, told_to: text });
const reportSql = `SELECT finding_id, told_on, how, told_by, told_to FROM report_back
WHERE finding_id IN (SELECT value FROM json_each(:ids)) ORDER BY told_on, id`;

type Life = Pick<
  FindingRow,
  | 'themes'
  | 'evidence'
  | 'evidenceNotes'
  | 'restsOn'
  | 'withdrawnTexts'
  | 'wordings'
  | 'events'
  | 'actions'
  | 'reportedBack'
  | 'reportedBackOn'
>;

/** Reads what findings rest on and what has happened to them, all at once; the answer gives the part of one. */
export function readFindingLives(
  sql: Statements,
  findingIds: readonly FindingId[],
  themes: ReadonlyMap<ThemeId, ThemeOnThing>,
): (id: FindingId) => Life {
  const ids = JSON.stringify(findingIds);
  const evidence = Map.groupBy(sql.all(EvidenceRow, evidenceSql, { ids }), (item) => item.finding_id);
  const wordings = Map.groupBy(sql.all(WordingRow, wordingSql, { ids }), (item) => item.finding_id);
  const events = Map.groupBy(sql.all(EventRow, eventSql, { ids }), (item) => item.finding_id);
  const actions = Map.groupBy(sql.all(ActionOfFinding, actionSql, { ids }), (item) => item.finding_id);
  const told = Map.groupBy(sql.all(ReportRow, reportSql, { ids }), (item) => item.finding_id);
  return (id) => ({
    ...toEvidence(evidence.get(id) ?? [], themes),
    wordings: (wordings.get(id) ?? []).map((item) => ({
      before: item.wording_before,
      changedAt: item.changed_at,
      meeting: item.meeting_id === null ? null : { id: item.meeting_id, title: item.meeting_title ?? '' },
    })),
    events: (events.get(id) ?? []).map((item) => ({
      status: item.status,
      on: item.happened_on,
      note: item.note,
      meeting: item.meeting_id === null ? null : { id: item.meeting_id, title: item.meeting ?? '' },
      body: item.body,
    })),
    actions: (actions.get(id) ?? []).map(({ finding_id: _finding, ...action }) => action),
    reportedBack: (told.get(id) ?? []).map((item) => ({ on: item.told_on, how: item.how, by: item.told_by, to: item.told_to })),
    reportedBackOn: told.get(id)?.at(-1)?.told_on ?? null,
  });
}

/** What somebody who withdrew said is evidence no longer, and is not shown. */
function toEvidence(all: readonly EvidenceRow[], themes: ReadonlyMap<ThemeId, ThemeOnThing>) {
  const items = all.filter((item) => item.is_withdrawn === 0);
  const having = (column: 'text_id' | 'quote_id' | 'framework_cell_id' | 'exhibit_id' | 'meeting_id' | 'theme_id'): number =>
    items.filter((item) => item[column] !== null).length;
  return {
    themes: items.flatMap((item) => (item.theme_id === null ? [] : (themes.get(item.theme_id) ?? []))),
    evidence: {
      texts: having('text_id'),
      quotes: having('quote_id'),
      cells: having('framework_cell_id'),
      exhibits: having('exhibit_id'),
      meetings: having('meeting_id'),
      themes: having('theme_id'),
    },
    evidenceNotes: items.flatMap((item) => item.note ?? []),
    restsOn: items.map((item) => ({
      id: item.id,
      ...wordsOf(item, themes),
      note: item.note,
      ...(item.exhibit_id === null ? {} : { exhibitId: item.exhibit_id }),
    })),
    withdrawnTexts: all.length - items.length,
  };
}

function wordsOf(item: EvidenceRow, themes: ReadonlyMap<ThemeId, ThemeOnThing>): { kind: EvidenceKind; words: string } {
  if (item.quote_id !== null)
    return { kind: 'quote', words: firstWords((item.said ?? '').slice(item.start_offset ?? 0, item.end_offset ?? 0)) };
  if (item.text_id !== null) return { kind: 'text', words: firstWords(item.said ?? '') };
  if (item.framework_cell_id !== null) {
    const theme = item.cell_theme_id === null ? undefined : themes.get(item.cell_theme_id)?.name;
    return { kind: 'cell', words: [theme ?? '', firstWords(item.summary ?? '')].filter((part) => part !== '').join(': ') };
  }
  if (item.exhibit_id !== null) return { kind: 'exhibit', words: item.exhibit ?? '' };
  if (item.meeting_id !== null) return { kind: 'meeting', words: item.meeting ?? '' };
  return item.theme_id === null ? { kind: 'note', words: '' } : { kind: 'theme', words: themes.get(item.theme_id)?.name ?? '' };
}
