import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { ErrorParams } from '../../../shared/contract/errors.ts';
import { AppError } from '../app-error.ts';
import { foldImages, lastImage } from './fold-images.ts';
import { archiveBatch, findBatchConflict, restoreBatch } from './batches.ts';
import type { HybridClock } from './clock.ts';
import { ImageWalker } from './image-walker.ts';
import type { Statements } from './statements.ts';
import { findUseInTheWay } from './used-versions.ts';

/** Who does something, and in which window. */
export interface OperationSource {
  readonly actorId: string;
  readonly windowId: string;
}

export interface OperationIntent extends OperationSource {
  readonly kind: string;
  readonly labelId: string;
  readonly isUndoable: boolean;
}

/** What a command can say about the operation that is being recorded. */
export interface OperationHandle {
  /** Names the deed: parameters of its message, and another message id where the default does not fit. */
  readonly label: (params: ErrorParams, labelId?: string) => void;
  /** Joins this operation to the previous one when it has the same key and is at most five seconds old. Call before writing. */
  readonly mergeWith: (key: string) => void;
  /** Makes this operation a bulk import whose rows carry the returned batch id instead of row images. Call before writing. */
  readonly asBatch: (batch: BatchFacts) => string;
}

export interface BatchFacts {
  readonly kind: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly mapping: unknown;
  readonly rowCount: number;
}

export interface Deed {
  readonly seq: number;
  readonly kind: string;
  readonly labelId: string;
  readonly params: ErrorParams;
  readonly at: string;
}

const OpRow = z.object({
  seq: z.int(),
  kind: z.string(),
  label_id: z.string(),
  label_params: z.string(),
  at: z.string(),
  batch_id: z.string().nullable(),
});
type OpRow = z.infer<typeof OpRow>;
const opColumns = 'seq, kind, label_id, label_params, at, batch_id';
const mergeWindowMs = 5000;

export interface OperationParts {
  readonly db: Database.Database;
  readonly sql: Statements;
  readonly clock: HybridClock;
  readonly replicaId: string;
  readonly newId: () => string;
  readonly now: () => number;
}

/**
 * Undo, redo and audit in one mechanism: every change to the workspace happens inside an operation, whose row images are
 * written by triggers. Undoing is itself an operation, so nothing is ever rewritten.
 */
export class Operations {
  readonly #parts: OperationParts;
  readonly #walker: ImageWalker;

  constructor(parts: OperationParts) {
    this.#parts = parts;
    this.#walker = new ImageWalker(parts.db);
  }

  /** Runs `work` as one operation in one transaction. An operation that changed nothing leaves no trace; `isTakenBack` tells that it took
   * back, in the same breath, what the operation it joined had done. */
  run<T>(intent: OperationIntent, work: (operation: OperationHandle) => T): { result: T; deed: Deed | null; isTakenBack: boolean } {
    const { db, sql } = this.#parts;
    return db
      .transaction(() => {
        let seq = this.#begin(intent, null);
        let params: ErrorParams = {};
        let labelId = intent.labelId;
        let isBatch = false;
        let joinedAt: number | null = null;
        const result = work({
          label: (given, id) => {
            params = given;
            labelId = id ?? labelId;
          },
          mergeWith: (key) => {
            const own = seq;
            seq = this.#merge(intent, seq, key);
            if (seq !== own) joinedAt = lastImage(sql);
          },
          asBatch: (facts) => {
            isBatch = true;
            return this.#makeBatch(seq, facts);
          },
        });
        if (joinedAt !== null) foldImages(sql, seq, joinedAt);
        const changed = isBatch || this.#hasChanges(seq);
        this.#end();
        if (!changed) {
          sql.run('DELETE FROM op WHERE seq = :seq', { seq });
          return { result, deed: null, isTakenBack: joinedAt !== null };
        }
        sql.run('UPDATE op SET label_id = :labelId, label_params = :params WHERE seq = :seq', {
          seq,
          labelId,
          params: JSON.stringify(params),
        });
        return { result, deed: this.#deed(seq), isTakenBack: false };
      })
      .immediate();
  }

  /** The step that undo would take back: the latest of this person in this window, else the person's latest anywhere. */
  nextUndo(source: OperationSource): Deed | null {
    const sql = `SELECT ${opColumns} FROM op WHERE actor_id = :actorId AND undoes IS NULL AND undone_by IS NULL AND is_undoable = 1`;
    const { actorId, windowId } = source;
    const here = this.#parts.sql.get(OpRow, `${sql} AND window_id = :windowId ORDER BY seq DESC LIMIT 1`, { actorId, windowId });
    const row = here ?? this.#parts.sql.get(OpRow, `${sql} ORDER BY seq DESC LIMIT 1`, { actorId });
    return row === undefined ? null : toDeed(row);
  }

  /** The step that redo would do again: the last one undone here, as long as nothing new has been done since. */
  nextRedo(source: OperationSource): Deed | null {
    const { actorId, windowId } = source;
    const undo = this.#latestUndo(source);
    if (undo === undefined) return null;
    const newer = this.#parts.sql.get(
      z.object({ seq: z.int() }),
      'SELECT seq FROM op WHERE actor_id = :actorId AND window_id = :windowId AND undoes IS NULL AND is_undoable = 1 AND seq > :seq LIMIT 1',
      { actorId, windowId, seq: undo.seq },
    );
    return newer === undefined ? toDeed(undo) : null;
  }

  /** Undoes the next step, or the one named. @throws AppError NOTHING_TO_UNDO, UNDO_CONFLICT */
  undo(source: OperationSource, seq?: number): Deed {
    const target = seq ?? this.nextUndo(source)?.seq;
    const row = target === undefined ? undefined : this.#undoable(target);
    if (row === undefined) throw new AppError('NOTHING_TO_UNDO');
    this.#reverse(source, row, 'undo');
    return toDeed(row);
  }

  /** Does the last undone step again. @throws AppError NOTHING_TO_UNDO, UNDO_CONFLICT */
  redo(source: OperationSource): Deed {
    const next = this.nextRedo(source);
    if (next === null) throw new AppError('NOTHING_TO_UNDO');
    const row = this.#row(next.seq);
    this.#reverse(source, row, 'redo');
    return toDeed(row);
  }

  #latestUndo(source: OperationSource): OpRow | undefined {
    const { actorId, windowId } = source;
    return this.#parts.sql.get(
      OpRow,
      `SELECT ${opColumns} FROM op WHERE actor_id = :actorId AND window_id = :windowId AND kind = 'undo' AND undone_by IS NULL
       ORDER BY seq DESC LIMIT 1`,
      { actorId, windowId },
    );
  }

  #undoable(seq: number): OpRow | undefined {
    return this.#parts.sql.get(
      OpRow,
      `SELECT ${opColumns} FROM op WHERE seq = :seq AND undoes IS NULL AND undone_by IS NULL AND is_undoable = 1`,
      { seq },
    );
  }

  #row(seq: number): OpRow {
    const row = this.#parts.sql.get(OpRow, `SELECT ${opColumns} FROM op WHERE seq = :seq`, { seq });
    if (row === undefined) throw new AppError('NOT_FOUND');
    return row;
  }

  #deed(seq: number): Deed {
    return toDeed(this.#row(seq));
  }

  #reverse(source: OperationSource, target: OpRow, kind: 'undo' | 'redo'): void {
    const { db, sql } = this.#parts;
    try {
      db.transaction(() => {
        db.pragma('defer_foreign_keys=ON');
        const intent = { ...source, kind, labelId: target.label_id, isUndoable: false };
        const seq = this.#begin(intent, target.seq);
        sql.run('UPDATE op SET label_params = :params, batch_id = :batch WHERE seq = :seq', {
          seq,
          params: target.label_params,
          batch: target.batch_id,
        });
        this.#refuseWhatIsInUse(target.seq);
        if (target.batch_id === null) this.#walkBack(target.seq);
        else this.#reverseBatch(target.seq, target.batch_id, kind);
        this.#end();
        this.#markReversed(target.seq, seq, kind);
      }).immediate();
    } catch (error) {
      if (isBlockedByLater(error)) throw this.#conflict(this.#anyLater(target.seq));
      throw error;
    }
  }

  #markReversed(target: number, by: number, kind: 'undo' | 'redo'): void {
    const { sql } = this.#parts;
    sql.run('UPDATE op SET undone_by = :by WHERE seq = :target', { target, by });
    // A redo undoes an undo, and so the original stands again.
    if (kind === 'redo') sql.run('UPDATE op SET undone_by = NULL WHERE seq = (SELECT undoes FROM op WHERE seq = :target)', { target });
  }

  #refuseWhatIsInUse(seq: number): void {
    const found = findUseInTheWay(this.#parts.sql, seq);
    if (found !== null) throw this.#conflict(found.laterSeq === null ? this.#anyLater(seq) : this.#row(found.laterSeq));
  }

  #walkBack(seq: number): void {
    const blocked = this.#walker.walkBack(seq);
    if (blocked !== null) throw this.#conflict(this.#laterOn(seq, blocked.table, blocked.rowId));
  }

  #reverseBatch(seq: number, batchId: string, kind: 'undo' | 'redo'): void {
    const { db, sql } = this.#parts;
    sql.run('UPDATE op_ctx SET is_batch = 1');
    if (kind === 'redo') {
      restoreBatch(db, batchId);
      return;
    }
    const conflict = findBatchConflict(db, batchId, seq);
    if (conflict !== null) throw this.#conflict(this.#row(conflict));
    archiveBatch(db, batchId);
  }

  #laterOn(seq: number, table: string, rowId: string): OpRow | undefined {
    return this.#parts.sql.get(
      OpRow,
      `SELECT ${opColumns.replaceAll(/(\w+)/g, 'op.$1')} FROM op_change JOIN op ON op.seq = op_change.op_seq
       WHERE table_name = :table AND row_id = :rowId AND op_seq > :seq AND op.undone_by IS NULL AND op.undoes IS NULL ORDER BY op_seq LIMIT 1`,
      { seq, table, rowId },
    );
  }

  #anyLater(seq: number): OpRow | undefined {
    return this.#parts.sql.get(
      OpRow,
      `SELECT ${opColumns} FROM op WHERE seq > :seq AND undone_by IS NULL AND undoes IS NULL ORDER BY seq DESC LIMIT 1`,
      { seq },
    );
  }

  #conflict(later: OpRow | undefined): AppError {
    return new AppError('UNDO_CONFLICT', {
      laterSeq: later?.seq ?? 0,
      laterLabel: later?.label_id ?? '',
      laterParams: later?.label_params ?? '{}',
    });
  }

  #begin(intent: OperationIntent, undoes: number | null): number {
    const { sql, clock, replicaId, newId, now } = this.#parts;
    sql.insert('op', {
      id: newId(),
      kind: intent.kind,
      actor_id: intent.actorId,
      window_id: intent.windowId,
      replica_id: replicaId,
      hlc: clock.next(),
      at: new Date(now()).toISOString(),
      label_id: intent.labelId,
      label_params: '{}',
      is_undoable: intent.isUndoable ? 1 : 0,
      undoes,
    });
    sql.run('UPDATE op_ctx SET op_seq = last_insert_rowid(), is_batch = 0');
    return sql.get(z.object({ op_seq: z.int() }), 'SELECT op_seq FROM op_ctx')?.op_seq ?? 0;
  }

  #end(): void {
    this.#parts.sql.run('UPDATE op_ctx SET op_seq = NULL, is_batch = 0');
  }

  #hasChanges(seq: number): boolean {
    return this.#parts.sql.get(z.object({ n: z.int() }), 'SELECT n FROM op_change WHERE op_seq = :seq LIMIT 1', { seq }) !== undefined;
  }

  #merge(intent: OperationIntent, seq: number, key: string): number {
    const { sql, clock, now } = this.#parts;
    const previous = sql.get(
      z.object({ seq: z.int(), at: z.string() }),
      `SELECT seq, at FROM op WHERE seq = (SELECT max(seq) FROM op WHERE seq < :seq) AND merge_key = :key AND kind = :kind
       AND actor_id = :actorId AND window_id = :windowId AND undone_by IS NULL AND undoes IS NULL`,
      { seq, key, kind: intent.kind, actorId: intent.actorId, windowId: intent.windowId },
    );
    if (previous === undefined || now() - Date.parse(previous.at) > mergeWindowMs) {
      sql.run('UPDATE op SET merge_key = :key WHERE seq = :seq', { seq, key });
      return seq;
    }
    sql.run('UPDATE op_ctx SET op_seq = :seq', { seq: previous.seq });
    sql.run('DELETE FROM op WHERE seq = :seq', { seq });
    sql.run('UPDATE op SET hlc = :hlc, at = :at WHERE seq = :seq', {
      seq: previous.seq,
      hlc: clock.next(),
      at: new Date(now()).toISOString(),
    });
    return previous.seq;
  }

  #makeBatch(seq: number, facts: BatchFacts): string {
    const { sql, newId, now } = this.#parts;
    const id = newId();
    sql.insert('import_batch', {
      id,
      kind: facts.kind,
      file_name: facts.fileName,
      file_sha256: facts.fileSha256,
      mapping: JSON.stringify(facts.mapping),
      row_count: facts.rowCount,
      imported_at: new Date(now()).toISOString(),
    });
    sql.run('UPDATE op SET batch_id = :id WHERE seq = :seq', { id, seq });
    sql.run('UPDATE op_ctx SET is_batch = 1');
    return id;
  }
}

/** A row that later ones point to cannot go, and one whose key a later one took (in another window) cannot come back. */
function isBlockedByLater(error: unknown): boolean {
  const codes = ['SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function toDeed(row: OpRow): Deed {
  // label_params is written by this file only, from ErrorParams.
  return { seq: row.seq, kind: row.kind, labelId: row.label_id, params: JSON.parse(row.label_params) as ErrorParams, at: row.at };
}
