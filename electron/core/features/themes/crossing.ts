import { z } from 'zod';
import { Level, Polarity } from '../../../../shared/contract/coding.ts';
import type { CrossingRow, ThemeCount } from '../../../../shared/contract/themes-tree.ts';
import type { Call } from '../../rpc/call.ts';
import { mayBeSeen } from '../coding/blind.ts';
import { countedText } from './counted-text.ts';
import { branchIds, readShape, requireIn } from './tree-shape.ts';

const Row = z.object({
  text_id: z.string(),
  start: z.int(),
  end: z.int(),
  respondent_id: z.string().nullable(),
  service_id: z.string().nullable(),
  polarity: Polarity.nullable(),
  level: Level.nullable(),
});
type Row = z.infer<typeof Row>;
const ServiceRow = z.object({ id: z.string(), name: z.string() });

const codingSql = `
SELECT coding.text_id, coding.start_offset AS start, coding.end_offset AS "end", interview.respondent_id,
  coalesce(coding.service_id, interview.service_id) AS service_id, coding.polarity, coding.level
FROM json_each(:themeIds) AS branch JOIN counted_coding AS coding ON coding.theme_id = branch.value ${countedText}
WHERE (:projectId IS NULL OR text.project_id = :projectId) AND ${mayBeSeen()}
ORDER BY coding.text_id, coding.start_offset`;

/**
 * A theme and all under it by the service the words are about, polarity and level. Each person once in each figure; a mention is a stretch
 * of a text under one or more codings of the branch. For looking only: figures are neither rounded nor hidden. @throws AppError NOT_FOUND
 */
export function readCrossing(
  { sql, actorId }: Pick<Call, 'sql' | 'actorId'>,
  { themeId, projectId }: { readonly themeId: string; readonly projectId?: string | undefined },
): { rows: z.input<typeof CrossingRow>[]; all: ThemeCount } {
  const shape = readShape(sql);
  const themeIds = JSON.stringify(branchIds(shape, requireIn(shape, themeId).id));
  const codings = sql.all(Row, codingSql, { themeIds, projectId: projectId ?? null, actorId });
  const names = new Map(sql.all(ServiceRow, 'SELECT id, name FROM service').map(({ id, name }) => [id, name]));
  const rows = [...Map.groupBy(codings, (row) => row.service_id)].map(([serviceId, about]) => ({
    serviceId,
    service: serviceId === null ? null : (names.get(serviceId) ?? null),
    all: count(about),
    polarity: countBy(about, (row) => row.polarity ?? 'none'),
    level: countBy(about, (row) => row.level ?? 'none'),
  }));
  return { rows: rows.toSorted(byReach), all: count(codings) };
}

type ServiceCount = { readonly service: string | null; readonly all: ThemeCount };

/** Most persons first; what nobody knows the service of comes last. */
function byReach(a: ServiceCount, b: ServiceCount): number {
  return (
    Number(a.service === null) - Number(b.service === null) ||
    b.all.persons - a.all.persons ||
    b.all.mentions - a.all.mentions ||
    (a.service ?? '').localeCompare(b.service ?? '')
  );
}

function countBy<K extends string>(rows: readonly Row[], read: (row: Row) => K): Partial<Record<K, ThemeCount>> {
  const counts: Partial<Record<K, ThemeCount>> = {};
  for (const [key, group] of Map.groupBy(rows, read)) counts[key] = count(group);
  return counts;
}

/** The rows come by text and from the start of each: a stretch ends where nothing reaches further. */
function count(rows: readonly Row[]): ThemeCount {
  const persons = new Set<string>();
  let mentions = 0;
  let textId = '';
  let reach = 0;
  for (const row of rows) {
    if (row.respondent_id !== null) persons.add(row.respondent_id);
    if (row.text_id !== textId || row.start >= reach) mentions += 1;
    reach = row.text_id === textId ? Math.max(reach, row.end) : row.end;
    textId = row.text_id;
  }
  return { persons: persons.size, mentions };
}
