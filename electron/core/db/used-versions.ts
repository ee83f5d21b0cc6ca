import { z } from 'zod';
import type { Statements } from './statements.ts';

const TouchedRow = z.object({ id: z.string(), status: z.string(), has_others: z.int() });
const SeqRow = z.object({ seq: z.int().nullable() });

/** Versions of questionnaires whose design an operation wrote, how they stand now, and whether they have interviews that it did not bring. */
const touchedSql = `
WITH image AS (
  SELECT table_name, row_id, coalesce(after, before) AS row FROM op_change WHERE op_seq = :seq
    AND table_name IN ('questionnaire_version', 'section', 'question', 'answer_option', 'question_check', 'scale')
), touched (id) AS (
  SELECT row_id FROM image WHERE table_name = 'questionnaire_version'
  UNION SELECT json_extract(row, '$.version_id') FROM image WHERE table_name IN ('section', 'question')
  UNION SELECT question.version_id FROM image JOIN question ON question.id = json_extract(row, '$.question_id')
    WHERE table_name IN ('answer_option', 'question_check')
  UNION SELECT question.version_id FROM image JOIN question ON question.scale_id = json_extract(row, '$.scale_id') WHERE table_name = 'answer_option'
  UNION SELECT question.version_id FROM image JOIN question ON question.scale_id = row_id WHERE table_name = 'scale'
)
SELECT id, status, EXISTS (SELECT 1 FROM interview WHERE version_id = questionnaire_version.id
  AND NOT EXISTS (SELECT 1 FROM op_change WHERE op_seq = :seq AND table_name = 'interview' AND row_id = interview.id AND before IS NULL)) AS has_others
FROM questionnaire_version WHERE id IN (SELECT id FROM touched)`;

const standing = 'JOIN op ON op.seq = op_change.op_seq AND op.undone_by IS NULL AND op.undoes IS NULL';

/** The operation that has taken a version into use since. */
const takenIntoUseSql = `
SELECT min(op_seq) AS seq FROM op_change ${standing}
WHERE table_name = 'questionnaire_version' AND row_id = :id AND op_seq > :seq
  AND json_extract(before, '$.status') = 'draft' AND json_extract(after, '$.status') <> 'draft'`;

const StepRow = z.object({ was: z.string(), becomes: z.string() });
/** What reversing an operation does to the status of a version. */
const stepSql = `
SELECT json_extract(after, '$.status') AS was, json_extract(before, '$.status') AS becomes FROM op_change
WHERE op_seq = :seq AND table_name = 'questionnaire_version' AND row_id = :id AND before IS NOT NULL AND after IS NOT NULL`;

const DraftRow = z.object({ id: z.string() });
const draftBesideSql = `
SELECT other.id FROM questionnaire_version JOIN questionnaire_version AS other USING (questionnaire_id)
WHERE questionnaire_version.id = :id AND other.id <> :id AND other.status = 'draft' LIMIT 1`;

/** The operation that made a version, and the first that began an interview with it, where they came after the other. */
const madeSql = `
SELECT min(op_seq) AS seq FROM op_change ${standing}
WHERE table_name = 'questionnaire_version' AND row_id = :id AND before IS NULL AND op_seq > :seq`;
const firstInterviewSql = `
SELECT min(op_seq) AS seq FROM op_change ${standing}
WHERE table_name = 'interview' AND row_id IN (SELECT id FROM interview WHERE version_id = :id) AND before IS NULL AND op_seq > :seq`;

/** The last operation since that wrote something in a version. */
const writtenSinceSql = `
SELECT max(op_seq) AS seq FROM op_change ${standing}
WHERE op_seq > :seq AND ((table_name IN ('section', 'question') AND json_extract(coalesce(after, before), '$.version_id') = :id)
  OR (table_name IN ('answer_option', 'question_check')
    AND json_extract(coalesce(after, before), '$.question_id') IN (SELECT id FROM question WHERE version_id = :id))
  OR (table_name = 'answer_option'
    AND json_extract(coalesce(after, before), '$.scale_id') IN (SELECT scale_id FROM question WHERE version_id = :id)))`;

/** Why an operation cannot be reversed; `laterSeq` names the operation in the way where one can be named. */
export interface UseInTheWay {
  readonly laterSeq: number | null;
}

/**
 * Whether reversing an operation would change what people have been asked. Rows alone do not tell: an option's words may be just as the
 * operation left them, while the version has been taken into use in another window. So nothing that was written in a draft is
 * taken back once the draft is in use, no version becomes a draft again that has interviews, and none is put into use again with
 * changes that nobody has looked through. Null when nothing is in the way.
 */
export function findUseInTheWay(sql: Statements, seq: number): UseInTheWay | null {
  for (const version of sql.all(TouchedRow, touchedSql, { seq })) {
    const { id } = version;
    const step = sql.get(StepRow, stepSql, { seq, id });
    const hasInterviews = version.has_others === 1;
    if (step !== undefined && step.was !== 'draft' && step.becomes === 'draft') {
      const draft = sql.get(DraftRow, draftBesideSql, { id });
      if (hasInterviews) return { laterSeq: sql.get(SeqRow, firstInterviewSql, { seq, id })?.seq ?? null };
      if (draft !== undefined) return { laterSeq: sql.get(SeqRow, madeSql, { seq, id: draft.id })?.seq ?? null };
    } else if (step !== undefined && step.was === 'draft' && step.becomes !== 'draft') {
      const laterSeq = sql.get(SeqRow, writtenSinceSql, { seq, id })?.seq ?? null;
      if (laterSeq !== null) return { laterSeq };
    } else if (version.status !== 'draft' || hasInterviews) {
      const laterSeq = sql.get(SeqRow, takenIntoUseSql, { seq, id })?.seq ?? null;
      if (laterSeq !== null) return { laterSeq };
    }
  }
  return null;
}
