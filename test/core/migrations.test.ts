import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../../electron/core/db/connection.ts';
import { currentVersion, migrate, migrations, userVersion, type Migration } from '../../electron/core/db/migrate.ts';
import { loggedTables, schemaText } from '../../electron/core/db/schema.ts';
import { realDeps } from '../../electron/core/deps.ts';
import { createWorkspace } from '../../electron/core/workspace/open.ts';
import { aFolder, aPath, markOf } from '../support/a-workspace.ts';

const deps = realDeps(aFolder());
const source = { actorId: 'a', windowId: 'w', kind: 'k', labelId: 'l', isUndoable: true };

describe('migrations', () => {
  test('go up in tens, each version once', () => {
    const versions = migrations.map((migration) => migration.version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    for (const version of versions) expect(version % 10).toBe(0);
    expect(currentVersion).toBe(versions.at(-1));
  });

  test('a new file and one that came up step by step have the same schema', () => {
    const fresh = openConnection(':memory:');
    migrate(fresh);
    const stepwise = openConnection(':memory:');
    for (const [index] of migrations.entries()) migrate(stepwise, migrations.slice(0, index + 1));
    expect(schemaText(stepwise)).toBe(schemaText(fresh));
  });

  test('every table people can change is followed by the log, with triggers for all three verbs', () => {
    const db = openConnection(':memory:');
    migrate(db);
    const triggers = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all());
    for (const table of loggedTables(db))
      for (const verb of ['insert', 'update', 'delete']) expect(triggers.has(`log_${table}_${verb}`)).toBe(true);
  });

  test('a step that fails leaves the file at the old version, row for row', () => {
    const workspace = createWorkspace(aPath(), deps);
    workspace.operations.run(source, () => workspace.sql.insert('person', { id: 'p', name: 'Vigdis Nordhylla' }));
    const before = [markOf(workspace.db), schemaText(workspace.db)];
    const broken: Migration = {
      version: currentVersion + 10,
      up: ['ALTER TABLE person ADD COLUMN title TEXT', 'ALTER TABLE not_there ADD COLUMN x TEXT'],
    };
    expect(() => migrate(workspace.db, [...migrations, broken])).toThrow(/no such table/u);
    expect([markOf(workspace.db), schemaText(workspace.db)]).toEqual(before);
    expect(userVersion(workspace.db)).toBe(currentVersion);
    workspace.operations.undo(source);
    workspace.close();
  });

  test('after a step the log follows the new columns', () => {
    const workspace = createWorkspace(aPath(), deps);
    workspace.operations.run(source, () => workspace.sql.insert('person', { id: 'p', name: 'Vigdis Nordhylla' }));
    migrate(workspace.db, [...migrations, { version: currentVersion + 10, up: ['ALTER TABLE person ADD COLUMN title TEXT'] }]);
    const before = markOf(workspace.db);
    workspace.operations.run(source, () => workspace.sql.run("UPDATE person SET title = 'samordner'"));
    expect(markOf(workspace.db)).not.toBe(before);
    workspace.operations.undo(source);
    expect(markOf(workspace.db)).toBe(before);
    workspace.close();
  });
});

/** A Node that is too old, where the machine has one beside ours. */
const oldNode = ['/usr/local/bin/node', '/usr/bin/node'].find((path) => {
  const answer = spawnSync(path, ['-p', 'process.versions.napi'], { encoding: 'utf8' });
  return answer.status === 0 && Number(answer.stdout) < 10;
});
if (oldNode === undefined) process.stderr.write('The sentence for an old Node is not tested: there is no old Node on this machine.\n');

test.skipIf(oldNode === undefined)('a Node that is too old gets one clear sentence and never a crash', () => {
  const script = join(import.meta.dirname, '../../scripts/run.mjs');
  const answer = spawnSync(oldNode ?? '', [script, 'start'], { encoding: 'utf8' });
  expect(answer.status).toBe(1);
  expect(answer.signal).toBeNull();
  expect(answer.stderr).toMatch(/^Røst needs Node 24 or newer; this is v\d+\.\d+\.\d+\. .+\n$/u);
});
