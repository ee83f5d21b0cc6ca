import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';

/** A text that suggestions may stand on, with the themes that may not be among them. */
export interface OpenText {
  readonly id: string;
  readonly body: string;
  readonly language: string;
  readonly except: ReadonlySet<string>;
}

const Row = z.object({ id: z.string(), body: z.string(), language: z.string() });
const Pair = z.object({ text_id: z.string(), theme_id: z.string() });
const Id = z.object({ id: z.string() });

/**
 * Nobody has put a theme on it or read it; where coding is blind, the asker has not. Themes accepted from a suggestion leave the
 * others standing, so that an answer about two things gets both. Nothing of people who have withdrawn.
 */
const openCondition = `
text.kind IN ('answer', 'remark', 'specify') AND text.body <> '' AND respondent.withdrawn_at IS NULL
AND interview.status NOT IN ('withdrawn', 'declined')
AND NOT EXISTS (SELECT 1 FROM coding WHERE coding.text_id = text.id AND origin <> 'accepted-suggestion' AND (:isOwnOnly = 0 OR coder_id = :actorId))
AND NOT EXISTS (SELECT 1 FROM text_reading WHERE text_reading.text_id = text.id AND (:isOwnOnly = 0 OR coder_id = :actorId))
AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.text_id = text.id AND answer.state IN ('parked', 'invalid-draft'))`;

const from = `FROM json_each(:ids) AS wanted JOIN text ON text.id = wanted.value AND text.project_id = :projectId
JOIN interview ON interview.key = text.interview_key JOIN respondent ON respondent.id = interview.respondent_id`;

// What stands on it, or was turned down.
const exceptSql = `
SELECT text_id, theme_id FROM json_each(:ids) AS wanted JOIN coding ON coding.text_id = wanted.value
WHERE :isOwnOnly = 0 OR coder_id = :actorId
UNION SELECT text_id, theme_id FROM json_each(:ids) AS wanted JOIN suggestion_rejection ON suggestion_rejection.text_id = wanted.value`;

/** Who asks, in which project. */
export interface Asker {
  readonly projectId: string;
  readonly actorId: string;
  readonly isOwnOnly: boolean;
}

/** Those of the texts that suggestions may stand on, in the order given. */
export function readOpenTexts(sql: Statements, ids: readonly string[], { projectId, actorId, isOwnOnly }: Asker): OpenText[] {
  const who = { ids: JSON.stringify(ids), actorId, isOwnOnly: isOwnOnly ? 1 : 0 };
  const found = sql.all(Row, `SELECT text.id, text.body, text.language ${from} WHERE ${openCondition}`, { ...who, projectId });
  const rows = new Map(found.map((row) => [row.id, row]));
  const except = readExcept(sql, who);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row === undefined ? [] : [{ ...row, except: except.get(id) ?? nothing }];
  });
}

/** Ids of those of the texts that suggestions may stand on, of one question or (null) of any, in the order they were asked. */
export function readOpenIds(sql: Statements, ids: readonly string[], asker: Asker, variableId: string | null): string[] {
  const ofQuestion =
    variableId === null
      ? ''
      : "AND text.kind = 'answer' AND text.question_key IN (SELECT key FROM question WHERE variable_id = :variableId)";
  const order = 'ORDER BY text.interview_key, text.question_key, text.instance, text.id';
  return sql
    .all(Id, `SELECT text.id ${from} WHERE ${openCondition} ${ofQuestion} ${order}`, {
      ids: JSON.stringify(ids),
      projectId: asker.projectId,
      actorId: asker.actorId,
      isOwnOnly: asker.isOwnOnly ? 1 : 0,
      ...(variableId === null ? {} : { variableId }),
    })
    .map(({ id }) => id);
}

const nothing: ReadonlySet<string> = new Set();

function readExcept(sql: Statements, who: { ids: string; actorId: string; isOwnOnly: number }): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = Map.groupBy(sql.all(Pair, exceptSql, who), (pair) => pair.text_id);
  return new Map([...pairs].map(([id, on]) => [id, new Set(on.map((pair) => pair.theme_id))]));
}

/** Themes that can be put on a text now: a model may know others still. */
export function usableThemes(sql: Statements): ReadonlySet<string> {
  return new Set(sql.all(Id, "SELECT id FROM theme WHERE status = 'in-use' AND is_codable = 1").map(({ id }) => id));
}
