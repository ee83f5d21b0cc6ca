import { z } from 'zod';
import type { QuestionSheet } from '../../../../shared/contract/meetings.ts';
import type { SheetOwner } from '../../../../shared/contract/meetings-parts.ts';
import { LocalisedText } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';

const text = z.string().nullable();
export const SheetRow = z.object({
  id: z.string(),
  meeting_id: text,
  round_id: text,
  version: z.int(),
  title: text,
  intro: text,
  sent_on: text,
});
export type SheetRow = z.infer<typeof SheetRow>;
const columns = 'id, meeting_id, round_id, version, title, intro, sent_on';
const ofMeetingSql = `SELECT ${columns} FROM question_sheet WHERE meeting_id = :meetingId ORDER BY version DESC`;
const sharedSql = `SELECT ${columns} FROM question_sheet WHERE meeting_id IS NULL AND round_id = :roundId ORDER BY version DESC`;
const RoundRow = z.object({ round_id: text });

const QuestionRow = z.object({
  id: z.string(),
  sheet_id: z.string(),
  bank_question_id: text,
  wording: z.string(),
  was_discussed: z.int().nullable(),
});
const questionSql = `SELECT id, sheet_id, bank_question_id, wording, was_discussed FROM sheet_question
WHERE sheet_id IN (SELECT value FROM json_each(:ids)) ORDER BY sheet_id, ordinal`;

const RecipientRow = z.object({
  version: z.int().nullable(),
  recipient: z.string(),
  sent_on: z.string(),
  status: z.enum(['prepared', 'sent']),
});
const recipientSql = `SELECT question_sheet.version, distribution.recipient, distribution.sent_on, distribution.status
FROM distribution LEFT JOIN question_sheet ON question_sheet.id = distribution.sheet_id
WHERE distribution.what = 'question-sheet'
  AND distribution.meeting_id IN (SELECT id FROM meeting WHERE id = :meetingId OR round_id = :roundId)
ORDER BY distribution.sent_on, distribution.recipient LIMIT 2000`;

/**
 * The sheets of a meeting or a round, newest version first. A meeting of a round has the round's sheets until it has one of its own;
 * then it keeps those of the round that came before its own.
 */
export function sheetRows(sql: Statements, owner: SheetOwner): SheetRow[] {
  if ('roundId' in owner) return sql.all(SheetRow, sharedSql, { roundId: owner.roundId });
  const own = sql.all(SheetRow, ofMeetingSql, { meetingId: owner.meetingId });
  const roundId = sql.get(RoundRow, 'SELECT round_id FROM meeting WHERE id = :meetingId', { meetingId: owner.meetingId })?.round_id ?? null;
  if (roundId === null) return own;
  const first = own.at(-1)?.version ?? Number.POSITIVE_INFINITY;
  return [...own, ...sql.all(SheetRow, sharedSql, { roundId }).filter(({ version }) => version < first)];
}

/** The sheet that is in force: the newest one; undefined while there is none. For whoever makes the paper. */
export function currentSheet(sql: Statements, owner: SheetOwner): SheetRow | undefined {
  return sheetRows(sql, owner)[0];
}

/** The sheets with their questions and who has which version. */
export function readSheets(sql: Statements, owner: SheetOwner): QuestionSheet[] {
  const rows = sheetRows(sql, owner);
  if (rows.length === 0) return [];
  const questions = Map.groupBy(
    sql.all(QuestionRow, questionSql, { ids: JSON.stringify(rows.map(({ id }) => id)) }),
    ({ sheet_id: sheetId }) => sheetId,
  );
  const scope = 'roundId' in owner ? { roundId: owner.roundId, meetingId: null } : { roundId: null, meetingId: owner.meetingId };
  const recipients = sql.all(RecipientRow, recipientSql, scope);
  // What was sent without saying which version was the one in force.
  const standard = rows.find(({ sent_on: sentOn }) => sentOn !== null)?.version ?? null;
  return rows.map((row) => ({
    id: row.id,
    isShared: row.meeting_id === null,
    version: row.version,
    title: row.title,
    intro: row.intro,
    sentOn: row.sent_on,
    questions: (questions.get(row.id) ?? []).map(toQuestion),
    recipients: recipients
      .filter(({ version }) => (version ?? standard) === row.version)
      .map(({ recipient, sent_on: on, status }) => ({ recipient, on, isSent: status === 'sent' })),
  }));
}

function toQuestion(row: z.infer<typeof QuestionRow>): QuestionSheet['questions'][number] {
  return {
    id: row.id,
    bankQuestionId: row.bank_question_id,
    wording: LocalisedText.parse(JSON.parse(row.wording)),
    wasDiscussed: row.was_discussed === null ? null : row.was_discussed === 1,
  };
}
