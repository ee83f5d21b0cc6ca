import { isSameMark, readMark, tablesChangedSince, type LogMark } from '../../db/changes-since.ts';
import type { Statements } from '../../db/statements.ts';

interface Kept {
  readonly value: object;
  mark: LogMark;
}

/** What is worked out once and asked for again and again while somebody codes. */
export interface KeptKind<T extends object> {
  /** Where a changed row makes what is kept stale. Changes elsewhere leave it as it is. */
  readonly tables: ReadonlySet<string>;
  /** How many are kept at a time, the last ones asked for. */
  readonly limit: number;
  /** Never set: it only carries the type of what is kept. */
  readonly kept?: T;
}

// By connection: what is kept lives and dies with the open workspace.
const memory = new WeakMap<Statements, Map<object, Map<string, Kept>>>();

/**
 * What `make` gives, kept until the log tells of a change in one of the kind's tables, or of an import. Shared by everybody who asks:
 * nobody may change it. `key` says everything it depends on besides the tables.
 */
export function keptSince<T extends object>(sql: Statements, kind: KeptKind<T>, key: string, make: () => T): T {
  const kinds = memory.get(sql) ?? new Map<object, Map<string, Kept>>();
  memory.set(sql, kinds);
  const values = kinds.get(kind) ?? new Map<string, Kept>();
  kinds.set(kind, values);
  const now = readMark(sql);
  const known = values.get(key);
  values.delete(key);
  if (known !== undefined && isFresh(sql, kind, known, now)) {
    known.mark = now;
    values.set(key, known);
    // Under one kind only what its own function made is kept.
    return known.value as T;
  }
  const value = make();
  values.set(key, { value, mark: now });
  for (const old of [...values.keys()].slice(0, -kind.limit)) values.delete(old);
  return value;
}

function isFresh(sql: Statements, kind: KeptKind<object>, { mark }: Kept, now: LogMark): boolean {
  if (isSameMark(mark, now)) return true;
  // A workspace brought back from a backup is behind what was known of it.
  if (now.seq < mark.seq) return false;
  const tables = tablesChangedSince(sql, mark);
  return tables !== null && tables.isDisjointFrom(kind.tables);
}
