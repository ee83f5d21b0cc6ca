import { z } from 'zod';
import type { PickedKind } from '../../../../shared/contract/registers.ts';
import { cut } from '../../../../shared/texts/index.ts';
import type { SqlParams, Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { registerTables } from './name-index.ts';

/** Makes an entry with a name and nothing else. */
export function quickAdd({ sql, workspace, operation }: Call, kind: PickedKind, name: string): { id: string } {
  const id = workspace.newId();
  operation.label({ name: cut(name) });
  sql.insert(registerTables[kind], { id, name, ...blank(sql, kind) });
  return { id };
}

/** What an entry must have beside its name, as little as may be. */
function blank(sql: Statements, kind: PickedKind): SqlParams {
  switch (kind) {
    case 'places':
      return { kind: 'area', country_code: usualCountry(sql) };
    case 'organisations':
    case 'services':
      return { kind: 'other' };
    case 'bodies':
      return { kind: 'network', is_standing: 1 };
    case 'people':
      return {};
    default:
      return kind satisfies never;
  }
}

/** The country most areas lie in; Norway in a workspace that has none. */
function usualCountry(sql: Statements): string {
  const row = sql.get(
    z.object({ country_code: z.string() }),
    "SELECT country_code FROM place WHERE kind = 'area' GROUP BY country_code ORDER BY count(*) DESC, country_code LIMIT 1",
  );
  return row?.country_code ?? 'NO';
}
