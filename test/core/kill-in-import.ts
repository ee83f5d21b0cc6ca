import { writeSync } from 'node:fs';
import { matchFile } from './survey-target-fixture.ts';
import { hashTables, importFile } from './survey-upload-fixture.ts';
import { openCore } from '../../electron/core/open-core.ts';

/*
 * A program of its own: makes a workspace, imports a file, says what the workspace holds, and is killed the hard way while a second
 * file is being saved: as a questionnaire of its own, or over the answers of the first.
 * node kill-in-import.ts <workspace> <second file> [<first file>, to be replaced]
 */
const [path = '', large = '', first = ''] = process.argv.slice(2);
const core = openCore();
await core.client.workspace.create({ path });
const small = { name: 'liten.csv', content: 'Kode;Alder;Ord\nA1;34;Noen som hørte etter\nA2;41;Møtene var for lange\n' };
await importFile(core, first === '' ? small : first);
writeSync(1, JSON.stringify(hashTables(core, 'all')));

const { db } = core.session.workspace;
const prepare = db.prepare.bind(db);
let answers = 0;
Object.assign(db, {
  prepare: (source: string) => {
    const statement = prepare(source);
    if (!/^\s*(?:INSERT INTO answer |UPDATE answer SET code)/u.test(source)) return statement;
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
if (first === '') await importFile(core, large);
else await (await matchFile(core, large, { mode: 'replace' })).bring();
