import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';
import type { CoreWords } from '../../words.ts';

const Row = z.object({ number: z.int(), figures: z.string() });
const Figures = z.object({
  title: z.string(),
  rows: z.array(z.array(z.union([z.string(), z.object({ count: z.number() })]))),
});

const releaseSql = `
SELECT number, figures FROM release
WHERE project_id = :projectId AND recalled_at IS NULL AND json_extract(definition, '$.kind') = 'response' ORDER BY number`;

function cellText(cell: string | { readonly count: number }): string {
  return typeof cell === 'string' ? cell : String(cell.count);
}

/** Who took part, in words, as it has been released, with the number of each release; null where nothing has. Nothing is counted here. */
export function releasedResponse(sql: Statements, projectId: string, words: CoreWords): string | null {
  const told = sql.all(Row, releaseSql, { projectId }).flatMap(({ number, figures }) => {
    const read = Figures.safeParse(JSON.parse(figures));
    if (!read.success) return [];
    const lines = read.data.rows.map(([label = '', ...cells]) => {
      const values = cells.map(cellText).filter((text) => text !== '');
      return `${cellText(label)}: ${values.join(', ')}`;
    });
    return [`${read.data.title}. ${lines.join('; ')} (${words('charts.source.release', { number })})`];
  });
  return told.length === 0 ? null : told.join('\n');
}
