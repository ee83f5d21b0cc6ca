import type { Page } from '@playwright/test';
import { expect, focusOf, keys, pick, test } from './host.ts';
import { findPlaces, pathOf, screens, settled, visit } from './screens.ts';

async function open(page: Page, name: string): Promise<void> {
  const screen = screens.find((one) => one.name === name);
  if (screen === undefined) throw new Error(`no screen ${name}`);
  await visit(page, pathOf(screen, await findPlaces()));
  await settled(page);
}

test.describe('kept tables and the tab book, by keyboard only', () => {
  test('[F89] kept tables are renamed, moved, counted anew, opened and removed, and every deed is undone', async ({ rost }) => {
    await open(rost, 'exhibits');
    const grid = rost.getByRole('grid', { name: 'Tabeller og diagrammer' });
    const rows = grid.locator('tbody tr');
    await expect(rows).toHaveCount(5);
    await expect.poll(() => focusOf(rost)).toContain('Å bli møtt');
    await keys(rost, 'F2');
    await rost.keyboard.type('Møtt med respekt');
    await keys(rost, 'Enter');
    await expect(rows.first()).toContainText('Møtt med respekt');
    await keys(rost, 'Alt+ArrowDown', 'Alt+ArrowDown');
    await expect(rows.nth(2)).toContainText('Møtt med respekt');
    await expect(rows.nth(2)).toBeFocused();
    await keys(rost, 'Control+z', 'Control+z', 'Control+z');
    await expect(rows.first()).toContainText('Å bli møtt');

    await keys(rost, 't');
    await expect(rows.nth(2)).toContainText('Samme tall');
    // The first has left with the report's first draft, and an answer was corrected since.
    await expect(rows.first()).toContainText('tall endret');
    await keys(rost, 'v');
    const changes = rost.getByRole('region', { name: 'Hva som er endret' });
    await expect(changes.getByRole('listitem')).toHaveCount(2);
    await expect(changes).toContainText(/Litt enig: før 40\s%\s\(24\), nå 30\s%\s\(18\)/u);
    await keys(rost, 'v');
    await expect(changes).toBeHidden();

    // A finding rests on the second; nothing rests on the last.
    await rows.nth(1).focus();
    await keys(rost, 'Delete');
    await expect(rost.getByText(/kan ikke fjernes: 1 funn bygger/u)).toBeVisible();
    // The last stands in a report; one that was just kept stands nowhere.
    await keys(rost, 'End', 'Delete');
    await expect(rost.getByText(/kan ikke fjernes/u)).toBeVisible();
    await keys(rost, 'Home');
    await expect(rows.first()).toBeFocused();
    await keys(rost, 'a');
    await expect(rost.getByRole('group', { name: 'Hva tabellen er laget av' })).toBeVisible();
    await expect(rost.getByRole('group', { name: 'Slippkontroll' })).toContainText('Sluppet');
    await settled(rost);
    await keys(rost, 's');
    await expect(rost.getByRole('dialog')).toBeVisible();
    await keys(rost, 'Enter');
    await expect(rost.getByRole('dialog')).toBeHidden();
    await open(rost, 'exhibits');
    await expect(rows).toHaveCount(6);
    await expect.poll(() => focusOf(rost)).toMatch(/^tr /u);
    await keys(rost, 'End', 'Delete');
    await expect(rows).toHaveCount(5);
    await expect(rows.last()).toBeFocused();
    await keys(rost, 'Control+z');
    await expect(rows).toHaveCount(6);

    await keys(rost, 'Home', 'Enter');
    await expect(rost.getByRole('heading', { level: 1, name: 'Å bli møtt' })).toBeVisible();
    await expect(rost.getByRole('img').first()).toBeVisible();
    await keys(rost, 'd');
    await expect(rost.getByRole('table').first()).toBeVisible();
    await keys(rost, 'a');
    await expect(rost).toHaveURL(/\/analysis\?/u);
    await expect(rost.getByRole('group', { name: 'Hva tabellen er laget av' })).toBeVisible();
  });

  test('issue 6.2: every question by the same groups, found by typing, and out as one workbook', async ({ rost }) => {
    await open(rost, 'tab-book');
    const list = rost.getByRole('list', { name: 'Spørsmål' });
    await expect(list.getByRole('button').first()).toBeVisible();
    const all = await list.getByRole('button').count();
    await keys(rost, 'k');
    await pick(rost, 'tjeneste', /tjeneste/iu);
    await expect(rost).toHaveURL(/cols=/u);
    // The question that makes the groups is counted by itself no more.
    await expect(list.getByRole('button')).toHaveCount(all - 1);
    const tables = rost.getByRole('region', { name: 'Tabellene' });
    await expect(tables.getByRole('table').first()).toContainText('Psykisk helsetjeneste');
    await keys(rost, 'g');
    await rost.keyboard.type('respekt');
    await keys(rost, 'Enter');
    await expect.poll(() => focusOf(rost)).toMatch(/section .*respekt.*, tabell \d+ av/iu);
    await expect(rost).toHaveURL(/at=/u);
    const before = await focusOf(rost);
    await keys(rost, 'PageDown');
    await expect.poll(() => focusOf(rost)).not.toBe(before);
    await keys(rost, 'PageUp');
    await expect.poll(() => focusOf(rost)).toBe(before);

    await keys(rost, 'e');
    const dialog = rost.getByRole('dialog', { name: 'Eksporter boken' });
    // The only form a book has is said, not asked for: the recipient is the first to be filled in.
    await expect(dialog.getByRole('radio')).toHaveCount(0);
    await expect(dialog.getByText('Excel', { exact: true })).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: 'Mottaker' })).toBeFocused();
    const download = rost.waitForEvent('download');
    await rost.keyboard.type('Rådet i Fjordvik');
    await keys(rost, 'Enter');
    expect((await download).suggestedFilename()).toMatch(/Tabellbok\.xlsx$/u);
    await expect(rost.getByText(/^Utlevering \d+: .*Tabellbok\.xlsx/u)).toBeVisible();
  });
});
