import { z } from 'zod';
import { MergeChoice } from '../../../../shared/contract/merge.ts';
import type { Statements } from '../../db/statements.ts';

const Kept = z.object({ fingerprint: z.string(), choices: z.record(z.string(), MergeChoice) });
export type KeptChoices = z.infer<typeof Kept>;
const name = 'merge-choices';

/** Keeps what was chosen about two files, for the next time they are looked at. */
export function keepChoices(sql: Statements, choices: KeptChoices): void {
  sql.run('INSERT INTO workspace_fact (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value', {
    name,
    value: JSON.stringify(choices),
  });
}

/** What was chosen when the same two files were looked at last, or nothing. */
export function readChoices(sql: Statements, fingerprint: string): KeptChoices['choices'] {
  const row = sql.get(z.object({ value: z.string() }), 'SELECT value FROM workspace_fact WHERE name = :name', { name });
  const kept = row === undefined ? undefined : Kept.parse(JSON.parse(row.value));
  return kept?.fingerprint === fingerprint ? kept.choices : {};
}

/** Forgets them: third wordings are among them. They were for the files as they stood, and are carried out or asked for anew. */
export function forgetChoices(sql: Statements): void {
  sql.run('DELETE FROM workspace_fact WHERE name = :name', { name });
}
