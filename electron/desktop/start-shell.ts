import { app, session } from 'electron';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createAppFiles } from '../bridge/app-files.ts';
import { startCoreHost, type CoreHost } from '../bridge/core-host.ts';
import { takeTemporaryFolder } from '../bridge/temporary-folder.ts';
import { registerBridge, type Bridge } from './bridge-handlers.ts';
import { desktopLanguage, readDesktopTexts, type DesktopTexts } from './desktop-texts.ts';
import { createFileDialogs } from './file-dialogs.ts';
import { guardNavigation } from './navigation.ts';
import { guardPermissions } from './permissions.ts';
import { serveApp } from './protocol.ts';
import { createRememberedFolders } from './remembered-folders.ts';
import { untilQuiet } from './relay.ts';
import { createWindows, type Windows } from './windows.ts';

export interface ShellOptions {
  /** Folder of the built program: core, preload, renderer, resources beside each other. */
  readonly dist: string;
  readonly dataFolder: string;
  readonly isDevelopment: boolean;
}

/** Everything around a window, ready for the first one. */
export interface Shell {
  readonly core: CoreHost;
  readonly windows: Windows;
  readonly texts: DesktopTexts;
  /** Lets every window write what stands in its fields, and waits for the core's answers, three seconds at most. */
  readonly flush: () => Promise<void>;
  /** Ends the core and removes this run's temporary files. */
  readonly end: () => Promise<void>;
}

const longestFlushMs = 3000;

/** Starts the core and puts guards, protocol and bridge in place. Call when the app is ready. @throws when the core cannot start */
export async function startShell(options: ShellOptions): Promise<Shell> {
  const now = (): number => Date.now();
  const temporaryFolder = takeTemporaryFolder();
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents));
  guardPermissions(session.defaultSession);
  const files = createAppFiles({ pageFolder: join(options.dist, 'renderer'), blobFolder: temporaryFolder, socketOrigin: () => null, now });
  serveApp(session.defaultSession, files);
  const texts = await readDesktopTexts(desktopLanguage(app.getPreferredSystemLanguages()));
  let bridge: Bridge | undefined;
  const core = await startCoreHost({
    workerPath: join(options.dist, 'core', 'core-worker.js'),
    temporaryFolder,
    dataFolder: options.dataFolder,
    resourceFolder: join(options.dist, 'resources'),
    isDevelopment: options.isDevelopment,
    // Pages that asked while there was no worker hold a pipe to nowhere.
    onCrash: () => bridge?.dropPipes(),
  });
  const flush = async (): Promise<void> => {
    for (const window of windows.all()) windows.run(window, 'saveState');
    await untilQuiet(() => bridge?.pipes() ?? [], now, longestFlushMs);
  };
  const windows = createWindows({
    preloadPath: join(options.dist, 'preload', 'preload.cjs'),
    platform: process.platform,
    isDevelopment: options.isDevelopment,
    beforeClose: flush,
  });
  const dialogs = createFileDialogs(texts, createRememberedFolders(options.dataFolder, app.getPath('documents')));
  bridge = registerBridge({ isOwnWindow: windows.owns, connect: core.connect, files, dialogs, now });
  const end = async (): Promise<void> => {
    await core.end();
    rmSync(temporaryFolder, { recursive: true, force: true });
  };
  return { core, windows, texts, flush, end };
}
