import { app } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../bridge/data-folder.ts';
import { readLaunchOptions } from '../bridge/launch-options.ts';
import { createFileInbox } from './file-inbox.ts';
import { registerAppScheme } from './protocol.ts';
import { runProgram } from './program.ts';

// All of this must stand before the app is ready.
registerAppScheme();
app.enableSandbox();
app.commandLine.appendSwitch('disable-background-networking');

// From process.argv, because app.commandLine changes the letters' case.
const options = readLaunchOptions(process.argv.slice(1));
const data = dataFolder(process.env, process.platform);
// Chromium's own files; the single instance lock goes by this folder too.
const windowData = join(data, 'window-data');
mkdirSync(windowData, { recursive: true });
app.setPath('userData', windowData);

if (options.isSelfTest) {
  const { runSelfTest } = await import('./self-test.ts');
  void runSelfTest({ dist: join(import.meta.dirname, '..'), reportFolder: data });
} else if (app.requestSingleInstanceLock()) {
  void runProgram({ launch: options, dataFolder: data, dist: join(import.meta.dirname, '..'), inbox: createFileInbox(app) });
} else {
  // The first instance was told what this one was started with, and opens it.
  app.quit();
}
