import { app, dialog, Menu } from 'electron';
import { resolve } from 'node:path';
import type { LaunchOptions } from '../bridge/launch-options.ts';
import { createClosing } from './closing.ts';
import { desktopLanguage, readDesktopTexts } from './desktop-texts.ts';
import type { FileInbox } from './file-inbox.ts';
import { menuTemplate } from './menus.ts';
import { appOrigin } from './origin.ts';
import { startShell, type Shell } from './start-shell.ts';

export interface ProgramOptions {
  readonly launch: LaunchOptions;
  readonly dataFolder: string;
  /** Folder of the built program. */
  readonly dist: string;
  readonly inbox: FileInbox;
}

/** The program from ready to quit. */
export async function runProgram(options: ProgramOptions): Promise<void> {
  await app.whenReady();
  const { launch } = options;
  try {
    const shell = await startShell({ dist: options.dist, dataFolder: options.dataFolder, isDevelopment: launch.isDevelopment });
    setMenu(shell, launch.isDevelopment);
    setEnd(shell);
    const problem = await shell.core.open(launch.workspacePath === null ? null : resolve(launch.workspacePath), launch.isSample);
    shell.windows.open(startPath(problem));
    app.on('activate', () => {
      if (shell.windows.all().length === 0) shell.windows.open('/');
    });
    options.inbox.listen((path) => void openAnother(shell, path));
  } catch {
    const texts = await readDesktopTexts(desktopLanguage(app.getPreferredSystemLanguages()));
    dialog.showErrorBox(texts['desktop.failed.title'], texts['desktop.failed.text']);
    app.exit(1);
  }
}

/** Where a window begins: at the start screen with the reason, when a file could not be opened. */
function startPath(problem: string): string {
  return problem === '' ? '/' : `/?problem=${encodeURIComponent(problem)}`;
}

/** A second start of the program, or a file double-clicked: the file takes the open one's place, in every window. */
async function openAnother(shell: Shell, path: string | null): Promise<void> {
  const { windows } = shell;
  const front = windows.front() ?? windows.open('/');
  if (front.isMinimized()) front.restore();
  front.focus();
  if (path === null) return;
  await shell.flush();
  const problem = await shell.core.open(path, false);
  if (problem !== '' && !front.isDestroyed()) await front.loadURL(`${appOrigin}${startPath(problem)}`);
}

function setMenu(shell: Shell, isDevelopment: boolean): void {
  const { windows, texts } = shell;
  const run = (id: string): void => {
    const front = windows.front();
    if (front !== undefined) windows.run(front, id);
  };
  const template = menuTemplate({ texts, platform: process.platform, isDevelopment, run, openWindow: () => windows.open('/') });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function setEnd(shell: Shell): void {
  app.on(
    'before-quit',
    createClosing({
      flush: shell.flush,
      end: shell.end,
      quit: () => {
        shell.windows.letGo();
        app.quit();
      },
    }),
  );
  app.on('window-all-closed', () => {
    // On macOS a program stays when its windows are gone.
    if (process.platform !== 'darwin') app.quit();
  });
}
