import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../../test/support/a-workspace.ts';
import { startCoreHost, type CoreHost } from './core-host.ts';

/** A worker that says it is ready, then does what it is told by the messages of a host. */
function hostOf(onMessage: string, onCrash: () => void = () => {}): Promise<CoreHost> {
  const folder = aFolder();
  const workerPath = join(folder, 'worker.mjs');
  writeFileSync(
    workerPath,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', (message) => { ${onMessage} });
     parentPort.postMessage({ type: 'ready' });`,
  );
  const options = { workerPath, temporaryFolder: folder, dataFolder: folder, resourceFolder: folder, isDevelopment: false, onCrash };
  return startCoreHost(options);
}

test('ending a core that goes without a word does not wait for ever', async () => {
  const host = await hostOf(`if (message.type === 'end') process.exit(1);`);
  await host.end();
  // And again, when it is gone already.
  await host.end();
});

test('a core that dies while it opens a file is started again, and the opening is answered', async () => {
  let isBack: () => void = () => {};
  const back = new Promise<void>((resolve) => {
    isBack = resolve;
  });
  const host = await hostOf(
    `if (message.type === 'open') process.exit(1);
     if (message.type === 'end') parentPort.postMessage({ type: 'ended' });`,
    () => isBack(),
  );
  await expect(host.open('a.rost', false)).resolves.toBe('INTERNAL');
  await back;
  await host.end();
});

test('a file that ends the core each time it is opened is not opened again after the core', async () => {
  let crashes = 0;
  let isBack: () => void = () => {};
  const back = new Promise<void>((resolve) => {
    isBack = resolve;
  });
  const host = await hostOf(
    `if (message.type === 'open') { parentPort.postMessage({ type: 'workspace', path: 'a.rost' }); setTimeout(() => process.exit(1)); }
     if (message.type === 'end') parentPort.postMessage({ type: 'ended' });`,
    () => {
      crashes += 1;
      isBack();
    },
  );
  expect(await host.open('a.rost', false)).toBe('INTERNAL');
  await back;
  // The pipe is given to a core that lives.
  host.connect('window-0001').close();
  expect(crashes).toBe(1);
  await host.end();
});
