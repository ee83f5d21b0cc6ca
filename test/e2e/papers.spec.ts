import { expect, focusOf, test } from './host.ts';
import { findPlaces, settled, visit } from './screens.ts';

test('[R18] minutes are made and said to be sent to those who were there, by keyboard only', async ({ rost }) => {
  const { meeting } = await findPlaces();
  await visit(rost, `/meetings/${meeting}?view=after`);
  await settled(rost);
  await expect(rost.getByRole('region', { name: 'Sendt ut' })).toBeVisible();
  await rost.keyboard.press('e');
  const dialog = rost.getByRole('dialog');
  await expect(dialog.getByText('Går bare til dem som var på møtet.')).toBeVisible();
  await expect.poll(() => focusOf(rost)).toContain('Klargjør');
  const download = rost.waitForEvent('download');
  await rost.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/^Referat .*\.docx$/u);
  await expect(dialog.getByText('Loggen sier «klargjort» til du bekrefter at det er sendt.')).toBeVisible();
  await expect.poll(() => focusOf(rost)).toContain('Merk som sendt');
  await rost.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const log = rost.getByRole('region', { name: 'Sendt ut' });
  await expect(log.getByRole('row').filter({ hasText: 'Referat' }).first()).toContainText('sendt');
  await expect(log.getByRole('button', { name: /^Merk som sendt/u })).toHaveCount(0);
  await rost.keyboard.press('Control+z');
  await expect(log.getByRole('button', { name: /^Merk som sendt/u }).first()).toBeVisible();
});
