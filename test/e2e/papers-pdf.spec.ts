import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pdfSkip, pdfText } from '../support/pdf.ts';
import { startDesktop } from './desktop-host.ts';
import { expect, test } from './host.ts';
import { findPlaces, settled, visit } from './screens.ts';

/** Chooses in a list of the paper's bar. */
async function choose(page: Page, list: RegExp, choice: string): Promise<void> {
  await page.getByRole('button', { name: list }).focus();
  await page.keyboard.press('Enter');
  const option = page.getByRole('option', { name: choice, exact: true });
  await expect(option).toBeVisible();
  await page.keyboard.press('Home');
  await expect(async () => {
    if (!(await option.evaluate((node) => node === document.activeElement))) await page.keyboard.press('ArrowDown');
    await expect(option).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeHidden();
}

const noPoppler = pdfSkip();

test('[R10] [R15] [R90] invitation and question sheet are saved as PDF by the desktop program, in Bokmål and in Swedish', async () => {
  test.skip(noPoppler !== null, noPoppler ?? '');
  const root = mkdtempSync(join(tmpdir(), 'rost-pdf-'));
  const host = await startDesktop(['--sample'], root);
  try {
    const { page, exits } = host;
    await expect(page.locator('h1')).toBeVisible();
    const { meeting } = await findPlaces();
    await visit(page, `/meetings/${meeting}/papers`);
    await settled(page);
    const save = async (): Promise<string> => {
      await settled(page);
      const button = page.getByRole('button', { name: 'PDF', exact: true });
      await button.focus();
      const { name, bytes } = await exits.takeFile(() => page.keyboard.press('Enter'));
      expect(name).toMatch(/\.pdf$/u);
      expect(Buffer.from(bytes).toString('latin1')).toContain('/StructTreeRoot');
      return pdfText(bytes);
    };
    const paper = page.getByRole('article');
    await choose(page, /^Hva /u, 'Invitasjon');
    await expect(paper.getByRole('heading', { level: 2 }).first()).toHaveText('Invitasjon: Dialogmøte i Fjordvik');
    const invitation = await save();
    expect(invitation).toContain('Invitasjon: Dialogmøte i Fjordvik');
    expect(invitation).toContain('Rådhuset i Fjordvik');
    // Of the program around the paper nothing is printed.
    expect(invitation).not.toContain('Papirer fra møtet');
    expect(invitation).not.toContain('Alt er lagret');
    await choose(page, /^Hva /u, 'Spørsmålsark');
    await expect(paper.getByRole('heading', { level: 2 }).first()).toContainText('Spørsmål');
    const sheet = await save();
    expect(sheet).toContain('Hva ble det til, det dere fikk vite sist?');
    expect(sheet).not.toContain('Rådhuset');
    await choose(page, /^Språk /u, 'Svensk');
    await expect(paper.getByRole('heading', { level: 2 }).first()).toContainText('Frågor');
    expect(await save()).toContain('Vad blev det av det ni fick veta senast?');
    expect(await host.problems()).toEqual([]);
  } finally {
    await host.stop();
    rmSync(root, { recursive: true, force: true });
  }
});
