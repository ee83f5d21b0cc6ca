import type { Fill, FrameworkRow, FrameworkScope } from '../../../../shared/contract/framework.ts';
import type { z } from 'zod';
import type { Statements } from '../../db/statements.ts';
import { readCases, type Case } from './cases.ts';
import { cellKey, fillOf, readCells, type CellRow, type Cells } from './cells.ts';
import { findFramework, type FrameworkRecord } from './find-framework.ts';
import { backgroundOf, orderCases } from './order-cases.ts';
import { columnsAbove, readSegments } from './said.ts';

/** A matrix with its rows in order and its cells. */
export interface Matrix {
  readonly record: FrameworkRecord;
  readonly cases: readonly Case[];
  readonly cells: Cells;
}

/** Reads a matrix as far as a scope goes. @throws AppError NOT_FOUND */
export function readMatrix(sql: Statements, scope: FrameworkScope): Matrix {
  const record = findFramework(sql, scope.frameworkId);
  const cells = readCells(sql, record);
  const filled = (rowId: string): number => {
    const { done, begun } = fillOf(cells, [rowId], record.themeIds);
    return done * 1000 + begun;
  };
  return { record, cells, cases: orderCases(sql, record, readCases(sql, record), scope, filled) };
}

interface Page {
  readonly from: number;
  readonly limit: number;
  readonly beside: readonly string[];
}

interface Rows {
  rows: z.input<typeof FrameworkRow>[];
  total: number;
  fill: Fill;
  columns: Fill[];
}

/** A page of a matrix with how far all of it has come. @throws AppError NOT_FOUND */
export function readRows(sql: Statements, actorId: string, scope: FrameworkScope, { from, limit, beside }: Page): Rows {
  const { record, cases, cells } = readMatrix(sql, scope);
  const shown = cases.slice(from, from + limit);
  const said = countSaid(sql, actorId, record.themeIds, shown);
  const background = backgroundOf(sql, shown, beside);
  const rowIds = cases.map(({ rowId }) => rowId);
  return {
    rows: shown.map((one) => ({
      ...namesOf(one),
      id: one.rowId,
      persons: one.persons,
      background: record.unit === 'variable' ? beside.map(() => null) : background(one),
      cells: record.themeIds.flatMap((themeId) => cellOf(cells.get(cellKey(one.rowId, themeId)))),
      said: said(one),
    })),
    total: cases.length,
    fill: fillOf(cells, rowIds, record.themeIds),
    columns: record.themeIds.map((themeId) => fillOf(cells, rowIds, [themeId])),
  };
}

function namesOf({ code, answer, interviews }: Case) {
  const last = code === '' ? undefined : interviews.at(-1);
  return { code, answer, service: last?.service ?? null, place: last?.place ?? null };
}

function cellOf(cell: CellRow | undefined) {
  if (cell === undefined) return [];
  const { id, theme_id: themeId, summary, finished_at: finishedAt, quotes } = cell;
  return [{ cellId: id, themeId, summary, isDone: finishedAt !== null, quotes }];
}

/** Stretches of a row's words under each column, each once however many themes of the branch it has. */
function countSaid(sql: Statements, actorId: string, themeIds: readonly string[], cases: readonly Case[]): (one: Case) => number[] {
  const keys = [...new Set(cases.flatMap(({ interviews }) => interviews.map(({ key }) => key)))];
  const above = columnsAbove(sql, themeIds);
  const segments = Map.groupBy(readSegments(sql, keys, actorId), (segment) => segment.interview_key);
  return ({ interviews, holds }) => {
    const found = themeIds.map(() => new Set<string>());
    for (const { key } of interviews)
      for (const { instance, text_id: text, theme_id: theme, start, end } of segments.get(key) ?? [])
        if (holds(key, instance)) for (const column of above(theme)) found[column]?.add(`${text} ${start} ${end}`);
    return found.map(({ size }) => size);
  };
}

/** The next empty cell down the columns and around. @throws AppError NOT_FOUND */
export function nextEmpty(
  sql: Statements,
  scope: FrameworkScope,
  at: { readonly row: number; readonly column: number },
): { row: number; column: number } | null {
  const { record, cases, cells } = readMatrix(sql, scope);
  const count = cases.length * record.themeIds.length;
  const start = at.column * cases.length + at.row;
  for (let step = 1; step <= count; step += 1) {
    const place = (start + step) % count;
    const [row, column] = [place % cases.length, Math.floor(place / cases.length)];
    if (!cells.has(cellKey(cases[row]?.rowId ?? '', record.themeIds[column] ?? ''))) return { row, column };
  }
  return null;
}
