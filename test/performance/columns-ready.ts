import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readColumn } from '../../electron/core/analysis/columns.ts';
import { readQuestions } from '../../electron/core/analysis/questions.ts';
import { countingOf, type ColumnSource } from '../../electron/core/analysis/stored-answers.ts';
import { readUnits } from '../../electron/core/analysis/units.ts';
import { Statements } from '../../electron/core/db/statements.ts';
import { openConnection } from '../../electron/core/db/connection.ts';
import { contest, type Side } from './contest.ts';
import { isHere, sideOf, skip, startPeer } from './peers/peer.ts';
import { fromContest, requireSame, type Bench, type Result } from './result.ts';
import type { BenchContext, SurveyFiles } from './workspaces.ts';

/** Persons and every column that tables can be made of. */
function allColumns(sql: Statements, projectId: string): number {
  const source: ColumnSource = {
    sql,
    projectId,
    book: readQuestions(sql, projectId),
    units: readUnits(sql, projectId, { waveId: null, perWave: false }),
    isOfRounds: false,
  };
  let answers = 0;
  for (const { type, variableId } of source.book.forms) {
    if (countingOf(type) === null) continue;
    for (const value of readColumn(source, variableId)?.values ?? []) if (value >= 0) answers += 1;
  }
  return answers;
}

/** The scan of the floor, compiled here; null without a compiler. */
function compileScan(folder: string): string | null {
  const program = join(folder, 'scan');
  if (!isHere('gcc', ['--version'])) return skip('C scan', 'no gcc');
  const made = spawnSync('gcc', ['-O3', '-march=native', '-o', program, join(import.meta.dirname, 'peers', 'scan.c'), '-lsqlite3']);
  return made.status === 0 ? program : skip('C scan', 'no headers of SQLite');
}

async function measure(files: SurveyFiles, program: string): Promise<Result[]> {
  const { projectId, name, workspace } = files;
  const open = (): Statements => new Statements(openConnection(workspace, { readonly: true, mustExist: true }), false);
  using floor = await startPeer(program, [workspace]);
  const scan: Side = sideOf(floor, 'C scan of the answers', 'scan', 1);
  let fresh = open();
  const rebuilt: Side = {
    name: 'all columns from the file',
    calls: 1,
    prepare: () => {
      fresh = open();
    },
    run: () => allColumns(fresh, projectId),
  };
  const known = open();
  requireSame('rebuild.columns', allColumns(known, projectId), allColumns(fresh, projectId));
  const kept: Side = { name: 'all columns, kept', calls: 3, run: () => allColumns(known, projectId) };
  const first = await contest(rebuilt, scan);
  return [
    fromContest('rebuild.columns', name, first, { target: { good: 2.5, hard: 1.5 } }),
    fromContest('open.project', name, first, {
      target: { good: 0.1, hard: 0.03 },
      note: 'the same: no columns lie in the file (ADR 0030)',
    }),
    fromContest('columns.kept', name, await contest(kept, scan), { note: 'from the second time on, every answer looked at' }),
  ];
}

/** Columns ready for tables: from the file, and when they are kept. */
export const columnsReady: Bench<BenchContext> = {
  name: 'columns.ready',
  run: async (context) => {
    const program = compileScan(context.folder);
    const results: Result[] = [];
    for (const files of program === null ? [] : context.sizes) results.push(...(await measure(files, program ?? '')));
    return results;
  },
};
