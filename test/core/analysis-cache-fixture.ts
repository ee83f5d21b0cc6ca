import Database from 'better-sqlite3';
import { z } from 'zod';
import { readColumn } from '../../electron/core/analysis/columns.ts';
import { expressionMask } from '../../electron/core/analysis/expression-mask.ts';
import { readNumbers } from '../../electron/core/analysis/numbers.ts';
import { readQuestions } from '../../electron/core/analysis/questions.ts';
import { readRounds, roundUnits } from '../../electron/core/analysis/rounds.ts';
import type { ColumnSource } from '../../electron/core/analysis/stored-answers.ts';
import { readUnits, type Units } from '../../electron/core/analysis/units.ts';
import { Statements, type SqlParams } from '../../electron/core/db/statements.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { makeAnalysisFixture, seeded, somePeople, type AnalysisFixture } from './analysis-fixture.ts';

const repeatKey = 6;
const insideKey = 7;
const lastKey = 7;

/** A workspace with interviews of persons and groups, some with rounds. */
export interface World extends AnalysisFixture {
  readonly core: Core;
  /** A question asked in every round. */
  readonly inside: string;
  readonly random: () => number;
}

const Row = z.object({ version_id: z.string(), section_id: z.string() });

function operate(core: Core, work: () => void, isUndoable = true): void {
  const { workspace } = core.session;
  workspace.operations.run({ ...workspace.sourceFor('w'), kind: 'test', labelId: 'test', isUndoable }, work);
}

export async function aWorld(core: Core, seed: number): Promise<World> {
  const fixture = await makeAnalysisFixture(core, somePeople(30, seed));
  const { workspace } = core.session;
  const { sql } = workspace;
  const inside = workspace.newId();
  operate(
    core,
    () => {
      const place = sql.get(Row, 'SELECT version_id, section_id FROM question WHERE key = 1');
      if (place === undefined) throw new Error('no questions');
      for (const key of [repeatKey, insideKey]) {
        const variable = key === insideKey ? inside : workspace.newId();
        sql.insert('variable', { id: variable, project_id: fixture.projectId, name: `v${key}` });
        sql.insert('question', {
          id: `q${key}`,
          key,
          ...place,
          variable_id: variable,
          parent_id: key === insideKey ? `q${repeatKey}` : null,
          ordinal: key,
          number: String(key),
          type: key === insideKey ? 'one' : 'repeat',
          wording: '{"nb":"Hvor?"}',
        });
      }
      sql.run("UPDATE interview SET kind = 'group' WHERE key % 7 = 0");
      // What undo cannot reach.
    },
    false,
  );
  return { ...fixture, core, inside, random: seeded(seed) };
}

/** Everything tables are made of, as text. */
export function seen(sql: Statements, { projectId, variables, waves, inside }: World): string {
  const book = readQuestions(sql, projectId);
  const all: unknown[] = [];
  const look = (units: Units, isOfRounds: boolean): void => {
    const source: ColumnSource = { sql, projectId, book, units, isOfRounds };
    all.push([units.count, [...units.waveIndex], units.respondentIds, units.placeIds, units.hasShared]);
    for (const id of [...Object.values(variables), inside]) {
      const [column, numbers] = [readColumn(source, id), readNumbers(source, id)];
      all.push([
        column?.categories,
        [...(column?.values ?? [])],
        column?.kind === 'set' ? column.indicators.map((marks) => [...marks]) : null,
        [...(numbers?.values ?? [])].map(String),
        [...(numbers?.reasons ?? [])],
      ]);
    }
    all.push([...expressionMask(source, '${tjeneste} = 1 or ${uker} > 20 or selected(${brukt}, 3) or selected(${v7}, 2)')]);
  };
  const everyone = readUnits(sql, projectId, { waveId: null, perWave: false });
  look(everyone, false);
  look(readUnits(sql, projectId, { waveId: waves[1], perWave: true }), false);
  look(roundUnits(everyone, readRounds(sql, projectId, everyone, book.formsOf(inside))), true);
  return JSON.stringify(all);
}

/** From what is kept, and from a connection that has never read anything. */
export function fromBoth(world: World): { kept: string; cold: string } {
  const { db, sql } = world.core.session.workspace;
  const copy = new Database(db.serialize());
  try {
    return { kept: seen(sql, world), cold: seen(new Statements(copy, false), world) };
  } finally {
    copy.close();
  }
}

/** What is kept alone, to be looked at where a copy cannot be made: inside a transaction. */
export function look(world: World): void {
  seen(world.core.session.workspace.sql, world);
}

const upTo = ({ random }: World, n: number): number => 1 + Math.floor(random() * n);

function anAnswer(world: World): SqlParams {
  const empty = { code: null, num: null, txt: null, missing: null, state: null };
  const chance = world.random();
  if (chance < 0.15) return { ...empty, missing: 'dont-know' };
  if (chance < 0.25) return { ...empty, txt: '1 3' };
  // 17 has no label; 40,000 and halves do not fit into 16 bits.
  if (chance < 0.3) return { ...empty, num: [0.5, 17, 40_000][upTo(world, 3) - 1] ?? 1 };
  return { ...empty, code: chance < 0.35 ? 17 : upTo(world, 5), state: chance > 0.95 ? 'parked' : null };
}

function putAnswer(world: World, key = upTo(world, 32)): void {
  const { sql } = world.core.session.workspace;
  const question = upTo(world, lastKey);
  const instance = world.random() < 0.3 || question === insideKey ? upTo(world, 3) : 0;
  const place = { interview_key: key, question_key: question, instance };
  const where = 'interview_key = :interview_key AND question_key = :question_key AND instance = :instance';
  if (world.random() < 0.2) sql.run(`DELETE FROM answer WHERE ${where}`, place);
  else {
    const given = anAnswer(world);
    const set = Object.keys(given).map((name) => `${name} = :${name}`);
    const changed = sql.run(`UPDATE answer SET ${set.join(', ')} WHERE ${where}`, { ...place, ...given });
    if (changed === 0 && sql.get(z.object({ key: z.int() }), 'SELECT key FROM interview WHERE key = :key', { key }) !== undefined)
      sql.insert('answer', { ...place, ...given });
  }
}

function putTurn(world: World): void {
  const { workspace } = world.core.session;
  const [key, instance] = [upTo(world, 30), upTo(world, 3)];
  workspace.sql.run('DELETE FROM turn WHERE interview_key = :key AND instance = :instance', { key, instance });
  if (world.random() < 0.7)
    workspace.sql.insert('turn', {
      id: workspace.newId(),
      interview_key: key,
      instance,
      question_key: world.random() < 0.3 ? null : repeatKey,
      ordinal: instance,
    });
}

function changeWho(world: World): void {
  const { sql } = world.core.session.workspace;
  const key = upTo(world, 30);
  const chance = world.random();
  if (chance < 0.3) sql.run("UPDATE interview SET status = iif(status = 'complete', 'started', 'complete') WHERE key = :key", { key });
  else if (chance < 0.6)
    sql.run(
      `UPDATE respondent SET withdrawn_at = iif(withdrawn_at IS NULL, '2025-01-01T00:00:00.000Z', NULL)
       WHERE id = (SELECT respondent_id FROM interview WHERE key = :key)`,
      { key },
    );
  else if (chance < 0.8) sql.run("UPDATE interview SET kind = iif(kind = 'group', 'person', 'group') WHERE key = :key", { key });
  else sql.run('UPDATE interview SET wave_id = :wave WHERE key = :key', { key, wave: world.waves[upTo(world, 2) - 1] ?? '' });
}

function changeQuestion(world: World): void {
  const { sql } = world.core.session.workspace;
  const key = upTo(world, 5);
  if (world.random() < 0.5) sql.run(`UPDATE question SET relevant = iif(relevant IS NULL, '1 = 1', NULL) WHERE key = :key`, { key });
  else sql.run(`UPDATE answer_option SET label = json_object('nb', :label) WHERE code = :key`, { key, label: `Svar ${upTo(world, 1e6)}` });
}

/** One change of the rows behind tables. */
function change(world: World): void {
  const chance = world.random();
  if (chance < 0.6) putAnswer(world);
  else if (chance < 0.75) putTurn(world);
  else if (chance < 0.93) changeWho(world);
  else changeQuestion(world);
}

/** An import of interviews and answers, which the log of changes knows nothing of. It looks at tables in the middle. */
function importMore(world: World): void {
  const { workspace } = world.core.session;
  operateBatch(world, (batchId) => {
    const next = workspace.sql.get(z.object({ key: z.int() }), 'SELECT max(key) + 1 AS key FROM interview')?.key ?? 1;
    for (let key = next; key < next + 2; key += 1) {
      workspace.sql.run(
        `INSERT INTO interview (id, key, project_id, respondent_id, wave_id, version_id, kind, mode, language, status, started_at, batch_id)
         SELECT :id, :key, project_id, respondent_id, wave_id, version_id, 'person', 'imported', 'nb', 'complete', started_at, :batchId
         FROM interview WHERE key = :of`,
        { id: workspace.newId(), key, of: upTo(world, 30), batchId },
      );
      for (let question = 1; question <= 5; question += 1)
        workspace.sql.insert('answer', { interview_key: key, question_key: question, ...anAnswer(world) });
      if (world.random() < 0.5) look(world);
    }
  });
}

function operateBatch(world: World, work: (batchId: string) => void): void {
  const { workspace } = world.core.session;
  workspace.operations.run({ ...workspace.sourceFor('w'), kind: 'test', labelId: 'test', isUndoable: true }, (operation) =>
    work(operation.asBatch({ kind: 'survey', fileName: 'a.csv', fileSha256: '', mapping: {}, rowCount: 2 })),
  );
}

/** Does something to the workspace as commands, imports, undo and failures do, and sometimes looks at tables on the way. */
export async function happen(world: World): Promise<void> {
  const { client } = world.core;
  const chance = world.random();
  if (chance < 0.45)
    operate(world.core, () => {
      for (let at = upTo(world, 3); at > 0; at -= 1) {
        change(world);
        if (world.random() < 0.2) look(world);
      }
    });
  else if (chance < 0.6) await client.history.undo({}).catch(isRefused);
  else if (chance < 0.7) await client.history.redo({}).catch(isRefused);
  else if (chance < 0.8) importMore(world);
  else if (chance < 0.92) fail(world);
  else look(world);
}

const taken = 'taken back';

/** A command that fails after it has written, and after tables were looked at. */
function fail(world: World): void {
  try {
    operate(world.core, () => {
      change(world);
      change(world);
      if (world.random() < 0.7) look(world);
      throw new Error(taken);
    });
  } catch (error) {
    if (!(error instanceof Error) || error.message !== taken) throw error;
  }
}

/** Undo refuses what later rows lean on; then nothing has changed. */
function isRefused(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}
