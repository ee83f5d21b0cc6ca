import { expect, keys, test } from './host.ts';

test('what was looked for in one file does not stand over the next one', async ({ rost }) => {
  await keys(rost, 'Control+Shift+F');
  const field = rost.getByRole('searchbox');
  await expect(field).toBeFocused();
  await rost.keyboard.type('ventetid');
  await expect(rost.getByRole('option').first()).toBeVisible();
  await keys(rost, 'Control+K');
  await rost.keyboard.type('>lukk');
  await keys(rost, 'Enter');
  await rost.getByRole('button', { name: /eksempel/iu }).click();
  await expect(rost.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(rost.getByRole('navigation').first()).toBeVisible();
  await keys(rost, 'Control+Shift+F');
  await expect(rost.getByRole('searchbox')).toBeFocused();
  await expect(rost.getByRole('searchbox')).toHaveValue('');
});
