import { z } from 'zod';
import type { OpenQuestion } from '../../../../shared/contract/coding.ts';
import { withBlanks } from '../../../../shared/expressions/text-pieces.ts';
import { VariableId } from '../../../../shared/model/ids.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { countDone } from './done-texts.ts';
import { sourceTables } from './grid-rows.ts';
import { keptSince, type KeptKind } from './kept-since.ts';

const QuestionRow = z.object({ variable_id: VariableId, number: z.string(), wording: z.string() });
const AskedRow = z.object({ variable_id: z.string(), people: z.int() });
const TextRow = z.object({ id: z.string(), variable_id: z.string() });
const LineRow = z.object({ id: z.string(), meeting_id: z.string() });
const IdRow = z.object({ id: z.string() });

// The newest version's wording stands for the variable.
const questionsSql = `
SELECT question.variable_id, question.number, question.wording
FROM question JOIN questionnaire_version ON questionnaire_version.id = question.version_id
JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id
WHERE questionnaire.project_id = :projectId AND question.type = 'open'
ORDER BY questionnaire_version.number DESC, question.ordinal`;

const openQuestions = `
asked_question AS MATERIALIZED (
  SELECT question.key, question.version_id, question.variable_id
  FROM question JOIN questionnaire_version ON questionnaire_version.id = question.version_id
  JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id
  WHERE questionnaire.project_id = :projectId AND question.type = 'open')`;
const present = `respondent.withdrawn_at IS NULL AND interview.status NOT IN ('withdrawn', 'declined')`;

const askedSql = `
WITH ${openQuestions}
SELECT asked_question.variable_id, count(DISTINCT interview.respondent_id) AS people
FROM interview JOIN respondent ON respondent.id = interview.respondent_id JOIN asked_question ON asked_question.version_id = interview.version_id
WHERE interview.project_id = :projectId AND ${present} GROUP BY asked_question.variable_id`;

const answersSql = `
WITH ${openQuestions}
SELECT text.id, asked_question.variable_id
FROM interview JOIN respondent ON respondent.id = interview.respondent_id JOIN asked_question ON asked_question.version_id = interview.version_id
JOIN answer ON answer.interview_key = interview.key AND answer.question_key = asked_question.key
JOIN text ON text.id = answer.text_id AND text.body <> '' AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')
WHERE interview.project_id = :projectId AND ${present}`;

const linesSql = `
SELECT text.id, minute_line.meeting_id FROM meeting JOIN minute_line ON minute_line.meeting_id = meeting.id
JOIN text ON text.id = minute_line.text_id AND text.body <> '' WHERE meeting.project_id = :projectId`;

const documentsSql = `
SELECT text.id FROM document JOIN text ON text.id = document.text_id AND text.body <> ''
LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
WHERE document.project_id = :projectId AND (interview.key IS NULL OR (${present}))`;

const minutes = 'minutes';
const documents = 'documents';

/** What can be coded, by what it answers: nothing of how far the coding has come. */
interface Codable {
  readonly questions: readonly { readonly variableId: VariableId; readonly number: string; readonly wording: LocalisedText }[];
  readonly people: ReadonlyMap<string, number>;
  /** Group of each text: a variable, minutes or documents. */
  readonly groups: ReadonlyMap<string, string>;
  readonly answered: ReadonlyMap<string, number>;
  readonly meetings: number;
}

const codableKind: KeptKind<Codable> = { tables: sourceTables, limit: 3 };

/** What can be coded in a project and how far it has come. Codings of others do not count where coding is blind. */
export function readQuestions(
  sql: Statements,
  projectId: string,
  onlyCoderId: string | null,
): {
  questions: z.input<typeof OpenQuestion>[];
  minutes: { meetings: number; texts: number; coded: number };
  documents: { texts: number; coded: number };
} {
  const codable = keptSince(sql, codableKind, projectId, () => readCodable(sql, projectId));
  const done = countDone(sql, codable.groups, onlyCoderId);
  const { answered } = codable;
  return {
    questions: codable.questions.map((question) => ({
      ...question,
      people: codable.people.get(question.variableId) ?? 0,
      answered: answered.get(question.variableId) ?? 0,
      coded: done.get(question.variableId) ?? 0,
    })),
    minutes: { meetings: codable.meetings, texts: answered.get(minutes) ?? 0, coded: done.get(minutes) ?? 0 },
    documents: { texts: answered.get(documents) ?? 0, coded: done.get(documents) ?? 0 },
  };
}

function readCodable(sql: Statements, projectId: string): Codable {
  const seen = new Set<string>();
  const questions = sql
    .all(QuestionRow, questionsSql, { projectId })
    .filter((row) => !seen.has(row.variable_id) && seen.add(row.variable_id))
    // Wordings are LocalisedText; the schema of the answer checks them in development.
    .map((row) => ({ variableId: row.variable_id, number: row.number, wording: withBlanks(JSON.parse(row.wording) as LocalisedText) }));
  const lines = sql.all(LineRow, linesSql, { projectId });
  const groups = new Map([
    ...sql.all(TextRow, answersSql, { projectId }).map((row) => [row.id, row.variable_id] as const),
    ...lines.map((row) => [row.id, minutes] as const),
    ...sql.all(IdRow, documentsSql, { projectId }).map((row) => [row.id, documents] as const),
  ]);
  const answered = new Map<string, number>();
  for (const group of groups.values()) answered.set(group, (answered.get(group) ?? 0) + 1);
  return {
    questions,
    people: new Map(sql.all(AskedRow, askedSql, { projectId }).map((row) => [row.variable_id, row.people])),
    groups,
    answered,
    meetings: new Set(lines.map((row) => row.meeting_id)).size,
  };
}
