import { z } from 'zod';
import type { GridScope } from '../../../../shared/contract/coding.ts';
import type { Statements } from '../../db/statements.ts';
import { isBlind } from './blind.ts';
import { type CodingView } from './grid-codings.ts';
import { filterTests } from './grid-filter.ts';
import { sortRows } from './grid-order.ts';
import { readRows, sourceTables, textKinds, type GridRows } from './grid-rows.ts';
import { keptSince, type KeptKind } from './kept-since.ts';

/** Rows in scope, in their order: places among all rows of the source. */
export interface GridList {
  readonly rows: GridRows;
  readonly order: Int32Array;
}

/** Who asks, and where suggestions come from. */
export interface GridAsker {
  readonly sql: Statements;
  readonly actorId: string;
  /** Ids of texts with a suggestion now; null while the program is learning. */
  readonly suggestedTexts: (projectId: string) => readonly string[] | null;
}

// A view that was opened at a moment is not changed by what is coded afterwards; any other is.
const opened: KeptKind<GridList> = { tables: sourceTables, limit: 6 };
const live: KeptKind<GridList> = {
  tables: new Set([...sourceTables, 'coding', 'text_reading', 'consensus', 'theme', 'suggestion_rejection']),
  limit: 2,
};

const RowId = z.object({ text: z.int() });

/** How codings are seen by whoever asks. */
export function codingView(sql: Statements, scope: GridScope, actorId: string): CodingView {
  return {
    sql,
    projectId: scope.projectId,
    textKind: textKinds[scope.source.kind],
    onlyCoderId: isBlind(sql, scope.projectId) ? actorId : null,
    asOf: scope.asOf ?? '9999',
  };
}

/**
 * The rows of a scope. Worked out once and kept, so that any page of a hundred thousand is read by its rows' keys alone, and so that a
 * view stays as it was opened however much is coded in it. Shared: nobody may change it.
 */
export function readList(asker: GridAsker, scope: GridScope): GridList {
  const { sql, actorId } = asker;
  const suggested = scope.filter?.only === 'suggested' ? asker.suggestedTexts(scope.projectId) : [];
  const make = (): GridList => workOut(asker, scope, suggested ?? []);
  // What is not known yet is not kept as if it were nothing.
  if (suggested === null) return make();
  return keptSince(sql, scope.asOf === undefined ? live : opened, JSON.stringify([scope, actorId]), make);
}

function workOut({ sql, actorId }: GridAsker, scope: GridScope, suggested: readonly string[]): GridList {
  const { projectId, filter, sort } = scope;
  const rows = readRows(sql, projectId, scope.source);
  const view = codingView(sql, scope, actorId);
  const all = Int32Array.from({ length: rows.count }, (_, index) => index);
  const tests = filter === undefined ? [] : filterTests(view, rows, filter, () => suggestedRows(sql, suggested));
  const found = tests.length === 0 ? all : all.filter((index) => tests.every((test) => test(rows, index)));
  return { rows, order: sort === undefined ? found : sortRows(view, rows, found, sort) };
}

function suggestedRows(sql: Statements, suggested: readonly string[]): ReadonlySet<number> {
  const textIds = JSON.stringify(suggested);
  const rows = sql.all(RowId, 'SELECT text.rowid AS text FROM json_each(:textIds) AS wanted JOIN text ON text.id = wanted.value', {
    textIds,
  });
  return new Set(rows.map((row) => row.text));
}
