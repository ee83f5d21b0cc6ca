import type { Page } from '@playwright/test';
import { writeXlsx } from 'hucre';
import { findings } from './axe.ts';
import { dropDown, expect, goTo, test } from './host.ts';
import { expectFocus, seeSample, tabTo } from './path-steps.ts';

const form = `survey,,,
,type,name,label::Norsk (nb)
,integer,alder,Hvor gammel er du?
,begin repeat,opphold,Opphold på institusjon
,text,sted,Hvor var det?
,select_one ja,hjalp,Hjalp det?
,end repeat,,
choices,,,
,list_name,name,label::Norsk (nb)
,ja,1,Ja
,ja,2,Nei
`;

/** KoboToolbox's export of two people, one with two stays; a third stay belongs to nobody. */
async function answers(): Promise<Buffer> {
  return Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: 'Svar',
          rows: [
            ['Deltakernr', 'alder', '_id', '_uuid', '_submission_time', '_index'],
            ['K1', 41, 1, 'u1', '2026-03-19T09:00:00', 1],
            ['K2', 52, 2, 'u2', '2026-03-19T09:30:00', 2],
          ],
        },
        {
          name: 'opphold',
          rows: [
            ['sted', 'hjalp', 'farge', '_index', '_parent_table_name', '_parent_index'],
            ['Post 2', 'Ja', 'blå', 1, 'Svar', 1],
            ['Bofellesskapet', 'Nei', 'rød', 2, 'Svar', 1],
            ['Ingen steder', 'Kanskje', 'rød', 3, 'Svar', 9],
          ],
        },
      ],
    }),
  );
}

async function press(page: Page, name: RegExp | string, keys: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const button = page.getByRole('button', { name });
  await expect(button).toBeEnabled();
  await tabTo(page, button, keys);
  await page.keyboard.press('Enter');
}

/** Chooses one of a list that drops down, with keys only. */
async function pick(page: Page, select: RegExp, option: RegExp, keys: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: select }).first(), keys);
  await dropDown(page, option);
}

async function chooseFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await expect(async () => {
    const choosing = page.waitForEvent('filechooser', { timeout: 1000 });
    await page.keyboard.press('i');
    await (await choosing).setFiles(file);
  }).toPass({ timeout: 20_000 });
}

async function seeNothingWrong(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('[F29] rounds of a workbook find their repeat, and come in with their interviews, by keyboard only', async ({ rost, host }) => {
  test.setTimeout(180_000);
  await seeSample(rost);
  await goTo(rost, 'Spørreskjema');
  await expect(rost.getByRole('heading', { level: 1, name: 'Spørreskjema' })).toBeVisible();
  await rost.keyboard.press('i');
  await expect(rost.getByRole('heading', { name: 'Hent inn et skjema' })).toBeVisible();
  await chooseFile(rost, { name: 'Opphold.csv', mimeType: 'text/csv', buffer: Buffer.from(form) });
  await press(rost, 'Hent inn som utkast');
  await expect(rost.getByRole('heading', { name: 'Skjemaet er hentet inn' })).toBeVisible({ timeout: 30_000 });

  await rost.goto(host.address);
  await seeSample(rost);
  await goTo(rost, 'Hent inn en undersøkelse');
  const main = rost.locator('main');
  await expect(rost.getByRole('button', { name: /Velg fil/u })).toBeVisible();
  await chooseFile(rost, { name: 'kobo.xlsx', mimeType: 'application/octet-stream', buffer: await answers() });
  await expect(main).toContainText('Arket opphold har runder, og de kommer ikke med her.');
  await pick(rost, /Spørreskjema/u, /^Opphold, versjon 1/u);
  await expect(rost.getByRole('heading', { name: 'opphold, 3 rader' })).toBeVisible();
  await expect(rost.getByRole('button', { name: /Runder av/u })).toContainText('2. Opphold på institusjon');
  await expectFocus(rost);
  await seeNothingWrong(rost);
  // A file that holds no rounds says so, and everything stays as it was.
  const choosing = rost.waitForEvent('filechooser');
  await press(rost, /Legg til filer med runder/u);
  await (await choosing).setFiles({ name: 'priser.csv', mimeType: 'text/csv', buffer: Buffer.from('Vare;Pris\nMelk;20\nBrød;40') });
  await expect(rost.getByRole('alert').filter({ hasText: '«priser.csv» har ingen runder' })).toBeVisible();
  await expect(rost.getByRole('heading', { name: 'opphold, 3 rader' })).toBeVisible();
  // One value is none of the options: it is said to be no answer.
  await pick(rost, /Kanskje/u, /^uten svar/u, 'Shift+Tab');
  await press(rost, 'Se hva som skjer', 'Shift+Tab');
  await expect(main).toContainText('«opphold»: Rad 4, kolonne 6: Det som runden hører til, er ikke i filen.');
  await expect(main).toContainText('Én kolonne er ikke et spørsmål i skjemaet: farge');
  await seeNothingWrong(rost);
  await press(rost, 'Hent inn 2 svar', 'Shift+Tab');
  await expect(rost.getByRole('heading', { name: 'Svarene er hentet inn' })).toBeVisible({ timeout: 30_000 });
  await expect(main).toContainText('Nye runder');
  await seeNothingWrong(rost);
  await rost.keyboard.press('Control+z');
  await expect(rost.getByRole('heading', { name: 'Innhentingen er angret' })).toBeVisible();
});
