import { expect, goTo, keys, test } from './host.ts';

test('a guideline that is undone leaves the page of facts, and does not come back with the next one', async ({ rost }) => {
  await goTo(rost, 'Om prosjektet');
  const list = rost.getByRole('group', { name: 'Føringer' });
  const title = list.getByRole('textbox', { name: 'Føring, lov eller plan' }).last();
  await expect(list).toBeVisible();
  const before = await list.getByRole('button').count();
  const write = async (words: string): Promise<void> => {
    await list.getByRole('button').last().click();
    await title.fill(words);
    await title.blur();
  };
  await write('Plan for omsorg');
  await expect(rost.getByRole('button', { name: /^Angre/u }).first()).toBeEnabled();
  await expect(list.getByRole('button')).toHaveCount(before + 1);
  await rost.getByRole('heading', { level: 1 }).focus();
  // Its effect is on this screen: one press does it.
  await keys(rost, 'Control+Z');
  await expect(list.getByRole('button')).toHaveCount(before);
  await write('Plan for fritid');
  await rost.reload();
  await expect(list.getByRole('button')).toHaveCount(before + 1);
  await expect(title).toHaveValue('Plan for fritid');
});
