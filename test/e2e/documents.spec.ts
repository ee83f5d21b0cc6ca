import { strToU8, zipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { expect, goTo, test } from './host.ts';
import { seeSample, tabTo } from './path-steps.ts';
import { findPlaces, settled, visit } from './screens.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document of plain paragraphs. */
function docx(...paragraphs: readonly string[]): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`;
  return Buffer.from(zipSync({ 'word/document.xml': strToU8(document) }));
}

const vtt =
  'WEBVTT\n\n00:01.000 --> 00:03.000\n<v Intervjuer>Hva var best?</v>\n\n00:04.000 --> 00:06.000\n<v Deltaker>Turgruppa på tirsdager.</v>\n';

/** Chooses files with keys; a screen that has just come may take a moment to know its keys. */
async function choose(page: Page, files: readonly { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await expect(async () => {
    const choosing = page.waitForEvent('filechooser', { timeout: 1000 });
    await page.keyboard.press('i');
    await (await choosing).setFiles([...files]);
  }).toPass({ timeout: 20_000 });
}

test('[F43] [R64] issue 5.5: two files are imported by keyboard, a name is replaced, a segment is coded, and all of it undone', async ({
  rost,
}) => {
  await seeSample(rost);
  await goTo(rost, 'Koding');
  await settled(rost);
  await visit(rost, `/projects/${(await findPlaces()).project}/coding/texts`);
  const list = rost.getByRole('grid', { name: 'Tekster' });
  await expect(list).toContainText('Notat fra kaffebordet');
  await choose(rost, [
    { name: 'Besøk.docx', mimeType: 'application/octet-stream', buffer: docx('Et besøk.', 'Da sa Vigdis at helga er lengst.') },
    { name: 'opptak.vtt', mimeType: 'text/vtt', buffer: Buffer.from(vtt) },
  ]);
  await expect(rost.getByRole('button', { name: 'Importer 2 tekster' })).toBeEnabled({ timeout: 20_000 });
  await tabTo(rost, rost.getByRole('button', { name: 'Foreslå erstatninger for alt' }));
  await rost.keyboard.press('Enter');
  await rost.keyboard.press('Control+Enter');
  await expect(rost.locator('footer')).toContainText('2 tekster importert', { timeout: 20_000 });
  await expect(list).toContainText('opptak');

  await rost.keyboard.press('f');
  await rost.keyboard.type('Besøk');
  await expect(list.getByRole('row')).toHaveCount(2);
  await rost.keyboard.press('Enter');
  await rost.keyboard.press('Enter');
  const text = rost.getByRole('document', { name: 'Tekst til koding' });
  await expect(text).toContainText('Da sa [navn 1] at helga er lengst.');
  await expect(text).toBeFocused();
  await rost.keyboard.press('Shift+Space');
  await rost.keyboard.type('vente');
  await rost.keyboard.press('Enter');
  await expect(rost.locator('main')).toContainText('Ventetid', { timeout: 20_000 });
  await rost.keyboard.press('Control+z');
  await expect(rost.locator('footer')).toContainText('Angret', { timeout: 20_000 });
  await rost.keyboard.press('Control+z');
  await expect(rost.locator('footer')).toContainText('import av 2 tekster', { timeout: 20_000 });
});
