import { expect, focusOf, goTo, keys, test } from './host.ts';

test('[F64] everything that is written is searched from anywhere, and a hit opens where it stands', async ({ rost }) => {
  await keys(rost, 'Control+Shift+F');
  await expect(rost.getByRole('searchbox', { name: 'Søk i alt som er skrevet' })).toBeFocused();
  await rost.keyboard.type('"elleve uker"');
  const hits = rost.getByRole('listbox', { name: 'Treff' });
  const answer = hits.getByRole('option', { name: /^Svar R049/u });
  await expect(answer).toBeVisible();
  for (let turn = 0; turn < 20 && (await answer.getAttribute('aria-selected')) !== 'true'; turn += 1) await keys(rost, 'ArrowDown');
  await expect(answer).toHaveAttribute('aria-selected', 'true');
  await keys(rost, 'Enter');
  // In place: the text is open, and its words are those that were found.
  await expect(rost).toHaveURL(/\/coding\/texts\/[^?]+\?.*at=/u);
  await expect(rost.getByRole('heading', { level: 1, name: 'Hva burde vært annerledes?' })).toBeVisible();
  await expect(rost.getByRole('main')).toContainText('R049');
  await expect(rost.getByRole('main')).toContainText('Elleve uker uten å høre noe.');
  await expect.poll(() => focusOf(rost)).not.toBe('body');
});

test('[F49] answers are coded by a word once every place has been seen, and one undo takes exactly that back', async ({ rost }) => {
  test.setTimeout(120_000);
  await goTo(rost, 'Koding');
  const current = rost.locator('[role="row"][data-current]');
  await expect(current).toBeFocused();
  const chips = rost.locator('[role="row"] [data-chip]', { hasText: 'Bolig' });
  const before = await chips.count();
  await keys(rost, 'Control+K');
  await rost.keyboard.type('Kod med søk');
  await expect(rost.getByRole('option', { name: /^Kod med søk/u })).toBeVisible();
  await keys(rost, 'Enter');
  const dialog = rost.getByRole('dialog', { name: 'Kod med søk' });
  const words = dialog.getByRole('textbox', { name: 'Ord eller uttrykk' });
  await expect(words).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'Sett tema', exact: true })).toBeDisabled();
  await rost.keyboard.type('mamma');
  const places = dialog.getByRole('listbox', { name: 'Treff' });
  await expect(places.getByRole('option').first()).toBeVisible();
  const count = await places.getByRole('option').count();
  await dialog.getByRole('combobox', { name: 'Tema' }).focus();
  await rost.keyboard.type('Bolig');
  await keys(rost, 'Enter');
  await expect(dialog.getByRole('button', { name: `Sett tema på ${count} sted` })).toBeEnabled();
  await keys(rost, 'Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(rost.locator('footer')).toContainText(/«Bolig» satt på|tema «Bolig» på \d+ treff av søk/u);
  await expect(chips).toHaveCount(before + count);
  await keys(rost, 'Control+z');
  await expect(chips).toHaveCount(before);
});
