import { z } from 'zod';
import { MissingReason } from '../../../../shared/contract/analysis.ts';
import type { RawChoices } from '../../../../shared/contract/raw-export.ts';
import type { Statements } from '../../db/statements.ts';

const AnswerRow = z.object({
  interview_key: z.int(),
  question_key: z.int(),
  instance: z.int(),
  code: z.int().nullable(),
  num: z.number().nullable(),
  txt: z.string().nullable(),
  missing: MissingReason.nullable(),
  state: z.string().nullable(),
  sort_on: z.string().nullable(),
  precision: z.string().nullable(),
});
export type RawAnswer = z.infer<typeof AnswerRow>;

const TurnRow = z.object({
  interview_key: z.int(),
  instance: z.int(),
  question_key: z.int().nullable(),
  parent_instance: z.int(),
  ordinal: z.int(),
});
export type RawTurn = z.infer<typeof TurnRow>;

const TextRow = z.object({
  interview_key: z.int(),
  question_key: z.int().nullable(),
  instance: z.int(),
  kind: z.enum(['answer', 'specify', 'remark', 'note']),
  body: z.string(),
});
export type RawText = z.infer<typeof TextRow>;

/** Everything in a file about some interviews. */
export interface RawAnswers {
  /** The answers given in one place: outside rounds (0), or in one round or by one person; by the question's key. */
  readonly answersAt: (interviewKey: number, instance: number) => ReadonlyMap<number, RawAnswer>;
  readonly textOf: (kind: 'answer' | 'specify', interviewKey: number, questionKey: number, instance: number) => string | undefined;
  readonly turnsOf: (interviewKey: number) => readonly RawTurn[];
  /** Remarks and notes, in the order of the interviews. */
  readonly remarks: readonly RawText[];
}

const answerSql = `
SELECT a.interview_key, a.question_key, a.instance, a.code, a.num, a.txt, a.missing, a.state, a.sort_on, a.precision
FROM json_each(:keys) k CROSS JOIN answer a ON a.interview_key = k.value`;
const someAnswersSql = `${answerSql} WHERE a.question_key IN (SELECT value FROM json_each(:questions))`;
const turnSql = `
SELECT t.interview_key, t.instance, t.question_key, t.parent_instance, t.ordinal
FROM json_each(:keys) k CROSS JOIN turn t ON t.interview_key = k.value ORDER BY k.key, t.parent_instance, t.ordinal, t.instance`;
// Only texts that were asked for are read at all.
const textSql = `
SELECT t.interview_key, t.question_key, t.instance, t.kind, t.body
FROM json_each(:keys) k CROSS JOIN text t ON t.interview_key = k.value
WHERE t.kind IN (SELECT value FROM json_each(:kinds)) ORDER BY k.key, t.question_key, t.instance, t.kind`;

/** What is read of some interviews. */
export interface RawReading {
  readonly choices: RawChoices;
  /** Keys of the questions; every question when null. */
  readonly questions: readonly number[] | null;
}

const nothingGiven: ReadonlyMap<number, RawAnswer> = new Map();

/** Reads the answers of some interviews: so many at a time that neither time nor memory grows with the file. */
export function readAnswers(sql: Statements, interviewKeys: readonly number[], { choices, questions }: RawReading): RawAnswers {
  const keys = JSON.stringify(interviewKeys);
  const rows =
    questions === null
      ? sql.all(AnswerRow, answerSql, { keys })
      : sql.all(AnswerRow, someAnswersSql, { keys, questions: JSON.stringify(questions) });
  const turns = Map.groupBy(sql.all(TurnRow, turnSql, { keys }), (row) => row.interview_key);
  const kinds = [...(choices.openTexts ? ['answer', 'specify'] : []), ...(choices.remarks ? ['remark', 'note'] : [])];
  const texts = kinds.length === 0 ? [] : sql.all(TextRow, textSql, { keys, kinds: JSON.stringify(kinds) });
  const words = new Map(texts.map((row) => [`${row.kind} ${row.interview_key} ${row.question_key} ${row.instance}`, row.body]));
  const places = placesOf(rows);
  return {
    answersAt: (interview, instance) => places.get(interview)?.get(instance) ?? nothingGiven,
    textOf: (kind, interview, question, instance) => words.get(`${kind} ${interview} ${question} ${instance}`),
    turnsOf: (interview) => turns.get(interview) ?? [],
    remarks: texts.filter(({ kind }) => kind === 'remark' || kind === 'note'),
  };
}

/** By interview, then by instance, then by question. */
function placesOf(rows: readonly RawAnswer[]): ReadonlyMap<number, ReadonlyMap<number, ReadonlyMap<number, RawAnswer>>> {
  const places = new Map<number, Map<number, Map<number, RawAnswer>>>();
  for (const row of rows) {
    let ofInterview = places.get(row.interview_key);
    if (ofInterview === undefined) places.set(row.interview_key, (ofInterview = new Map()));
    let ofInstance = ofInterview.get(row.instance);
    if (ofInstance === undefined) ofInterview.set(row.instance, (ofInstance = new Map()));
    ofInstance.set(row.question_key, row);
  }
  return places;
}
