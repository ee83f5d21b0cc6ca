import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { builtFolder } from '../support/built.ts';

/** A running browser host with a data folder of its own. */
export interface Host {
  readonly address: string;
  readonly folder: string;
  readonly process: ChildProcess;
}

/** Starts the built host as `npm start -- … --no-open` does. */
export async function startHost(words: readonly string[], folder: string = mkdtempSync(join(tmpdir(), 'rost-e2e-'))): Promise<Host> {
  const dist = await builtFolder();
  const child = spawn(process.execPath, [join(dist, 'browser', 'cli.js'), '--no-open', ...words], {
    env: { ...process.env, ROST_DATA: folder, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere/electron' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const take = (text: Buffer): void => {
      said += text.toString();
      const found = /http:\/\/127\.0\.0\.1:\S+/u.exec(said);
      if (found !== null) resolve(found[0]);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', () => reject(new Error(`the host ended: ${said}`)));
  });
  return { address, folder, process: child };
}

export async function stopHost(host: Host): Promise<void> {
  if (host.process.exitCode === null && host.process.signalCode === null) {
    host.process.kill('SIGTERM');
    await new Promise((resolve) => host.process.once('exit', resolve));
  }
  rmSync(host.folder, { recursive: true, force: true });
}

interface Fixtures {
  readonly host: Host;
  /** A page on the sample workspace; fails the test on any error of the page, any policy violation and any request elsewhere. */
  readonly rost: Page;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a destructured first argument, also an empty one
  host: async ({}, use) => {
    const host = await startHost(['--sample']);
    await use(host);
    await stopHost(host);
  },
  rost: async ({ page, host }, use) => {
    const problems: string[] = [];
    const origin = new URL(host.address).origin;
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('blob:')) problems.push(`request: ${request.url()}`);
    });
    await page.goto(host.address);
    await expect(page.locator('h1')).toBeVisible();
    await use(page);
    expect(problems).toEqual([]);
  },
});

export { expect };

/** Goes to a screen by the palette, with keys only. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name: new RegExp(name, 'iu') }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Where focus is, in a few words; "body" means that it was lost. */
export function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    return active === null || active === document.body
      ? 'body'
      : `${active.tagName.toLowerCase()} ${active.getAttribute('aria-label') ?? active.textContent?.slice(0, 40) ?? ''}`;
  });
}

/** Waits until everything is in the file. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('footer [aria-busy]')).toHaveCount(0);
  await expect(page.locator('footer')).toContainText('Alt er lagret');
}

/** Presses keys one after the other. */
export async function keys(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.keyboard.press(name);
}

/** Types into the picker that has focus and takes the best hit, once the one called so is there. */
export async function pick(page: Page, letters: string, name: RegExp): Promise<void> {
  await page.keyboard.type(letters);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await keys(page, 'Enter');
}

/** Opens the list that drops down from the button with focus and takes one of it, with keys only. */
export async function dropDown(page: Page, option: RegExp): Promise<void> {
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('option', { name: option });
  await expect(wanted).toBeVisible();
  for (let turn = 0; turn < 20 && !(await wanted.evaluate((element) => element === document.activeElement)); turn += 1)
    await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(wanted).toBeHidden();
}
