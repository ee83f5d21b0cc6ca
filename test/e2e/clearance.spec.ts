import type { Page } from '@playwright/test';
import { expect, keys, test } from './host.ts';
import { findPlaces, pathOf, screens, settled, visit } from './screens.ts';

/** The list of quotes to be cleared. */
async function openQueue(page: Page): Promise<void> {
  const screen = screens.find(({ name }) => name === 'coding');
  if (screen === undefined) throw new Error('no coding');
  await visit(page, `${pathOf(screen, await findPlaces()).replace(/\/coding$/u, '/quotes')}?view=clearance`);
  await settled(page);
}

/** Puts the cursor of the list on the first quote that stands so. */
async function walkTo(page: Page, status: string): Promise<void> {
  const rows = page.getByRole('list', { name: 'Til klarering' }).getByRole('button');
  await rows.first().focus();
  for (let at = 0; at < (await rows.count()); at += 1) {
    if ((await rows.nth(at).getByText(status, { exact: true }).count()) > 0) return;
    await keys(page, 'ArrowDown');
    await expect(rows.nth(at + 1)).toBeFocused();
  }
}

test('[F65] [R73] issue 5.15: a quote of k marks is cleared with 6 + k keys, by two people', async ({ rost }) => {
  let pressed = 0;
  const press = async (key: string): Promise<void> => {
    pressed += 1;
    await keys(rost, key);
  };
  await openQueue(rost);
  await walkTo(rost, 'rå');
  await press('Enter');
  await expect(rost.getByRole('heading', { level: 1, name: 'Klarer sitat' })).toBeVisible();
  const marks = rost.getByRole('region', { name: 'Kan røpe hvem det er' }).getByRole('listitem');
  await expect(marks.first()).toBeVisible();
  const k = await marks.count();
  for (let n = 0; n < k; n += 1) {
    await press(n % 2 === 0 ? '2' : '1');
    await expect(marks.nth(n)).toContainText(n % 2 === 0 ? 'blir' : 'beholdes');
  }
  const told = rost.getByRole('checkbox', { checked: true });
  await press('2');
  await expect(told).toHaveCount(1);
  await press('3');
  await expect(told).toHaveCount(2);
  await press('Control+Enter');
  await expect(rost.getByText('Du har foreslått sitatet.')).toBeVisible();
  // Somebody else proposed another one: this person is its second reader.
  await openQueue(rost);
  await walkTo(rost, 'foreslått klarert');
  await press('Enter');
  await expect(rost.getByText('Du er andreleser')).toBeVisible();
  await press('1');
  await expect(rost.getByText(/^Klarert .* Foreslått av Solfrid Tangvåg\.$/u)).toBeVisible();
  expect(pressed).toBe(6 + k);
});

test('the second reader sends a quote back with a reason', async ({ rost }) => {
  await openQueue(rost);
  await walkTo(rost, 'foreslått klarert');
  await keys(rost, 'Enter');
  await expect(rost.getByText('Du er andreleser')).toBeVisible();
  await keys(rost, '2');
  await expect(rost.getByRole('textbox', { name: 'Hvorfor?' })).toBeFocused();
  await rost.keyboard.type('Stedet kjennes igjen');
  await keys(rost, 'Enter');
  await expect(rost.getByText('Sendt tilbake: Stedet kjennes igjen')).toBeVisible();
});
