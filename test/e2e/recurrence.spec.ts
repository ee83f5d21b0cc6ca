import { expect, focusOf, test } from './host.ts';
import { settled, visit } from './screens.ts';

test.describe('recurring themes and records, by keyboard only', () => {
  test('[R70] [R75] figures are walked with the arrows, Enter opens the lines behind one, Esc goes back', async ({ rost }) => {
    await visit(rost, '/recurrence');
    const grid = rost.getByRole('grid', { name: 'Gjengangere' });
    await expect(grid.getByRole('columnheader', { name: /2019/u })).toBeVisible();
    await rost.keyboard.press('f');
    await expect.poll(() => focusOf(rost)).toContain('Kolonner');
    await grid.locator('[data-at][tabindex="0"]').focus();
    await rost.keyboard.press('ArrowRight');
    const cell = grid.locator('[data-at="0 1"]');
    await expect(cell).toBeFocused();
    await expect(cell).toHaveAccessibleName(/1 møte, 1 omtale/u);
    await rost.keyboard.press('Enter');
    const lines = rost.getByRole('region', { name: 'Linjer bak tallet' });
    await expect(lines).toContainText('hvem de skal ringe i helga');
    await expect(lines).toContainText('oktober 2019');
    await rost.keyboard.press('Escape');
    await expect(lines).toBeHidden();
    await expect(cell).toBeFocused();
    await rost.getByRole('radio', { name: 'Tidslinje' }).focus();
    await rost.keyboard.press('Enter');
    const timeline = rost.getByRole('region', { name: 'Tidslinje over temaer i møtene' });
    await expect(timeline.getByRole('table', { name: 'Tidslinjen som tabell' })).toHaveCount(1);
    await timeline.getByRole('button').first().focus();
    await rost.keyboard.press('Enter');
    await expect(lines).toContainText('Dialogkonferansen Bruker Spør Bruker');
    await rost.keyboard.press('Escape');
    await rost.getByRole('radio', { name: 'Ikke nevnt' }).focus();
    await rost.keyboard.press('Enter');
    await expect(rost.getByRole('grid', { name: 'Ikke nevnt' })).toContainText('aldri i et referat');
  });

  test('[R50] [R84] N makes a record, its fields are saved as they are left, and Mod+Z takes it back', async ({ rost }) => {
    await visit(rost, '/records/guidelines');
    await settled(rost);
    await rost.keyboard.press('n');
    await expect(rost.getByLabel('Tittel')).toBeFocused();
    await rost.keyboard.type('Plan for psykisk helse');
    await rost.keyboard.press('Tab');
    await rost.keyboard.type('pkt. 4');
    await rost.keyboard.press('Tab');
    const row = rost.getByRole('grid').getByRole('row', { name: /Plan for psykisk helse/u });
    await expect(row).toContainText('pkt. 4');
    await rost.keyboard.press('Escape');
    await rost.keyboard.press('Control+z');
    await expect(row).not.toContainText('pkt. 4');
  });
});
