import { z } from 'zod';
import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { JointQuote } from '../../../../shared/contract/patterns.ts';
import { ThemeId } from '../../../../shared/model/ids.ts';
import type { ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import type { Statements } from '../../db/statements.ts';
import { readSelection } from '../analysis/selection.ts';
import { refusedToBeQuoted } from '../quotes/may-be-quoted.ts';
import { readThemeOrder } from '../recurrence/read-themes.ts';

const Row = z.object({
  id: z.string(),
  cleared_body: z.string(),
  language: z.string(),
  interview_key: z.int(),
  instance: z.int(),
  respondent_id: z.string(),
  theme_id: z.string(),
});

// Cleared wordings and the themes on their words.
const quoteSql = `
SELECT DISTINCT quote.id, quote.cleared_body, text.language, text.interview_key, text.instance, interview.respondent_id, coding.theme_id
FROM quote JOIN text ON text.id = quote.text_id JOIN interview ON interview.key = text.interview_key
JOIN counted_coding AS coding ON coding.text_id = text.id AND coding.start_offset < quote.end_offset AND coding.end_offset > quote.start_offset
WHERE text.project_id = :projectId AND quote.status = 'cleared' AND quote.cleared_body IS NOT NULL
ORDER BY length(quote.cleared_body), quote.id`;

/**
 * One cleared quote for each theme and group of scores. A group is said of whoever is quoted, so only where the share itself is shown:
 * otherwise the quote would tell that somebody is in a group that is hidden.
 */
export function readJointQuotes(
  sql: Statements,
  projectId: string,
  definition: ExhibitDefinition,
  released: ReleasedExhibit,
): JointQuote[] {
  const rows = sql.all(Row, quoteSql, { projectId });
  if (rows.length === 0) return [];
  const { source, groupValues, groups } = readSelection(sql, projectId, definition);
  const { parents } = readThemeOrder(sql);
  const refused = refusedToBeQuoted(sql, projectId);
  const shown = new Set(
    released.rows.flatMap(({ key, cells }) =>
      cells.flatMap(({ state }, at) => (state === 'shown' ? [`${key} ${released.columns[at]?.key ?? ''}`] : [])),
    ),
  );
  const found = new Map<string, JointQuote>();
  for (const row of rows) {
    if (refused.has(row.respondent_id)) continue;
    const [speaker, ...others] = source.units.speakersOf(row.interview_key, row.instance);
    // What a group said together is no one person's score.
    if (speaker === undefined || others.length > 0) continue;
    const group = groups?.categories[groupValues[speaker] ?? -1]?.key;
    for (let id: string | null = row.theme_id; group !== undefined && id !== null; id = parents.get(id) ?? null) {
      const key = `${id} ${group}`;
      if (!shown.has(key) || found.has(key)) continue;
      found.set(key, { themeId: ThemeId.parse(id), group, quoteId: row.id, body: row.cleared_body, language: row.language });
    }
  }
  return [...found.values()];
}
