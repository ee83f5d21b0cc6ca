import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, focusOf, goTo, keys, test } from './host.ts';
import { findPlaces, pathOf, screens, settled, visit } from './screens.ts';

async function open(page: Page, name: string): Promise<void> {
  const screen = screens.find((one) => one.name === name);
  if (screen === undefined) throw new Error(`no screen ${name}`);
  await visit(page, pathOf(screen, await findPlaces()));
  await settled(page);
}

/** The block that has the focus: its kind and the beginning of its words. */
function chosen(page: Page): Promise<string> {
  return page.evaluate(() => {
    const block = document.activeElement?.closest<HTMLElement>('[data-block]');
    return block == null
      ? `not a block: ${document.activeElement?.tagName}`
      : `${block.dataset['kind']} ${block.textContent?.slice(0, 40)}`;
  });
}

/** Walks down the page until a block of a kind has the focus. */
async function walkTo(page: Page, kind: string): Promise<void> {
  for (let step = 0; step < 80 && !(await chosen(page)).startsWith(kind); step += 1) {
    const before = await chosen(page);
    await keys(page, 'ArrowDown');
    await expect.poll(() => chosen(page)).not.toBe(before);
  }
  expect(await chosen(page)).toMatch(new RegExp(`^${kind}`, 'u'));
}

test.describe('reports, by keyboard only', () => {
  test('issue 7.1: a final report from its template, written in, with a table from the analysis, out as a Word file', async ({ rost }) => {
    test.setTimeout(150_000);
    await goTo(rost, 'Rapporter');
    await expect.poll(() => focusOf(rost)).toMatch(/^tr /u);
    await keys(rost, 'n');
    const dialog = rost.getByRole('dialog', { name: 'Ny rapport' });
    await expect(dialog.getByRole('radio', { name: 'Sluttrapport' })).toBeChecked();
    await expect(dialog.getByRole('textbox', { name: 'Tittel' })).toHaveValue(/^Sluttrapport: /u);
    await keys(rost, 'Control+a');
    await rost.keyboard.type('Vår sluttrapport');
    await keys(rost, 'Enter');
    await expect(rost.getByRole('heading', { level: 1, name: 'Vår sluttrapport' })).toBeVisible();
    const report = new URL(rost.url()).pathname;

    // To the first chapter, and into the text under it: letters go in as fast as they are typed.
    await expect.poll(() => chosen(rost)).toMatch(/^(?:contents|heading)/u);
    await keys(rost, 'Control+ArrowDown');
    await expect.poll(() => chosen(rost)).toMatch(/^heading/u);
    await keys(rost, 'n');
    await expect(rost.getByRole('dialog', { name: 'Hva skal settes inn?' })).toBeVisible();
    await keys(rost, 'Enter');
    await expect.poll(() => focusOf(rost)).toMatch(/^textarea/u);
    await rost.keyboard.type('Panelet ville vite ');
    await keys(rost, 'Control+b');
    await rost.keyboard.type('mer');
    await keys(rost, 'ArrowRight', 'ArrowRight');
    await rost.keyboard.type('. Se ');
    await keys(rost, 'Escape');
    const page = rost.getByRole('region', { name: 'Rapporten' });
    await expect(page.locator('strong', { hasText: /^mer$/u })).toBeVisible();
    await expect.poll(() => chosen(rost)).toMatch(/^text Panelet ville vite mer\. Se/u);

    // From the analysis: the table is kept and stands in the chapter that is chosen by its name.
    await open(rost, 'analysis');
    await expect(
      rost
        .getByRole('group', { name: 'Kontroll før tallene slippes' })
        .or(rost.getByText(/Sluppet|Kan slippes/u))
        .first(),
    ).toBeVisible();
    await keys(rost, 'i');
    const into = rost.getByRole('dialog', { name: 'Sett inn i en rapport' });
    await expect(into.getByRole('option').first()).toBeVisible();
    await expect(into).toContainText('Vår sluttrapport');
    await keys(rost, 'Enter');
    await expect(rost.getByText(/^Satt inn i «Vår sluttrapport»/u)).toBeVisible();

    await visit(rost, report);
    await settled(rost);
    await expect(page.locator('[data-kind="exhibit"] svg').first()).toBeVisible({ timeout: 30_000 });

    // A reference to it, by what it is called now.
    await expect.poll(() => chosen(rost)).toMatch(/^(?:contents|heading)/u);
    await walkTo(rost, 'text Panelet');
    await keys(rost, 'Enter');
    await rost.keyboard.type('[[fig');
    await expect(rost.getByRole('listbox', { name: 'Vis til' })).toBeVisible();
    await keys(rost, 'Enter');
    await rost.keyboard.type('.');
    await keys(rost, 'Escape');
    await expect.poll(() => chosen(rost)).toMatch(/Se Figur\s1\./u);

    // As a table in the place of the chart.
    await walkTo(rost, 'exhibit');
    const name = await rost.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(name).toMatch(/^Figur \d/u);
    await keys(rost, 'd', 'd');
    await expect(page.locator('[data-block]:focus table')).toBeVisible({ timeout: 20_000 });
    await expect.poll(() => rost.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toMatch(/^Tabell \d/u);

    await keys(rost, 'e');
    await expect(rost.getByRole('dialog', { name: 'Eksporter «Vår sluttrapport»' })).toBeVisible();
    const download = rost.waitForEvent('download');
    await keys(rost, 'Enter');
    expect((await download).suggestedFilename()).toMatch(/Vår sluttrapport.*\.docx$/u);
    await expect(rost.getByText(/^Utkast 1 er eksportert: .*Utlevering \d+/u)).toBeVisible();
    await expect(rost.getByText(/^Sist eksportert: utkast 1/u)).toBeVisible();
  });

  test('blocks are moved, removed and brought back, chapters are gone through, and headings are typed', async ({ rost }) => {
    await open(rost, 'report');
    const outline = rost.getByRole('navigation', { name: 'Innhold' });
    await expect.poll(() => chosen(rost)).not.toMatch(/^not/u);
    await keys(rost, 'Home', 'Control+ArrowDown');
    await expect.poll(() => chosen(rost)).toMatch(/^heading/u);
    // Its number comes with the report as it stands.
    await expect.poll(() => chosen(rost)).toMatch(/^heading 1/u);
    const first = await chosen(rost);
    await keys(rost, 'Control+ArrowDown', 'Control+ArrowUp');
    await expect.poll(() => chosen(rost)).toBe(first);

    await keys(rost, 'n');
    await expect(rost.getByRole('dialog')).toBeVisible();
    await keys(rost, 'Enter');
    await expect.poll(() => focusOf(rost)).toMatch(/^textarea/u);
    await rost.keyboard.type('## Nytt avsnitt');
    await keys(rost, 'Enter');
    await rost.keyboard.type('- ett');
    await keys(rost, 'Enter');
    await rost.keyboard.type('to');
    await keys(rost, 'Enter', 'Enter', 'Enter');
    await rost.keyboard.type('Etter listen');
    await keys(rost, 'Escape');
    await expect(outline.getByRole('button', { name: /Nytt avsnitt/u })).toBeVisible();
    await expect.poll(() => chosen(rost)).toMatch(/^text Etter listen/u);

    await keys(rost, 'Alt+ArrowUp');
    await expect.poll(() => chosen(rost)).toMatch(/^text Etter listen/u);
    const order = (): Promise<string[]> =>
      rost.locator('[data-block]').evaluateAll((blocks) => blocks.map((block) => block.textContent?.slice(0, 14) ?? ''));
    await expect
      .poll(async () => (await order()).findIndex((text) => text.startsWith('Etter')))
      .toBeLessThan((await order()).findIndex((text) => text.startsWith('•ett')));
    const count = (await order()).length;
    await keys(rost, 'Delete');
    await expect.poll(async () => (await order()).length).toBe(count - 1);
    await expect.poll(() => chosen(rost)).not.toMatch(/^not/u);
    await keys(rost, 'Control+z');
    await expect.poll(async () => (await order()).length).toBe(count);
  });

  test('words that were typed a moment before the window was left are in the file', async ({ rost }) => {
    await open(rost, 'report');
    await expect.poll(() => chosen(rost)).not.toMatch(/^not/u);
    await keys(rost, 'Home', 'Control+ArrowDown', 'n');
    await expect(rost.getByRole('dialog')).toBeVisible();
    await keys(rost, 'Enter');
    await expect.poll(() => focusOf(rost)).toMatch(/^textarea/u);
    await rost.keyboard.insertText('Panelet venter');
    // The first words are in the file, and the next ones are still under the hand.
    await expect(rost.getByText(/^Alt er lagret/u)).toBeVisible();
    await rost.evaluate(() => {
      document.execCommand('insertText', false, ' på svar');
      window.location.reload();
    });
    await rost.waitForLoadState('load');
    await expect(rost.getByText('Panelet venter på svar').first()).toBeVisible({ timeout: 20_000 });
  });

  test('changed figures stand old and new, and are marked as read', async ({ rost }) => {
    await open(rost, 'report');
    const wait = rost.getByRole('button', { name: /tall er endret siden forrige utkast/u });
    await expect(wait).toBeVisible({ timeout: 30_000 });
    await wait.focus();
    await keys(rost, 'Enter');
    const pane = rost.getByRole('region', { name: 'Det som er valgt' });
    await expect(pane.getByRole('heading', { name: /^Endret siden utkast \d/u })).toBeVisible();
    await expect(pane.locator('s').first()).toBeVisible();
    const before = await wait.textContent();
    await keys(rost, 'v');
    await expect(pane.getByRole('heading', { name: /^Endret siden utkast/u })).toBeHidden();
    await expect(wait).not.toHaveText(before ?? '');
  });

  test('a report that was left unchanged opens again, also from a hit in its title', async ({ rost }) => {
    const page = rost.getByRole('region', { name: 'Rapporten' });
    await open(rost, 'report');
    await expect(page).toBeVisible();
    const report = new URL(rost.url()).pathname;
    const title = 'Bruker Spør Bruker Fjordvik. Sluttrapport';
    await open(rost, 'reports');
    await open(rost, 'report');
    await expect(page).toBeVisible();
    await open(rost, 'search');
    await rost.getByRole('searchbox').fill(`"${title}"`);
    await rost.getByRole('option', { name: title }).first().click();
    await expect(page).toBeVisible();
    expect(new URL(rost.url()).pathname).toBe(report);
  });

  test('the house style is kept only where headings can be read', async ({ rost }) => {
    await open(rost, 'report-style');
    const accent = rost.getByRole('textbox', { name: 'Farge på overskrifter' });
    await accent.focus();
    await keys(rost, 'Control+a');
    await rost.keyboard.type('#ffee00');
    await keys(rost, 'Enter');
    await expect(rost.getByText(/er for lyst/u)).toBeVisible();
    await keys(rost, 'Control+a');
    await rost.keyboard.type('#1d3c86');
    await keys(rost, 'Enter');
    await expect(rost.getByText(/^Angre: utseendet/u)).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`the builder, its dialogs and the house style hold axe's rules, ${colorScheme}`, async ({ rost }) => {
      await rost.emulateMedia({ colorScheme });
      await open(rost, 'report');
      await expect(rost.locator('[data-kind="exhibit"] table, [data-kind="exhibit"] svg').first()).toBeVisible({ timeout: 30_000 });
      expect(await findings(rost)).toEqual([]);
      await keys(rost, 'n');
      await expect(rost.getByRole('dialog')).toBeVisible();
      expect(await findings(rost)).toEqual([]);
      await keys(rost, 'Escape', 'e');
      await expect(rost.getByRole('dialog')).toBeVisible();
      expect(await findings(rost)).toEqual([]);
      await keys(rost, 'Escape');
      await open(rost, 'report-style');
      expect(await findings(rost)).toEqual([]);
    });
});
