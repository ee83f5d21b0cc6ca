import { z } from 'zod';
import { languages, type LocalisedText } from '../../../shared/model/text.ts';
import type { Statements } from '../db/statements.ts';
import type { AnswerOption } from './questions.ts';
import type { SetColumn } from './stored-answers.ts';
import type { Units } from './units.ts';

/** One theme with the persons who mention it or anything below it. */
export interface ThemePersons {
  readonly id: string;
  readonly label: LocalisedText;
  /** 0 at the top of the tree. */
  readonly depth: number;
  /** 1 for each person (in the order of the units) who mentions it. */
  readonly persons: Uint8Array;
}

const ThemeRow = z.object({ id: z.string(), parent_id: z.string().nullable() });
const TermRow = z.object({ theme_id: z.string(), language: z.string(), term: z.string() });
const MentionRow = z.object({ theme_id: z.string(), interview_key: z.int(), instance: z.int() });

/** Texts whose themes count: not of answers that routing has parked, nor of drafts. */
export const countedTexts = `(t.kind <> 'answer' OR EXISTS (
  SELECT 1 FROM answer a WHERE a.interview_key = t.interview_key AND a.question_key = t.question_key AND a.instance = t.instance
    AND a.text_id = t.id AND coalesce(a.state, '') NOT IN ('parked', 'invalid-draft')))`;

const mentionSql = `
SELECT DISTINCT c.theme_id, t.interview_key, t.instance
FROM interview i JOIN text t ON t.interview_key = i.key JOIN counted_coding c ON c.text_id = t.id
WHERE i.project_id = :projectId AND ${countedTexts}`;

/**
 * Persons per theme, rolled up: whoever mentions a theme counts once for it and once for each theme above it, however
 * many passages and interviews there are and whoever coded them; with `isOwn` for the theme alone. What a group said together each of its persons said. The same texts count as in the theme tree. Themes nobody mentions are left out. In the order of the tree.
 */
export function readThemePersons(sql: Statements, projectId: string, units: Units, isOwn = false): ThemePersons[] {
  const rows = sql.all(ThemeRow, 'SELECT id, parent_id FROM theme ORDER BY ordinal, number');
  const terms = Map.groupBy(
    sql.all(TermRow, "SELECT theme_id, language, term FROM theme_term WHERE kind = 'preferred'"),
    ({ theme_id: id }) => id,
  );
  const parents = new Map(rows.map(({ id, parent_id: parent }) => [id, parent]));
  const persons = new Map(rows.map(({ id }) => [id, new Uint8Array(units.count)]));
  for (const mention of sql.all(MentionRow, mentionSql, { projectId })) {
    const speakers = units.speakersOf(mention.interview_key, mention.instance);
    for (let id: string | null = mention.theme_id; id !== null; id = isOwn ? null : (parents.get(id) ?? null)) {
      const marks = persons.get(id);
      if (marks !== undefined) for (const speaker of speakers) marks[speaker] = 1;
    }
  }
  const children = Map.groupBy(rows, ({ parent_id: parent }) => parent);
  const walk = (parent: string | null, depth: number): ThemePersons[] =>
    (children.get(parent) ?? []).flatMap(({ id }) => {
      const marks = persons.get(id) ?? new Uint8Array(0);
      const own = { id, label: labelOf(terms.get(id) ?? []), depth, persons: marks };
      // A branch that nobody is in has nobody under it; a theme by itself may.
      if (isOwn) return [...(marks.includes(1) ? [own] : []), ...walk(id, depth + 1)];
      return marks.includes(1) ? [own, ...walk(id, depth + 1)] : [];
    });
  return walk(null, 0);
}

function labelOf(terms: readonly z.infer<typeof TermRow>[]): LocalisedText {
  return Object.fromEntries(
    languages.flatMap((language) =>
      terms
        .filter((term) => term.language === language)
        .slice(0, 1)
        .map(({ term }) => [language, term]),
    ),
  );
}

/**
 * The themes at the top of the tree as a column: whoever mentions a theme or anything below it is in its group, and may be in several.
 * Everybody has an answer; themes that nobody mentions are no groups. Not to be shown while they are coded blind (`requireSight`).
 */
export function topThemesColumn(sql: Statements, projectId: string, units: Units): SetColumn {
  const top = readThemePersons(sql, projectId, units).filter(({ depth }) => depth === 0);
  return {
    kind: 'set',
    categories: top.map(({ id, label }, code): AnswerOption => ({ code, key: id, label })),
    indicators: top.map(({ persons }) => persons),
    values: new Int16Array(units.count),
  };
}
