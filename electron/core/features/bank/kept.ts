import { z } from 'zod';
import { BankKind, bankTopics, type BankQuestion } from '../../../../shared/contract/bank.ts';
import { QuestionSpec, ScaleSpec } from '../../../../shared/model/questionnaire-spec.ts';
import { languages } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { fold } from '../../../../shared/texts/index.ts';
import { readText } from '../questionnaires/version-rows.ts';
import { isShippedKey, shippedQuestions, type KeptQuestion } from './shipped.ts';

/** `bank_question.definition`: the question, and the scale it points to. */
export const StoredDefinition = z.strictObject({ question: QuestionSpec, scale: ScaleSpec.nullable() });

const KeptRow = z.object({
  id: z.string(),
  key: z.string(),
  version: z.int(),
  kind: BankKind,
  topic: z.string().nullable(),
  wording: z.string(),
  definition: z.string().nullable(),
  source: z.string().nullable(),
  licence: z.string().nullable(),
});
const UseRow = z.object({
  bank_question_id: z.string(),
  project: z.string(),
  questionnaire: z.string(),
  version: z.int(),
  number: z.string(),
});
const useSql = `
SELECT bank_question_id, project.name AS project, questionnaire.name AS questionnaire, questionnaire_version.number AS version, question.number
FROM question JOIN questionnaire_version ON questionnaire_version.id = question.version_id
JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id JOIN project ON project.id = questionnaire.project_id
WHERE bank_question_id IS NOT NULL ORDER BY project.name, questionnaire.name, questionnaire_version.number, question.ordinal`;

/** Every version of every question: the program's own, then the workspace's, newest first within a key. */
export function allKept(sql: Statements): KeptQuestion[] {
  const rows = sql.all(
    KeptRow,
    'SELECT id, key, version, kind, topic, wording, definition, source, licence FROM bank_question ORDER BY topic, key',
  );
  // A shipped question that is in use has a row too; one of an older program may be known only by it.
  const shipped = new Set(shippedQuestions.map(({ id }) => id));
  const all = [...shippedQuestions, ...rows.filter(({ id }) => !shipped.has(id)).map(toKept)];
  return [...Map.groupBy(all, ({ key }) => key).values()].flatMap((versions) => versions.toSorted((a, b) => b.version - a.version));
}

function toKept(row: z.infer<typeof KeptRow>): KeptQuestion {
  const wording = readText(row.wording);
  const stored = row.definition === null ? null : StoredDefinition.parse(JSON.parse(row.definition));
  return {
    id: row.id,
    key: row.key,
    version: row.version,
    kind: row.kind,
    topic: row.topic ?? '',
    wording,
    languages: languages.filter((language) => (wording[language] ?? '') !== ''),
    definition: stored?.question ?? null,
    scale: stored?.scale ?? null,
    source: row.source ?? '',
    licence: row.licence ?? '',
    isShipped: isShippedKey(row.key),
  };
}

/** The newest version of each question, where a word of it in any language, its topic or its source matches. */
export function listBank(sql: Statements, { query, kind }: { query: string; kind: BankKind | null }): BankQuestion[] {
  const words = fold(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const newest = [...Map.groupBy(allKept(sql), ({ key }) => key).values()].flatMap(([first]) => first ?? []);
  const found = newest.filter((question) => (kind === null || question.kind === kind) && matches(question, words));
  return withUses(
    sql,
    found.toSorted((a, b) => topicRank(a) - topicRank(b) || a.topic.localeCompare(b.topic, 'nb')),
  );
}

/** The program's topics come in their own order, before those that people have named. */
function topicRank({ topic }: KeptQuestion): number {
  const rank = bankTopics.findIndex((known) => known === topic);
  return rank < 0 ? bankTopics.length : rank;
}

function matches({ wording, definition, topic, source }: KeptQuestion, words: readonly string[]): boolean {
  const labels = (definition?.options ?? []).flatMap(({ label }) => Object.values(label));
  const said = fold([...Object.values(wording), ...labels, definition?.name ?? '', topic, source].join(' '));
  return words.every((word) => said.includes(word));
}

/** Every version of one question, newest first. */
export function bankVersions(sql: Statements, key: string): BankQuestion[] {
  return withUses(
    sql,
    allKept(sql).filter((question) => question.key === key),
  );
}

function withUses(sql: Statements, questions: readonly KeptQuestion[]): BankQuestion[] {
  const uses = Map.groupBy(sql.all(UseRow, useSql), (row) => row.bank_question_id);
  return questions.map((question) => ({
    ...question,
    uses: (uses.get(question.id) ?? []).map(({ project, questionnaire, version, number }) => ({ project, questionnaire, version, number })),
  }));
}
