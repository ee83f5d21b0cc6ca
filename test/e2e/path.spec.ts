import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { expect, focusOf, goTo, startHost, stopHost, test } from './host.ts';

/** Where the files by others lie; the tests that need them say so when they are absent. */
const shared = join(import.meta.dirname, '../../../shared/data/surveys');

/** Types an answer key by key, as a person would. */
async function keys(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.keyboard.press(name);
}

async function answerClosedPart(page: Page): Promise<void> {
  // Q1 consent, Q2-Q6 background, Q7 scale.
  await keys(page, '1', '1', '2', '2', '1', '1', '4');
  // Q8 weeks, then the grid Q9-Q12, Q13, Q14.
  await keys(page, '6', 'Enter', '5', '4', '3', '4', '1', '8');
  // Q15 several, Q16 the three most important, Q17-Q20.
  await keys(page, '0', '1', '0', '4', 'Enter', '8', '4', '1', '7', '1', '1', '3');
}

/** N opens the form with everything from the last interview; Ctrl+Enter starts. */
async function startInterview(page: Page): Promise<void> {
  await goTo(page, 'Intervjuer');
  await expect(page.getByRole('heading', { name: 'Intervjuer', level: 1 })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: /Start/u }).first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-current]')).toBeFocused();
}

const words = ['At noen tar telefonen.', 'Turgruppa på torsdager.', 'Ventetida, elleve uker.', 'En dør som var åpen om natta.'];

test.describe('the path through the program, by keyboard only', () => {
  test('[F19] [F20] [F21] [F22] a whole interview of 24 questions is entered, completed and found again', async ({ rost }) => {
    await startInterview(rost);
    await expect(rost).toHaveURL(/\/enter/u);
    await expect(rost.getByRole('heading', { name: /R065/u })).toBeVisible();
    await answerClosedPart(rost);
    for (const text of words) {
      await rost.keyboard.type(text);
      await rost.keyboard.press('Enter');
    }
    expect(await focusOf(rost)).not.toBe('body');
    await rost.keyboard.press('Control+Enter');
    await goTo(rost, 'Intervjuer');
    await expect(rost.getByRole('row', { name: /R065/u })).toContainText('24');
    await expect(rost.getByRole('row', { name: /R065/u })).toContainText(/ferdig/iu);
  });

  test('[F23] the core is killed in the middle, and the interview reopens on the same question with every answer', async ({ page }) => {
    const first = await startHost(['--sample']);
    await page.goto(first.address);
    await expect(page.locator('h1')).toBeVisible();
    await startInterview(page);
    await expect(page.getByRole('heading', { name: /R065/u })).toBeVisible();
    await keys(page, '1', '1', '2', '2', '1', '1', '4', '6', 'Enter', '5', '4');
    await expect(page.locator('[data-current]')).toContainText('Jeg er med og bestemmer');
    await page.waitForTimeout(1000);
    first.process.kill('SIGKILL');
    await new Promise((resolve) => first.process.once('exit', resolve));
    const samples = join(first.folder, 'samples');
    const copy = readdirDeep(samples).find((file) => file.endsWith('Fjordvik.rost')) ?? '';
    const second = await startHost([copy], first.folder);
    await page.goto('about:blank');
    await page.goto(second.address);
    await expect(page.locator('h1')).toBeVisible();
    await goTo(page, 'R065');
    await expect(page.locator('[data-current]')).toContainText('Jeg er med og bestemmer');
    await expect(page.locator('main')).toContainText('6 uker');
    await stopHost(second);
  });

  test('[F29] [F48] a survey file of others is imported with its own row count, and undone as one step', async ({ rost }) => {
    const file = join(shared, 'comments', 'patient-comments-multilabel.csv');
    test.skip(!existsSync(file), '../shared/data is not here');
    test.setTimeout(120_000);
    await goTo(rost, 'Hent inn en undersøkelse');
    await expect(rost.locator('main h1')).toBeVisible();
    const choosing = rost.waitForEvent('filechooser');
    await rost.getByRole('button', { name: /Velg fil|Velg en fil/u }).focus();
    await rost.keyboard.press('Enter');
    await (await choosing).setFiles(file);
    await expect(rost.locator('main')).toContainText(/1[\s ]998 rader/u);
    // Five cells hold no number, and what becomes of them is for a person to say.
    await rost.getByRole('radio', { name: 'Hent inn resten, og la dem stå uten svar' }).focus();
    await rost.keyboard.press('Space');
    await rost.getByRole('button', { name: /^Hent inn/u }).focus();
    await rost.keyboard.press('Enter');
    await expect(rost.getByRole('heading', { name: 'Svarene er hentet inn' })).toBeVisible({ timeout: 60_000 });
    await expect(rost.locator('main')).toContainText(/1[\s ]998 rader i filen, ingen tomme, 1[\s ]998 lest/u);
    await expect(rost.locator('footer')).toContainText('Alt er lagret');
    await rost.keyboard.press('Control+z');
    await expect(rost.locator('footer')).toContainText(/Angret/u, { timeout: 30_000 });
  });

  test('[F45] [F46] an answer is coded by typing a theme, by a digit and on a selection, and undone by name', async ({ rost }) => {
    await goTo(rost, 'Koding');
    const row = rost.getByRole('row').filter({ has: rost.locator('[data-current="true"], [aria-selected="true"]') }).or(rost.locator('[role="row"][aria-current], tr[aria-current]')).first();
    await expect(rost.locator('main')).toContainText('kodet');
    await keys(rost, 'Control+ArrowDown');
    await keys(rost, 's', 't', 'i', 'g');
    await expect(rost.getByRole('option', { name: /Stigma/u })).toBeVisible();
    await rost.keyboard.press('Enter');
    await expect(rost.locator('footer')).toContainText(/tema «Stigma» på svar R\d+\/21/u);
    await rost.keyboard.press('2');
    await expect(rost.locator('footer')).toContainText(/«Ventetid»/u);
    await rost.keyboard.press('Control+z');
    await expect(rost.locator('footer')).toContainText(/Angret: tema «Ventetid»/u);
    await rost.keyboard.press('F2');
    await keys(rost, 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
    await keys(rost, 'b', 'o', 'l', 'i');
    await expect(rost.getByRole('option', { name: /Bolig/u }).first()).toBeVisible();
    await rost.keyboard.press('Enter');
    await expect(rost.locator('footer')).toContainText(/«Bolig»/u);
    expect(await focusOf(rost)).not.toBe('body');
    expect(row).toBeDefined();
  });

  test('[F72] [F73] [F77] [F82] tables and a chart are seen, and leave the program as released in four forms', async ({ rost, host }) => {
    test.setTimeout(120_000);
    await goTo(rost, 'Analyse');
    await expect(rost.getByRole('img').or(rost.locator('svg[role="img"]')).first()).toBeVisible();
    await rost.keyboard.press('d');
    await expect(rost.getByRole('table').first()).toBeVisible();
    await rost.keyboard.press('d');
    const files: Record<string, Buffer> = {};
    for (const [index, ending] of ['xlsx', 'csv', 'svg', 'png'].entries()) files[ending] = await exportAs(rost, index + 1);
    expect(files['xlsx']?.subarray(0, 2).toString()).toBe('PK');
    expect(files['csv']?.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(files['svg']?.toString()).toContain('<svg');
    expect(files['png']?.subarray(1, 4).toString()).toBe('PNG');
    await goTo(rost, 'Utleveringer');
    await expect(rost.getByRole('row')).toHaveCount(5);
    expect(host.address).toContain('127.0.0.1');
  });
});

/** Exports what is shown by keys: E, the format's digit, Enter. */
async function exportAs(page: Page, digit: number): Promise<Buffer> {
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press(String(digit));
  const coming: Promise<Download> = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const download = await coming;
  await expect(page.getByRole('dialog')).toBeHidden();
  return readFileSync(await download.path());
}

function readdirDeep(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

