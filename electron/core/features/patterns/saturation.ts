import { z } from 'zod';
import type { SaturationView } from '../../../../shared/contract/patterns.ts';
import type { DisclosureRule } from '../../../../shared/disclosure/index.ts';
import { accumulation, likelyUnseen, saturation } from '../../../../shared/statistics/index.ts';
import { countedInterviews } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import type { PatternMaterial } from './read-material.ts';

const Row = z.object({ key: z.int(), code: z.string(), held_on: z.string(), is_read: z.int() });

// Interviews with words, in the order they were made; read when somebody has coded in them or said that there is nothing to code.
const caseSql = `
SELECT i.key, r.code, coalesce(i.held_on, substr(coalesce(i.began_at, i.started_at), 1, 10)) AS held_on,
  EXISTS (SELECT 1 FROM text t WHERE t.interview_key = i.key AND (
    EXISTS (SELECT 1 FROM coding c WHERE c.text_id = t.id) OR EXISTS (SELECT 1 FROM text_reading d WHERE d.text_id = t.id))) AS is_read
FROM interview i JOIN respondent r ON r.id = i.respondent_id
WHERE i.project_id = :projectId AND ${countedInterviews} AND EXISTS (SELECT 1 FROM text t WHERE t.interview_key = i.key)
ORDER BY held_on, coalesce(i.began_at, i.started_at), i.key`;

const baseSize = 4;
const runLength = 2;

/** How many new themes the interviews brought, in the order they were made and whatever the order. */
export function readSaturation(sql: Statements, projectId: string, material: PatternMaterial, rule: DisclosureRule): SaturationView {
  const { segments, texts, themeIds } = material;
  const themesOf = new Map<number, Set<number>>();
  for (const [at, theme] of segments.theme.entries()) {
    const key = texts[segments.text[at] ?? -1]?.interviewKey ?? null;
    if (key === null) continue;
    const own = themesOf.get(key) ?? new Set<number>();
    own.add(theme);
    themesOf.set(key, own);
  }
  const rows = sql.all(Row, caseSql, { projectId });
  const cases = rows.filter(({ is_read: isRead }) => isRead === 1);
  const lists = cases.map(({ key }) => [...(themesOf.get(key) ?? [])].map((theme) => themeIds[theme] ?? ''));
  const seen = new Map<string, number>();
  const newThemes = lists.map((list) => {
    const before = seen.size;
    for (const theme of list) seen.set(theme, (seen.get(theme) ?? 0) + 1);
    return seen.size - before;
  });
  const incidences = [...seen.values()];
  const found = saturation(lists, { baseSize, runLength });
  return {
    cases: cases.map(({ code, held_on: heldOn }, at) => ({
      code,
      heldOn,
      themes: lists[at]?.length ?? 0,
      newThemes: newThemes[at] ?? 0,
    })),
    notCoded: rows.length - cases.length,
    threshold: rule.threshold,
    themes: seen.size,
    baseSize,
    runLength,
    runs:
      found === null
        ? null
        : {
            baseThemes: found.baseThemes,
            runs: found.runs.map((run) => ({ ...run })),
            reachedFive: found.reachedAfter(0.05),
            reachedNone: found.reachedAfter(0),
          },
    curve: [...accumulation(incidences, cases.length)],
    unseen: likelyUnseen(incidences, cases.length),
    mayLeave: cases.length >= rule.minimumBase && seen.size > 0,
  };
}
