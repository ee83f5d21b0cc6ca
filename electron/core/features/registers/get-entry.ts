import { z } from 'zod';
import type { RegisterRecord } from '../../../../shared/contract/register-records.ts';
import type { RegisterHit } from '../../../../shared/contract/register-rows.ts';
import type { EntryKind } from '../../../../shared/contract/registers.ts';
import type { Statements } from '../../db/statements.ts';
import { hitsOf } from './find.ts';
import { registerTables } from './name-index.ts';
import { readBody, readPerson } from './read-people.ts';
import { readOrganisation } from './read-organisation.ts';
import { readService } from './read-service.ts';
import { usesOfEntry } from './used-in.ts';

/** What every entry has beside its own fields. */
export type CommonParts = Pick<RegisterRecord, 'id' | 'uses' | 'namesakes'>;

/** Everything about one entry. @throws AppError NOT_FOUND */
export function getEntry(sql: Statements, kind: EntryKind, id: string): RegisterRecord {
  const common: CommonParts = { id, uses: usesOfEntry(sql, kind, id), namesakes: namesakesOf(sql, kind, id) };
  switch (kind) {
    case 'organisations':
      return readOrganisation(sql, common);
    case 'people':
      return readPerson(sql, common);
    case 'bodies':
      return readBody(sql, common);
    case 'services':
      return readService(sql, common);
    default:
      return kind satisfies never;
  }
}

/** Other entries of the same name: perhaps the same one, entered twice. */
function namesakesOf(sql: Statements, kind: EntryKind, id: string): RegisterHit[] {
  const table = registerTables[kind];
  const rows = sql.all(
    z.object({ id: z.string() }),
    `SELECT other.id FROM ${table} AS own JOIN ${table} AS other ON other.name = own.name COLLATE NOCASE AND other.id <> own.id
     WHERE own.id = :id LIMIT 12`,
    { id },
  );
  const hits = hitsOf(
    sql,
    kind,
    rows.map((row) => row.id),
  );
  return [...hits.values()];
}
