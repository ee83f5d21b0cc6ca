import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, goTo, test } from './host.ts';
import { expectFocus, seeSample, tabTo } from './path-steps.ts';

const theirs = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another program"><Codes>
<Code guid="{5C2A1F6E-7D1B-4A53-9E0B-3B1B7C0F9A11}" name="VENTETID" isCodable="true"><Description>Tiden det tar.</Description></Code>
<Code guid="5C2A1F6E-7D1B-4A53-9E0B-3B1B7C0F9A12" name="Svar på telefon" isCodable="true"><NoteRef targetGUID="x"/></Code>
<Code guid="5C2A1F6E-7D1B-4A53-9E0B-3B1B7C0F9A13" name="Kø i døra" isCodable="true"/>
</Codes></CodeBook>`;

/** Chooses a file with keys, as if it lay on the disk; a screen that has just come may take a moment to know its keys. */
async function choose(page: Page, name: string, content: string): Promise<void> {
  await expect(async () => {
    const choosing = page.waitForEvent('filechooser', { timeout: 1000 });
    await page.keyboard.press('i');
    await (await choosing).setFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(content) });
  }).toPass({ timeout: 20_000 });
}

async function openThemes(page: Page): Promise<void> {
  await seeSample(page);
  await goTo(page, 'Temaer');
  await expect(page.getByRole('heading', { level: 1, name: 'Temaer' })).toBeVisible();
}

async function openImport(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('i');
    await expect(page.getByRole('heading', { name: 'Hent inn kodebok' })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expectFocus(page);
}

test.describe('a codebook, by keyboard only', () => {
  test('[F52] [R60] issue 5.3: it leaves as REFI-QDA with its examples seen, and another comes in, theme by theme, and is undone', async ({
    rost,
  }) => {
    const main = rost.locator('main');
    await openThemes(rost);
    await expect(async () => {
      await rost.keyboard.press('e');
      await expect(rost.getByRole('dialog')).toContainText('Se at ingen kan kjennes igjen', { timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    const [download] = await Promise.all([
      rost.waitForEvent('download'),
      tabTo(rost, rost.getByRole('button', { name: 'Eksporter' })).then(() => rost.keyboard.press('Enter')),
    ]);
    expect(download.suggestedFilename()).toBe('Kodebok.qdc');
    expect(readFileSync(await download.path(), 'utf8')).toContain('name="Ventetid"');
    await expect(rost.getByRole('dialog')).toHaveCount(0);

    await openImport(rost);
    await choose(rost, 'Deres.qdc', theirs);
    await expect(main).toContainText('REFI-QDA. 3 temaer på ett nivå.');
    await expect(main).toContainText('Samme som «Ventetid»');
    // The third is what we call something else.
    await tabTo(rost, main.getByRole('row', { name: /VENTETID/u }));
    await rost.keyboard.press('End');
    await rost.keyboard.press('Enter');
    await expect(rost.getByRole('heading', { name: 'Kø i døra' })).toBeVisible();
    await tabTo(rost, rost.getByRole('radio', { name: 'Nytt tema' }));
    await rost.keyboard.press('ArrowDown');
    const box = rost.getByRole('combobox', { name: 'Samme som' });
    await expect(box).toBeVisible();
    await tabTo(rost, box);
    await rost.keyboard.press('Control+a');
    await rost.keyboard.type('Åpnings');
    await rost.keyboard.press('Enter');
    await expect(main).toContainText('Samme som «Åpningstid»');
    await rost.keyboard.press('Escape');
    await tabTo(rost, rost.getByRole('button', { name: 'Hent inn', exact: true }), 'Shift+Tab');
    await rost.keyboard.press('Enter');
    await expect(rost.getByRole('heading', { name: 'Kodeboken er hentet inn' })).toBeVisible({ timeout: 30_000 });
    await expect(main).toContainText('Ett nytt tema, ett endret, ett uendret.');
    await rost.keyboard.press('Control+z');
    await expect(rost.getByRole('heading', { name: 'Innhentingen er angret' })).toBeVisible({ timeout: 30_000 });
  });

  test('issue 5.3: a file that is broken is refused with its line, and the themes are as they were', async ({ rost }) => {
    await openThemes(rost);
    await openImport(rost);
    await choose(rost, 'feil.qdc', theirs.replace('</Codes>', ''));
    await expect(rost.locator('main')).toContainText('Linje 6');
    await expect(rost.locator('main')).toContainText('Ingenting er endret.');
  });
});
