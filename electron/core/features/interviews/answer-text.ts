import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { movePositions } from '../texts/move-positions.ts';
import type { InterviewRecord } from './interview-row.ts';

/** Where the words of an interview stand: on a question, or with null on the interview as a whole. */
export interface TextPlace {
  readonly interview: InterviewRecord;
  readonly questionKey: number | null;
  readonly instance: number;
  /** A note is what was asked and said, as a running text; it stands on the interview. */
  readonly kind: 'answer' | 'remark' | 'specify' | 'note';
}

const StandingText = z.object({ id: z.string(), body: z.string() });

/** The words standing there, or undefined. */
export function findText(
  sql: Statements,
  { interview, questionKey, instance, kind }: TextPlace,
): { readonly id: string; readonly body: string } | undefined {
  return sql.get(
    StandingText,
    'SELECT id, body FROM text WHERE interview_key = :key AND question_key IS :questionKey AND instance = :instance AND kind = :kind',
    { key: interview.key, questionKey, instance, kind },
  );
}

/** Puts words there and answers their id; what points into them moves with it. */
export function writeText(call: Pick<Call, 'sql' | 'workspace'>, place: TextPlace, body: string): string {
  const { sql, workspace } = call;
  const standing = findText(sql, place);
  if (standing !== undefined) {
    sql.run('UPDATE text SET body = :body WHERE id = :id', { id: standing.id, body });
    movePositions({ sql }, standing.id, standing.body, body);
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
  sql.run('DELETE FROM consensus WHERE text_id = :textId', { textId });
  sql.run('DELETE FROM suggestion_rejection WHERE text_id = :textId', { textId });
  sql.run('UPDATE report_block SET quote_id = NULL WHERE quote_id IN (SELECT id FROM quote WHERE text_id = :textId)', { textId });
  sql.run('DELETE FROM finding_evidence WHERE quote_id IN (SELECT id FROM quote WHERE text_id = :textId)', { textId });
  sql.run('DELETE FROM quote_mark WHERE quote_id IN (SELECT id FROM quote WHERE text_id = :textId)', { textId });
  sql.run('DELETE FROM framework_cell_quote WHERE quote_id IN (SELECT id FROM quote WHERE text_id = :textId)', { textId });
  sql.run('DELETE FROM quote WHERE text_id = :textId', { textId });
  sql.run('DELETE FROM text_turn WHERE text_id = :textId', { textId });
  sql.run('UPDATE finding_evidence SET text_id = NULL WHERE text_id = :textId', { textId });
  sql.run('UPDATE observation SET text_id = NULL WHERE text_id = :textId', { textId });
  sql.run('DELETE FROM text_turn WHERE text_id = :textId', { textId });
  sql.run('DELETE FROM document WHERE text_id = :textId', { textId });
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
