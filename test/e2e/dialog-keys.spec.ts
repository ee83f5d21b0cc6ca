import { expect, keys, test } from './host.ts';

test('what lies under a dialog hears no single key: the dialog stays, and so does what was written in it', async ({ rost, host }) => {
  await rost.goto(`${new URL(host.address).origin}/notes/all`);
  await rost.getByRole('grid').getByRole('row').nth(1).click();
  await keys(rost, 's');
  const dialog = rost.getByRole('dialog');
  await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
  const title = await dialog.getByRole('heading').first().textContent();
  await dialog.getByRole('textbox').first().fill('Tatt opp i rådet');
  await dialog.getByRole('radio', { checked: true }).focus();
  // Somebody looks for a choice by its first letter; these are commands of the list below, and of the program.
  await keys(rost, 'n', 'a', '?');
  await expect(dialog.getByRole('heading').first()).toHaveText(title ?? '');
  await expect(dialog.getByRole('textbox').first()).toHaveValue('Tatt opp i rådet');
  await keys(rost, 'Escape');
  await expect(dialog).toBeHidden();
  await keys(rost, 'n');
  await expect(rost.getByRole('dialog')).toBeVisible();
});
