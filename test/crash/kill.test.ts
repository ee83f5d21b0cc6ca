import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { realDeps } from '../../electron/core/deps.ts';
import { openCore } from '../../electron/core/open-core.ts';
import { openWorkspace } from '../../electron/core/workspace/open.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import type { InterviewId } from '../../shared/model/ids.ts';
import { aFolder, aPath } from '../support/a-workspace.ts';

/** 200 by hand (ROST_LONG=1), fewer in the ordinary run. */
const rounds = process.env['ROST_LONG'] === undefined ? 12 : 200;

interface Line {
  readonly about?: string;
  readonly done?: string;
  readonly interviewId?: string;
  readonly questionId?: string;
  readonly value?: string | number;
  readonly codingIds?: readonly string[];
  readonly name?: string;
  readonly rows?: number;
  readonly place?: string | null;
}

/** Lets the work run for `ms` after it has begun, kills it without warning, and gives what it had said. */
async function workAndKill(path: string, seed: number, ms: number): Promise<Line[]> {
  const worker = spawn(process.execPath, [join(import.meta.dirname, '../fixtures/work-until-killed.ts'), path, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaint = '';
  worker.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const begun = new Promise<void>((resolve, reject) => {
    worker.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('"ready"')) resolve();
    });
    worker.once('exit', () => reject(new Error(`the worker ended by itself: ${complaint}`)));
  });
  await begun;
  await new Promise((resolve) => setTimeout(resolve, ms));
  worker.kill('SIGKILL');
  await once(worker, 'close');
  if (complaint !== '') throw new Error(complaint);
  // A last line may be cut short: it was not said.
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

const storedSql = `SELECT coalesce(CAST(answer.code AS TEXT), text.body) FROM answer
  JOIN interview ON interview.key = answer.interview_key JOIN question ON question.key = answer.question_key
  LEFT JOIN text ON text.id = answer.text_id WHERE interview.id = :interviewId AND question.id = :questionId`;

/** Everything acknowledged is there. The one step under way may have got in or not, but never in part. */
function verify(db: Database.Database, lines: readonly Line[]): number {
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  const lastSaid = lines.at(-1);
  const answers = new Map<string, Line>();
  for (const line of lines) if (line.done === 'answer') answers.set(`${line.questionId}`, line);
  for (const [questionId, line] of answers) {
    const stored = db.prepare(storedSql).pluck().get({ interviewId: line.interviewId, questionId });
    const allowed = [
      String(line.value),
      ...(lastSaid?.about === 'answer' && lastSaid.questionId === questionId ? [String(lastSaid.value)] : []),
    ];
    expect(allowed).toContain(stored);
  }
  for (const line of lines.filter((entry) => entry.done === 'coding')) {
    for (const id of line.codingIds ?? [])
      expect(
        db.prepare('SELECT count(*) FROM op_change WHERE table_name = :table AND row_id = :id').pluck().get({ table: 'coding', id }),
      ).toBeGreaterThan(0);
  }
  const imported = (name: string): unknown =>
    db
      .prepare('SELECT count(*) FROM interview JOIN project ON project.id = interview.project_id WHERE project.name = :name')
      .pluck()
      .get({ name });
  for (const line of lines.filter((entry) => entry.done === 'import')) expect(imported(line.name ?? '')).toBe(line.rows);
  expect(db.prepare('SELECT op_seq FROM op_ctx').pluck().get()).toBeNull();
  return lines.filter((line) => line.done !== undefined && line.done !== 'ready').length;
}

/** The interview opens on the question where it was left, unless the step under way had already moved it. */
async function reopensInPlace(path: string, lines: readonly Line[]): Promise<void> {
  const last = lines.findLast((line) => line.done === 'answer');
  if (last?.interviewId === undefined || lines.at(-1)?.about === 'answer') return;
  using core = openCore();
  await core.client.workspace.open({ path });
  // The worker got the id from the same core.
  const detail = await core.client.interviews.get({ interviewId: last.interviewId as InterviewId });
  expect(detail.currentQuestionId).toBe(last.place);
  expect(detail.status).toBe('started');
}

test(
  `[F22] [F23] killed ${rounds} times during entry, coding and import: every acknowledged change is there`,
  { timeout: 600_000 },
  async () => {
    const path = aPath('Fjordvik.rost');
    buildSample(path);
    const deps = realDeps(aFolder());
    let acknowledged = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const lines = await workAndKill(path, round * 7919, (round * 37) % 180);
      const workspace = openWorkspace(path, deps);
      acknowledged += verify(workspace.db, lines);
      workspace.close();
      await reopensInPlace(path, lines);
    }
    expect(acknowledged).toBeGreaterThan(rounds);
  },
);
