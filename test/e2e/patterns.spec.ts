import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, goTo, keys, test } from './host.ts';
import { readXlsx } from 'hucre';

/** From one tab to the next; the arrows choose. */
async function nextView(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { selected: true }).focus();
  await keys(page, 'ArrowRight');
  await expect(page.getByRole('tab', { name, selected: true })).toBeFocused();
}

test('[F57] [F59] issue 5.13: themes by answers, together, new ones and beside a score are seen by keyboard, and one leaves as a file', async ({
  rost,
}) => {
  test.setTimeout(120_000);
  await goTo(rost, 'Mønstre');
  await expect(rost.getByRole('heading', { level: 1, name: 'Mønstre' })).toBeVisible();
  await expect(rost.getByRole('tab', { name: 'Tema etter svar', selected: true })).toBeVisible();
  await expect(rost.getByRole('table').first().getByRole('row').nth(2)).toBeVisible();

  await nextView(rost, 'Temaer sammen');
  const matrix = rost.getByRole('grid', { name: 'Temaer mot temaer' });
  await expect(matrix.getByRole('row').nth(2)).toBeVisible();
  // The same as it would leave, and back.
  await keys(rost, 'd');
  await expect(rost.getByRole('tabpanel').getByRole('img')).toBeVisible();
  await expect(rost.getByRole('region', { name: 'Tallene i diagrammet' })).toBeVisible();
  await keys(rost, 'd');
  await expect(matrix).toBeVisible();

  await nextView(rost, 'Metning');
  await expect(rost.getByRole('tabpanel')).toContainText('I dette utvalget og denne kodeboken');
  await expect(rost.getByRole('tabpanel').getByRole('img')).toBeVisible();
  const [file] = await Promise.all([
    rost.waitForEvent('download'),
    (async () => {
      await keys(rost, 'e');
      await expect(rost.getByRole('dialog', { name: 'Eksporter' })).toBeVisible();
      await rost.getByRole('radio', { name: 'Excel' }).focus();
      await keys(rost, 'Space');
      await rost.getByRole('dialog').getByRole('button', { name: 'Lag filen' }).focus();
      await keys(rost, 'Enter');
    })(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^\d+ – Temaer etter antall intervjuer\.xlsx$/u);
  const rows = (await readXlsx(readFileSync(await file.path()))).sheets[0]?.rows ?? [];
  const header = rows.findIndex((row) => row[0] === 'Intervjuer');
  // Fewer interviews than the threshold would speak of one or two of them.
  expect(rows[header + 1]?.[0]).toBe(5);
  await expect(rost.locator('footer')).toContainText(/[Uu]tlevering \d+: \d+ – Temaer etter antall intervjuer/u);

  await nextView(rost, 'Tema og skår');
  await expect(rost.getByRole('tabpanel').getByRole('table').first().getByRole('row').nth(2)).toBeVisible();
});
