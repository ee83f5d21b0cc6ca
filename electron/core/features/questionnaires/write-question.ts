import { z } from 'zod';
import type { QuestionId, VersionId } from '../../../../shared/model/ids.ts';
import type { QuestionSpec } from '../../../../shared/model/questionnaire-spec.ts';
import type { Comparability } from '../../../../shared/model/questionnaire.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { questionColumns } from './question-columns.ts';
import { dropUnusedVariable, shareVariable } from './variables.ts';
import { replaceChecks, replaceOptions } from './write-options.ts';
import { takeSmallKeys } from '../../db/small-key.ts';
import type { Writer } from './writer.ts';

/** Where a new question stands, and where it comes from. */
export interface QuestionPlace {
  readonly id: QuestionId;
  readonly versionId: VersionId;
  readonly sectionId: string;
  readonly parentId: QuestionId | null;
  readonly ordinal: number;
  readonly number: string;
  readonly scaleId: string | null;
  readonly bankQuestionId: string | null;
  readonly previousId: QuestionId | null;
  readonly comparability: Comparability | null;
}

/** Writes a question with its options and checks; its variable is the project's of that name. */
export function insertQuestion(writer: Writer, spec: QuestionSpec, place: QuestionPlace): void {
  const { sql, batchId } = writer;
  sql.insert('question', {
    id: place.id,
    key: takeSmallKeys(sql, 'question'),
    version_id: place.versionId,
    section_id: place.sectionId,
    variable_id: shareVariable(writer, spec),
    bank_question_id: place.bankQuestionId,
    parent_id: place.parentId,
    previous_id: place.previousId,
    comparability: place.comparability,
    ordinal: place.ordinal,
    number: place.number,
    scale_id: place.scaleId,
    ...questionColumns(spec),
    batch_id: batchId,
  });
  if (place.scaleId === null) replaceOptions(writer, { questionId: place.id }, spec.options);
  replaceChecks(writer, place.id, spec.checks);
}

const VariableRow = z.object({ variable_id: z.string() });

/** Takes questions out of the file, those inside a repeat before the repeat, with what nothing else uses. @throws AppError NOT_FOUND */
export function deleteQuestions(sql: Statements, ids: readonly QuestionId[]): void {
  for (const id of ids.toReversed()) {
    const row = sql.get(VariableRow, 'SELECT variable_id FROM question WHERE id = :id', { id });
    if (row === undefined) throw new AppError('NOT_FOUND');
    sql.run('DELETE FROM question_check WHERE question_id = :id', { id });
    sql.run('DELETE FROM answer_option WHERE question_id = :id', { id });
    // A later version that was made from this one remembers it.
    sql.run('UPDATE question SET previous_id = NULL, comparability = NULL WHERE previous_id = :id', { id });
    sql.run('DELETE FROM question WHERE id = :id', { id });
    dropUnusedVariable(sql, row.variable_id);
  }
}
