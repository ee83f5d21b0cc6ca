import type { z } from 'zod';
import type { MergeChoice, MergeReport } from '../../../../shared/contract/merge.ts';
import { alignCodings } from './align-codings.ts';
import { settleCodes, type CodeMatter } from './codes.ts';
import { withoutDeleted } from './deleted-projects.ts';
import { divergenceFrom, foreignOps, knownOps, RowHistory, type ChangedRow, type OpFact } from './divergence.ts';
import { planWithdrawals, withoutErased } from './erased-persons.ts';
import { keepFamilies } from './families.ts';
import { PlannedWrites, type RowWrite } from './planned-writes.ts';
import { isSameRow, RowReader, rowIdOf, type Image, type TableShape, type Value } from './shapes.ts';
import { judgeRow, type RowVerdict } from './three-way.ts';
import { matchActors, matchByContent, Translation } from './translation.ts';
import { keepUsedDesigns } from './used-designs.ts';
import type Database from 'better-sqlite3';

/** Two open files and what both are made of. */
export interface Copies {
  readonly here: Database.Database;
  readonly there: Database.Database;
  readonly shapes: ReadonlyMap<string, TableShape>;
}

/** A matter for a person, with both sides as rows; `columns` are those that differ, empty for the whole row. */
export interface Matter {
  readonly id: string;
  readonly kind: 'both-changed' | 'deleted-here' | 'deleted-there' | 'same-code';
  readonly table: string;
  readonly columns: readonly string[];
  readonly ours: Image | null;
  readonly theirs: Image | null;
  readonly rowId: string;
  readonly by: string;
  readonly at: string;
}

export type Notice = z.infer<typeof MergeReport>['notices'][number];
export type Choices = Readonly<Record<string, MergeChoice>>;

/** Everything that taking over a copy would write, and everything that a person should know or decide. */
export interface MergePlan {
  readonly writes: readonly RowWrite[];
  readonly matters: readonly Matter[];
  readonly notices: readonly Notice[];
  readonly actors: readonly Readonly<Record<string, Value>>[];
  readonly batchIds: readonly string[];
  /** Operations that this file knows of from then on. */
  readonly ops: readonly OpFact[];
  readonly translation: Translation;
}

/** Works out what taking over a copy would do under these choices. Pure reading: both files stay as they are. */
export function planMerge(copies: Copies, choices: Choices): MergePlan {
  const { here, there, shapes } = copies;
  const readers = { here: new RowReader(here, shapes), there: new RowReader(there, shapes) };
  const known = knownOps(here);
  const divergence = divergenceFrom(there, readers.there, known);
  const translation = new Translation(shapes, here, there);
  const actors = matchActors(translation, rowsOf(here), rowsOf(there));
  const news = withoutDeleted(copies, divergence, (row) => readers.there.row(row.table, row.rowId));
  const living = withoutErased(copies, news);
  const knownThere = knownOps(there);
  const history = { here: new RowHistory(here), there: new RowHistory(there) };
  const baseOf = (table: string, rowId: string): Image | null =>
    history.here.lastKnown(knownThere, { table, rowId, ours: readers.here.row(table, rowId) });
  const designs = keepUsedDesigns({ here, there, shapes, readers, translation, baseOf }, living.rows);
  const current = designs.rows;
  const fresh = current.flatMap(({ row, image }) => (image === null || row.base !== null ? [] : [{ table: row.table, image }]));
  const codes: CodeMatter = settleCodes({
    readers,
    shapes,
    translation,
    choices,
    fresh,
    baseOf: (table, id) => baseOf(table, String(id)),
  });
  matchByContent(translation, readers.here, fresh);
  const writes = new PlannedWrites(shapes);
  const matters: Matter[] = [...codes.matters];
  for (const { row, image } of current) {
    const shape = shapes.get(row.table);
    if (shape !== undefined && !codes.joined.has(`${row.table}:${row.rowId}`))
      takeRow({ history, readers, translation, choices, codes, baseOf, writes, matters }, shape, row, image);
  }
  for (const write of designs.writes) writes.set(write);
  alignCodings(writes, readers.here, () => theirTexts(readers.there, translation));
  planWithdrawals(writes, readers.here, living.erasedThere);
  const notices = [...news.notices, ...living.notices, ...designs.notices, ...codes.notices];
  const isGone = (table: string, rowId: string): boolean =>
    news.isGone(table, rowId) || living.isGone(table, rowId) || designs.isLeftOut(table, rowId);
  keepFamilies({ shapes, readers, translation, choices, writes, matters, notices, isGone });
  return {
    writes: writes.all(),
    matters,
    notices,
    actors,
    batchIds: news.batchIds,
    ops: [...living.ops, ...foreignOps(there, known)],
    translation,
  };
}

interface Taking {
  readonly history: { readonly here: RowHistory; readonly there: RowHistory };
  readonly readers: { readonly here: RowReader; readonly there: RowReader };
  readonly translation: Translation;
  readonly choices: Choices;
  readonly codes: CodeMatter;
  readonly baseOf: (table: string, rowId: string) => Image | null;
  readonly writes: PlannedWrites;
  readonly matters: Matter[];
}

function takeRow(taking: Taking, shape: TableShape, row: ChangedRow, image: Image | null): void {
  const { history, readers, translation, codes } = taking;
  const { table } = row;
  const theirs = image === null ? null : codes.renamed(table, translation.image(table, image));
  const known = theirs ?? (row.base === null ? null : translation.image(table, row.base));
  if (known === null) return;
  const rowId = rowIdOf(shape, known);
  const ours = readers.here.row(table, rowId);
  const base = taking.baseOf(table, rowId);
  const isAmong = (states: readonly (Image | null)[], wanted: Image | null): boolean => states.some((state) => isSameRow(state, wanted));
  const verdict = judgeRow(table, {
    base,
    ours,
    theirs,
    wasHere: (state) => isAmong(history.here.statesAfter(table, rowId, base), state),
    wasThere: (state) =>
      isAmong(
        history.there.statesAfter(table, row.rowId, row.base).map((past) => (past === null ? null : translation.image(table, past))),
        state,
      ),
  });
  settle(taking, { table, rowId, ours, theirs, by: row.by, at: row.at }, verdict);
}

interface Sides {
  readonly table: string;
  readonly rowId: string;
  readonly ours: Image | null;
  readonly theirs: Image | null;
  readonly by: string;
  readonly at: string;
}

function settle({ choices, writes, matters }: Taking, sides: Sides, verdict: RowVerdict): void {
  const { table, rowId, ours, theirs } = sides;
  const write = (to: Image | null): void => writes.set({ table, rowId, from: ours, to });
  switch (verdict.kind) {
    case 'nothing':
      return;
    case 'write':
      write(verdict.image);
      return;
    case 'remove':
      write(null);
      return;
    case 'deleted-here':
    case 'deleted-there': {
      const id = `${table}:${rowId}`;
      matters.push({ ...sides, id, kind: verdict.kind, columns: [] });
      if (choices[id]?.take === 'theirs') write(theirs);
      return;
    }
    case 'merge': {
      const to: Record<string, Value> = { ...verdict.merged.image };
      for (const { columns } of verdict.merged.conflicts) {
        const id = `${table}:${rowId}:${columns[0] ?? ''}`;
        matters.push({ ...sides, id, kind: 'both-changed', columns });
        const choice = choices[id];
        if (choice?.take === 'theirs') for (const column of columns) to[column] = theirs?.[column] ?? null;
        if (choice?.take === 'other' && columns.length === 1) to[columns[0] ?? ''] = choice.text;
      }
      if (!isSameRow(to, ours)) write(to);
    }
  }
}

/** Bodies of the copy's texts, by the id that each has here. */
function theirTexts(there: RowReader, translation: Translation): ReadonlyMap<string, string> {
  return new Map(
    there.where('text', {}).map((text): [string, string] => [String(translation.image('text', text)['id']), String(text['body'])]),
  );
}

function rowsOf(db: Database.Database) {
  // Columns as the statement names them, all of them scalars.
  return (sql: string) => db.prepare(sql).all() as Readonly<Record<string, Value>>[];
}
