import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { convert, officeSkip } from '../support/office.ts';
import { expect, goTo, keys, pick, test } from './host.ts';

/** E and Enter: makes the papers the screen proposes, and answers the files; then Enter says that they have gone. */
async function send(page: Page, what: string): Promise<Readonly<Record<string, Uint8Array>>> {
  await keys(page, 'e');
  await expect(page.getByRole('button', { name: `${what} Hva` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Klargjør' })).toBeFocused();
  const download = page.waitForEvent('download');
  await keys(page, 'Enter');
  const file = await download;
  const bytes = readFileSync(await file.path());
  await expect(page.getByRole('button', { name: 'Merk som sendt' })).toBeFocused();
  await keys(page, 'Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  return file.suggestedFilename().endsWith('.zip') ? unzipSync(bytes) : { [file.suggestedFilename()]: bytes };
}

/** What a Word file says, as LibreOffice reads it. */
function wordsOf(files: Readonly<Record<string, Uint8Array>>, name: RegExp): string {
  const found = Object.entries(files).find(([file]) => name.test(file));
  if (found === undefined) throw new Error(`no ${String(name)} among ${Object.keys(files).join(', ')}`);
  return convert(found[1], 'papir.docx', 'txt:Text (encoded):UTF8').toString('utf8');
}

async function planRound(page: Page): Promise<void> {
  await goTo(page, 'Møter');
  await expect(page.getByRole('heading', { level: 1, name: 'Møter' })).toBeFocused();
  await keys(page, 'n');
  await expect(page.getByRole('button', { name: 'Ett møte' })).toBeFocused();
  await keys(page, '2');
  await expect(page.getByRole('textbox', { name: 'Navn på runden' })).toBeFocused();
  await page.keyboard.type('Mars 2026');
  await keys(page, 'Enter');
  for (const [letters, name] of [
    ['fjo', /^Fjordvik.*9931/u],
    ['sko', /^Skogbygda.*9932/u],
    ['tin', /^Tindsund.*9924/u],
  ] as const)
    await pick(page, letters, name);
  await keys(page, 'Enter');
  await page.keyboard.type('i mars 2026');
  await keys(page, 'Enter');
  await expect(page.getByRole('option', { name: /Hva fungerer godt/u })).toBeFocused();
  await keys(page, 'Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space', 'Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Mars 2026' })).toBeVisible();
}

async function takeMinutes(page: Page): Promise<void> {
  await keys(page, 'r');
  const field = page.locator('[data-line] textarea');
  await expect(field).toBeFocused();
  await page.keyboard.type('Skyssen går ikke om kvelden.');
  await keys(page, 'Control+4', 'Enter');
  await page.keyboard.type('Lage en plan for skyss til Loftet');
  await keys(page, 'Control+8');
  await page.keyboard.type('erf');
  await keys(page, 'Enter');
  await page.keyboard.type('innen juni 2026');
  await keys(page, 'Enter', 'Enter');
  await page.keyboard.type('Ringe alle på ventelisten');
  await keys(page, 'Control+8');
  await page.keyboard.type('enhetslederne');
  await keys(page, 'Enter');
  await page.keyboard.type('mot slutten av 2026');
  await keys(page, 'Enter');
  await expect(page.locator('[data-line]').nth(2)).toContainText('enhetslederne');
  await keys(page, 'Control+Shift+A');
  await expect(page.getByRole('button', { name: 'Legg til frammøtte' })).toBeFocused();
  await keys(page, 'Enter');
  for (const [letters, name, role, count] of [
    ['ragnfrid', /^Ragnfrid/u, 'enhetsleder', ''],
    ['røstl', /^Røstlaget/u, 'bruker', 'ca. 6'],
  ] as const) {
    await pick(page, letters, name);
    await page.keyboard.type(role);
    await keys(page, 'Enter');
    await page.keyboard.type(count);
    await keys(page, 'Enter');
    await expect(page.getByRole('region', { name: 'Frammøte' })).toContainText(role);
  }
  await keys(page, 'Control+Shift+A');
  await expect(field).toBeFocused();
  await keys(page, 'Control+Enter');
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]+(?:\?|$)/u);
  await expect(page.getByRole('button', { name: 'Send …' }).first()).toBeVisible();
}

const noOffice = officeSkip('writer');

test('[R5] [R10] [R15] [R18] [R77] [R79] a round is planned, sent, held and written up; what was agreed is found half a year later and told', async ({
  rost,
}) => {
  await rost.clock.setFixedTime(new Date('2026-03-02T09:00:00'));
  await rost.reload();
  await expect(rost.locator('h1')).toBeVisible();
  await planRound(rost);
  await keys(rost, 'Control+a');
  await send(rost, 'Invitasjon');
  const sheets = await send(rost, 'Spørsmålsark');
  expect(Object.keys(sheets).length).toBeGreaterThan(2);
  if (noOffice === null) {
    const words = wordsOf(sheets, /Fjordvik.*\.docx$/u);
    for (const question of ['Hva fungerer godt?', 'Hva kan bli bedre?', 'Hvilke gode eksempler vil dere dele med andre?'])
      expect(words).toContain(question);
  }
  const meeting = rost.getByRole('row').filter({ hasText: 'Dialogmøte i Fjordvik' });
  await expect(meeting).toContainText('spørsmål sendt');
  await meeting.focus();
  await keys(rost, 'Enter');
  await expect(rost.getByRole('heading', { level: 1, name: 'Dialogmøte i Fjordvik' })).toBeVisible();
  await takeMinutes(rost);

  await keys(rost, 'e');
  await expect(rost.getByRole('button', { name: 'Referat Hva' })).toBeVisible();
  // Those who were there, and nobody of the eight who were only invited.
  await expect(rost.getByRole('dialog').getByRole('checkbox', { name: /Bokmål/u })).toHaveCount(2);
  await keys(rost, 'Escape');
  const papers = await send(rost, 'Referat');
  if (noOffice === null) {
    const words = wordsOf(papers, /\.docx$/u);
    expect(words).toContain('Lage en plan for skyss til Loftet');
    expect(words).toContain('innen juni 2026');
    expect(words).not.toContain('Ragnfrid');
  }

  await rost.clock.setFixedTime(new Date('2026-09-15T09:00:00'));
  await goTo(rost, 'Steder');
  await keys(rost, 'f');
  await rost.keyboard.type('9931');
  await keys(rost, 'Enter');
  const place = rost.getByRole('row').filter({ hasText: '9931' });
  await expect(place).toContainText('over tiden');
  await place.focus();
  await keys(rost, 'Enter');
  await expect(rost.getByRole('heading', { level: 1, name: /Fjordvik/u })).toBeVisible();
  const action = rost.getByRole('region', { name: 'Åpne tiltak' }).getByRole('listitem').filter({ hasText: 'Lage en plan for skyss' });
  await expect(action).toContainText('11 uker over tiden');
  await action.getByRole('link').focus();
  await keys(rost, 'Enter');
  await expect(rost.getByRole('heading', { name: 'Lage en plan for skyss til Loftet' })).toBeVisible();
  await keys(rost, 's');
  await expect(rost.getByRole('dialog')).toBeVisible();
  await keys(rost, 'ArrowDown', 'ArrowDown');
  await expect(rost.getByRole('radio', { name: 'gjort', exact: true })).toBeChecked();
  await keys(rost, 'Enter');
  await expect(rost.getByRole('dialog')).toBeHidden();
  await keys(rost, 'r');
  await expect(rost.getByRole('textbox', { name: 'Hvordan' })).toBeFocused();
  await rost.keyboard.type('oppslag på Loftet');
  await keys(rost, 'Enter');
  await expect(rost.getByRole('dialog')).toBeHidden();
  await expect(rost.getByRole('region', { name: 'Om tiltaket' })).toContainText('oppslag på Loftet');
});
