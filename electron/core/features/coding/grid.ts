import { z } from 'zod';
import type { GridColumns, GridRow, GridScope, TextPlace } from '../../../../shared/contract/coding.ts';
import type { Statements } from '../../db/statements.ts';
import { backgroundVariables, readBackground, readColumns } from './background.ts';
import { isBlind } from './blind.ts';
import { codingView, readList, type GridAsker, type GridList } from './grid-list.ts';
import { readPage } from './grid-page.ts';
import { sourceTables } from './grid-rows.ts';
import { readCoders, readNames } from './interview-facts.ts';
import { keptSince, type KeptKind } from './kept-since.ts';
import { readNeeds } from './row-needs.ts';

const TextRow = z.object({ at: z.int(), id: z.string() });

/** Most rows that one change may be about. */
const mostPlaces = 20_000;
/** Rows looked through at a time for the next that needs somebody. */
const chunk = 400;

/** A page of rows and how many there are, with answers to `beside` or to the background variables. */
export function readGrid(
  asker: GridAsker,
  scope: GridScope,
  page: { readonly from: number; readonly limit: number; readonly beside?: readonly string[] | undefined },
): { rows: z.input<typeof GridRow>[]; total: number } {
  const { sql, actorId } = asker;
  const { rows, order } = readList(asker, scope);
  const places = [...order.subarray(page.from, page.from + page.limit)];
  const beside = page.beside ?? backgroundVariables(sql, scope.projectId);
  const keys = new Set(places.map((index) => rows.interviews[index] ?? 0));
  return {
    rows: readPage(sql, rows, places, { actorId, background: readBackground(sql, beside, [...keys]) }),
    total: order.length,
  };
}

/** Where the words of rows in scope stand, in their order, at most 20,000; persons who said nothing have none. */
export function readPlaces(asker: GridAsker, scope: GridScope): { places: z.input<typeof TextPlace>[]; total: number } {
  const { rows, order } = readList(asker, scope);
  const spoken = order.filter((index) => (rows.texts[index] ?? 0) !== 0);
  const found = [...spoken.subarray(0, mostPlaces)];
  const texts = JSON.stringify(found.map((index) => rows.texts[index]));
  const ids = new Map(
    asker.sql
      .all(TextRow, 'SELECT wanted.key AS at, text.id FROM json_each(:texts) AS wanted CROSS JOIN text ON text.rowid = wanted.value', {
        texts,
      })
      .map((row) => [row.at, row.id]),
  );
  return {
    total: spoken.length,
    places: found.flatMap((index, at) => {
      const textId = ids.get(at);
      const start = rows.starts[index] ?? -1;
      return textId === undefined ? [] : { textId, range: start < 0 ? null : { start, end: rows.ends[index] ?? 0 } };
    }),
  };
}

/** The 0-based place of the next row below or above `from` that needs somebody now, or null. */
export function findNextRow(
  asker: GridAsker,
  scope: GridScope,
  where: { readonly from: number; readonly direction: 'down' | 'up'; readonly needs: 'uncoded' | 'attention' },
): number | null {
  const list = readList(asker, scope);
  const step = where.direction === 'down' ? 1 : -1;
  for (let at = where.from + step; at >= 0 && at < list.order.length; at += step * chunk) {
    const places = inChunk(list, at, step);
    const found = readNeeds(codingView(asker.sql, scope, asker.actorId), list.rows, places, where.needs).indexOf(true);
    if (found >= 0) return at + found * step;
  }
  return null;
}

/** Places of up to `chunk` rows from the `at`-th on, in the direction of the search. */
function inChunk({ order }: GridList, at: number, step: number): number[] {
  return step > 0 ? [...order.subarray(at, at + chunk)] : [...order.subarray(Math.max(0, at - chunk + 1), at + 1)].toReversed();
}

const columnsKind: KeptKind<z.input<typeof GridColumns>> = { tables: sourceTables, limit: 2 };

/** What the rows of a project can be set beside, sorted and filtered by. */
export function readGridColumns(sql: Statements, projectId: string, actorId: string): z.input<typeof GridColumns> {
  return keptSince(sql, columnsKind, `${projectId} ${actorId}`, () => {
    const isOwnOnly = isBlind(sql, projectId);
    return {
      columns: readColumns(sql, projectId),
      services: readNames(sql, projectId, 'services'),
      places: readNames(sql, projectId, 'places'),
      waves: readNames(sql, projectId, 'waves'),
      interviewers: readNames(sql, projectId, 'interviewers'),
      meetings: readNames(sql, projectId, 'meetings'),
      coders: readCoders(sql, isOwnOnly ? actorId : null),
      isBlind: isOwnOnly,
    };
  });
}
