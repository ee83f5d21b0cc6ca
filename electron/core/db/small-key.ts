import { z } from 'zod';
import type { Statements } from './statements.ts';

const Key = z.object({ key: z.int() });

/**
 * Takes small numbers for new rows of a table that has them beside its ids, and answers the first. A number that was given once is never
 * given again, also when its row is gone: history, times and packed imports still speak of it, and another window may bring the row back.
 */
export function takeSmallKeys(sql: Statements, table: 'interview' | 'question', count = 1): number {
  // The table's name is one of the two above.
  const name = `${table}_key`;
  const text = `SELECT max(coalesce((SELECT max(key) FROM ${table}), 0),
    coalesce((SELECT CAST(value AS INTEGER) FROM workspace_fact WHERE name = :name), 0)) + 1 AS key`;
  const first = sql.get(Key, text, { name })?.key ?? 1;
  sql.run('INSERT INTO workspace_fact (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value', {
    name,
    value: String(first + count - 1),
  });
  return first;
}
