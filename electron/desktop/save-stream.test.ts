import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../../test/support/a-workspace.ts';
import { saveStream } from './save-stream.ts';

test('writes the whole stream under the name, and nothing beside it', async () => {
  const folder = aFolder();
  await saveStream(new Blob(['a;b\n', 'c;d']).stream(), join(folder, 'svar.csv'));
  expect([readdirSync(folder), readFileSync(join(folder, 'svar.csv'), 'utf8')]).toEqual([['svar.csv'], 'a;b\nc;d']);
});

// A limit of the shell's does what a full disk does: of the last piece only a part is taken, and that is no error.
test.skipIf(process.platform === 'win32')(
  'a disk that takes only a part of the last piece is said to be full, and the old file stays',
  () => {
    const folder = aFolder();
    const target = join(folder, 'svar.csv');
    writeFileSync(target, 'gammel');
    const script = `import { saveStream } from ${JSON.stringify(join(import.meta.dirname, 'save-stream.ts'))};
    await saveStream(new Blob([new Uint8Array(50_000)]).stream(), ${JSON.stringify(target)}).then(() => console.log('saved'), () => console.log('failed'));`;
    const command = `ulimit -f 16; exec "$0" --input-type=module -e "$1"`;
    const { stdout } = spawnSync('bash', ['-c', command, process.execPath, script], { encoding: 'utf8' });
    expect([stdout.trim(), readdirSync(folder), readFileSync(target, 'utf8')]).toEqual(['failed', ['svar.csv'], 'gammel']);
  },
);
