import { z } from 'zod';
import type { EntryKind } from '../../../../shared/contract/registers.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { SqlParams, Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { joinConsents } from './join-consents.ts';
import { isAbove } from './hierarchy.ts';
import { registerTables } from './name-index.ts';
import { answerTables, isPickedAnswer, questionRegister, referencesTo, type Reference } from './references.ts';
import { nameOfEntry } from './remove-entry.ts';

interface Pair {
  readonly keep: string;
  readonly gone: string;
}

/**
 * Makes two entries of the same thing one: what pointed at the one that goes points at the one that is kept; what the kept one does not
 * say is taken over from the other. @throws AppError NOT_FOUND, HIERARCHY_LOOP
 */
export function joinEntries({ sql, operation }: Call, kind: EntryKind, pair: Pair): void {
  const name = nameOfEntry(sql, kind, pair.keep);
  operation.label({ name: cut(name), gone: cut(nameOfEntry(sql, kind, pair.gone)) });
  if (kind === 'organisations') freeParent(sql, pair);
  if (kind === 'people') joinConsents(sql, pair);
  const table = registerTables[kind];
  for (const reference of referencesTo(sql, kind)) moveReference(sql, reference, pair);
  movePicked(sql, kind, pair);
  // Written as text: the log would take what json_set gives for a value of its own kind.
  if (kind === 'services')
    sql.run(`UPDATE report_block SET options = json_set(options, '$.serviceId', :keep) || '' WHERE options ->> '$.serviceId' = :gone`, {
      ...pair,
    });
  sql.run('DELETE FROM service_link WHERE from_service_id = to_service_id');
  sql.run('UPDATE organisation SET parent_id = NULL WHERE parent_id = id');
  for (const { table: own, column } of twinsPossible[kind]) dropTwins(sql, own, column, pair.keep);
  takeOver(sql, table, pair);
  if (kind !== 'bodies') noteOther(sql, kind, pair);
  sql.run(`DELETE FROM ${table} WHERE id = :gone`, { gone: pair.gone });
}

/** Parts of which two that say the same are one. */
const twinsPossible: Readonly<Record<EntryKind, readonly Reference[]>> = {
  organisations: [
    { table: 'organisation_pause', column: 'organisation_id' },
    { table: 'person_role', column: 'organisation_id' },
    { table: 'service_operator', column: 'organisation_id' },
  ],
  people: [{ table: 'person_role', column: 'person_id' }],
  bodies: [{ table: 'person_role', column: 'body_id' }],
  services: [
    { table: 'service_operator', column: 'service_id' },
    { table: 'service_funding', column: 'service_id' },
    { table: 'service_link', column: 'from_service_id' },
    { table: 'service_link', column: 'to_service_id' },
  ],
};

/** The kept one may not end up below itself. */
function freeParent(sql: Statements, { keep, gone }: Pair): void {
  const parents = sql.get(
    z.object({ kept: z.string().nullable(), other: z.string().nullable() }),
    `SELECT (SELECT parent_id FROM organisation WHERE id = :keep) AS kept, (SELECT parent_id FROM organisation WHERE id = :gone) AS other`,
    { keep, gone },
  );
  if (parents?.kept === gone) sql.run('UPDATE organisation SET parent_id = :other WHERE id = :keep', { keep, other: parents.other });
  else if (isAbove(sql, gone, keep)) throw new AppError('HIERARCHY_LOOP');
}

const IndexRow = z.object({ name: z.string() });
const ColumnRow = z.object({ name: z.string() });

function moveReference(sql: Statements, { table, column }: Reference, { keep, gone }: Pair): void {
  // A row that the kept entry already has under the same unique key is one and the same.
  const indexes = sql.all(IndexRow, `SELECT name FROM pragma_index_list(:table) WHERE "unique" = 1 AND origin <> 'pk'`, { table });
  for (const index of indexes) {
    const columns = sql.all(ColumnRow, 'SELECT name FROM pragma_index_info(:index)', { index: index.name }).map((row) => row.name);
    if (!columns.includes(column)) continue;
    const same = columns.filter((other) => other !== column).map((other) => `kept.${other} IS ${table}.${other}`);
    sql.run(
      `DELETE FROM ${table} WHERE ${column} = :gone AND EXISTS (SELECT 1 FROM ${table} AS kept WHERE ${[`kept.${column} = :keep`, ...same].join(' AND ')})`,
      { keep, gone },
    );
  }
  sql.run(`UPDATE ${table} SET ${column} = :keep WHERE ${column} = :gone`, { keep, gone });
}

/** Answers that picked the entry, and tables and charts that are narrowed to it. */
function movePicked(sql: Statements, kind: EntryKind, { keep, gone }: Pair): void {
  const register = questionRegister(kind);
  if (register !== null) {
    for (const table of answerTables) sql.run(`UPDATE ${table} SET txt = :keep WHERE ${isPickedAnswer}`, { keep, id: gone, register });
  }
  sql.run('UPDATE exhibit SET definition = replace(definition, :gone, :keep) WHERE instr(definition, :gone) > 0', { keep, gone });
}

/** Of rows that say the same in every column, the first stays. */
function dropTwins(sql: Statements, table: string, column: string, id: string): void {
  const columns = sql.all(ColumnRow, "SELECT name FROM pragma_table_info(:table) WHERE name <> 'id'", { table }).map((row) => row.name);
  const same = columns.map((name) => `first.${name} IS ${table}.${name}`).join(' AND ');
  sql.run(
    `DELETE FROM ${table} WHERE ${column} = :id AND EXISTS (SELECT 1 FROM ${table} AS first WHERE first.id < ${table}.id AND ${same})`,
    {
      id,
    },
  );
}

const Known = z.record(z.string(), z.string().nullable());
/** What an entry is found by. */
const foundBy = {
  organisations: ['name', 'email', 'phone', 'contact'],
  people: ['name', 'email', 'phone', 'contact'],
  services: ['name'],
} as const satisfies Partial<Record<EntryKind, readonly string[]>>;

/** Another spelling, address or number that the entry that goes was known by is kept in the note: nothing that somebody wrote down is lost. */
function noteOther(sql: Statements, kind: keyof typeof foundBy, { keep, gone }: Pair): void {
  const table = registerTables[kind];
  const read = (id: string) => sql.get(Known, `SELECT ${foundBy[kind].join(', ')} FROM ${table} WHERE id = :id`, { id });
  const [kept, other] = [read(keep), read(gone)];
  const lost = foundBy[kind].flatMap((column) => {
    const said = other?.[column] ?? '';
    return said === '' || said === kept?.[column] ? [] : [said];
  });
  if (lost.length === 0) return;
  const set = `UPDATE ${table} SET note = CASE WHEN note IS NULL THEN :lost ELSE note || char(10) || :lost END WHERE id = :keep`;
  sql.run(set, { keep, lost: lost.join(' · ') });
}

/** Never taken over as they stand: consent follows rules of its own. */
const ownRules = new Set(['id', 'contact_consented_on', 'contact_withdrawn_on']);

/** Fills what the kept row leaves empty. Two notes become one; an end is not taken from an entry that merely ended being used. */
function takeOver(sql: Statements, table: string, { keep, gone }: Pair): void {
  const columns = sql
    .all(z.object({ name: z.string(), notnull: z.int() }), 'SELECT name, "notnull" FROM pragma_table_info(:table)', { table })
    .filter(({ name, notnull }) => notnull === 0 && !ownRules.has(name))
    .map(({ name }) => name);
  const params: SqlParams = { keep, gone };
  for (const name of columns) {
    const other = `(SELECT other.${name} FROM ${table} AS other WHERE other.id = :gone)`;
    const value =
      name === 'note'
        ? `CASE WHEN note IS NULL THEN ${other} WHEN ${other} IS NULL OR ${other} = note THEN note ELSE note || char(10) || ${other} END`
        : `coalesce(${name}, ${other})`;
    if (name !== 'valid_to') sql.run(`UPDATE ${table} SET ${name} = ${value} WHERE id = :keep`, params);
  }
}
