import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';
import { mayBeSeen } from './blind.ts';

const PairRow = z.object({ theme_id: z.string(), respondent_id: z.string() });
const ThemeRow = z.object({ id: z.string(), parent_id: z.string().nullable() });

// What counts: codings that stand, of texts that stand, of people who have not withdrawn, as far as this coder may see them.
const counts = `(:projectId IS NULL OR text.project_id = :projectId) AND ${mayBeSeen()}
AND interview.status NOT IN ('withdrawn', 'declined') AND respondent.withdrawn_at IS NULL
AND (text.kind <> 'answer' OR (answer.text_id = text.id AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')))`;
const ofAnswer =
  'answer.interview_key = text.interview_key AND answer.question_key = text.question_key AND answer.instance = text.instance';

// Codings lead: they are few beside the answers, and every step from them is an index or a key.
const pairsSql = `
SELECT DISTINCT coding.theme_id, interview.respondent_id
FROM counted_coding AS coding JOIN text ON text.id = coding.text_id
JOIN interview ON interview.key = text.interview_key
JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN answer ON ${ofAnswer}
WHERE ${counts}`;

// Persons lead: a few of them, all they said, and the codings of it.
const pairsOfPersonsSql = `
SELECT DISTINCT coding.theme_id, interview.respondent_id
FROM json_each(:persons) AS wanted CROSS JOIN respondent ON respondent.id = wanted.value
CROSS JOIN interview ON interview.respondent_id = respondent.id CROSS JOIN text ON text.interview_key = interview.key
CROSS JOIN counted_coding AS coding ON coding.text_id = text.id
LEFT JOIN answer ON ${ofAnswer}
WHERE ${counts}`;

/** Which persons have which themes, by the themes themselves: of these persons, or of all. */
export function readThemePairs(
  sql: Statements,
  projectId: string | null,
  actorId: string,
  persons?: readonly string[],
): { readonly theme_id: string; readonly respondent_id: string }[] {
  if (persons === undefined) return sql.all(PairRow, pairsSql, { projectId, actorId });
  return sql.all(PairRow, pairsOfPersonsSql, { projectId, actorId, persons: JSON.stringify(persons) });
}

/** Parent of every theme. */
export function readParents(sql: Statements): ReadonlyMap<string, string | null> {
  return new Map(sql.all(ThemeRow, 'SELECT id, parent_id FROM theme').map((row) => [row.id, row.parent_id]));
}

/** Who has a theme: respondents by the theme alone, and with everything under it. */
export interface ThemePersons {
  readonly own: ReadonlyMap<string, ReadonlySet<string>>;
  readonly withDescendants: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Distinct respondents per theme, of one project or (null) of all. A theme holds everyone who has it or a theme under it, each
 * person once. Whoever has withdrawn is in none; minutes and other texts without a respondent count no persons. Where coders have
 * settled a difference, what they settled counts. Of projects that are coded blind only the codings of `actorId` count, and without one none.
 */
export function countThemePersons(sql: Statements, projectId: string | null, actorId = ''): ThemePersons {
  const own = new Map<string, Set<string>>();
  for (const pair of readThemePairs(sql, projectId, actorId)) {
    const persons = own.get(pair.theme_id);
    if (persons === undefined) own.set(pair.theme_id, new Set([pair.respondent_id]));
    else persons.add(pair.respondent_id);
  }
  return { own, withDescendants: rollUp(own, readParents(sql)) };
}

/** Respondent ids per theme id, descendants included; themes nobody has are absent. Used where themes become table columns. */
export function themePersons(sql: Statements, projectId: string, actorId = ''): ReadonlyMap<string, ReadonlySet<string>> {
  return countThemePersons(sql, projectId, actorId).withDescendants;
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
