import { writeSync } from 'node:fs';
import { hashTables, importFile } from './survey-upload-fixture.ts';
import { openCore } from '../../electron/core/open-core.ts';

/*
 * A program of its own: makes a workspace, imports a small file, says what the workspace holds, and is killed the hard way
 * while a large file is being saved.
 * node kill-in-import.ts <workspace> <large file>
 */
const [path = '', large = ''] = process.argv.slice(2);
const core = openCore();
await core.client.workspace.create({ path });
await importFile(core, { name: 'liten.csv', content: 'Kode;Alder;Ord\nA1;34;Noen som hørte etter\nA2;41;Møtene var for lange\n' });
writeSync(1, JSON.stringify(hashTables(core, 'all')));

const { db } = core.session.workspace;
const prepare = db.prepare.bind(db);
let answers = 0;
Object.assign(db, {
  prepare: (source: string) => {
    const statement = prepare(source);
    if (!source.startsWith('INSERT INTO answer ')) return statement;
    const run = statement.run.bind(statement);
    return Object.assign(statement, {
      run: (...values: unknown[]) => {
        answers += 1;
        if (answers === 100) process.kill(process.pid, 'SIGKILL');
        return run(...values);
      },
    });
  },
});
await importFile(core, large);
