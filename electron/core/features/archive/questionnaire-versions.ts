import { z } from 'zod';
import type { QuestionnaireSheet } from '../../../../shared/contract/print.ts';
import { VersionId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { sheetOf } from '../print/sheet-of.ts';

const Row = z.object({ id: VersionId, name: z.string(), number: z.int() });
const versionSql = `
SELECT n.id, f.name, n.number FROM questionnaire f JOIN questionnaire_version n ON n.questionnaire_id = f.id
WHERE f.project_id = :projectId ORDER BY f.name, n.number`;

/** Every version of every questionnaire of a project. */
export function versionsOf(sql: Statements, projectId: string): z.infer<typeof Row>[] {
  return sql.all(Row, versionSql, { projectId });
}

/** A version as it is kept on paper: with everything an interviewer has. @throws AppError NOT_FOUND */
export function keptSheet(sql: Statements, versionId: VersionId, language: Language): QuestionnaireSheet {
  return sheetOf(sql, versionId, { language, codes: true, routing: true, instructions: true });
}
