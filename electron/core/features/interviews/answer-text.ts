import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import type { InterviewRecord } from './interview-row.ts';

const CodingRow = z.object({ id: z.string(), is_whole: z.int(), start_offset: z.int(), end_offset: z.int(), is_doubtful: z.int() });
type CodingRow = z.infer<typeof CodingRow>;

/** Where the words of an interview stand: on a question, or with null on the interview as a whole. */
export interface TextPlace {
  readonly interview: InterviewRecord;
  readonly questionKey: number | null;
  readonly instance: number;
  /** A note is what was asked and said, as a running text; it stands on the interview. */
  readonly kind: 'answer' | 'remark' | 'specify' | 'note';
}

/** The words standing there, or undefined. */
export function findText(
  sql: Statements,
  { interview, questionKey, instance, kind }: TextPlace,
): { readonly id: string; readonly body: string } | undefined {
  return sql.get(
    z.object({ id: z.string(), body: z.string() }),
    'SELECT id, body FROM text WHERE interview_key = :key AND question_key IS :questionKey AND instance = :instance AND kind = :kind',
    { key: interview.key, questionKey, instance, kind },
  );
}

/** Puts words there and answers their id; codings on what stays move with it. */
export function writeText(call: Pick<Call, 'sql' | 'workspace'>, place: TextPlace, body: string): string {
  const { sql, workspace } = call;
  const standing = findText(sql, place);
  if (standing !== undefined) {
    sql.run('UPDATE text SET body = :body WHERE id = :id', { id: standing.id, body });
    moveCodings(sql, standing, body);
    return standing.id;
  }
  const { interview } = place;
  const id = workspace.newId();
  sql.insert('text', {
    id,
    project_id: interview.project_id,
    kind: place.kind,
    interview_key: interview.key,
    question_key: place.questionKey,
    instance: place.instance,
    language: interview.language,
    speaker_role: place.kind === 'remark' || place.kind === 'note' ? 'interviewer' : 'user',
    said_on: interview.held_on,
    body,
  });
  return id;
}

/** Takes words away, with everything that was said about them. Undo brings all of it back. */
export function removeText(sql: Statements, textId: string): void {
  sql.run('DELETE FROM memo WHERE text_id = :textId OR coding_id IN (SELECT id FROM coding WHERE text_id = :textId)', { textId });
  sql.run('DELETE FROM coding WHERE text_id = :textId', { textId });
  sql.run('DELETE FROM text_reading WHERE text_id = :textId', { textId });
  sql.run('UPDATE report_block SET quote_id = NULL WHERE quote_id IN (SELECT id FROM quote WHERE text_id = :textId)', { textId });
  sql.run('DELETE FROM quote WHERE text_id = :textId', { textId });
  sql.run('UPDATE finding_evidence SET text_id = NULL WHERE text_id = :textId', { textId });
  sql.run('UPDATE observation SET text_id = NULL WHERE text_id = :textId', { textId });
  sql.run('DELETE FROM text WHERE id = :textId', { textId });
}

/** An answer given up for a reason becomes the remark beside it, so that nothing typed is lost. */
export function turnIntoRemark(sql: Statements, place: TextPlace, textId: string): void {
  const remark = findText(sql, { ...place, kind: 'remark' });
  const body = sql.get(z.object({ body: z.string() }), 'SELECT body FROM text WHERE id = :textId', { textId })?.body ?? '';
  if (remark === undefined) {
    sql.run("UPDATE text SET kind = 'remark' WHERE id = :textId", { textId });
    return;
  }
  sql.run('UPDATE text SET body = :body WHERE id = :id', { id: remark.id, body: `${remark.body}\n${body}` });
  removeText(sql, textId);
}

/** Moves codings along with an edit of the text between its unchanged beginning and end; those the edit cut are marked doubtful. */
export function moveCodings(sql: Statements, before: { readonly id: string; readonly body: string }, after: string): void {
  const codings = sql.all(CodingRow, 'SELECT id, is_whole, start_offset, end_offset, is_doubtful FROM coding WHERE text_id = :id', {
    id: before.id,
  });
  for (const coding of codings) {
    const moved = moveCoding(coding, before.body, after);
    sql.run('UPDATE coding SET start_offset = :start, end_offset = :end, is_doubtful = :doubtful WHERE id = :id', {
      id: coding.id,
      ...moved,
    });
  }
}

/** Where a coding lies after an edit of its text; one that the edit cut is doubtful. */
export function moveCoding(coding: Omit<CodingRow, 'id'>, before: string, after: string): { start: number; end: number; doubtful: number } {
  if (coding.is_whole === 1) return { start: 0, end: after.length, doubtful: coding.is_doubtful };
  const head = commonLength(before, after, (text, index) => text[index]);
  const most = Math.min(before.length, after.length) - head;
  const tail = Math.min(
    most,
    commonLength(before, after, (text, index) => text[text.length - 1 - index]),
  );
  const growth = after.length - before.length;
  const { start_offset: start, end_offset: end } = coding;
  if (end <= head) return { start, end, doubtful: coding.is_doubtful };
  if (start >= before.length - tail) return { start: start + growth, end: end + growth, doubtful: coding.is_doubtful };
  const isAround = start <= head && end >= before.length - tail;
  const from = Math.min(start <= head ? start : head, after.length - 1);
  const to = end >= before.length - tail ? end + growth : after.length - tail;
  return { start: from, end: Math.max(from + 1, to), doubtful: isAround && to > from ? coding.is_doubtful : 1 };
}

function commonLength(a: string, b: string, unit: (text: string, index: number) => string | undefined): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && unit(a, length) === unit(b, length)) length += 1;
  return length;
}
