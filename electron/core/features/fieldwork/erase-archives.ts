import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type Database from 'better-sqlite3';
import { columnsOf } from '../../db/schema.ts';
import type { PersonKeys } from './erase-images.ts';

const Pack = z.object({ batch_id: z.string(), n: z.int(), table_name: z.string(), rows: z.instanceof(Uint8Array) });
const Rows = z.array(z.array(z.union([z.string(), z.number(), z.null()])));

/** By which column a row of a packed table is known to be the person's. */
const ownedBy: Readonly<Record<string, (keys: Growing) => readonly [column: string, among: ReadonlySet<string | number>]>> = {
  respondent: (keys) => ['id', keys.respondents],
  disposition_event: (keys) => ['respondent_id', keys.respondents],
  consent: (keys) => ['respondent_id', keys.respondents],
  interview: (keys) => ['respondent_id', keys.respondents],
  answer: (keys) => ['interview_key', keys.interviewKeys],
  second_answer: (keys) => ['interview_key', keys.interviewKeys],
  second_turn: (keys) => ['interview_key', keys.interviewKeys],
  turn: (keys) => ['interview_key', keys.interviewKeys],
  text: (keys) => ['interview_key', keys.interviewKeys],
  coding: (keys) => ['text_id', keys.textIds],
  document: (keys) => ['text_id', keys.textIds],
  text_turn: (keys) => ['text_id', keys.textIds],
};

interface Growing {
  readonly respondents: Set<string | number>;
  readonly interviewKeys: Set<string | number>;
  readonly textIds: Set<string | number>;
}

/**
 * Rewrites the packs of undone imports without a person's rows, so that doing such an import again does not bring the person back.
 * Interviews and texts that lie in packs alone are found first. Answers how many packs were written anew.
 */
export function removeFromArchives(db: Database.Database, person: PersonKeys): number {
  const names = z
    .array(z.object({ batch_id: z.string(), n: z.int() }))
    .parse(db.prepare('SELECT batch_id, n FROM import_archive ORDER BY batch_id, n').all());
  if (names.length === 0) return 0;
  const keys: Growing = {
    respondents: new Set(person.respondentIds),
    interviewKeys: new Set(person.interviewKeys),
    textIds: new Set(person.textIds),
  };
  const read = db.prepare('SELECT batch_id, n, table_name, rows FROM import_archive WHERE batch_id = :batch_id AND n = :n');
  // Interviews before texts: which texts are the person's follows from the interviews.
  for (const table of ['interview', 'text']) for (const name of names) learn(db, Pack.parse(read.get(name)), table, keys);
  const write = db.prepare('UPDATE import_archive SET rows = :rows WHERE batch_id = :batch_id AND n = :n');
  let rewritten = 0;
  for (const name of names) {
    const kept = without(db, Pack.parse(read.get(name)), keys);
    if (kept === null) continue;
    write.run({ ...name, rows: deflateRawSync(JSON.stringify(kept)) });
    rewritten += 1;
  }
  return rewritten;
}

function learn(db: Database.Database, pack: z.infer<typeof Pack>, table: string, keys: Growing): void {
  if (pack.table_name !== table) return;
  const columns = columnsOf(db, table).map((column) => column.name);
  const learnt = table === 'interview' ? { column: 'key', into: keys.interviewKeys } : { column: 'id', into: keys.textIds };
  for (const row of mine(db, pack, keys)) {
    const value = row[columns.indexOf(learnt.column)];
    if (value !== null && value !== undefined) learnt.into.add(value);
  }
}

function unpack(pack: z.infer<typeof Pack>): z.infer<typeof Rows> {
  return Rows.parse(JSON.parse(inflateRawSync(pack.rows).toString('utf8')));
}

function isMine(db: Database.Database, table: string, keys: Growing): ((row: z.infer<typeof Rows>[number]) => boolean) | null {
  const [column, among] = ownedBy[table]?.(keys) ?? [];
  if (column === undefined || among === undefined) return null;
  const at = columnsOf(db, table).findIndex((candidate) => candidate.name === column);
  return (row) => {
    const value = row[at];
    return value !== null && value !== undefined && among.has(value);
  };
}

function mine(db: Database.Database, pack: z.infer<typeof Pack>, keys: Growing): z.infer<typeof Rows> {
  const test = isMine(db, pack.table_name, keys);
  return test === null ? [] : unpack(pack).filter(test);
}

/** The pack's rows without the person's, or null when it has none of them. */
function without(db: Database.Database, pack: z.infer<typeof Pack>, keys: Growing): z.infer<typeof Rows> | null {
  const test = isMine(db, pack.table_name, keys);
  if (test === null) return null;
  const rows = unpack(pack);
  const kept = rows.filter((row) => !test(row));
  return kept.length === rows.length ? null : kept;
}
