import type Database from 'better-sqlite3';
import { batchTables } from '../../db/batches.ts';
import { isSameRow, type Image, type RowReader } from './shapes.ts';

/** One operation as both copies know it. Typing may have made an operation longer after the copies parted: then its clock differs. */
export interface OpFact {
  readonly id: string;
  readonly hlc: string;
  readonly seq: number;
  readonly actor_id: string;
  readonly at: string;
  readonly label_id: string;
  readonly label_params: string;
  readonly batch_id: string | null;
}

/** A row that one copy changed since the two parted, with what it was before (null: it was not there). */
export interface ChangedRow {
  readonly table: string;
  readonly rowId: string;
  readonly base: Image | null;
  readonly by: string;
  readonly at: string;
}

/** Everything a copy has done that another does not know of. */
export interface Divergence {
  readonly ops: readonly OpFact[];
  readonly rows: readonly ChangedRow[];
}

const opColumns = 'id, hlc, seq, actor_id, at, label_id, label_params, batch_id';

function markOf(op: { readonly id: string; readonly hlc: string }): string {
  return `${op.id}@${op.hlc}`;
}

/** Marks of all operations a copy knows: its own, and those it has taken over. */
export function knownOps(db: Database.Database): ReadonlySet<string> {
  // Two text columns each.
  const rows = db.prepare('SELECT id, hlc FROM op UNION ALL SELECT id, hlc FROM merged_op').all() as { id: string; hlc: string }[];
  return new Set(rows.map(markOf));
}

/** Operations that a copy has taken over from others and that are not in `known`. */
export function foreignOps(db: Database.Database, known: ReadonlySet<string>): OpFact[] {
  const rows = db
    .prepare('SELECT id, hlc, 0 AS seq, actor_id, at, label_id, label_params, NULL AS batch_id FROM merged_op')
    .all() as OpFact[];
  return rows.filter((row) => !known.has(markOf(row)));
}

/** What a copy has done since it parted from the one that knows `known`. */
export function divergenceFrom(db: Database.Database, reader: RowReader, known: ReadonlySet<string>): Divergence {
  const ops = (db.prepare(`SELECT ${opColumns} FROM op ORDER BY seq`).all() as OpFact[]).filter((op) => !known.has(markOf(op)));
  if (ops.length === 0) return { ops, rows: [] };
  const bySeq = new Map(ops.map((op) => [op.seq, op]));
  const rows = new Map<string, ChangedRow>();
  for (const op of ops) {
    if (op.batch_id === null) continue;
    for (const { name, condition } of batchTables(db)) {
      for (const rowId of reader.idsIn(name, condition, op.batch_id)) {
        rows.set(`${name}:${rowId}`, { table: name, rowId, base: null, by: op.actor_id, at: op.at });
      }
    }
  }
  for (const change of firstChanges(db, ops)) {
    const op = bySeq.get(change.last);
    const key = `${change.table_name}:${change.row_id}`;
    const base = rows.has(key) || change.before === null ? null : (JSON.parse(change.before) as Image);
    rows.set(key, { table: change.table_name, rowId: change.row_id, base, by: op?.actor_id ?? '', at: op?.at ?? '' });
  }
  return { ops, rows: [...rows.values()].filter((row) => row.table !== 'merged_op') };
}

interface FirstChange {
  readonly table_name: string;
  readonly row_id: string;
  readonly before: string | null;
  readonly last: number;
}

/** Of each row that these operations changed: the image before the first of them, and the last of them. */
function firstChanges(db: Database.Database, ops: readonly OpFact[]): FirstChange[] {
  return db
    .prepare(
      `SELECT first.table_name, first.row_id, op_change.before, first.last FROM (
         SELECT table_name, row_id, min(n) AS n, max(op_seq) AS last FROM op_change
         WHERE op_seq IN (SELECT value FROM json_each(:seqs)) GROUP BY table_name, row_id) AS first
       JOIN op_change ON op_change.n = first.n ORDER BY first.n`,
    )
    .all({ seqs: JSON.stringify(ops.map((op) => op.seq)) }) as FirstChange[];
}

/** What the log of one file says of single rows; asked once per row, so its statements are prepared once. */
export class RowHistory {
  readonly #states: Database.Statement;
  readonly #changes: Database.Statement;

  constructor(db: Database.Database) {
    this.#states = db.prepare('SELECT before, after FROM op_change WHERE table_name = :table AND row_id = :rowId ORDER BY n');
    this.#changes = db.prepare(
      'SELECT before, op.id, op.hlc FROM op_change JOIN op ON op.seq = op_seq WHERE table_name = :table AND row_id = :rowId ORDER BY n',
    );
  }

  /**
   * What a row here was when the other copy last knew it: the state before the first of our changes that it does not know of, or the
   * row as it stands when it knows them all.
   */
  lastKnown(
    knownThere: ReadonlySet<string>,
    row: { readonly table: string; readonly rowId: string; readonly ours: Image | null },
  ): Image | null {
    const { table, rowId, ours } = row;
    const changes = this.#changes.all({ table, rowId }) as { before: string | null; id: string; hlc: string }[];
    const first = changes[changes.findLastIndex((change) => knownThere.has(markOf(change))) + 1];
    return first === undefined ? ours : readImage(first.before);
  }

  /**
   * The states a row went through after it was last as `base`, oldest first; all of them where it never was. What another copy has
   * of these is nothing new: it came by here.
   */
  statesAfter(table: string, rowId: string, base: Image | null): (Image | null)[] {
    const rows = this.#states.all({ table, rowId }) as { before: string | null; after: string | null }[];
    const from = rows.findLastIndex((row) => isSameRow(readImage(row.before), base));
    return rows.slice(Math.max(0, from)).map((row) => readImage(row.after));
  }
}

/** Images are written by triggers as flat objects of scalars. */
function readImage(text: string | null): Image | null {
  return text === null ? null : (JSON.parse(text) as Image);
}
