import { z } from 'zod';
import type { AutoCodeRule, AutoCodeScope } from '../../../../shared/contract/autocode.ts';
import { languages, Language } from '../../../../shared/model/text.ts';
import { readVariant, type Variant } from '../../../../shared/search/index.ts';
import { keysOfPart } from '../../db/search/sources.ts';
import { readVocabulary, type Vocabulary } from '../../db/search/vocabulary.ts';
import type { Statements, SqlParams } from '../../db/statements.ts';
import { waysOf, type WordsInside } from '../search/index.ts';

const TextRow = z.object({
  id: z.string(),
  body: z.string(),
  language: z.string(),
  respondent_id: z.string().nullable(),
  code: z.string().nullable(),
});

/** A text to be looked through. */
export interface ScopeText {
  readonly id: string;
  readonly body: string;
  readonly language: Language;
  readonly respondentId: string | null;
  readonly code: string | null;
}
const Id = z.object({ id: z.string() });
const Count = z.object({ n: z.int() });

// What was set aside because its question is no longer asked is not coded, nor what belongs to somebody who has withdrawn.
const fromSql = `FROM text LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id`;
const allowedSql = `text.project_id = :projectId AND text.body <> '' AND respondent.withdrawn_at IS NULL
AND coalesce(interview.status, '') NOT IN ('withdrawn', 'declined')
AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.text_id = text.id AND answer.state IN ('parked', 'invalid-draft'))`;

function scopeSql(scope: AutoCodeScope): { readonly where: string; readonly params: SqlParams } {
  const params = { projectId: scope.projectId };
  if (scope.kind === 'all') return { where: allowedSql, params };
  if (scope.kind === 'answers') return { where: `${allowedSql} AND text.kind = 'answer'`, params };
  return {
    where: `${allowedSql} AND text.kind = 'answer'
AND text.question_key IN (SELECT key FROM question WHERE variable_id IN (SELECT value FROM json_each(:variableIds)))`,
    params: { ...params, variableIds: JSON.stringify(scope.variableIds) },
  };
}

/** How many texts are in scope. */
export function countScope(sql: Statements, scope: AutoCodeScope): number {
  const { where, params } = scopeSql(scope);
  return sql.get(Count, `SELECT count(*) AS n ${fromSql} WHERE ${where}`, params)?.n ?? 0;
}

/** Ids of the texts that may answer a rule, in their order: of words the index knows; for a pattern it is every text in scope. */
export function candidateIds(sql: Statements, scope: AutoCodeScope, rule: AutoCodeRule, inside: WordsInside): string[] {
  const { where, params } = scopeSql(scope);
  const order = 'ORDER BY interview.key, text.question_key, text.instance, text.id';
  if (rule.kind === 'pattern') return sql.all(Id, `SELECT text.id ${fromSql} WHERE ${where} ${order}`, params).map((row) => row.id);
  const variants = rule.variants.flatMap((typed) => readVariant(typed) ?? []);
  if (variants.length === 0) return [];
  const vocabulary = readVocabulary(sql);
  const expression = variants.map((variant) => expressionOf(variant, vocabulary, inside, rule.hasForms)).join(' OR ');
  const among = `text.id IN (SELECT search_entry.id FROM search_index JOIN search_entry ON search_entry.key = search_index.rowid
WHERE search_index MATCH :expression AND search_index.rowid BETWEEN :from AND :to AND search_entry.source = 'text')`;
  const keys = { from: keysOfPart('answers').from, to: keysOfPart('minutes').to };
  const text = `SELECT text.id ${fromSql} WHERE ${where} AND ${among} ${order}`;
  return sql.all(Id, text, { ...params, ...keys, expression }).map((row) => row.id);
}

/** Every word of the variant somewhere in the text, in any form: more than what is meant, and never less. */
function expressionOf(variant: Variant, vocabulary: Vocabulary, inside: WordsInside, hasForms: boolean): string {
  const last = variant.words.length - 1;
  const quoted = (word: string, isPrefix: boolean): string => `"${word.replaceAll('"', '')}"${isPrefix ? ' *' : ''}`;
  const each = variant.words.map((word, index) => {
    const isPrefix = variant.isPrefix && index === last;
    const ways = variant.isInside
      ? inside([word]).map((found) => quoted(found, false))
      : waysOf(vocabulary, { word, isPrefix, hasForms }, languages).map((way) => quoted(way.word, way.isPrefix));
    return `(${ways.length === 0 ? quoted(word, false) : ways.join(' OR ')})`;
  });
  return `(${each.join(' AND ')})`;
}

const readSql = `
SELECT text.id, text.body, text.language, respondent.id AS respondent_id, respondent.code
FROM json_each(:ids) AS wanted JOIN text ON text.id = wanted.value LEFT JOIN interview ON interview.key = text.interview_key
LEFT JOIN respondent ON respondent.id = interview.respondent_id
WHERE respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') <> 'withdrawn' ORDER BY wanted.key`;

/** The words of texts, in the order of their ids. */
export function readScopeTexts(sql: Statements, ids: readonly string[]): ScopeText[] {
  return sql.all(TextRow, readSql, { ids: JSON.stringify(ids) }).map(({ respondent_id: respondentId, ...row }) => ({
    ...row,
    respondentId,
    language: Language.catch('nb').parse(row.language),
  }));
}
