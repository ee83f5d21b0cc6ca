import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre';
import { expect, goTo, test } from './host.ts';
import { expectFocus, seeSample, tabTo } from './path-steps.ts';

const form = `survey,,,,,
,type,name,label::Norsk (nb),label::Polski (pl),internt
,begin group,hjelp,Hjelpen,,
,select_one enig or_other,tid,Fikk du tid nok?,Czas?,til oss
,geopoint,sted,Hvor er du?,,
,end group,,,,
choices,,,,,
,list_name,name,label::Norsk (nb),,
,enig,1,Enig,,
,enig,2,Uenig,,
`;

/** Chooses a file with keys, as if it lay on the disk; a screen that has just come may take a moment to know its keys. */
async function choose(page: Page, name: string, content: string): Promise<void> {
  await expect(async () => {
    const choosing = page.waitForEvent('filechooser', { timeout: 1000 });
    await page.keyboard.press('i');
    await (await choosing).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  }).toPass({ timeout: 20_000 });
}

async function openImport(page: Page): Promise<void> {
  await seeSample(page);
  await goTo(page, 'Spørreskjema');
  await expect(page.getByRole('heading', { level: 1, name: 'Spørreskjema' })).toBeVisible();
  await page.keyboard.press('i');
  await expect(page.getByRole('heading', { name: 'Hent inn et skjema' })).toBeVisible();
  await expectFocus(page);
}

test.describe('an XLSForm, by keyboard only', () => {
  test('[F16] [F17] a form is seen, imported as a draft, exported again and undone', async ({ rost }) => {
    await openImport(rost);
    await choose(rost, 'Skjema fra Fjordvik.csv', form);
    const main = rost.locator('main');
    await expect(main).toContainText('CSV. 2 spørsmål i én del.');
    await expectFocus(rost);
    await expect(rost.locator('main')).toContainText('Fikk du tid nok?');
    await expect(rost.locator('main')).toContainText('Tas vare på: geopoint');
    await tabTo(rost, rost.getByRole('radio', { name: 'Spørsmål' }));
    await rost.keyboard.press('ArrowRight');
    await rost.keyboard.press('Space');
    await expect(rost.locator('main')).toContainText('survey, rad 2, kolonne E');
    await tabTo(rost, rost.getByRole('button', { name: 'Hent inn som utkast' }), 'Shift+Tab');
    await rost.keyboard.press('Enter');
    await expect(rost.getByRole('heading', { name: 'Skjemaet er hentet inn' })).toBeVisible({ timeout: 30_000 });
    await expectFocus(rost);
    await tabTo(rost, rost.getByRole('link', { name: 'Gå til spørreskjemaet' }));
    await rost.keyboard.press('Enter');
    await expect(main).toContainText('Fikk du tid nok?');

    await goTo(rost, 'Spørreskjema');
    await tabTo(rost, rost.getByRole('row', { name: /Skjema fra Fjordvik|Bruker Spør/u }).first());
    await rost.keyboard.press('End');
    const [download] = await Promise.all([
      rost.waitForEvent('download'),
      tabTo(rost, rost.getByRole('button', { name: 'Eksporter som XLSForm' })).then(() => rost.keyboard.press('Enter')),
    ]);
    expect(download.suggestedFilename()).toBe('Skjema fra Fjordvik.xlsx');
    const { sheets } = await readXlsx(readFileSync(await download.path()));
    expect(sheets.map(({ name }) => name)).toEqual(['survey', 'choices', 'settings']);
    expect(sheets[0]?.rows[2]?.slice(0, 5)).toEqual(['select_one enig or_other', 'tid', 'Fikk du tid nok?', 'Czas?', 'til oss']);

    await rost.keyboard.press('Control+z');
    await expect(rost.locator('footer')).toContainText(/Angret/u, { timeout: 30_000 });
    await expect(main).not.toContainText('Skjema fra Fjordvik');
  });

  test('[F16] a form with errors says where they are, and cannot be imported', async ({ rost }) => {
    await openImport(rost);
    await choose(rost, 'feil.csv', form.replace(',tid,', ',1tid,').replace('end group', 'end repeat'));
    await expect(rost.locator('main')).toContainText('2 feil må rettes');
    const table = rost.locator('main');
    await expect(table).toContainText('survey, rad 4, kolonne C');
    await expect(table).toContainText('«1tid» kan ikke være et navn.');
    await expect(table).toContainText('survey, rad 6, kolonne B');
    await expect(rost.getByRole('button', { name: 'Hent inn som utkast' })).toBeDisabled();
    await expectFocus(rost);
    await choose(rost, 'tom.csv', '');
    await expect(rost.locator('main')).toContainText('Filen er tom.');
  });
});
