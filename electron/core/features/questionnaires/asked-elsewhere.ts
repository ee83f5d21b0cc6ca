import { z } from 'zod';
import { QuestionId, VersionId } from '../../../../shared/model/ids.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import type { Statements } from '../../db/statements.ts';
import { readVersion } from './read-version.ts';

const AskedRow = z.object({ id: QuestionId, version_id: VersionId, variable_id: z.string() });
// Newest first: what was asked last is what the answers are held against.
const askedSql = `
SELECT other.id, other.version_id, other.variable_id
FROM question JOIN questionnaire_version ON questionnaire_version.id = question.version_id
JOIN question AS other ON other.variable_id = question.variable_id
JOIN questionnaire_version AS theirs ON theirs.id = other.version_id
WHERE question.version_id = :versionId AND theirs.questionnaire_id <> questionnaire_version.questionnaire_id AND theirs.status <> 'draft'
ORDER BY theirs.taken_into_use_at DESC, other.id DESC`;

/**
 * Questions of other questionnaires in use that measure the same variables as those of a version, one for each: a table over such a
 * variable has the answers of all of them.
 */
export function askedElsewhere(sql: Statements, versionId: VersionId): Question[] {
  const rows = sql.all(AskedRow, askedSql, { versionId });
  return [...Map.groupBy(rows, (row) => row.variable_id).values()].flatMap(([newest]) => {
    const found = newest === undefined ? undefined : readVersion(sql, newest.version_id).questions.find(({ id }) => id === newest.id);
    return found ?? [];
  });
}
