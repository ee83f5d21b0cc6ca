import { z } from 'zod';
import { suggest, type Lessons } from '../../../../shared/learning/index.ts';
import type { Statements } from '../../db/statements.ts';

/** Texts with the themes that are suggested for them. */
export type SuggestedTexts = ReadonlyMap<string, readonly string[]>;

const Row = z.object({ id: z.string(), body: z.string(), language: z.string() });
const textsPerStep = 200;
const longestBody = 20_000;

/** The next texts of a project that anything could be suggested for, by their ids. */
const nextSql = `
SELECT text.id, substr(text.body, 1, ${longestBody}) AS body, text.language FROM text
JOIN interview ON interview.key = text.interview_key JOIN respondent ON respondent.id = interview.respondent_id
WHERE text.id > :after AND text.project_id = :projectId AND text.kind IN ('answer', 'remark', 'specify') AND text.body <> ''
AND respondent.withdrawn_at IS NULL AND interview.status NOT IN ('withdrawn', 'declined')
ORDER BY text.id LIMIT ${textsPerStep}`;

/** Looks through all texts of a project, coded or not: what is coded may be freed again. Yields after every few texts. */
export function* listSuggested(sql: Statements, lessons: Lessons | null, projectId: string): Generator<undefined, SuggestedTexts> {
  const found = new Map<string, readonly string[]>();
  if (lessons === null) return found;
  let after = '';
  for (;;) {
    const rows = sql.all(Row, nextSql, { after, projectId });
    for (const [at, row] of rows.entries()) {
      const themes = suggest(lessons.model, row.body, row.language).map(({ theme }) => theme);
      if (themes.length > 0) found.set(row.id, themes);
      if (at % 20 === 19) yield;
    }
    after = rows.at(-1)?.id ?? '';
    if (rows.length < textsPerStep) return found;
    yield;
  }
}
