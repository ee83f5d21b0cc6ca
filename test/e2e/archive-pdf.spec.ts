import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { pdfSkip, pdfText } from '../support/pdf.ts';
import { startDesktop, type DesktopHost } from './desktop-host.ts';
import { expect, test } from './host.ts';
import { findPlaces, pathOf, placeOf, settled, visit } from './screens.ts';

const noPoppler = pdfSkip();
const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" rx="8" fill="#063370"/></svg>';

/** Runs something in the desktop program with the sample, and throws away all it kept. */
async function onDesktop(work: (host: DesktopHost, root: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'rost-archive-'));
  const host = await startDesktop(['--sample'], root);
  try {
    await expect(host.page.locator('h1')).toBeVisible();
    await work(host, root);
    expect(await host.problems()).toEqual([]);
  } finally {
    await host.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

async function order(page: Page): Promise<void> {
  await visit(page, pathOf(placeOf('archive'), await findPlaces()));
  await settled(page);
  await expect(page.getByText('Skjemaene og rapportene skrives ut som PDF', { exact: false })).toBeVisible();
  await page.getByRole('textbox', { name: 'Mottaker' }).fill('Arkivet i Fjordvik');
  await page.getByRole('textbox', { name: 'Hvorfor lages den?' }).fill('Prosjektet er slutt');
  await page.getByRole('button', { name: 'Lag arkivpakke' }).press('Enter');
}

/** What was sent in to the core and lies there still. */
function sentIn(root: string): string[] {
  return readdirSync(join(root, 'temporary'), { recursive: true, encoding: 'utf8' }).filter((path) => /(^|\/)in\/./u.test(path));
}

test('issue 7.11: the desktop program prints every questionnaire and report into the archive, with the logo, and asks nothing on the way', async () => {
  test.skip(noPoppler !== null, noPoppler ?? '');
  await onDesktop(async ({ page, exits }, root) => {
    await visit(page, pathOf(placeOf('report-style'), await findPlaces()));
    await settled(page);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(logo) });
    await page.getByRole('textbox', { name: 'Hva bildet viser' }).fill('Erfaringsloftet');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('img', { name: 'Erfaringsloftet' })).toBeVisible();
    await order(page);
    const save = page.getByRole('button', { name: /^Lagre .+\.zip$/u });
    await expect(save).toBeFocused({ timeout: 60_000 });
    const { name, bytes } = await exits.takeFile(() => page.keyboard.press('Enter'));
    expect(name).toMatch(/\.zip$/u);
    const files = Object.entries(unzipSync(bytes)).filter(([path]) => path.endsWith('.pdf'));
    const inFolder = (folder: string) => files.filter(([path]) => path.startsWith(`${folder}/`));
    expect(inFolder('rapporter').length).toBeGreaterThan(0);
    expect(inFolder('skjemaer').length).toBeGreaterThan(0);
    for (const [path, pdf] of files) {
      const raw = Buffer.from(pdf).toString('latin1');
      expect(raw, path).toContain('/StructTreeRoot');
      const text = pdfText(pdf);
      // Of the program around it nothing is printed.
      expect(text, path).not.toContain('Lag arkivpakke');
      expect(text.trim().length, path).toBeGreaterThan(200);
      if (path.startsWith('rapporter/')) expect(raw, path).toMatch(/\/Alt\s*\(Erfaringsloftet\)/u);
    }
    expect(sentIn(root)).toEqual([]);
    expect(await page.evaluate(() => [document.title, document.documentElement.lang])).toEqual(['Røst', 'nb']);
  });
});

test('issue 7.11: given up while it is printed, nothing is entered and nothing lies anywhere', async () => {
  await onDesktop(async ({ page }, root) => {
    await order(page);
    await expect(page.getByText(/^Skriver ut \d+ av \d+: /u)).toBeVisible();
    await page.getByRole('button', { name: 'Avbryt' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Lag arkivpakke' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Laget før')).toBeHidden();
    await expect.poll(() => sentIn(root)).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll('[data-print-alone]').length)).toBe(0);
  });
});
