import type { App } from 'electron';
import { resolve } from 'node:path';
import { readLaunchOptions } from '../bridge/launch-options.ts';

/** What another start of the program asked for; null for just a window. */
export type FileListener = (path: string | null) => void;

/** Files that the system wants opened while the program runs, or before it is ready. */
export interface FileInbox {
  /** Tells of every file from now on, beginning with those that came too early. */
  readonly listen: (listener: FileListener) => void;
}

/** Collects second starts (their command line) and macOS's open-file events. Must be made before the app is ready. */
export function createFileInbox(app: App): FileInbox {
  const early: (string | null)[] = [];
  let tell: FileListener = (path) => early.push(path);
  app.on('second-instance', (_event, words, folder) => {
    const { workspacePath } = readLaunchOptions(words.slice(1));
    tell(workspacePath === null ? null : resolve(folder, workspacePath));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    tell(path);
  });
  return {
    listen: (listener) => {
      tell = listener;
      for (const path of early.splice(0)) listener(path);
    },
  };
}
