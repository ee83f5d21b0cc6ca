import { z } from 'zod';
import type { MinutesOf } from '../../../../shared/contract/minutes.ts';
import type { Statements } from '../../db/statements.ts';

/* As in entry, where the writer is belongs to this copy of the file and makes no steps in its log. */

const Place = z.object({ lineId: z.uuid(), caret: z.int() });

/** Keeps the line and the place in it where the caret is. */
export function keepPlace(sql: Statements, meetingId: string, place: z.infer<typeof Place>): void {
  sql.run('INSERT INTO workspace_fact (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value', {
    name: `minutes-place:${meetingId}`,
    value: JSON.stringify(place),
  });
}

/** Where the minutes were left in this copy, or null when nobody has written in them here. */
export function readPlace(sql: Statements, meetingId: string): MinutesOf['at'] {
  const row = sql.get(z.object({ value: z.string() }), 'SELECT value FROM workspace_fact WHERE name = :name', {
    name: `minutes-place:${meetingId}`,
  });
  return row === undefined ? null : Place.parse(JSON.parse(row.value));
}
