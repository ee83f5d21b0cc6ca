import { z } from 'zod';
import type { EntryKind } from '../../../../shared/contract/registers.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { registerTables } from './name-index.ts';
import { ownParts } from './references.ts';
import { countPickedAnswers, usesOfEntry } from './used-in.ts';

/** The name of an entry. @throws AppError NOT_FOUND */
export function nameOfEntry(sql: Statements, kind: EntryKind, id: string): string {
  const row = sql.get(z.object({ name: z.string() }), `SELECT name FROM ${registerTables[kind]} WHERE id = :id`, { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row.name;
}

/** Takes an entry away with what belongs to it. @throws AppError NOT_FOUND, REGISTER_IN_USE with where */
export function removeEntry({ sql, operation }: Call, kind: EntryKind, id: string): void {
  const name = nameOfEntry(sql, kind, id);
  const uses = usesOfEntry(sql, kind, id);
  const count = uses.reduce((sum, use) => sum + use.count, 0) + countPickedAnswers(sql, kind, id);
  if (count > 0) throw new AppError('REGISTER_IN_USE', { name, count, where: cut(uses[0]?.name ?? '') || '…' });
  operation.label({ name: cut(name) });
  for (const { table, column } of ownParts(sql, kind)) sql.run(`DELETE FROM ${table} WHERE ${column} = :id`, { id });
  sql.run(`DELETE FROM ${registerTables[kind]} WHERE id = :id`, { id });
}

/** Ends an entry on a day; what has ended already stays as it was. @throws AppError NOT_FOUND */
export function retireEntry(
  { sql, workspace, operation }: Call,
  kind: EntryKind,
  id: string,
  end: { on: string; reason: string | null },
): void {
  operation.label({ name: cut(nameOfEntry(sql, kind, id)) });
  const { on, reason } = end;
  switch (kind) {
    case 'bodies':
    case 'services':
      sql.run(`UPDATE ${registerTables[kind]} SET valid_to = :on WHERE id = :id AND (valid_to IS NULL OR valid_to > :on)`, { id, on });
      return;
    case 'people':
      sql.run(
        `UPDATE person_role SET valid_to = :on WHERE person_id = :id AND (valid_to IS NULL OR valid_to > :on)
         AND (valid_from IS NULL OR valid_from < :on)`,
        { id, on },
      );
      return;
    case 'organisations':
      if (sql.get(z.object({ id: z.string() }), openPauseSql, { id, on }) === undefined)
        sql.insert('organisation_pause', { id: workspace.newId(), organisation_id: id, paused_on: on, resumed_on: null, reason });
      return;
    default:
      kind satisfies never;
  }
}

const openPauseSql = 'SELECT id FROM organisation_pause WHERE organisation_id = :id AND paused_on <= :on AND resumed_on IS NULL';
