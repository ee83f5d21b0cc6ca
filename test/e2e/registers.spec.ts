import { expect, focusOf, goTo, keys, saved, test } from './host.ts';
import { settled, visit } from './screens.ts';

test.describe('registers, by keyboard only', () => {
  test('[R28][R29][R31] an organisation with a branch, and a person with a dated role in it', async ({ rost }) => {
    const field = (name: string) => rost.getByRole('textbox', { name, exact: true });
    const picker = (name: string) => rost.getByRole('combobox', { name, exact: true });
    const row = (name: string) => rost.getByRole('grid').getByRole('row').filter({ hasText: name });

    await visit(rost, '/registers/organisations');
    await settled(rost);
    await rost.keyboard.press('n');
    await expect(field('Navn')).toBeFocused();
    await rost.keyboard.type('Foreningsnettet i nord');
    await rost.keyboard.press('Enter');
    await expect(row('Foreningsnettet i nord')).toBeVisible();

    await rost.keyboard.press('Escape');
    await expect(field('Navn')).toHaveCount(0);
    await expect.poll(() => focusOf(rost)).toContain('Foreningsnettet i nord');
    await rost.keyboard.press('n');
    await expect(field('Navn')).toBeFocused();
    await rost.keyboard.type('Lokallaget ved elva');
    await rost.keyboard.press('Tab');
    await picker('Del av').focus();
    await rost.keyboard.type('foreningsnett');
    await rost.keyboard.press('Enter');
    await expect(picker('Del av')).toHaveValue('Foreningsnettet i nord');
    await field('Telefon').focus();
    await rost.keyboard.press('Escape');
    await expect(row('Lokallaget ved elva')).toContainText('Foreningsnettet i nord');

    await visit(rost, '/registers/people');
    await settled(rost);
    await rost.keyboard.press('n');
    await expect(field('Navn')).toBeFocused();
    await rost.keyboard.type('Gudny Myrstad');
    await rost.keyboard.press('Tab');
    await rost.getByRole('button', { name: 'Legg til rolle' }).focus();
    await rost.keyboard.press('Enter');
    await expect(picker('Organisasjon')).toBeFocused();
    await rost.keyboard.type('lokallaget ved');
    await rost.keyboard.press('Enter');
    await expect(picker('Organisasjon')).toHaveValue('Lokallaget ved elva');
    await field('Rolle').focus();
    await rost.keyboard.type('leder');
    await field('Tid').focus();
    await rost.keyboard.type('fra mars 2021');
    await rost.getByRole('button', { name: 'Legg til', exact: true }).focus();
    await rost.keyboard.press('Enter');
    await expect(row('Gudny Myrstad')).toContainText('leder, Lokallaget ved elva, «fra mars 2021»');
    await expect(rost.getByRole('button', { name: 'Legg til rolle' })).toBeFocused();

    await rost.keyboard.press('Control+z');
    await expect(row('Gudny Myrstad')).not.toContainText('leder');
  });
});

test('an entry asked for with N pressed twice is made once, and a new problem is written at once', async ({ rost, host }) => {
  await rost.goto(`${new URL(host.address).origin}/registers/organisations`);
  await expect(rost.getByRole('heading', { level: 1 })).toBeVisible();
  const button = rost.getByRole('button', { name: /^Ny organisasjon/u });
  await button.focus();
  await keys(rost, 'Enter', 'Enter');
  await expect(rost.getByRole('textbox', { name: 'Navn' }).first()).toBeFocused();
  await saved(rost);
  await expect(rost.getByRole('grid').getByRole('rowheader', { name: 'Ny organisasjon' })).toHaveCount(1);

  await goTo(rost, 'Å bli hørt');
  await expect(rost.getByRole('heading', { level: 1, name: 'Å bli hørt' })).toBeVisible();
  const problems = rost.getByRole('region', { name: 'Problemstillinger' });
  const count = await problems.locator('tbody tr').count();
  await problems.getByRole('button', { name: 'Ny problemstilling' }).focus();
  await keys(rost, 'Enter', 'Enter');
  await expect(problems.getByRole('textbox', { name: 'Slik ble det sagt' }).and(rost.locator(':focus'))).toHaveValue('Ny problemstilling');
  await rost.keyboard.type('Hvem ringer tilbake?');
  await keys(rost, 'Tab');
  await saved(rost);
  await expect(problems.locator('tbody tr')).toHaveCount(count + 1);
  await rost.reload();
  await expect(
    problems.getByRole('textbox', { name: 'Slik ble det sagt' }).and(rost.getByText('Hvem ringer tilbake?', { exact: true })),
  ).toHaveCount(1);
});
