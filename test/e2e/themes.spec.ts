import type { Page } from '@playwright/test';
import { expect, focusOf, keys, test } from './host.ts';
import { settled, visit } from './screens.ts';

const row = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`, 'u') });

/** Finds a theme by typing any of its words and goes to its row. */
async function find(page: Page, typed: string, name: string): Promise<void> {
  await keys(page, 'f');
  await expect(page.getByRole('searchbox', { name: 'Finn tema' })).toBeFocused();
  await page.keyboard.type(typed);
  await expect(page.getByText('1 treff')).toBeVisible();
  await keys(page, 'Enter');
  await expect.poll(() => focusOf(page)).toContain(name);
  await keys(page, 'Escape');
  await expect(row(page, 'Tilgang')).toBeVisible();
}

test.describe('the theme tree, by keyboard only', () => {
  test('[F44] [F51] [F52] a theme is found by a Swedish word, moved, merged and split, and every step is undone by name', async ({
    rost,
  }) => {
    await visit(rost, '/themes');
    await settled(rost);
    await expect.poll(() => focusOf(rost)).toContain('Tilgang');
    await find(rost, 'oppettider', 'Åpningstid');
    await keys(rost, 'Control+Shift+ArrowRight');
    await expect(row(rost, 'Åpningstid')).toHaveAttribute('aria-level', '3');
    await expect.poll(() => focusOf(rost)).toContain('Åpningstid');
    await keys(rost, 'Control+z');
    await expect(row(rost, 'Åpningstid')).toHaveAttribute('aria-level', '2');

    await find(rost, 'utskriving', 'Overganger');
    await keys(rost, 'j');
    await rost.keyboard.type('koordinator');
    await keys(rost, 'Enter');
    await expect(rost.getByText('hver talt én gang')).toBeVisible();
    await expect(rost.getByRole('button', { name: 'Slå sammen', exact: true })).toBeFocused();
    await keys(rost, 'Enter');
    await expect(row(rost, 'Overganger')).toHaveCount(0);
    await expect.poll(() => focusOf(rost)).toContain('Én kontakt');
    await keys(rost, 'Control+z');
    await expect(row(rost, 'Overganger')).toBeVisible();

    await find(rost, 'anhoriga', 'Pårørende');
    await keys(rost, 'x');
    await expect(rost.getByRole('grid', { name: 'Utsagn med temaet' })).toBeVisible();
    await expect.poll(() => focusOf(rost)).toContain('R0');
    await keys(rost, 'Space', 'Shift+ArrowDown', 'Enter');
    await rost.keyboard.type('Søsken');
    await keys(rost, 'Enter');
    await expect(row(rost, 'Søsken')).toBeVisible();
    await expect.poll(() => focusOf(rost)).toContain('Søsken');
    await keys(rost, 'Control+z');
    await expect(row(rost, 'Søsken')).toHaveCount(0);
  });

  test('a version of the codebook is kept, and tells what has changed since', async ({ rost }) => {
    await visit(rost, '/themes/versions');
    await settled(rost);
    await expect.poll(() => focusOf(rost)).toContain('Etter dialogkonferansen');
    await keys(rost, 'n');
    await rost.keyboard.type('Sluttrapporten');
    await keys(rost, 'Enter');
    await expect.poll(() => focusOf(rost)).toContain('Sluttrapporten');
    await expect(rost.getByText('Ingenting er endret.')).toBeVisible();
    await keys(rost, 'ArrowDown', 'ArrowDown');
    await expect(rost.getByRole('heading', { name: 'Endret siden versjon 1, «Prosessrapporten 2024»' })).toBeVisible();
    await expect(rost.getByText('Holdninger')).toBeVisible();
  });
});
