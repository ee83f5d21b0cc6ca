import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { openCore } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { builtFolder } from '../support/built.ts';
import { addInterviews } from '../support/many-interviews.ts';
import { expect, focusOf, keys, startHost, stopHost, test } from './host.ts';
import { findSampleCopy } from './path-files.ts';
import { findPlaces, pathOf, screens, settled, visit } from './screens.ts';

/** Goes to one of the sample's screens and waits until it stands. */
async function open(page: Page, name: string): Promise<void> {
  const screen = screens.find((one) => one.name === name);
  if (screen === undefined) throw new Error(`no screen ${name}`);
  await visit(page, pathOf(screen, await findPlaces()));
  await settled(page);
}

/** What one participant of the sample said and nobody else did. */
async function wordsOf(code: string): Promise<string[]> {
  const db = new Database(join(await builtFolder(), 'resources', 'sample', 'Fjordvik.rost'), { readonly: true });
  const said = db
    .prepare(
      `SELECT body FROM text JOIN interview ON interview.key = interview_key JOIN respondent ON respondent.id = respondent_id
       WHERE respondent.code = ? AND (SELECT count(*) FROM text other WHERE other.body = text.body) = 1`,
    )
    .pluck()
    .all(code);
  db.close();
  return said.map(String);
}

const grid = (page: Page) => page.getByRole('grid');
const rowOf = (page: Page, code: string) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: code, exact: true }) });

test.describe('the work around interviews, by keyboard only', () => {
  test('[F24] the list is found in, sorted and changed in bulk, and undone by name', async ({ rost }) => {
    await open(rost, 'interviews');
    await keys(rost, 'f');
    await rost.keyboard.type('R01');
    await expect(rost.getByText('10 passer')).toBeVisible();
    await keys(rost, 'Enter');
    await expect.poll(() => focusOf(rost)).toContain('R01');
    await keys(rost, 'Control+a');
    await expect(rost.getByRole('group', { name: 'De valgte' })).toContainText('10 valgt');
    await keys(rost, 's');
    await rost.keyboard.type('kod');
    await keys(rost, 'Enter');
    await expect(grid(rost).getByRole('rowheader').first()).toHaveText('R010');
    await rost.getByRole('button', { name: 'Intervjuer …' }).focus();
    await keys(rost, 'Enter');
    await rost.keyboard.type('Vig');
    await keys(rost, 'Enter');
    await expect(rost.getByRole('group', { name: 'De valgte' })).toBeHidden();
    for (const code of ['R010', 'R014', 'R019']) await expect(rowOf(rost, code)).toContainText('Vigdis Nordhylla');
    await expect(rost.locator('footer, [role=status]').filter({ hasText: '10 intervjuer' }).first()).toContainText('Vigdis Nordhylla');
    await keys(rost, 'Control+z');
    await expect(rowOf(rost, 'R017')).toContainText('Solfrid Tangvåg');
  });

  test('[F24] N and Mod+Enter begin the next interview; somebody who agreed begins under their own code', async ({ rost }) => {
    await open(rost, 'interviews');
    await keys(rost, 'n');
    await expect(rost.getByRole('heading', { name: 'Nytt intervju R065' })).toBeFocused();
    await rost.getByRole('combobox', { name: 'Deltaker' }).focus();
    await rost.keyboard.press('Control+a');
    await rost.keyboard.type('I26');
    await expect(rost.getByRole('option', { name: /I26/u })).toBeVisible();
    await keys(rost, 'Enter');
    await expect(rost.getByRole('heading', { name: 'Nytt intervju I26' })).toBeVisible();
    await keys(rost, 'Control+Enter');
    await expect(rost).toHaveURL(/\/enter$/u);
    await open(rost, 'response');
    await expect(rowOf(rost, 'I26')).toContainText('påbegynt');
  });

  test('[F24] [R53] a number becomes codes, an event is recorded for many, and the figures follow', async ({ rost }) => {
    await open(rost, 'response');
    // The screen takes keys as soon as its list is there, which nothing on it says.
    await expect(async () => {
      await keys(rost, 'n');
      await expect(rost.getByLabel('Hvor mange, eller hvem som spør')).toBeFocused({ timeout: 500 });
    }).toPass();
    await rost.keyboard.type('Even Strandmyr\nSolfrid Tangvåg\nVigdis Nordhylla');
    await expect(rost.getByText('ser ut som navn på personer')).toBeVisible();
    await keys(rost, 'Control+a');
    await rost.keyboard.type('treffstedet 12\nrustjenesten 8');
    await keys(rost, 'Control+Enter');
    await expect(rost.getByText('20 personer er lagt til: R065–R084')).toBeVisible();
    await expect(rost.getByText('67 personer')).toBeVisible();
    await rost.getByRole('searchbox').focus();
    await rost.keyboard.type('treffstedet');
    await expect(rost.getByText('12 personer', { exact: true })).toBeVisible();
    await keys(rost, 'Enter');
    await rost.locator('[role=grid] [role=row][tabindex="0"]').focus();
    await keys(rost, 'Control+a');
    const declined = rost.getByRole('button', { name: 'takket nei', exact: true });
    // The choices are drawn anew when the marked rows have been counted: focus is there only when it stays.
    await expect(async () => {
      await declined.focus();
      await expect(declined).toBeFocused({ timeout: 500 });
    }).toPass();
    await keys(rost, 'Enter');
    await expect(rost.getByLabel('Dag', { exact: true })).toBeFocused();
    await keys(rost, 'Control+Enter');
    await expect(rost.getByRole('group', { name: 'Hva skjedde med de valgte' })).toBeHidden();
    await expect(grid(rost).getByRole('row', { name: /takket nei/u })).toHaveCount(12);
    await open(rost, 'figures');
    const table = rost.getByRole('table', { name: /AAPOR/u });
    await expect(table.getByRole('row', { name: /^Spurt/u })).toContainText('67');
    await expect(table.getByRole('row', { name: /Svarprosent RR1/u })).toContainText('48 %');
    await expect(rost.getByRole('heading', { name: 'Til utlevering' })).toBeVisible();
    await keys(rost, 'Control+z');
    await expect(table.getByRole('row', { name: /Takket nei eller avbrutt/u })).toHaveText(/\(R\)5/u);
  });

  test('a participant withdraws in ten keystrokes, and one more brings everything back', async ({ rost }) => {
    await open(rost, 'interviews');
    await keys(rost, 'Control+g', 'r', '0', '1', '7', 'Enter');
    await expect(grid(rost).getByRole('rowheader')).toHaveText(['R017']);
    await expect.poll(() => focusOf(rost)).toContain('R017');
    await keys(rost, '.', 't');
    await expect(rost.getByRole('heading', { name: 'R017 trekker seg' })).toBeVisible();
    await keys(rost, '1', 'Enter');
    await expect(rost).toHaveURL(/\/interviews$/u);
    await expect(rowOf(rost, 'R017')).toContainText('trukket seg');
    await keys(rost, 'Control+z');
    await expect(rowOf(rost, 'R017')).toContainText('ferdig');
  });

  test('erasing asks for the code, takes fourteen keystrokes, and leaves a receipt and no byte', async ({ rost, host }) => {
    await open(rost, 'interviews');
    await keys(rost, 'Control+g', 'r', '0', '1', '7', 'Enter');
    await expect(grid(rost).getByRole('rowheader')).toHaveText(['R017']);
    await keys(rost, '.', 't');
    await expect(rost.getByRole('heading', { name: 'R017 trekker seg' })).toBeVisible();
    await keys(rost, '2', 'R', '0', '1', '7', 'Control+Enter');
    await expect(rost.getByRole('heading', { name: 'Slettekvittering' })).toBeFocused();
    await expect(rost.getByRole('heading', { name: 'Alt om R017 er slettet' })).toBeVisible();
    await open(rost, 'response');
    await rost.getByRole('searchbox').focus();
    await rost.keyboard.type('R017');
    await expect(rowOf(rost, 'R017')).toContainText('slettet');
    const bytes = readFileSync(findSampleCopy(host.folder));
    const words = await wordsOf('R017');
    expect(words.length).toBeGreaterThan(0);
    for (const sentence of words) expect(bytes.includes(sentence)).toBe(false);
  });

  test('[F4] [F5] the quality report lists what was let pass, and a rule is tried over everything', async ({ rost }) => {
    await open(rost, 'quality');
    await expect(grid(rost)).toContainText('bekreftet av deltakeren');
    await open(rost, 'checks');
    await rost.getByRole('button', { name: 'Prøv en regel til' }).focus();
    await keys(rost, 'Enter');
    await rost.getByLabel('Prøv en regel', { exact: true }).focus();
    await rost.keyboard.type('${finnesikke} = 1');
    await rost.getByRole('button', { name: 'Kjør kontrollene' }).focus();
    await keys(rost, 'Enter');
    await expect(rost.getByRole('heading', { name: /64 intervjuer og .* svar er prøvd/u })).toBeFocused();
    await expect(rost.getByText(/Ingen spørsmål heter «finnesikke»/u)).toBeVisible();
  });

  test('[F25] differences are decided by digit, go on by themselves, and the interview is verified', async ({ rost }) => {
    await open(rost, 'interviews');
    await keys(rost, 'Control+g', 'r', '0', '0', '5', 'Enter');
    await expect(grid(rost).getByRole('rowheader')).toHaveText(['R005']);
    await keys(rost, 'd');
    await expect(rost.getByRole('heading', { name: 'Avvik i R005' })).toBeVisible();
    await expect(rost.getByText('1 igjen')).toBeVisible();
    await expect.poll(() => focusOf(rost)).toContain('li');
    await keys(rost, '2');
    await expect(rost.getByText('Alt er avgjort', { exact: false })).toBeVisible();
    await keys(rost, 'Control+Enter');
    await expect(rost).toHaveURL(/\/interviews/u);
    await expect(rowOf(rost, 'R005')).toContainText('kontrollert');
  });

  test('[F27] interviews per interviewer and week, and error rates, stand on one screen', async ({ rost }) => {
    await open(rost, 'statistics');
    await expect(rost.getByRole('table', { name: 'Intervjuer per intervjuer og uke' }).getByRole('row')).toHaveCount(4);
    await expect(rost.getByRole('table', { name: 'Feil per person' })).toBeVisible();
  });
});

test('[F24] Enter in the field that finds reaches the first row also when the list has not come yet', async ({ page, host }) => {
  await page.routeWebSocket(/socket/u, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => void setTimeout(() => socket.send(message), 700));
  });
  await page.goto(host.address);
  await expect(page.locator('main h1')).toBeVisible();
  await visit(page, `/projects/${(await findPlaces()).project}/interviews`);
  await expect(page.getByRole('heading', { name: 'Intervjuer', level: 1 })).toBeFocused();
  await keys(page, 'f');
  await page.keyboard.type('r005');
  await expect(grid(page)).toBeHidden();
  await keys(page, 'Enter');
  await expect.poll(() => focusOf(page)).toContain('R005');
});

test('[F24] ten thousand rows: few stand in the page, End reaches the last, and every page comes as it is looked at', async ({ page }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'rost-many-'));
  const path = join(folder, 'Mange.rost');
  buildSample(path);
  const { project } = await findPlaces();
  const core = openCore({ windowId: 'fixture' });
  core.session.open(path);
  addInterviews(core, project, 10_000);
  core[Symbol.dispose]();
  const host = await startHost([path], folder);
  await page.goto(host.address);
  await expect(page.locator('main h1')).toBeVisible();
  await visit(page, `/projects/${project}/interviews`);
  await expect(page.getByRole('heading', { name: 'Intervjuer', level: 1 })).toBeVisible();
  const rows = grid(page).locator('[data-index]');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '10065');
  await grid(page).locator('[role=row][tabindex="0"]').focus();
  for (let turn = 0; turn < 40; turn += 1) await page.keyboard.press('PageDown');
  await expect.poll(() => focusOf(page)).toMatch(/R\d{4}/u);
  expect(await rows.count()).toBeLessThan(80);
  await page.keyboard.press('End');
  await expect(grid(page).locator('[data-index="10063"]')).toBeFocused();
  await expect(grid(page).locator('[data-index="10063"] [role=rowheader]')).toHaveText(/^R\d{3}$/u);
  await page.keyboard.press('Home');
  await expect(grid(page).locator('[data-index="0"] [role=rowheader]')).toHaveText('R10999');
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('group', { name: 'De valgte' })).toContainText(/10\s064 valgt/u);
  await stopHost(host);
});
