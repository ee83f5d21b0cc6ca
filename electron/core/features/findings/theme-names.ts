import { z } from 'zod';
import type { ThemeOnThing } from '../../../../shared/contract/findings.ts';
import { ThemeId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({
  id: ThemeId,
  parent_id: ThemeId.nullable(),
  color: z.int().nullable(),
  number: z.string(),
  name: z.string().nullable(),
});

/** Three hundred themes at most, so the whole tree is read at once. */
const themeSql = `SELECT theme.id, theme.parent_id, theme.color, theme.number,
  (SELECT term FROM theme_term WHERE theme_term.theme_id = theme.id AND kind = 'preferred'
   ORDER BY language = :language DESC, language = 'nb' DESC, language = 'sv' DESC LIMIT 1) AS name
FROM theme ORDER BY theme.number`;

/** Every theme by id with its name in the wanted language and the colour of its branch, which only the top theme has. */
export function themeNames(sql: Statements, language: Language): ReadonlyMap<ThemeId, ThemeOnThing> {
  const rows = sql.all(Row, themeSql, { language });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const colorOf = (row: z.infer<typeof Row>): number | null => {
    let top = row;
    // A tree has no more levels than themes; the count guards against a broken file that has a circle.
    for (let step = 0; top.parent_id !== null && step < rows.length; step += 1)
      top = byId.get(top.parent_id) ?? { ...top, parent_id: null };
    return top.color;
  };
  return new Map(rows.map((row) => [row.id, { id: row.id, name: row.name ?? row.number, color: colorOf(row) }]));
}
