import { z } from 'zod';
import type { ThemeScope } from '../../../../shared/contract/patterns.ts';
import type { SegmentColumns } from '../../../../shared/statistics/index.ts';
import { readUnits, type Units } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import { requireSight } from '../coding/index.ts';
import { readThemeOrder } from '../recurrence/read-themes.ts';

/** A text that something is coded in. */
export interface PatternText {
  readonly id: string;
  /** Null for minutes and other texts that are nobody's interview. */
  readonly interviewKey: number | null;
  /** Places of the persons whose words they are, in the units; none for nobody's. */
  readonly speakers: readonly number[];
}

/** What is coded and counted in a project: codings by number of text and theme, sorted by text and start. */
export interface PatternMaterial {
  readonly units: Units;
  readonly texts: readonly PatternText[];
  /** In the order of the tree. */
  readonly themeIds: readonly string[];
  readonly segments: SegmentColumns;
  /** Whether one of two branches holds the other: they always meet, which says nothing. */
  readonly isInLine: (first: number, second: number) => boolean;
}

const Row = z.object({
  text_id: z.string(),
  theme_id: z.string(),
  start_offset: z.int(),
  end_offset: z.int(),
  interview_key: z.int().nullable(),
  instance: z.int(),
});

// Of answers the words that stand now, as in the theme tree and the tables of themes.
const codingSql = `
SELECT c.text_id, c.theme_id, c.start_offset, c.end_offset, t.interview_key, t.instance
FROM text t JOIN counted_coding c ON c.text_id = t.id
WHERE t.project_id = :projectId AND (t.kind <> 'answer' OR EXISTS (
  SELECT 1 FROM answer a WHERE a.interview_key = t.interview_key AND a.question_key = t.question_key AND a.instance = t.instance
    AND a.text_id = t.id AND coalesce(a.state, '') NOT IN ('parked', 'invalid-draft')))
ORDER BY t.id, c.start_offset, c.end_offset, c.theme_id`;

/**
 * Reads the counted codings of a project. Nobody who has withdrawn is in it. With `branch` every coding is also one of each theme above.
 * @throws AppError CODING_IS_BLIND
 */
export function readMaterial(sql: Statements, projectId: string, scope: ThemeScope): PatternMaterial {
  requireSight(sql, projectId);
  const units = readUnits(sql, projectId, { waveId: null, perWave: false });
  const { order, parents } = readThemeOrder(sql);
  const numberOf = new Map(order.map((id, at) => [id, at]));
  const above = order.map((id) => lineOf(id, parents).map((each) => numberOf.get(each) ?? 0));
  const texts: PatternText[] = [];
  const text: number[] = [];
  const theme: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  let current = '';
  let isCounted = false;
  for (const row of sql.all(Row, codingSql, { projectId })) {
    if (row.text_id !== current) {
      current = row.text_id;
      const speakers = row.interview_key === null ? [] : units.speakersOf(row.interview_key, row.instance);
      isCounted = row.interview_key === null || speakers.length > 0;
      if (isCounted) texts.push({ id: current, interviewKey: row.interview_key, speakers });
    }
    const own = numberOf.get(row.theme_id);
    if (!isCounted || own === undefined) continue;
    for (const each of scope === 'own' ? [own] : (above[own] ?? [])) {
      text.push(texts.length - 1);
      theme.push(each);
      start.push(row.start_offset);
      end.push(row.end_offset);
    }
  }
  const lines = above.map((line) => new Set(line));
  return {
    units,
    texts,
    themeIds: order,
    segments: { text: Int32Array.from(text), theme: Int32Array.from(theme), start: Int32Array.from(start), end: Int32Array.from(end) },
    isInLine: (first, second) => scope === 'branch' && ((lines[first]?.has(second) ?? false) || (lines[second]?.has(first) ?? false)),
  };
}

/** A theme and everything above it. */
function lineOf(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const line: string[] = [];
  for (let at: string | null = id; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at);
  return line;
}

/** The persons of each theme, by number. */
export function personsOfThemes({ segments, texts, themeIds }: PatternMaterial): readonly ReadonlySet<number>[] {
  const persons = themeIds.map(() => new Set<number>());
  for (const [at, theme] of segments.theme.entries()) {
    for (const speaker of texts[segments.text[at] ?? -1]?.speakers ?? []) persons[theme]?.add(speaker);
  }
  return persons;
}
