import { z } from 'zod';
import { DocumentKind, SpeakerRole, type DocumentFacts } from '../../../../../shared/contract/texts-documents.ts';
import { InterviewId, ProjectId, TextId } from '../../../../../shared/model/ids.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';
import { mayBeSeen } from '../../coding/blind.ts';
import { wordsOf } from './list-documents.ts';

const Row = z.object({
  id: z.string(),
  text_id: TextId,
  project_id: ProjectId,
  title: z.string(),
  kind: DocumentKind,
  file_name: z.string().nullable(),
  added_by: z.string(),
  added_at: z.string(),
  language: z.string(),
  said_on: z.string().nullable(),
  body: z.string(),
  words: z.int(),
  code: z.string().nullable(),
  interview_id: InterviewId.nullable(),
});
export type DocumentRecord = z.infer<typeof Row>;

const rowSql = `
SELECT document.id, document.text_id, document.project_id, document.title, document.kind, document.file_name, actor.name AS added_by, document.added_at,
  text.language, text.said_on, text.body, ${wordsOf('text.body')} AS words, respondent.code, interview.id AS interview_id
FROM document JOIN text ON text.id = document.text_id JOIN actor ON actor.id = document.added_by
LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
WHERE document.text_id = :textId AND respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') <> 'withdrawn'`;

/** A document by its text. @throws AppError NOT_FOUND, also when it belongs to somebody who has withdrawn */
export function findDocument(sql: Statements, textId: string): DocumentRecord {
  const row = sql.get(Row, rowSql, { textId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

const WorkedRow = z.object({ seen: z.int(), segments: z.int(), others: z.int() });
const workedSql = `
SELECT (SELECT count(*) FROM coding JOIN text ON text.id = coding.text_id WHERE text_id = :textId AND ${mayBeSeen()}) AS seen,
  (SELECT count(*) FROM coding WHERE text_id = :textId) AS segments,
  (SELECT count(*) FROM quote WHERE text_id = :textId) + (SELECT count(*) FROM memo WHERE text_id = :textId)
  + (SELECT count(*) FROM text_turn WHERE text_id = :textId) + (SELECT count(*) FROM finding_evidence WHERE text_id = :textId)
  + (SELECT count(*) FROM observation WHERE text_id = :textId) AS others`;

/** Codings of a text, of which a coder is told those they may see, and whether anything at all points into it. */
export function readWork(sql: Statements, textId: string, actorId: string): { segments: number; isWorkedOn: boolean } {
  const { seen = 0, segments = 0, others = 0 } = sql.get(WorkedRow, workedSql, { textId, actorId }) ?? {};
  return { segments: seen, isWorkedOn: segments + others > 0 };
}

const SpeakerRow = z.object({ speaker: z.string().nullable(), role: SpeakerRole.nullable(), turns: z.int() });

/** A document with what is known about it. @throws AppError NOT_FOUND */
export function readDocumentFacts(sql: Statements, textId: string, actorId: string): DocumentFacts {
  const row = findDocument(sql, textId);
  const speakers = sql.all(
    SpeakerRow,
    'SELECT speaker, role, count(*) AS turns FROM text_turn WHERE text_id = :textId GROUP BY speaker, role ORDER BY min(start_offset)',
    { textId },
  );
  return {
    textId: row.text_id,
    title: row.title,
    kind: row.kind,
    language: row.language,
    saidOn: row.said_on,
    whose: row.code === null || row.interview_id === null ? null : { interviewId: row.interview_id, code: row.code },
    fileName: row.file_name,
    addedBy: row.added_by,
    addedAt: row.added_at,
    body: row.body,
    words: row.words,
    ...readWork(sql, textId, actorId),
    speakers: speakers.map(({ speaker, role, turns }) => ({ name: speaker, role: role ?? 'other', turns })),
  };
}
