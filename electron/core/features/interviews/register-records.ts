import { z } from 'zod';
import type { RegisterKind } from '../../../../shared/model/questionnaire.ts';
import type { Statements } from '../../db/statements.ts';

const nameSql: Readonly<Record<RegisterKind, string>> = {
  place: 'SELECT name FROM place WHERE id = :id',
  service: 'SELECT name FROM service WHERE id = :id',
  organisation: 'SELECT name FROM organisation WHERE id = :id',
};

/** The name of a place, service or organisation, or undefined where the register has no such record. */
export function recordName(sql: Statements, kind: RegisterKind, id: string): string | undefined {
  return sql.get(z.object({ name: z.string() }), nameSql[kind], { id })?.name;
}
