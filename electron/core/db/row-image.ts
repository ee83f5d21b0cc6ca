import type { ColumnShape } from './schema.ts';

/** Name under which a row stands in the log: its key columns, joined by a colon. */
export function rowIdSql(columns: readonly ColumnShape[], from: string): string {
  const keys = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
  return keys.map((column) => `${from}.${column.name}`).join(` || ':' || `);
}

/**
 * SQL that makes a row's image, a JSON object of all its columns. REAL goes in as text with 17 digits, because SQLite's JSON
 * keeps only 15 and an undo must give back the very same number.
 */
export function rowImageSql(columns: readonly ColumnShape[], from: string): string {
  const pairs = columns.map((column) => {
    const value = `${from}.${column.name}`;
    return column.type === 'REAL'
      ? `'${column.name}', CASE WHEN ${value} IS NULL THEN NULL ELSE printf('%!.17g', ${value}) END`
      : `'${column.name}', ${value}`;
  });
  return `json_object(${pairs.join(', ')})`;
}

/**
 * The triggers that write a table's changes to the log. Outside an operation there is no op_seq to log under, and op_change
 * refuses NULL: so the write itself fails. In a batch they rest: the batch is the record.
 */
export function logTriggersSql(table: string, columns: readonly ColumnShape[]): string[] {
  const when = 'WHEN (SELECT is_batch FROM op_ctx) = 0';
  const log = (id: string, before: string, after: string): string =>
    `INSERT INTO op_change (op_seq, table_name, row_id, before, after) VALUES ((SELECT op_seq FROM op_ctx), '${table}', ${id}, ${before}, ${after});`;
  const oldId = rowIdSql(columns, 'OLD');
  const newId = rowIdSql(columns, 'NEW');
  const oldImage = rowImageSql(columns, 'OLD');
  const newImage = rowImageSql(columns, 'NEW');
  const keyChanged = `${oldId} IS NOT ${newId}`;
  return [
    `CREATE TRIGGER log_${table}_insert AFTER INSERT ON ${table} ${when} BEGIN ${log(newId, 'NULL', newImage)} END`,
    `CREATE TRIGGER log_${table}_delete AFTER DELETE ON ${table} ${when} BEGIN ${log(oldId, oldImage, 'NULL')} END`,
    // Only real changes: setting a value to what it was leaves no trace.
    `CREATE TRIGGER log_${table}_update AFTER UPDATE ON ${table} ${when} AND ${oldImage} IS NOT ${newImage} BEGIN ${log(oldId, oldImage, newImage)} END`,
    `CREATE TRIGGER key_${table}_update BEFORE UPDATE ON ${table} WHEN ${keyChanged} BEGIN SELECT RAISE(ABORT, 'a key never changes'); END`,
  ];
}
