import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { findings } from './axe.ts';
import { expect, goTo, test } from './host.ts';
import { expectFocus, seeSample, tabTo } from './path-steps.ts';

const foreign = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Samtaler i Fjordvik" origin="Another program">
<Users><User guid="5C2A1F6E-7D1B-4A53-9E0B-3B1B7C0F9A01" name="Kim"/></Users>
<CodeBook><Codes><Code guid="5C2A1F6E-7D1B-4A53-9E0B-3B1B7C0F9A11" name="Ventetid" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="5C2A1F6E-7D1B-4A53-9E0B-3B1B7C0F9A21" name="Samtale 1" plainTextPath="internal://t.txt">
<PlainTextSelection guid="5C2A1F6E-7D1B-4A53-9E0B-3B1B7C0F9A31" startPosition="5" endPosition="13"><Coding guid="5C2A1F6E-7D1B-4A53-9E0B-3B1B7C0F9A41" creatingUser="5C2A1F6E-7D1B-4A53-9E0B-3B1B7C0F9A01"><CodeRef targetGUID="5C2A1F6E-7D1B-4A53-9E0B-3B1B7C0F9A11"/></Coding></PlainTextSelection>
</TextSource><AudioSource guid="5C2A1F6E-7D1B-4A53-9E0B-3B1B7C0F9A22" name="Opptak" path="internal://a.mp3"/></Sources></Project>`;

test('[F69] [F71] issue 7.8: a project leaves with what is left out told, and another comes in and is undone, by keyboard only', async ({
  rost,
}) => {
  const main = rost.locator('main');
  await seeSample(rost);
  await goTo(rost, 'Temaer');
  await tabTo(rost, rost.getByRole('button', { name: 'Kodebok' }));
  await rost.keyboard.press('Enter');
  await rost.getByRole('menuitem', { name: 'Utlever prosjektet' }).focus();
  await rost.keyboard.press('Enter');
  const dialog = rost.getByRole('dialog');
  await expect(dialog).toContainText('kommer ikke med', { timeout: 20_000 });
  await rost.keyboard.type('Universitetet');
  await rost.keyboard.press('Tab');
  await rost.keyboard.type('Felles analyse');
  const [download] = await Promise.all([rost.waitForEvent('download'), rost.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.qdpx$/u);
  const entries = unzipSync(readFileSync(await download.path()));
  expect(strFromU8(entries['project.qde'] ?? new Uint8Array())).toContain('<Cases>');
  await expect(dialog).toHaveCount(0);

  await tabTo(rost, rost.getByRole('button', { name: 'Kodebok' }));
  await rost.keyboard.press('Enter');
  await rost.getByRole('menuitem', { name: 'Hent inn et prosjekt' }).focus();
  await rost.keyboard.press('Enter');
  await expect(rost.getByRole('heading', { name: 'Hent inn et prosjekt' })).toBeVisible();
  await expectFocus(rost);
  const content = zipSync({
    'project.qde': new TextEncoder().encode(foreign),
    'sources/t.txt': new TextEncoder().encode('Lang ventetid her'),
  });
  await expect(async () => {
    const choosing = rost.waitForEvent('filechooser', { timeout: 1000 });
    await rost.keyboard.press('i');
    await (await choosing).setFiles({ name: 'Samtaler.qdpx', mimeType: 'application/zip', buffer: Buffer.from(content) });
  }).toPass({ timeout: 20_000 });
  await expect(main).toContainText('«Samtaler i Fjordvik» fra Another program.');
  await expect(main.getByRole('row', { name: /Kodinger/u })).toContainText('1');
  expect(await findings(rost)).toEqual([]);
  await tabTo(rost, rost.getByRole('button', { name: 'Hent inn', exact: true }));
  await rost.keyboard.press('Enter');
  await expect(rost.getByRole('heading', { name: 'Prosjektet er hentet inn' })).toBeVisible({ timeout: 30_000 });
  await rost.keyboard.press('Control+z');
  await expect(rost.getByRole('heading', { name: 'Innhentingen er angret' })).toBeVisible({ timeout: 30_000 });
});
