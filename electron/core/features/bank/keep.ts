import { z } from 'zod';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import { ScaleDirection, type QuestionSpec, type ScaleSpec } from '../../../../shared/model/questionnaire-spec.ts';
import { localised } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { labelOf } from '../questionnaires/change-questions.ts';
import { toOptionSpec, toQuestionSpec } from '../questionnaires/read-spec.ts';
import { readOutline } from '../questionnaires/store-outline.ts';
import { readVersionRows, type QuestionRow, type VersionRows } from '../questionnaires/version-rows.ts';
import { placeOfQuestion } from '../questionnaires/draft.ts';
import { shortened } from '../themes/theme-terms.ts';
import { allKept, type StoredDefinition } from './kept.ts';
import { isShippedKey, type KeptQuestion } from './shipped.ts';

/** What a person says about a question that is kept. */
export interface Keeping {
  readonly questionId: QuestionId;
  readonly topic: string;
  readonly source: string;
  readonly licence: string;
}

/**
 * Keeps a question in the bank: as the next version of the workspace's own question that it came from, or as a new one. What is as
 * it was kept last is not kept twice. @throws AppError NOT_FOUND
 */
export function keepQuestion(call: Call, given: Keeping): { bankQuestionId: string; version: number } {
  const { sql, workspace, operation } = call;
  const { questionId, topic, source, licence } = given;
  const { versionId } = placeOfQuestion(sql, questionId);
  const rows = readVersionRows(sql, versionId);
  const row = rows.questions.find(({ id }) => id === questionId);
  if (row === undefined) throw new AppError('NOT_FOUND');
  operation.label({ question: labelOf(readOutline(sql, versionId), questionId) });
  const scale = readScale(sql, row, rows);
  const definition: z.infer<typeof StoredDefinition> = {
    question: standalone({ ...toQuestionSpec(row, rows), scale: scale?.key ?? null }),
    scale,
  };
  const kept = allKept(sql);
  const origin = kept.find(({ id }) => id === row.bank_question_id);
  const newest = origin === undefined || isShippedKey(origin.key) ? null : (kept.find(({ key }) => key === origin.key) ?? null);
  const facts = { topic, source, licence };
  if (newest !== null && isAsKept(newest, definition, facts)) return { bankQuestionId: newest.id, version: newest.version };
  const id = workspace.newId();
  const version = (newest?.version ?? 0) + 1;
  sql.insert('bank_question', {
    id,
    key: newest?.key ?? id,
    version,
    kind: newest?.kind ?? 'question',
    ...facts,
    wording: row.wording,
    definition: JSON.stringify(definition),
  });
  sql.run('UPDATE question SET bank_question_id = :id WHERE id = :questionId', { id, questionId });
  return { bankQuestionId: id, version };
}

function isAsKept(newest: KeptQuestion, definition: z.infer<typeof StoredDefinition>, facts: Omit<Keeping, 'questionId'>): boolean {
  const { topic, source, licence } = newest;
  const before = JSON.stringify([
    { question: newest.definition, scale: newest.scale },
    { topic, source, licence },
  ]);
  return before === JSON.stringify([definition, facts]);
}

/** A question without what it says of other questions, which would lead nowhere in another questionnaire. */
function standalone(question: QuestionSpec): QuestionSpec {
  const own = (expression: string | null): string | null => (expression?.includes('${') === true ? null : expression);
  return {
    ...question,
    relevant: own(question.relevant),
    optionFilter: own(question.optionFilter),
    repeatCount: own(question.repeatCount),
    defaultValue: own(question.defaultValue),
    requiredWhen: own(question.requiredWhen),
    checks: question.checks.filter(({ expression }) => own(expression) !== null),
  };
}

const ScaleRow = z.object({ name: z.string(), direction: ScaleDirection, neutral_code: z.int().nullable() });

function readScale(sql: Statements, { scale_id: id }: QuestionRow, { options }: VersionRows): ScaleSpec | null {
  if (id === null) return null;
  const row = sql.get(ScaleRow, 'SELECT name, direction, neutral_code FROM scale WHERE id = :id', { id });
  if (row === undefined) return null;
  const { name, direction, neutral_code: neutralCode } = row;
  return { key: 'scale', name, direction, neutralCode, options: (options.get(id) ?? []).map(toOptionSpec) };
}

const OwnRow = z.object({ id: z.string() });

/** Removes all versions of one of the workspace's own questions; what was made from them forgets where it came from. @throws AppError NOT_FOUND */
export function removeKept({ sql, operation }: Call, { key }: { key: string }): void {
  const newest = allKept(sql).find((question) => question.key === key && !question.isShipped);
  if (newest === undefined) throw new AppError('NOT_FOUND');
  operation.label({ question: shortened(localised(newest.wording, 'nb')) });
  for (const { id } of sql.all(OwnRow, 'SELECT id FROM bank_question WHERE key = :key', { key })) {
    for (const table of ['question', 'sheet_question'])
      sql.run(`UPDATE ${table} SET bank_question_id = NULL WHERE bank_question_id = :id`, { id });
    sql.run('DELETE FROM bank_question WHERE id = :id', { id });
  }
}
