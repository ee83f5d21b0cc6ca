import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';

const PairRow = z.object({ theme_id: z.string(), respondent_id: z.string() });
const ThemeRow = z.object({ id: z.string(), parent_id: z.string().nullable() });

// Codings lead: they are few beside the answers, and every step from them is an index or a key.
const pairsSql = `
SELECT DISTINCT coding.theme_id, interview.respondent_id
FROM coding JOIN text ON text.id = coding.text_id
JOIN interview ON interview.key = text.interview_key AND interview.status NOT IN ('withdrawn', 'declined')
JOIN respondent ON respondent.id = interview.respondent_id AND respondent.withdrawn_at IS NULL
LEFT JOIN answer ON answer.interview_key = text.interview_key AND answer.question_key = text.question_key AND answer.instance = text.instance
WHERE (:projectId IS NULL OR text.project_id = :projectId)
AND (text.kind <> 'answer' OR (answer.text_id = text.id AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')))`;

/** Who has a theme: respondents by the theme alone, and with everything under it. */
export interface ThemePersons {
  readonly own: ReadonlyMap<string, ReadonlySet<string>>;
  readonly withDescendants: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Distinct respondents per theme, of one project or (null) of all. A theme holds everyone who has it or a theme under it, each
 * person once. Whoever has withdrawn is in none; minutes and other texts without a respondent count no persons.
 */
export function countThemePersons(sql: Statements, projectId: string | null): ThemePersons {
  const own = new Map<string, Set<string>>();
  for (const pair of sql.all(PairRow, pairsSql, { projectId })) {
    const persons = own.get(pair.theme_id);
    if (persons === undefined) own.set(pair.theme_id, new Set([pair.respondent_id]));
    else persons.add(pair.respondent_id);
  }
  const parents = new Map(sql.all(ThemeRow, 'SELECT id, parent_id FROM theme').map((row) => [row.id, row.parent_id]));
  return { own, withDescendants: rollUp(own, parents) };
}

/** Respondent ids per theme id, descendants included; themes nobody has are absent. Used where themes become table columns. */
export function themePersons(sql: Statements, projectId: string): ReadonlyMap<string, ReadonlySet<string>> {
  return countThemePersons(sql, projectId).withDescendants;
}

function rollUp(own: ReadonlyMap<string, ReadonlySet<string>>, parents: ReadonlyMap<string, string | null>): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const [themeId, persons] of own) {
    const seen = new Set<string>();
    for (let at: string | null = themeId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      seen.add(at);
      const target = all.get(at) ?? new Set<string>();
      for (const person of persons) target.add(person);
      all.set(at, target);
    }
  }
  return all;
}
