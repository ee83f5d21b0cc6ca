import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DocumentChoice, textsDocuments } from '../../../../../shared/contract/texts-documents.ts';
import { TextId } from '../../../../../shared/model/ids.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import { tidyText } from '../../../documents/document-text.ts';
import { wordReplacer } from '../../../../../shared/texts/index.ts';
import { composeText, type StoredTurn } from './compose.ts';
import { readUploadedDocument, turnsOf } from './propose.ts';
import { interviewKeyOf } from './whose.ts';

type Input = z.output<NonNullable<(typeof textsDocuments.import)['~orpc']['inputSchema']>>;
type Output = { textIds: TextId[]; replaced: number };

interface Prepared {
  readonly choice: DocumentChoice;
  readonly title: string;
  readonly fileName: string | null;
  readonly body: string;
  readonly turns: readonly StoredTurn[];
}

/**
 * Imports files as documents. First every file is read, with nothing written; then one operation writes all of them.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, NOT_FOUND, WORKSPACE_READ_ONLY, CANCELLED
 */
export async function* importDocuments(call: Call, input: Input): AsyncGenerator<{ done: number; of: number }, Output> {
  const { workspace, session, sql, signal } = call;
  if (workspace.isReadOnly) throw new AppError('WORKSPACE_READ_ONLY');
  const isThere = sql.get(z.object({ id: z.string() }), 'SELECT id FROM project WHERE id = :projectId', { projectId: input.projectId });
  if (isThere === undefined) throw new AppError('NOT_FOUND');
  const hash = createHash('sha256');
  const prepared: Prepared[] = [];
  let replaced = 0;
  for (const choice of input.files) {
    yield { done: prepared.length, of: input.files.length };
    const { document, name } = await readUploadedDocument(call, choice.ticket);
    const composed = composeText(document.body, turnsOf(document), choice);
    const title = wordReplacer(choice.replacements)(choice.title);
    replaced += composed.replaced + title.count;
    hash.update(composed.body);
    prepared.push({
      choice,
      title: title.text.trim() === '' ? choice.kind : title.text.trim().slice(0, 200),
      fileName: choice.keepsFileName
        ? tidyText(name)
            .text.replaceAll(/[\n\t]/gu, ' ')
            .slice(0, 255)
        : null,
      body: composed.body,
      turns: composed.turns,
    });
  }
  if (signal?.aborted === true || session.workspace !== workspace) throw new AppError('CANCELLED');
  const textIds = commit(call, input.projectId, prepared, hash.digest('hex'));
  for (const { choice } of prepared) session.blobs.discard(choice.ticket);
  return { textIds, replaced };
}

function commit(call: Call, projectId: string, prepared: readonly Prepared[], fileSha256: string): TextId[] {
  return call.commit((operation) => {
    operation.label({ count: prepared.length });
    // Names of files may be names of people: the record of the import holds none.
    const batchId = operation.asBatch({ kind: 'documents', fileName: '', fileSha256, mapping: {}, rowCount: prepared.length });
    return prepared.map((one) => write(call, projectId, one, batchId));
  });
}

function write(
  { sql, workspace, actorId }: Call,
  projectId: string,
  { choice, title, fileName, body, turns }: Prepared,
  batchId: string,
): TextId {
  const { kind, language, saidOn, interviewId } = choice;
  const textId = TextId.parse(workspace.newId());
  sql.insert('text', {
    id: textId,
    project_id: projectId,
    kind: 'document',
    interview_key: interviewId === null ? null : interviewKeyOf(sql, projectId, interviewId),
    language,
    speaker_role: null,
    said_on: saidOn,
    body,
    batch_id: batchId,
  });
  sql.insert('document', {
    id: workspace.newId(),
    project_id: projectId,
    text_id: textId,
    title,
    kind,
    file_name: fileName,
    added_by: actorId,
    added_at: new Date(workspace.now()).toISOString(),
    batch_id: batchId,
  });
  for (const turn of turns)
    sql.insert('text_turn', {
      id: workspace.newId(),
      text_id: textId,
      start_offset: turn.start,
      end_offset: turn.end,
      speaker: turn.speaker,
      role: turn.role,
      starts_ms: turn.startsMs,
      ends_ms: turn.endsMs,
      batch_id: batchId,
    });
  return textId;
}
