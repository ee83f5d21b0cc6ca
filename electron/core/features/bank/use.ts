import { z } from 'zod';
import type { QuestionId, VersionId } from '../../../../shared/model/ids.ts';
import { emptyQuestion, type QuestionSpec } from '../../../../shared/model/questionnaire-spec.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { insertBelow, type NewQuestion } from '../questionnaires/change-questions.ts';
import { openDraft, type VersionPlace } from '../questionnaires/draft.ts';
import { shareScale } from '../questionnaires/scales.ts';
import { readNames } from '../questionnaires/store-outline.ts';
import { nameAfter, nameFinder } from '../questionnaires/variables.ts';
import { writerFor } from '../questionnaires/writer.ts';
import { allKept, type StoredDefinition } from './kept.ts';
import type { KeptQuestion } from './shipped.ts';

/** Where questions of the bank are wanted. */
export interface Using {
  readonly bankQuestionIds: readonly string[];
  readonly versionId: VersionId;
  readonly sectionId: string;
  readonly afterId: QuestionId | null;
  /** The repeat they are to be asked in. */
  readonly parentId?: QuestionId | null | undefined;
}

/** Puts questions of the bank into a draft, one below the other. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function useQuestions(call: Call, { bankQuestionIds, versionId, sectionId, afterId, parentId = null }: Using): QuestionId[] {
  const { sql, operation } = call;
  const draft = openDraft(sql, versionId);
  const kept = allKept(sql);
  operation.label({ count: bankQuestionIds.length });
  const given = new Set(readNames(sql, versionId).map(({ name }) => name.toLowerCase()));
  const questions = bankQuestionIds.map((id): NewQuestion => {
    const source = kept.find((question) => question.id === id);
    if (source === undefined) throw new AppError('NOT_FOUND');
    rememberSource(sql, source);
    const spec = toSpec(sql, draft, source, given);
    given.add(spec.name.toLowerCase());
    const scaleId = source.scale === null ? null : shareScale(writerFor(call, draft.projectId), source.scale);
    return { spec, scaleId, bankQuestionId: source.id };
  });
  return insertBelow(call, draft, { sectionId, afterId, parentId }, questions);
}

/** The question as it is put into a questionnaire. One to talk about is asked openly. */
function toSpec(sql: Statements, draft: VersionPlace, source: KeptQuestion, given: ReadonlySet<string>): QuestionSpec {
  const wanted = source.definition ?? emptyQuestion(nameAfter(source.wording, draft.languages), 'open', source.wording);
  const { name } = wanted;
  const isFree = !given.has(name.toLowerCase()) && measuresTheSame(sql, draft, source, name);
  return { ...wanted, scale: null, name: isFree ? name : nameFinder(sql, draft.projectId, given)(name) };
}

const KeyRow = z.object({ key: z.string().nullable() });

/** Whether the project's variable of that name, if there is one, is this very question in another questionnaire. */
function measuresTheSame(sql: Statements, { projectId }: VersionPlace, { key }: KeptQuestion, name: string): boolean {
  const rows = sql.all(
    KeyRow,
    `SELECT bank_question.key FROM variable LEFT JOIN question ON question.variable_id = variable.id
     LEFT JOIN bank_question ON bank_question.id = question.bank_question_id WHERE variable.project_id = :projectId AND variable.name = :name`,
    { projectId, name },
  );
  return rows.every((row) => row.key === key);
}

const One = z.object({ n: z.int() });

/** A shipped question that is used gets a row of its own, so that questionnaires and question sheets can point to it. */
export function rememberSource(
  sql: Statements,
  { id, key, version, kind, topic, wording, definition, scale, source, licence }: KeptQuestion,
): void {
  if (sql.get(One, 'SELECT 1 AS n FROM bank_question WHERE id = :id', { id }) !== undefined) return;
  const stored: z.infer<typeof StoredDefinition> | null = definition === null ? null : { question: definition, scale };
  sql.insert('bank_question', {
    id,
    key,
    version,
    kind,
    topic,
    wording: JSON.stringify(wording),
    definition: stored === null ? null : JSON.stringify(stored),
    source,
    licence,
  });
}
