import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { makeCodingFixture, type CodingFixture, type Said } from '../core/coding-fixture.ts';
import { expect, focusOf, startHost, type Host } from './host.ts';
import { visit } from './screens.ts';

/** A running program on a file of a few answers to one question. */
export interface Ground {
  readonly host: Host;
  readonly path: string;
  readonly at: CodingFixture;
}

/** Starts the program on these answers, after what is to be in the file besides. */
export async function codingGround(said: readonly Said[], prepare: (core: Core, at: CodingFixture) => Promise<void>): Promise<Ground> {
  const core = openCore({ windowId: 'fixture' });
  try {
    const at = await makeCodingFixture(core, said);
    const { path } = core.session.workspace;
    await prepare(core, at);
    // The file can be held by one process at a time.
    core[Symbol.dispose]();
    return { host: await startHost([path], mkdtempSync(join(tmpdir(), 'rost-coding-e2e-'))), path, at };
  } finally {
    core[Symbol.dispose]();
  }
}

/** The grid of answers, the hand on the row of `code`. */
export async function openGrid(page: Page, { host, at }: Ground, code = 'R001'): Promise<void> {
  await page.goto(host.address);
  await expect(page.locator('h1').first()).toBeVisible();
  await visit(page, `/projects/${at.projectId}/coding`);
  await expect.poll(() => focusOf(page)).toContain(code);
}
