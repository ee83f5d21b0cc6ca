import { z } from 'zod';
import type { RegisterUse, UseKind } from '../../../../shared/contract/register-records.ts';
import type { EntryKind } from '../../../../shared/contract/registers.ts';
import type { Statements } from '../../db/statements.ts';
import { answerTables, isPickedAnswer, questionRegister, usesOf, type Reference } from './references.ts';

/** What a row of a table stands for to somebody who asks where an entry is used, and which column says which one. */
const subjects: Readonly<Record<string, readonly [UseKind, string]>> = {
  meeting_request: ['meeting', 'meeting_id'],
  meeting_role: ['meeting', 'meeting_id'],
  meeting_invitation: ['meeting', 'meeting_id'],
  attendance: ['meeting', 'meeting_id'],
  agenda_item: ['meeting', 'meeting_id'],
  minute_line: ['meeting', 'meeting_id'],
  distribution: ['meeting', 'meeting_id'],
  contact_list_entry: ['meeting', 'meeting_id'],
  action: ['action', 'id'],
  action_event: ['action', 'action_id'],
  finding: ['finding', 'id'],
  finding_event: ['finding', 'finding_id'],
  observation: ['observation', 'id'],
  project: ['project', 'id'],
  project_service: ['project', 'project_id'],
  project_body: ['project', 'project_id'],
  organisation: ['organisation', 'id'],
  service_operator: ['service', 'service_id'],
  body: ['body', 'id'],
  person_role: ['person', 'person_id'],
};

const nameSql: Readonly<Record<Exclude<UseKind, 'interviews' | 'other'>, string>> = {
  meeting: `SELECT id, project_id, title AS name, coalesce(held_on, planned_sort_on) AS "on" FROM meeting`,
  action: `SELECT id, project_id, code || ' ' || wording AS name, agreed_on AS "on" FROM action`,
  finding: `SELECT id, project_id, code || ' ' || wording AS name, NULL AS "on" FROM finding`,
  observation: `SELECT id, project_id, title AS name, said_on AS "on" FROM observation`,
  project: `SELECT id, id AS project_id, name, starts_on AS "on" FROM project`,
  organisation: `SELECT id, NULL AS project_id, name, NULL AS "on" FROM organisation`,
  person: `SELECT id, NULL AS project_id, name, NULL AS "on" FROM person`,
  body: `SELECT id, NULL AS project_id, name, valid_from AS "on" FROM body`,
  service: `SELECT id, NULL AS project_id, name, valid_from AS "on" FROM service`,
};

const Id = z.object({ id: z.string().nullable() });
const Count = z.object({ n: z.int() });
const NameRow = z.object({ id: z.string(), project_id: z.string().nullable(), name: z.string(), on: z.string().nullable() });
const mostNamed = 100;

/** Everywhere an entry is used, newest first within a kind; places that have no page of their own are counted. Answers are not looked through. */
export function usesOfEntry(sql: Statements, kind: EntryKind, id: string): RegisterUse[] {
  const named = new Map<Exclude<UseKind, 'interviews' | 'other'>, Set<string>>();
  let others = 0;
  let interviews = 0;
  for (const reference of usesOf(sql, kind)) {
    const [subject, column] = subjects[reference.table] ?? ['other', null];
    if (reference.table === 'interview') interviews += countRows(sql, reference, id);
    else if (subject === 'other' || subject === 'interviews' || column === null) others += countRows(sql, reference, id);
    else {
      const found = sql.all(Id, `SELECT DISTINCT ${column} AS id FROM ${reference.table} WHERE ${reference.column} = :id`, { id });
      const ids = named.get(subject) ?? new Set();
      for (const row of found) {
        if (row.id === null) others += 1;
        else ids.add(row.id);
      }
      named.set(subject, ids);
    }
  }
  const rows = [...named].flatMap(([subject, ids]) => nameUses(sql, subject, ids));
  return [...rows, ...counted('interviews', interviews), ...counted('other', others)];
}

function nameUses(sql: Statements, kind: keyof typeof nameSql, ids: ReadonlySet<string>): RegisterUse[] {
  const rows = sql.all(
    NameRow,
    `SELECT id, project_id, name, "on" FROM (${nameSql[kind]}) WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY "on" DESC, name LIMIT :most`,
    { ids: JSON.stringify([...ids]), most: mostNamed },
  );
  return rows.map(({ project_id: projectId, ...row }) => ({ kind, ...row, projectId, count: 1 }));
}

function counted(kind: 'interviews' | 'other', count: number): RegisterUse[] {
  return count === 0 ? [] : [{ kind, id: null, projectId: null, name: '', on: null, count }];
}

function countRows(sql: Statements, { table, column }: Reference, id: string): number {
  return sql.get(Count, `SELECT count(*) AS n FROM ${table} WHERE ${column} = :id`, { id })?.n ?? 0;
}

/** How many answers have picked the entry. Looks through the answers of versions that ask for it. */
export function countPickedAnswers(sql: Statements, kind: EntryKind, id: string): number {
  const register = questionRegister(kind);
  if (register === null) return 0;
  return answerTables.reduce(
    (sum, table) => sum + (sql.get(Count, `SELECT count(*) AS n FROM ${table} WHERE ${isPickedAnswer}`, { id, register })?.n ?? 0),
    0,
  );
}
