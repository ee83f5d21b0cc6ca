import { z } from 'zod';
import { createBulkInsert, type BulkInsert } from '../../db/bulk-insert.ts';
import type { AnswerSlot, PreparedRow } from './prepare-rows.ts';
import { createCodeGiver } from './respondent-codes.ts';
import type { WrittenQuestion, Writing } from './write-survey.ts';

/**
 * Writes respondents, interviews, texts and answers, each table in one go: a row stands before everything that points to it, so
 * that SQLite never has to look for it later. Several answers are their codes separated by spaces, and an empty text when a
 * person saw the list and chose nothing; open answers lie in `text`; "not recorded" is no row (migrations/0010/interviews.ts).
 */
export function writeInterviews(writing: Writing, questions: readonly WrittenQuestion[], rows: readonly PreparedRow[]): void {
  const { workspace, batchId, projectId, waveId, versionId, language, at } = writing;
  const { db, sql, newId } = workspace;
  const taken = sql.all(z.object({ code: z.string() }), 'SELECT code FROM respondent WHERE project_id = :projectId', { projectId });
  const giveCode = createCodeGiver(taken.map(({ code }) => code));
  const respondents = createBulkInsert(db, 'respondent', ['id', 'project_id', 'code', 'batch_id']);
  const respondentIds = rows.map(({ respondentCode }) => {
    const id = newId();
    respondents.add(id, projectId, giveCode(respondentCode), batchId);
    return id;
  });
  respondents.finish();
  const firstKey = (sql.get(z.object({ n: z.int() }), 'SELECT coalesce(max(key), 0) AS n FROM interview')?.n ?? 0) + 1;
  const interviews = createBulkInsert(db, 'interview', [
    'id',
    'key',
    'project_id',
    'respondent_id',
    'wave_id',
    'version_id',
    'kind',
    'mode',
    'language',
    'status',
    'held_on',
    'started_at',
    'completed_at',
    'batch_id',
  ]);
  for (const [place, { heldOn }] of rows.entries()) {
    interviews.add(
      newId(),
      firstKey + place,
      projectId,
      respondentIds[place] ?? null,
      waveId,
      versionId,
      'person',
      'imported',
      language,
      'complete',
      heldOn,
      at,
      at,
      batchId,
    );
  }
  interviews.finish();
  const textIds = writeTexts(writing, questions, rows, firstKey);
  writeAnswers(
    createBulkInsert(db, 'answer', ['interview_key', 'question_key', 'code', 'num', 'txt', 'text_id', 'missing']),
    questions,
    rows,
    { firstKey, textIds },
  );
}

/** Open answers and the words beside "other". Answers the ids of the open answers, in the order in which they stand in the rows. */
function writeTexts(
  { workspace, batchId, projectId, language }: Writing,
  questions: readonly WrittenQuestion[],
  rows: readonly PreparedRow[],
  firstKey: number,
): string[] {
  const texts = createBulkInsert(workspace.db, 'text', [
    'id',
    'project_id',
    'kind',
    'interview_key',
    'question_key',
    'language',
    'said_on',
    'body',
    'batch_id',
  ]);
  const ids: string[] = [];
  for (const [at, { slots, specified, heldOn }] of rows.entries()) {
    const add = (kind: string, question: number, body: string): string => {
      const id = workspace.newId();
      texts.add(id, projectId, kind, firstKey + at, questions[question]?.key ?? null, language, heldOn, body, batchId);
      return id;
    };
    for (const [question, slot] of slots.entries()) {
      if (questions[question]?.kind === 'open' && typeof slot === 'string') ids.push(add('answer', question, slot));
    }
    for (const [question, body] of specified) add('specify', question, body);
  }
  texts.finish();
  return ids;
}

function writeAnswers(
  answers: BulkInsert,
  questions: readonly WrittenQuestion[],
  rows: readonly PreparedRow[],
  from: { readonly firstKey: number; readonly textIds: readonly string[] },
): void {
  let nextText = 0;
  for (const [at, { slots }] of rows.entries()) {
    for (const [place, slot] of slots.entries()) {
      const question = questions[place];
      if (slot === null || question === undefined) continue;
      const isText = question.kind === 'open' && typeof slot === 'string';
      const [code, num, txt, missing] = isText ? [null, null, null, null] : columnsOf(slot, question.kind);
      answers.add(from.firstKey + at, question.key, code, num, txt, isText ? (from.textIds[nextText] ?? null) : null, missing);
      if (isText) nextText += 1;
    }
  }
  answers.finish();
}

type AnswerColumns = readonly [code: number | null, num: number | null, txt: string | null, missing: string | null];

function columnsOf(slot: Exclude<AnswerSlot, null>, kind: WrittenQuestion['kind']): AnswerColumns {
  if (typeof slot === 'object') return [null, null, null, slot.missing];
  if (typeof slot === 'string') return [null, null, slot, null];
  return kind === 'number' ? [null, slot, null, null] : [slot, null, null, null];
}
