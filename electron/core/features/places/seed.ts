import { createBulkInsert } from '../../db/bulk-insert.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { RegisterRows } from './register-files.ts';

const placeColumns = ['id', 'kind', 'country_code', 'code', 'name', 'parent_id', 'valid_from', 'valid_to', 'source'];
const changeColumns = ['id', 'from_place_id', 'to_place_id', 'changed_on', 'kind', 'extent', 'source', 'note'];

/**
 * Puts registers into a workspace that has no places yet. It is how a workspace begins, not something anybody did: it stands in no
 * operation and cannot be undone.
 */
export function seedPlaces(workspace: Workspace, registers: readonly RegisterRows[]): void {
  const { db, sql } = workspace;
  db.transaction(() => {
    // As in a batch: the triggers that write the log rest.
    sql.run('UPDATE op_ctx SET is_batch = 1');
    const places = createBulkInsert(db, 'place', placeColumns);
    for (const { file, places: rows } of registers) {
      for (const one of rows) {
        places.add(one.id, one.kind, one.countryCode, one.code, one.name, one.parentId, one.validFrom, one.validTo, file.source);
      }
    }
    places.finish();
    const changes = createBulkInsert(db, 'place_change', changeColumns);
    for (const { file, changes: rows } of registers) {
      for (const { id, fromId, toId, on, kind, extent, note } of rows)
        changes.add(id, fromId, toId, on, kind, extent, file.source, note ?? null);
    }
    changes.finish();
    sql.run('UPDATE op_ctx SET is_batch = 0');
  }).immediate();
}
