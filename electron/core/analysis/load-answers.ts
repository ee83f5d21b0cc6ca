import { z } from 'zod';
import { MissingReason } from '../../../shared/contract/analysis.ts';
import type { Statements } from '../db/statements.ts';
import { AnswerRow, givenOf, type Given } from './question-answers.ts';

/** Takes one answer: of a question, in an interview, in a round or outside all (0). */
export type TakeAnswer = (questionKey: number, interviewKey: number, instance: number, given: Given) => void;

// The cross join keeps the order: interviews of the project first, then each one's answer by primary key.
const questionSql = `
SELECT a.interview_key, a.instance, a.code, a.num, a.txt, a.missing, a.state
FROM interview i CROSS JOIN answer a ON a.interview_key = i.key AND a.question_key = :questionKey WHERE i.project_id = :projectId`;

/** All answers to one question, those of one interview in the order of their instances. */
export function loadQuestion(sql: Statements, projectId: string, questionKey: number): AnswerRow[] {
  return sql.all(AnswerRow, questionSql, { questionKey, projectId });
}

/** The answers to one question in one interview. */
export function loadAnswer(sql: Statements, projectId: string, questionKey: number, interviewKey: number): AnswerRow[] {
  return sql.all(AnswerRow, `${questionSql} AND i.key = :interviewKey`, { questionKey, projectId, interviewKey });
}

/*
 * All answers of an interview come as one text, which is several times cheaper than a row for each: two characters for a plain code or a
 * whole number outside rounds, the question and the answer; anything else between two marks of the private use area, its parts apart.
 */
const shift = 32;
const highest = 40_000;
const [opening, between, closing] = [0xe000, 0xe001, 0xe002];

const packedSql = `
SELECT i.key, group_concat(CASE
  WHEN a.instance = 0 AND a.state IS NULL AND a.missing IS NULL AND a.code BETWEEN 0 AND ${highest} THEN char(a.question_key + ${shift}, a.code + ${shift})
  WHEN a.instance = 0 AND a.state IS NULL AND a.missing IS NULL AND a.num BETWEEN 0 AND ${highest} AND a.num = CAST(a.num AS INTEGER)
    THEN char(a.question_key + ${shift}, CAST(a.num AS INTEGER) + ${shift})
  ELSE char(${opening}) || a.question_key || char(${between}) || a.instance || char(${between}) || coalesce(a.code, format('%!.17g', a.num), '')
    || char(${between}) || CASE WHEN a.txt IS NULL THEN '' WHEN a.txt GLOB '*[^0-9 ]*' THEN '?' ELSE '=' || a.txt END
    || char(${between}) || coalesce(a.missing, '') || char(${between}) || coalesce(a.state, '') || char(${closing})
  END, '') AS packed
FROM interview i CROSS JOIN answer a ON a.interview_key = i.key WHERE i.key > :after AND i.key <= :upTo AND +i.project_id = :projectId
GROUP BY i.key`;

const PackedRow = z.object({ key: z.int(), packed: z.string().nullable() });
const KeysRow = z.object({ least: z.int().nullable(), most: z.int().nullable() });
const pageSize = 1000;

/** Whether the questions' keys fit into one character. */
export function canLoadAll(questionKeys: readonly number[]): boolean {
  return questionKeys.every((key) => key + shift < 0xd800);
}

/** Reads every answer of a project in one pass over the file. `takeNumber` has whole numbers outside rounds, by far the most. */
export function loadAll(
  sql: Statements,
  projectId: string,
  takeNumber: (questionKey: number, interviewKey: number, number: number) => void,
  take: TakeAnswer,
): void {
  const keys = sql.get(KeysRow, 'SELECT min(key) AS least, max(key) AS most FROM interview WHERE project_id = :projectId', { projectId });
  const most = keys?.most ?? -1;
  for (let after = (keys?.least ?? 0) - 1; after < most; after += pageSize) {
    for (const { key, packed } of sql.all(PackedRow, packedSql, { after, upTo: after + pageSize, projectId })) {
      const text = packed ?? '';
      for (let at = 0; at < text.length; at += 2) {
        const question = text.charCodeAt(at);
        if (question !== opening) {
          takeNumber(question - shift, key, text.charCodeAt(at + 1) - shift);
          continue;
        }
        const end = text.indexOf(String.fromCharCode(closing), at);
        takeParts(sql, projectId, key, text.slice(at + 1, end), take);
        at = end - 1;
      }
    }
  }
}

/** Takes an answer that is no plain number. */
function takeParts(sql: Statements, projectId: string, interviewKey: number, text: string, take: TakeAnswer): void {
  const [question = '', instance = '', number = '', list = '', missing = '', state = ''] = text.split(String.fromCharCode(between));
  const questionKey = Number(question);
  if (list === '?') {
    // Words among the codes: read as they are.
    const row = loadAnswer(sql, projectId, questionKey, interviewKey).find((each) => each.instance === Number(instance));
    if (row !== undefined) take(questionKey, interviewKey, row.instance, givenOf(row));
    return;
  }
  const given = givenOf({
    interview_key: interviewKey,
    instance: Number(instance),
    code: null,
    num: number === '' ? null : Number(number),
    txt: list === '' ? null : list.slice(1),
    missing: missing === '' ? null : MissingReason.parse(missing),
    state: state === '' ? null : state,
  });
  take(questionKey, interviewKey, Number(instance), given);
}
