import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, focusOf, goTo, test } from './host.ts';

test('the token leaves the address bar at once and survives a reload', async ({ rost }) => {
  expect(new URL(rost.url()).hash).toBe('');
  await rost.reload();
  await expect(rost.locator('h1')).toBeVisible();
});

test('[F28] whatever screen is opened, the page asks nobody but its own host, and keeps no account', async ({ rost, host, context }) => {
  const { origin, host: own } = new URL(host.address);
  const asked: string[] = [];
  rost.on('request', (request) => asked.push(request.url()));
  rost.on('websocket', (socket) => asked.push(socket.url()));
  await rost.reload();
  await expect(rost.locator('main h1').first()).toBeVisible();
  for (const name of ['Møter', 'Tiltak', 'Registre', 'Steder', 'Analyse', 'Rapporter', 'Taster og hjelp']) {
    await goTo(rost, name);
    await expect(rost.locator('main h1').first()).toBeVisible();
  }
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith(`ws://${own}`))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test('[F90] [F91] the language changes without a reload, in all four languages', async ({ rost }) => {
  let loads = 0;
  rost.on('load', () => (loads += 1));
  for (const [name, word] of [
    ['Svenska', 'Översikt'],
    ['English', 'Overview'],
    ['Nynorsk', 'Oversikt'],
    ['Bokmål', 'Oversikt'],
  ] as const) {
    await rost.getByRole('button', { name: /Språk|Language/u }).click();
    await rost.getByRole('menuitemradio', { name }).or(rost.getByRole('menuitem', { name })).click();
    await expect(rost.getByRole('link', { name: word, exact: true })).toBeVisible();
  }
  expect(loads).toBe(0);
  await expect(rost.locator('html')).toHaveAttribute('lang', 'nb');
});

test('every screen of the rail opens by the palette, and focus is never lost', async ({ rost }) => {
  for (const name of [
    'Spørreskjema',
    'Intervjuer',
    'Koding',
    'Analyse',
    'Funn',
    'Møter',
    'Tiltak',
    'Rapporter',
    'Registre',
    'Temaer',
    'Utleveringer',
    'Historikk',
    'Sikkerhetskopier',
    'Innstillinger',
    'Taster og hjelp',
    'Oversikt',
  ]) {
    await goTo(rost, name);
    await expect(rost.locator('main h1').first()).toBeVisible();
    await expect.poll(() => focusOf(rost), { message: name }).not.toBe('body');
  }
});

test('the curtain hides everything and lifts again', async ({ rost }) => {
  await rost.keyboard.press('Control+J');
  await expect(rost.locator('body')).not.toContainText('Fjordvik', { useInnerText: true });
  await expect(rost.getByText('Trykk Ctrl J for å gå tilbake')).toBeVisible();
  await rost.keyboard.press('Escape');
  await expect(rost.getByText('Fjordvik').first()).toBeVisible();
});

test('F6 walks the regions of the window', async ({ rost }) => {
  const seen = new Set<string>();
  for (let n = 0; n < 5; n += 1) {
    await rost.keyboard.press('F6');
    seen.add(await rost.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? ''));
  }
  expect(seen.has('rail') && seen.has('main') && seen.has('header')).toBe(true);
});

test('a wrong token is refused in words, and nothing of the workspace is shown', async ({ page, host }) => {
  await page.goto(`${new URL(host.address).origin}/#${'0'.repeat(64)}`);
  await expect(page.getByText('Vinduet har ikke adgang til Røst.')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Fjordvik');
});

test('a new workspace is made, closed and opened again from the list', async ({ rost, host }) => {
  await goTo(rost, 'Lukk arbeidsfilen');
  await expect(rost.getByRole('heading', { name: 'Åpne en arbeidsfil' })).toBeVisible();
  await rost.getByRole('textbox', { name: 'Filens navn eller full sti' }).fill(`${host.folder}/Prøve.rost`);
  await rost.getByRole('button', { name: 'Lag ny arbeidsfil' }).press('Enter');
  await expect(rost.getByText('Prøve').first()).toBeVisible();
  await goTo(rost, 'Lukk arbeidsfilen');
  await rost.getByRole('button', { name: /Prøve/u }).press('Enter');
  await expect(rost.getByText('Prøve').first()).toBeVisible();
});

test('Enter pressed twice in a dialog makes one project, and nothing is said to be wrong', async ({ rost }) => {
  await rost.keyboard.press('n');
  await expect(rost.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await rost.keyboard.type('Ettervern i Fjordvik');
  await Promise.all([rost.keyboard.press('Enter'), rost.keyboard.press('Enter'), rost.keyboard.press('Enter')]);
  await expect(rost.locator('main h1')).toHaveText('Ettervern i Fjordvik');
  await expect(rost.getByRole('dialog')).toBeHidden();
  await expect(rost.locator('footer')).not.toContainText('Navnet er i bruk');
  await rost.keyboard.press('n');
  await expect(rost.getByRole('dialog').getByRole('textbox')).toBeFocused();
  // Refused once, it can be tried again.
  await rost.keyboard.type('Ettervern i Fjordvik');
  await rost.keyboard.press('Enter');
  await expect(rost.getByRole('dialog')).toContainText('Navnet er i bruk');
  await rost.keyboard.type(' 2');
  await rost.keyboard.press('Enter');
  await expect(rost.locator('main h1')).toHaveText('Ettervern i Fjordvik 2');
});

test('a file that is no workspace is refused in words', async ({ rost, host }) => {
  await goTo(rost, 'Lukk arbeidsfilen');
  await rost.getByRole('textbox', { name: 'Filens navn eller full sti' }).fill(`${host.folder}/recent.json`);
  await rost.getByRole('button', { name: 'Åpne filen' }).press('Enter');
  await expect(rost.getByText(/finnes ikke|ikke en Røst-arbeidsfil/u)).toBeVisible();
});

test('[F31] a passphrase is typed twice; Escape leaves the question for it, a wrong one is said, the right one opens', async ({
  rost,
  host,
}) => {
  await goTo(rost, 'Innstillinger');
  const set = rost.getByRole('button', { name: 'Sett passord' });
  await rost.getByLabel('Nytt passord').fill('tre blå båter');
  await rost.getByLabel('Gjenta passordet').fill('tre blå båtar');
  await expect(rost.getByText('De to er ikke like.')).toBeVisible();
  await expect(set).toBeDisabled();
  await rost.getByLabel('Gjenta passordet').fill('tre blå båter');
  await set.click();
  await expect(rost.locator('footer')).toContainText('Passordet er endret');
  await rost.getByRole('button', { name: 'Lukk arbeidsfilen' }).click();
  const samples = join(host.folder, 'samples');
  const path = join(samples, readdirSync(samples)[0] ?? '', 'Fjordvik.rost');
  await rost.getByLabel(/sti/iu).fill(path);
  await rost.keyboard.press('Enter');
  const dialog = rost.getByRole('dialog');
  const passphrase = dialog.getByLabel('Passord');
  await expect(passphrase).toBeFocused();
  await rost.keyboard.type('feil');
  await rost.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(rost.getByLabel(/sti/iu)).toBeFocused();
  await rost.keyboard.press('Enter');
  await expect(passphrase).toBeFocused();
  await rost.keyboard.type('feil');
  await rost.keyboard.press('Enter');
  await expect(dialog).toContainText(/stemmer ikke|feil|ikke rett/iu);
  await rost.keyboard.press('Control+A');
  await rost.keyboard.type('tre blå båter');
  await rost.keyboard.press('Enter');
  await expect(rost.getByRole('link', { name: 'Oversikt', exact: true })).toBeVisible();
});
