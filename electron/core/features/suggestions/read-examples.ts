import { z } from 'zod';
import type { Example } from '../../../../shared/learning/index.ts';
import type { Statements } from '../../db/statements.ts';

/** Whose codings may be learnt from: everybody's but those of others where coding is blind, or the asker's own alone. */
export interface Teachers {
  readonly actorId: string;
  readonly isOwnOnly: boolean;
}

/** A text to learn from, and where it belongs. */
export interface StoredExample extends Example {
  readonly textId: string;
  readonly projectId: string;
}

const Row = z.object({ id: z.string(), project_id: z.string(), person: z.string(), body: z.string(), language: z.string() });
const LabelRow = z.object({ text_id: z.string(), theme_id: z.string(), origin: z.string() });
const Id = z.object({ text_id: z.string() });
const Flag = z.object({ n: z.int() });

/** Texts read between two yields. */
const textsPerStep = 400;

// In a project that codes blind only the asker's own are seen, whichever project asks.
const mine =
  '(coder_id = :actorId OR (:isOwnOnly = 0 AND text.project_id NOT IN (SELECT project_id FROM coding_setting WHERE is_blind = 1)))';
const withdrawn = "respondent.withdrawn_at IS NULL AND interview.status NOT IN ('withdrawn', 'declined')";

/** Texts that were coded, or read and found to have no theme. */
const idsSql = `
SELECT DISTINCT text_id FROM (
  SELECT text_id FROM coding JOIN text ON text.id = text_id WHERE ${mine}
  UNION ALL SELECT text_id FROM text_reading JOIN text ON text.id = text_id WHERE state = 'no-theme' AND ${mine}
) ORDER BY text_id`;

const textsSql = `
SELECT text.id, text.project_id, respondent.id AS person, text.body, text.language
FROM json_each(:ids) AS wanted JOIN text ON text.id = wanted.value
JOIN interview ON interview.key = text.interview_key JOIN respondent ON respondent.id = interview.respondent_id
WHERE text.kind IN ('answer', 'remark', 'specify') AND text.body <> '' AND ${withdrawn}`;

// Where coders settled a difference, what they settled is what is learnt; somebody's own codings are theirs alone.
const labelsSql = `
SELECT text_id, theme_id, origin FROM json_each(:ids) AS wanted JOIN text ON text.id = wanted.value
JOIN counted_coding ON text_id = text.id
WHERE :isOwnOnly = 0 AND text.project_id NOT IN (SELECT project_id FROM coding_setting WHERE is_blind = 1)
UNION ALL
SELECT text_id, theme_id, origin FROM json_each(:ids) AS wanted JOIN text ON text.id = wanted.value
JOIN coding ON text_id = text.id
WHERE coder_id = :actorId AND (:isOwnOnly = 1 OR text.project_id IN (SELECT project_id FROM coding_setting WHERE is_blind = 1))`;

const shownSql = `
SELECT DISTINCT suggestion_rejection.text_id FROM json_each(:ids) AS wanted JOIN suggestion_rejection ON suggestion_rejection.text_id = wanted.value`;

/** Whether any project codes blind: then what may be learnt depends on who asks. */
export function hasBlindProject(sql: Statements): boolean {
  return sql.get(Flag, 'SELECT 1 AS n FROM coding_setting WHERE is_blind = 1 LIMIT 1') !== undefined;
}

/**
 * All texts of the workspace that may be learnt from, of people who have not withdrawn. A text whose codings came from a search or
 * from a suggestion teaches, but does not measure: there nobody decided unseen. Yields between readings.
 */
export function* readExamples(sql: Statements, { actorId, isOwnOnly }: Teachers): Generator<undefined, StoredExample[]> {
  const who = { actorId, isOwnOnly: isOwnOnly ? 1 : 0 };
  const ids = sql.all(Id, idsSql, who).map((row) => row.text_id);
  const examples: StoredExample[] = [];
  for (let start = 0; start < ids.length; start += textsPerStep) {
    const part = JSON.stringify(ids.slice(start, start + textsPerStep));
    const labels = Map.groupBy(sql.all(LabelRow, labelsSql, { ids: part, ...who }), (row) => row.text_id);
    const shown = new Set(sql.all(Id, shownSql, { ids: part }).map((row) => row.text_id));
    for (const row of sql.all(Row, textsSql, { ids: part })) {
      const own = labels.get(row.id) ?? [];
      examples.push({
        textId: row.id,
        projectId: row.project_id,
        person: row.person,
        body: row.body,
        language: row.language,
        themes: [...new Set(own.map((label) => label.theme_id))],
        isMeasured: !shown.has(row.id) && own.every(({ origin }) => origin !== 'accepted-suggestion' && origin !== 'search'),
      });
    }
    yield;
  }
  return examples;
}
