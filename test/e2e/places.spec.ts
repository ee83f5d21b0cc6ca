import { expect, focusOf, goTo, test } from './host.ts';
import { settled } from './screens.ts';

test.describe('places, by keyboard only', () => {
  test('[R87] [R91] the overdue action is found from the municipality, which shows what it came from', async ({ rost }) => {
    await goTo(rost, 'Steder');
    await settled(rost);
    await rost.keyboard.press('f');
    await rost.keyboard.type('skogb');
    await expect(rost.getByText('1 passer')).toBeVisible();
    await rost.keyboard.press('Enter');
    await expect.poll(() => focusOf(rost)).toContain('Skogbygda');
    await rost.keyboard.press('Enter');
    await expect(rost.getByRole('heading', { name: 'Skogbygda', level: 1 })).toBeVisible();
    const open = rost.getByRole('region', { name: 'Åpne tiltak' });
    await expect(open.getByText(/over tiden/u).first()).toBeVisible();
    const lineage = rost.getByRole('figure');
    await expect(lineage.getByRole('link', { name: 'Fjordvik (9921, 2020–2023)' })).toBeVisible();
    await lineage.getByRole('link', { name: 'Fjordvik (9921, 2020–2023)' }).focus();
    await rost.keyboard.press('Enter');
    await expect(lineage.getByText('Fjordvik (9931, fra 2024)')).toBeVisible();
    await expect(rost.getByText(/^Delt: .*Fjordvik \(9921, 2020–2023\)/u)).toBeVisible();
  });

  test('[R5] an area is drawn, given a municipality, and undone', async ({ rost }) => {
    await goTo(rost, 'Steder');
    await settled(rost);
    await rost.keyboard.press('n');
    await expect(rost.getByRole('textbox', { name: 'Navn på området' })).toBeFocused();
    await rost.keyboard.type('Kysten');
    await rost.keyboard.press('Enter');
    await expect(rost.getByRole('heading', { name: 'Kysten', level: 1 })).toBeVisible();
    await rost.getByRole('combobox', { name: 'Legg til kommune' }).focus();
    await rost.keyboard.type('tinds');
    await expect(rost.getByRole('option', { name: /Tindsund/u }).first()).toBeVisible();
    await rost.keyboard.press('Enter');
    await expect(rost.getByRole('button', { name: 'Ta Tindsund ut av området' })).toBeVisible();
    await rost.keyboard.press('Escape');
    await rost.getByRole('heading', { level: 1 }).focus();
    await rost.keyboard.press('Control+z');
    await expect(rost.getByRole('button', { name: 'Ta Tindsund ut av området' })).toHaveCount(0);
  });
});
