import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { startApp, type RunningApp } from '../desktop/start-app.ts';
import { builtFolder } from '../support/built.ts';
import { expect } from './host.ts';
import type { Exits, TakenFile } from './path-steps.ts';

/** The built main and preload under the double of electron, with its window in Playwright's hands. */
export interface DesktopHost {
  readonly app: RunningApp;
  readonly page: Page;
  readonly exits: Exits;
  /** Errors of the page and its console, and requests that left the origin, until now. */
  readonly problems: () => Promise<readonly string[]>;
  /** Lets go of the browser and ends the program if it still runs. */
  readonly stop: () => Promise<void>;
}

/** Starts the program with everything it keeps, its temporary files too, under `root`. */
export async function startDesktop(words: readonly string[], root: string): Promise<DesktopHost> {
  const folders = { data: join(root, 'data'), documents: join(root, 'documents'), temporary: join(root, 'temporary') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  const environment = { TMPDIR: folders.temporary, ROST_DOUBLE_DOCUMENTS: folders.documents, ROST_DOUBLE_DEBUGGING: '1' };
  const app = startApp({ dist: await builtFolder(), words, dataFolder: folders.data, environment });
  await app.window();
  const browser = await chromium.connectOverCDP(await app.call('debuggerAddress'));
  const page = pageOf(browser);
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(`console: ${message.text()}`);
  });
  return {
    app,
    page,
    exits: { takeFile: (order) => takeFile(app, folders.documents, order) },
    problems: async () => [...said, ...(await app.call('state')).leaks.map((url) => `request: ${url}`)],
    stop: async () => {
      await browser.close();
      await app.stop();
    },
  };
}

function pageOf(browser: Browser): Page {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const [page] = pages;
  if (page === undefined || pages.length > 1) throw new Error(`${pages.length} pages in the double's browser`);
  return page;
}

/** Answers the save dialog that `order` brings up with a path where nothing lies, and waits for the program to write it. */
async function takeFile(app: RunningApp, folder: string, order: () => Promise<void>): Promise<TakenFile> {
  const path = join(folder, `${crypto.randomUUID()}.export`);
  await app.call('dialogs');
  await app.call('answerDialog', { answer: { canceled: false, filePath: path } });
  await order();
  // The program renames a whole file into place, so that what is there is all of it.
  await expect.poll(() => existsSync(path)).toBe(true);
  const asked = await app.call('dialogs');
  expect(asked.map(({ kind }) => kind)).toEqual(['showSaveDialog']);
  // What main gave the dialog, whose kind is shown to be right above.
  const options = asked[0]?.options as { readonly defaultPath: string } | undefined;
  return { name: basename(options?.defaultPath ?? ''), bytes: readFileSync(path) };
}
