import { expect, focusOf, goTo, test } from './host.ts';

test('the token leaves the address bar at once and survives a reload', async ({ rost }) => {
  expect(new URL(rost.url()).hash).toBe('');
  await rost.reload();
  await expect(rost.locator('h1')).toBeVisible();
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

test('a file that is no workspace is refused in words', async ({ rost, host }) => {
  await goTo(rost, 'Lukk arbeidsfilen');
  await rost.getByRole('textbox', { name: 'Filens navn eller full sti' }).fill(`${host.folder}/recent.json`);
  await rost.getByRole('button', { name: 'Åpne filen' }).press('Enter');
  await expect(rost.getByText(/finnes ikke|ikke en Røst-arbeidsfil/u)).toBeVisible();
});
