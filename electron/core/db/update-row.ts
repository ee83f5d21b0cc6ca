import { AppError } from '../app-error.ts';
import type { Statements, SqlParams, SqlValue } from './statements.ts';

/** A value a person wrote, as it stands in a column: yes and no are 1 and 0. */
function stored(value: SqlValue | boolean): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** A change of some fields: those that are left out, or undefined, stay as they are. */
export type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The columns that were given, by the names the table has for them; what was not given is left out. */
export function givenColumns<K extends string>(
  given: Readonly<Partial<Record<NoInfer<K>, SqlValue | boolean | undefined>>>,
  columns: Readonly<Record<K, string>>,
): SqlParams {
  const row: Record<string, SqlValue> = {};
  // The keys of `columns` are K: nothing else is in it.
  for (const key of Object.keys(columns) as K[]) {
    const value = given[key];
    if (value !== undefined) row[columns[key]] = stored(value);
  }
  return row;
}

/** Changes the named columns of one row. Table and column names come from code. @throws AppError NOT_FOUND */
export function updateRow(sql: Statements, table: string, id: string, row: SqlParams): void {
  const set = Object.keys(row).map((column) => `${column} = :${column}`);
  if (set.length > 0 && sql.run(`UPDATE ${table} SET ${set.join(', ')} WHERE id = :id`, { ...row, id }) === 0)
    throw new AppError('NOT_FOUND');
}
