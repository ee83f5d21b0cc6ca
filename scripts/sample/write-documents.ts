import { z } from 'zod';
import type { Workspace } from '../../electron/core/workspace/workspace.ts';
import { daysAfter, momentOn } from './days.ts';
import type { SampleWriter } from './sample-writer.ts';
import type { SourceDocument } from './source-documents.ts';

/** Writes a transcript with its turns and a note: texts that nobody has coded yet. */
export function writeDocuments(writer: SampleWriter, { sql }: Workspace): void {
  for (const source of writer.sources.documents) {
    const { body, turns } = compose(source);
    const textId = writer.add('text', {
      project_id: writer.id('project', source.project),
      kind: 'document',
      interview_key: source.code === undefined ? null : interviewOf(sql, writer.id('project', source.project), source.code),
      language: source.language,
      speaker_role: source.turns === undefined ? 'interviewer' : null,
      said_on: source.saidOn,
      body,
    });
    writer.add('document', {
      project_id: writer.id('project', source.project),
      text_id: textId,
      title: source.title,
      kind: source.kind,
      added_by: writer.id('actor', 'solfrid'),
      added_at: momentOn(daysAfter(source.saidOn, 1), 10 * 60),
    });
    for (const turn of turns) writer.add('text_turn', { text_id: textId, ...turn });
  }
}

function compose({ turns, paragraphs }: SourceDocument) {
  const asker = turns?.[0]?.[0];
  let body = (paragraphs ?? []).join('\n\n');
  const rows = (turns ?? []).map(([speaker, words]) => {
    body = `${body}${body === '' ? '' : '\n\n'}${speaker}: `;
    const start = body.length;
    body += words;
    return { start_offset: start, end_offset: body.length, speaker, role: speaker === asker ? 'interviewer' : 'participant' };
  });
  return { body, turns: rows };
}

/** The number of somebody's interview. @throws Error when the sample has nobody of that code */
function interviewOf(sql: Workspace['sql'], projectId: string, code: string): number {
  const row = sql.get(
    z.object({ key: z.int() }),
    `SELECT interview.key FROM interview JOIN respondent ON respondent.id = interview.respondent_id
     WHERE respondent.project_id = :projectId AND respondent.code = :code`,
    { projectId, code },
  );
  if (row === undefined) throw new Error(`nobody is called ${code}`);
  return row.key;
}
