import { z } from 'zod';
import { sameInAll } from './place-column.ts';
import { reasonValue, type CodeColumn, type ColumnSource } from './stored-answers.ts';

const Row = z.object({ id: z.string(), name: z.string() });

/** The services that the interviews are about, as a column; by name. */
export function serviceColumn({ sql, units }: ColumnSource): CodeColumn {
  const ids = [...new Set(units.serviceIds)].filter((id) => id !== null);
  const rows = sql.all(Row, 'SELECT id, name FROM service WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY name, id', {
    ids: JSON.stringify(ids),
  });
  const codeOf = new Map(rows.map(({ id }, code) => [id, code]));
  return {
    kind: 'codes',
    categories: rows.map(({ id, name }, code) => ({ code, key: id, label: sameInAll(name) })),
    values: Int16Array.from(units.serviceIds, (id) => codeOf.get(id ?? '') ?? reasonValue('not-recorded')),
  };
}
