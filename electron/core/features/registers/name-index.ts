import { z } from 'zod';
import type { PickedKind } from '../../../../shared/contract/registers.ts';
import { fold } from '../../../../shared/texts/fold.ts';
import type { Statements } from '../../db/statements.ts';
import type { MemoryKind } from '../../db/table-memory.ts';

/** The table of each register that entries are picked from. */
export const registerTables = {
  places: 'place',
  organisations: 'organisation',
  people: 'person',
  bodies: 'body',
  services: 'service',
} as const satisfies Record<PickedKind, string>;

/** One entry as it is looked for: by its name, a place also by its code, a person also by roles and where they are held. */
export interface IndexedName {
  readonly id: string;
  readonly folded: string;
  /** The name in small letters with all its signs: who types å means å. */
  readonly signed: string;
  readonly code: string;
  readonly also: string;
  readonly kind: string;
}

const Row = z.object({ id: z.string(), name: z.string(), code: z.string().nullable(), kind: z.string(), also: z.string().nullable() });
const nameSql: Readonly<Record<PickedKind, string>> = {
  places: 'SELECT id, name, code, kind, NULL AS also FROM place',
  organisations: 'SELECT id, name, NULL AS code, kind, NULL AS also FROM organisation',
  // Roles are gathered once for everybody, not looked up person by person.
  people: `SELECT person.id, person.name, NULL AS code, '' AS kind, roles.said AS also FROM person
    LEFT JOIN (SELECT person_role.person_id, group_concat(concat_ws(' ', person_role.title, person_role.role, organisation.name, body.name), ' | ') AS said
      FROM person_role LEFT JOIN organisation ON organisation.id = person_role.organisation_id LEFT JOIN body ON body.id = person_role.body_id
      GROUP BY person_role.person_id) AS roles ON roles.person_id = person.id`,
  bodies: 'SELECT id, name, NULL AS code, kind, NULL AS also FROM body',
  services: 'SELECT id, name, NULL AS code, kind, NULL AS also FROM service',
};

type NameMemory = MemoryKind<readonly IndexedName[]>;
const memories: Readonly<Record<PickedKind, NameMemory>> = {
  places: { group: 'places', limit: 1 },
  organisations: { group: 'organisations', limit: 1 },
  people: { group: 'people', limit: 1 },
  bodies: { group: 'bodies', limit: 1 },
  services: { group: 'services', limit: 1 },
};

/** Norwegian order: a–z, æ and ä, ø and ö, å. */
const order = new Intl.Collator('nb', { numeric: true });

/** Every entry of a register in the order of names, folded for comparing; worked out once for as long as none of them is written. */
export function namesOf(sql: Statements, kind: PickedKind): readonly IndexedName[] {
  return sql.remembered(memories[kind], kind, () =>
    sql
      .all(Row, nameSql[kind])
      .toSorted((a, b) => order.compare(a.name, b.name) || order.compare(a.code ?? '', b.code ?? ''))
      .map((row) => ({
        id: row.id,
        folded: fold(row.name),
        signed: signed(row.name),
        code: row.code ?? '',
        kind: row.kind,
        also: fold(row.also ?? ''),
      })),
  );
}

/** A name in small letters, with its signs. */
export function signed(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/**
 * How well an entry answers what is typed, best first: the name begins so, a word in it does, it stands anywhere, the code, a role; and
 * of two alike in that, the one with the very signs that were typed. Null not at all.
 */
export function rankOf(entry: Omit<IndexedName, 'id' | 'kind'>, typed: string): number | null {
  const step = stepOf(entry, fold(typed));
  return step === null ? null : step * 2 + (entry.signed.includes(signed(typed)) ? 0 : 1);
}

function stepOf({ folded, code, also }: Pick<IndexedName, 'folded' | 'code' | 'also'>, wanted: string): number | null {
  if (folded.startsWith(wanted)) return 0;
  const at = folded.indexOf(wanted);
  if (at !== -1) return /[\s\-(]/u.test(folded.charAt(at - 1)) || folded.includes(` ${wanted}`) ? 1 : 2;
  if (code !== '' && code.startsWith(wanted)) return 3;
  return also.includes(wanted) ? 4 : null;
}
