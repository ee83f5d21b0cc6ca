import { z } from 'zod';
import type { SheetOwner } from '../../../../shared/contract/meetings-parts.ts';
import { localised, LocalisedText, type Language } from '../../../../shared/model/text.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { allKept } from '../bank/kept.ts';
import { rememberSource } from '../bank/use.ts';
import { findMeeting, noteChange } from '../minutes/meeting-row.ts';
import { questionOn, questionsOf } from './sheet-question.ts';
import { currentSheet, type SheetRow } from './sheets.ts';

type Writing = Pick<Call, 'sql' | 'workspace' | 'operation'>;

const Title = z.object({ title: z.string(), round_id: z.string().nullable() });
const RoundName = z.object({ name: z.string() });

/** Puts questions of the bank at the end of the sheet. @throws AppError NOT_FOUND */
export function addBankQuestions(call: Writing, owner: SheetOwner, ids: readonly string[]): { sheetId: string } {
  call.operation.label({ count: ids.length, sheet: ownerName(call, owner) });
  const sheetId = openSheet(call, owner);
  addKept(call, sheetId, ids);
  return { sheetId };
}

/** Puts questions of the bank on a sheet, in the order given, inside the caller's operation. @throws AppError NOT_FOUND */
export function addKept(call: Pick<Call, 'sql' | 'workspace'>, sheetId: string, ids: readonly string[]): void {
  const kept = allKept(call.sql);
  let ordinal = lastOrdinal(call, sheetId);
  for (const id of ids) {
    const question = kept.find((one) => one.id === id);
    if (question === undefined) throw new AppError('NOT_FOUND');
    rememberSource(call.sql, question);
    ordinal += 1;
    call.sql.insert('sheet_question', {
      id: call.workspace.newId(),
      sheet_id: sheetId,
      ordinal,
      bank_question_id: id,
      wording: JSON.stringify(question.wording),
    });
  }
}

/** A question of one's own at the end of the sheet. */
export function addQuestion(call: Writing, owner: SheetOwner, wording: LocalisedText): { sheetId: string } {
  call.operation.label({ question: words(wording) });
  const sheetId = openSheet(call, owner);
  const ordinal = lastOrdinal(call, sheetId) + 1;
  call.sql.insert('sheet_question', { id: call.workspace.newId(), sheet_id: sheetId, ordinal, wording: JSON.stringify(wording) });
  return { sheetId };
}

/** Another wording on this sheet; the bank keeps its own. @throws AppError NOT_FOUND */
export function changeQuestion(call: Writing, owner: SheetOwner, questionId: string, wording: LocalisedText): void {
  call.operation.label({ question: words(wording) });
  const { id } = questionOn(call.sql, openSheet(call, owner), questionId);
  call.sql.run('UPDATE sheet_question SET wording = :wording WHERE id = :id', { id, wording: JSON.stringify(wording) });
}

/** One place up or down; at the edge it stays. @throws AppError NOT_FOUND */
export function moveQuestion(call: Writing, owner: SheetOwner, questionId: string, to: 'up' | 'down'): void {
  const sheetId = openSheet(call, owner);
  const row = questionOn(call.sql, sheetId, questionId);
  const rows = questionsOf(call.sql, sheetId);
  const other = rows[rows.findIndex(({ id }) => id === row.id) + (to === 'up' ? -1 : 1)];
  call.operation.label({ question: words(LocalisedText.parse(JSON.parse(row.wording))) });
  if (other === undefined) return;
  const set = 'UPDATE sheet_question SET ordinal = :ordinal WHERE id = :id';
  call.sql.run(set, { id: row.id, ordinal: other.ordinal });
  call.sql.run(set, { id: other.id, ordinal: row.ordinal });
}

/** @throws AppError NOT_FOUND */
export function removeQuestion(call: Writing, owner: SheetOwner, questionId: string): void {
  const row = questionOn(call.sql, openSheet(call, owner), questionId);
  call.operation.label({ question: words(LocalisedText.parse(JSON.parse(row.wording))) });
  call.sql.run('DELETE FROM sheet_question WHERE id = :id', { id: row.id });
}

/** Title and opening words of the sheet. */
export function changeSheet(call: Writing, owner: SheetOwner, title: string | null, intro: string | null): void {
  call.operation.mergeWith(`question-sheet/${'roundId' in owner ? owner.roundId : owner.meetingId}`);
  call.operation.label({ sheet: ownerName(call, owner) });
  const id = openSheet(call, owner);
  call.sql.run('UPDATE question_sheet SET title = :title, intro = :intro WHERE id = :id', { id, title, intro });
}

/**
 * Whether a question was talked about in one meeting. A shared sheet gets a copy for that meeting first; from then on the ids of the
 * shared one still mean their copies. Minutes that have been sent say that they were changed. @throws AppError NOT_FOUND
 */
export function markDiscussed(call: Writing, meetingId: string, questionId: string, wasDiscussed: boolean | null): void {
  const { sql } = call;
  const meeting = findMeeting(sql, meetingId);
  const current = currentSheet(sql, { meetingId: meeting.id });
  if (current === undefined) throw new AppError('NOT_FOUND');
  const sheetId = current.meeting_id === null ? copySheet(call, current, { ...current, meeting_id: meetingId }) : current.id;
  const { id, wording } = questionOn(sql, sheetId, questionId);
  call.operation.label({ question: words(LocalisedText.parse(JSON.parse(wording))) });
  const value = wasDiscussed === null ? null : Number(wasDiscussed);
  sql.run('UPDATE sheet_question SET was_discussed = :value WHERE id = :id AND was_discussed IS NOT :value', { id, value });
  noteChange(sql, meeting);
}

/** A new, empty sheet for a meeting or a round, inside the caller's operation. */
export function makeSheet({ sql, workspace }: Pick<Call, 'sql' | 'workspace'>, owner: SheetOwner): string {
  const id = workspace.newId();
  const [meetingId, roundId] = 'roundId' in owner ? [null, owner.roundId] : [owner.meetingId, null];
  sql.insert('question_sheet', { id, meeting_id: meetingId, round_id: roundId, version: 1 });
  return id;
}

/** The id of the sheet to write on: the draft, or the next version of what was sent, or the meeting's own copy of what the round shares. */
function openSheet(call: Writing, owner: SheetOwner): string {
  const current = currentSheet(call.sql, owner);
  if (current === undefined) return makeSheet(call, owner);
  const meetingId = 'meetingId' in owner ? owner.meetingId : null;
  const isOwn = current.meeting_id === meetingId;
  if (isOwn && current.sent_on === null) return current.id;
  const version = current.sent_on === null ? current.version : current.version + 1;
  return copySheet(call, current, { ...current, meeting_id: meetingId, version, sent_on: null });
}

function copySheet({ sql, workspace }: Writing, from: SheetRow, to: Omit<SheetRow, 'id'>): string {
  const id = workspace.newId();
  const { round_id, meeting_id, version, title, intro, sent_on } = to;
  sql.insert('question_sheet', { id, round_id, meeting_id, version, title, intro, sent_on });
  for (const { ordinal, bank_question_id, wording } of questionsOf(sql, from.id))
    sql.insert('sheet_question', { id: workspace.newId(), sheet_id: id, ordinal, bank_question_id, wording });
  return id;
}

function lastOrdinal({ sql }: Pick<Call, 'sql'>, sheetId: string): number {
  return questionsOf(sql, sheetId).at(-1)?.ordinal ?? 0;
}

function ownerName({ sql }: Writing, owner: SheetOwner): string {
  const row =
    'roundId' in owner
      ? sql.get(RoundName, 'SELECT name FROM meeting_round WHERE id = :id', { id: owner.roundId })?.name
      : sql.get(Title, 'SELECT title, round_id FROM meeting WHERE id = :id', { id: owner.meetingId })?.title;
  if (row === undefined) throw new AppError('NOT_FOUND');
  return cut(row);
}

function words(wording: LocalisedText): string {
  const language: Language = 'nb';
  return cut(localised(wording, language));
}
