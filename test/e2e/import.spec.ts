import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { dropDown, expect, goTo, test } from './host.ts';
import { expectFocus, tabTo } from './path-steps.ts';

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, by rule. */
async function findings(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const expression = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 160))))`;
  const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  await session.detach();
  // The expression above gives text of exactly this form.
  return JSON.parse(String(result.value)) as string[];
}

async function seeNothingWrong(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const header = 'Deltaker;Alder;Hvor fornøyd er du?;Si mer';
const moods = ['Misfornøyd', 'Verken fornøyd eller misfornøyd', 'Fornøyd'];
const row = (code: string, at: number, age = 30 + at): string => `${code};${age};${moods[at % 3]};Ord nummer ${at} om saken`;
const people = (letter: string, count: number): string[] => Array.from({ length: count }, (_, at) => row(`${letter}${at + 1}`, at));

/** Chooses a file by key, and waits until it has been read. */
async function chooseFile(page: Page, name: string, lines: readonly string[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await press(page, /Velg fil|Velg en annen fil/u);
  await (await choosing).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  await expect(page.getByRole('button', { name: 'Se hva som skjer' })).toBeEnabled();
  await expect(page.locator('main')).toContainText(`«${name}»`);
  await expectFocus(page);
}

/** Chooses one of a list that drops down, with keys only. */
async function pick(page: Page, select: Locator, option: RegExp): Promise<void> {
  await tabTo(page, select);
  await dropDown(page, option);
}

async function press(page: Page, name: RegExp | string): Promise<void> {
  const button = page.getByRole('button', { name });
  await expect(button).toBeEnabled();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

async function seeImported(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Svarene er hentet inn' })).toBeVisible({ timeout: 30_000 });
  await expectFocus(page);
}

test('[F29] [F15] a file comes in, the next like it is mapped at once, and a third corrects answers, by keyboard only', async ({
  rost,
}) => {
  test.setTimeout(180_000);
  await goTo(rost, 'Hent inn en undersøkelse');
  await expect(rost.getByRole('button', { name: /Velg fil/u })).toBeVisible();
  await expectFocus(rost);

  await chooseFile(rost, 'runde1.csv', [header, ...people('P', 12)]);
  await seeNothingWrong(rost);
  await press(rost, 'Se hva som skjer');
  await expect(rost.locator('main')).toContainText('12 intervjuer i et nytt spørreskjema med 3 spørsmål.');
  await seeNothingWrong(rost);
  await press(rost, 'Hent inn 12 svar');
  await seeImported(rost);

  // The same headings: the questionnaire is known, and so are all its questions. One of the people is there already.
  await press(rost, 'Hent inn en fil til');
  await chooseFile(rost, 'runde1b.csv', [header, row('P1', 1), ...people('N', 3)]);
  await expect(rost.locator('main')).toContainText('Som sist: overskriftene er de samme.');
  await expect(rost.locator('main')).toContainText('3 spørsmål funnet');
  await press(rost, 'Se hva som skjer');
  await expect(rost.locator('main')).toContainText('Én rad hoppes over');
  await expect(rost.locator('main')).toContainText('P1 rad 2: er i bølgen fra før');
  await press(rost, 'Hent inn 3 svar');
  await seeImported(rost);

  // Other headings, for people who are there: what is unsure comes first, and Enter takes what is proposed.
  await press(rost, 'Hent inn en fil til');
  await chooseFile(rost, 'rettet.csv', ['Deltaker;Alderen;Si mer;Vekt', 'P1;77;Ord nummer 0 om saken;61', 'P2;31;Noe helt annet;72']);
  await pick(rost, rost.getByRole('button', { name: /Spørreskjema/u }).first(), /^runde1, versjon 1/u);
  await expect(rost.locator('main')).toContainText('Se etter');
  await pick(rost, rost.getByRole('button', { name: /Filen har/u }), /^rettede svar/u);
  await expect(rost.locator('main')).toContainText(/Se etter (?:ett|\d+)\./u);
  await seeNothingWrong(rost);
  const unsure = rost.locator('main tr', { hasText: /Se etter|Ikke funnet/u });
  const first = rost.locator('main tbody tr').first();
  await expect(first).toContainText(/Se etter|Ikke funnet/u);
  await tabTo(rost, first);
  for (let left = await unsure.count(); left > 0; left -= 1) {
    await rost.keyboard.press('Enter');
    await expect(unsure).toHaveCount(left - 1);
  }
  await expectFocus(rost);
  await tabTo(rost, rost.getByRole('button', { name: 'Se hva som skjer' }), 'Shift+Tab');
  await rost.keyboard.press('Enter');
  const differences = rost.getByRole('table', { name: /2 svar er andre/u });
  await expect(differences.getByRole('row', { name: /P1 .*30.*77.*byttes ut/u })).toBeVisible();
  await expect(differences.getByRole('row', { name: /P2 .*Ord nummer 1 om saken.*Noe helt annet/u })).toBeVisible();
  await seeNothingWrong(rost);
  await press(rost, 'Endre 2 intervjuer');
  await seeImported(rost);
  await rost.keyboard.press('Control+z');
  await expect(rost.locator('footer')).toContainText(/Angret/u);
  await expect(rost.getByRole('heading', { name: 'Innhentingen er angret' })).toBeVisible();
  await expectFocus(rost);
});
