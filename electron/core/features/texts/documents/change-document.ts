import type { z } from 'zod';
import type { textsDocuments } from '../../../../../shared/contract/texts-documents.ts';
import { TextId } from '../../../../../shared/model/ids.ts';
import { AppError } from '../../../app-error.ts';
import { updateRow } from '../../../db/update-row.ts';
import type { Call } from '../../../rpc/call.ts';
import { removeText } from '../../interviews/answer-text.ts';
import { shortened } from '../../themes/theme-terms.ts';
import { findDocument, readWork } from './find-document.ts';
import { interviewKeyOf } from './whose.ts';

type InputOf<K extends keyof typeof textsDocuments> = z.output<NonNullable<(typeof textsDocuments)[K]['~orpc']['inputSchema']>>;

/** Makes an empty note. @throws AppError NOT_FOUND */
export function createNote(call: Call, { projectId, title, language, saidOn, interviewId }: InputOf<'createNote'>): { textId: TextId } {
  const { sql, workspace, actorId } = call;
  call.operation.label({ title: shortened(title) });
  const textId = TextId.parse(workspace.newId());
  sql.insert('text', {
    id: textId,
    project_id: projectId,
    kind: 'document',
    interview_key: interviewId === null ? null : interviewKeyOf(sql, projectId, interviewId),
    language,
    speaker_role: 'interviewer',
    said_on: saidOn,
    body: '',
  });
  sql.insert('document', {
    id: workspace.newId(),
    project_id: projectId,
    text_id: textId,
    title,
    kind: 'notes',
    added_by: actorId,
    added_at: new Date(workspace.now()).toISOString(),
  });
  return { textId };
}

/** Keeps what was typed. @throws AppError NOT_FOUND, IN_USE once something points into it, STALE when somebody else wrote there */
export function writeDocument(call: Call, { textId, body, base }: InputOf<'write'>): Record<string, never> {
  const { sql, actorId, operation } = call;
  operation.mergeWith(`document:${textId}`);
  const document = findDocument(sql, textId);
  operation.label({ title: shortened(document.title) });
  if (document.body === body) return {};
  if (document.body !== base) throw new AppError('STALE');
  if (readWork(sql, textId, actorId).isWorkedOn) throw new AppError('IN_USE');
  sql.run('UPDATE text SET body = :body WHERE id = :textId', { textId, body });
  return {};
}

/** Gives a document another title. @throws AppError NOT_FOUND */
export function renameDocument(call: Call, { textId, title }: InputOf<'rename'>): Record<string, never> {
  const document = findDocument(call.sql, textId);
  call.operation.label({ title: shortened(title) });
  if (document.title !== title) updateRow(call.sql, 'document', document.id, { title });
  return {};
}

/** Changes kind, language or day. @throws AppError NOT_FOUND */
export function setDocumentFacts(call: Call, { textId, kind, language, saidOn }: InputOf<'setFacts'>): Record<string, never> {
  const { sql } = call;
  const document = findDocument(sql, textId);
  call.operation.label({ title: shortened(document.title) });
  if (kind !== undefined) updateRow(sql, 'document', document.id, { kind });
  updateRow(sql, 'text', textId, {
    ...(language === undefined ? {} : { language }),
    ...(saidOn === undefined ? {} : { said_on: saidOn }),
  });
  return {};
}

/** Says whose words a document is. @throws AppError NOT_FOUND */
export function linkDocument(call: Call, { textId, interviewId }: InputOf<'link'>): Record<string, never> {
  const { sql } = call;
  const document = findDocument(sql, textId);
  call.operation.label({ title: shortened(document.title) });
  updateRow(sql, 'text', textId, { interview_key: interviewId === null ? null : interviewKeyOf(sql, document.project_id, interviewId) });
  return {};
}

/** Takes a document out with its codings, memos, quotes and turns. Undo brings all of it back. @throws AppError NOT_FOUND */
export function removeDocument(call: Call, { textId }: InputOf<'remove'>): { segments: number } {
  const { sql, actorId } = call;
  const document = findDocument(sql, textId);
  call.operation.label({ title: shortened(document.title) });
  const { segments } = readWork(sql, textId, actorId);
  removeText(sql, textId);
  return { segments };
}
