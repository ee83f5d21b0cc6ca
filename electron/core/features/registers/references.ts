import { z } from 'zod';
import type { EntryKind } from '../../../../shared/contract/registers.ts';
import type { Statements } from '../../db/statements.ts';
import { registerTables } from './name-index.ts';

/** A column somewhere in the workspace that points at a register's entries. */
export interface Reference {
  readonly table: string;
  readonly column: string;
}

const ReferenceRow = z.object({ table: z.string(), column: z.string() });
// The schema itself says what points where, so that a table made later is never forgotten.
const referenceSql = `SELECT sqlite_schema.name AS "table", keys."from" AS "column"
FROM sqlite_schema JOIN pragma_foreign_key_list(sqlite_schema.name) AS keys
WHERE sqlite_schema.type = 'table' AND keys."table" = :table ORDER BY sqlite_schema.name, keys."from"`;

/** Tables whose rows belong to an entry and go with it. */
const ownTables: Readonly<Record<EntryKind, readonly string[]>> = {
  organisations: ['organisation_area', 'organisation_pause'],
  people: ['person_role'],
  bodies: [],
  services: ['service_operator', 'service_funding', 'service_link'],
};

/** Every column that points at a register, own parts and uses alike. */
export function referencesTo(sql: Statements, kind: EntryKind): Reference[] {
  return sql.all(ReferenceRow, referenceSql, { table: registerTables[kind] });
}

/** Columns of rows that belong to an entry. */
export function ownParts(sql: Statements, kind: EntryKind): Reference[] {
  return referencesTo(sql, kind).filter(({ table }) => ownTables[kind].includes(table));
}

/** Columns of rows that use an entry and outlive it. */
export function usesOf(sql: Statements, kind: EntryKind): Reference[] {
  return referencesTo(sql, kind).filter(({ table }) => !ownTables[kind].includes(table));
}

/** Answers that picked the entry from a register: the tables that hold them, and the condition that finds them through the questions. */
export const answerTables = ['answer', 'second_answer'] as const;

const registerOf: Readonly<Partial<Record<EntryKind, string>>> = { organisations: 'organisation', services: 'service' };

/** Whether answers can pick from this register, and by which name questions know it. */
export function questionRegister(kind: EntryKind): string | null {
  return registerOf[kind] ?? null;
}

/** Condition on an answer table: it holds the entry `:id`, picked from the register `:register`. Found through the questions that ask for it. */
export const isPickedAnswer = `txt = :id AND missing IS NULL AND (interview_key, question_key) IN (
  SELECT interview.key, question.key FROM question JOIN interview ON interview.version_id = question.version_id
  WHERE question.type = 'register' AND question.register_kind = :register)`;
