import type { ChangedFigure, Rerun } from '../../../../../shared/contract/analysis-exhibits.ts';
import type { ReleasedBase, ReleasedCell, ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import { claimsOf } from '../claims.ts';
import { gateTools, type GateTools } from '../gate-tools.ts';
import { readRegister, releaseOf, subtractableReleases, type RegisterEntry } from '../register.ts';
import { makeExhibit } from '../release-exhibit.ts';
import { readKept, type KeptRow } from './kept.ts';

/** So many changes are named; the number of all is said. */
const mostNamed = 50;

/** A figure as a person compares it: what is printed, persons where they are. */
function figureText(cell: ReleasedCell | undefined): string | null {
  if (cell === undefined || cell.state === 'hidden' || cell.state === 'missing' || cell.state === 'not-applicable') return null;
  if (cell.state === 'words') return cell.words;
  return cell.state === 'figure' ? String(cell.value) : `${cell.percent} % (${cell.count})`;
}

function baseText(base: ReleasedBase | null): string | null {
  return base?.n === undefined || base.n === null ? null : String(base.n);
}

/** Every printed figure by the names of its row and column; bases have no row. */
function figuresOf({ rows, columns }: ReleasedExhibit): Map<string, { row: string; column: string; text: string | null }> {
  const found = new Map<string, { row: string; column: string; text: string | null }>();
  const nameOf = ({ label, headings = [] }: ReleasedExhibit['columns'][number]): string => [...headings, label].join(' · ');
  for (const column of columns) {
    if (column.base !== null) found.set(`base ${column.key}`, { row: 'n', column: nameOf(column), text: baseText(column.base) });
  }
  for (const row of rows) {
    if (row.base !== null) found.set(`${row.key} base`, { row: row.label, column: 'n', text: baseText(row.base) });
    for (const [at, column] of columns.entries())
      found.set(`${row.key} in ${column.key}`, { row: row.label, column: nameOf(column), text: figureText(row.cells[at]) });
  }
  return found;
}

/** The figures that are others in one exhibit than in another of the same definition. */
export function changedFigures(before: ReleasedExhibit, after: ReleasedExhibit): ChangedFigure[] {
  const [was, is] = [figuresOf(before), figuresOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): ChangedFigure[] => {
    const [old, fresh] = [was.get(key), is.get(key)];
    const place = fresh ?? old;
    if (place === undefined || (old?.text ?? null) === (fresh?.text ?? null)) return [];
    return [{ row: place.row, column: place.column, before: old?.text ?? null, after: fresh?.text ?? null }];
  });
}

interface Anew {
  readonly register: readonly RegisterEntry[];
  readonly tools: GateTools;
  readonly createdAt: string;
}

function countAnew({ sql }: Call, { id, projectId, definition }: KeptRow, { register, tools, createdAt }: Anew): Rerun {
  if (definition === null) return { id, state: 'gone', changes: [], changed: 0 };
  try {
    const { exhibit, gated, facts, raw } = makeExhibit(sql, { projectId, definition, createdAt, tools });
    const claims = claimsOf(definition, exhibit, raw.rounds?.most);
    const latest = releaseOf(register, definition);
    const changes = latest?.table == null ? [] : changedFigures(latest.table.figures, exhibit);
    const isStopped = gated.findings > 0 || subtractableReleases(register, claims, facts.rule).length > 0;
    const state = isStopped ? 'stopped' : latest === null ? 'never-out' : changes.length > 0 ? 'changed' : 'same';
    return { id, state, changes: changes.slice(0, mostNamed), changed: changes.length };
  } catch (error) {
    // A question that was removed since, or has another name in the selection's expression; everything else is for the caller to hear.
    if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'EXPRESSION_UNREADABLE'))
      return { id, state: 'gone', changes: [], changed: 0 };
    throw error;
  }
}

/** Counts every kept table anew and compares each with its latest release. @throws AppError CODING_IS_BLIND */
export async function* rerunKept(call: Call, projectId: string): AsyncGenerator<{ done: number; of: number }, { exhibits: Rerun[] }> {
  const kept = readKept(call.sql, projectId);
  const anew: Anew = {
    register: readRegister(call.sql, projectId),
    tools: gateTools(call),
    createdAt: new Date(call.session.deps.now()).toISOString(),
  };
  const exhibits: Rerun[] = [];
  for (const [at, row] of kept.entries()) {
    if (call.signal?.aborted === true) throw new AppError('CANCELLED');
    exhibits.push(countAnew(call, row, anew));
    yield { done: at + 1, of: kept.length };
  }
  return { exhibits };
}
