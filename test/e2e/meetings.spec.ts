import type { Page } from '@playwright/test';
import { expect, goTo, keys, pick, saved, test } from './host.ts';

/** N in the list of meetings: one meeting or a round. */
async function openPlan(page: Page): Promise<void> {
  await goTo(page, 'Møter');
  await expect(page.getByRole('heading', { level: 1, name: 'Møter' })).toBeFocused();
  await keys(page, 'n');
  await expect(page.getByRole('button', { name: 'Ett møte' })).toBeFocused();
}

const rows = (page: Page) => page.getByRole('grid', { name: 'Møter' }).getByRole('rowheader');

test.describe('meetings, by keyboard only', () => {
  test('[R5][R10][R15] a round of three meetings with its questions is planned in one dialog, and one undo takes it back', async ({
    rost,
  }) => {
    await openPlan(rost);
    await keys(rost, '2');
    await expect(rost.getByRole('textbox', { name: 'Navn på runden' })).toBeFocused();
    await rost.keyboard.type('Høsten 2027');
    await keys(rost, 'Enter');
    await pick(rost, 'fjo', /^Fjordvik.*9931/u);
    await pick(rost, 'sko', /^Skogbygda.*9932/u);
    await pick(rost, 'tin', /^Tindsund.*9924/u);
    await expect(rost.getByRole('list', { name: 'Valgte steder' }).getByRole('listitem')).toHaveCount(3);
    await keys(rost, 'Enter');
    await rost.keyboard.type('i oktober 2027');
    await keys(rost, 'Enter');
    await expect(rost.getByRole('option', { name: /Hva fungerer godt/u })).toBeFocused();
    await keys(rost, 'Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space', 'Control+Enter');
    await expect(rost.getByRole('heading', { level: 1, name: 'Høsten 2027' })).toBeVisible();
    await expect(rows(rost)).toHaveText([/Fjordvik/u, /Skogbygda/u, /Tindsund/u]);
    await expect(rost.getByRole('region', { name: 'Invitasjoner og frammøte' })).toContainText('3 kommuner på listen');
    await expect(rost.getByRole('region', { name: 'Spørsmålsark' }).getByRole('textbox', { name: /^Spørsmål \d$/u })).toHaveCount(3);
    await keys(rost, 'Control+a');
    await expect(rost.getByRole('grid', { name: 'Møter' }).getByRole('checkbox', { checked: true })).toHaveCount(3);
    await keys(rost, 'Control+z');
    await goTo(rost, 'Møter');
    await expect(rost.getByRole('link', { name: 'Høsten 2027' })).toBeHidden();
    await expect(rost.getByRole('link', { name: 'Våren 2026' })).toBeVisible();
  });

  test('[R91] a place that has been divided by then is not planned for until somebody chooses who took over', async ({ rost }) => {
    await openPlan(rost);
    await keys(rost, '1');
    await expect(rost.getByRole('textbox', { name: 'Tittel' })).toBeFocused();
    await rost.keyboard.type('Oppfølging');
    await keys(rost, 'Enter');
    await pick(rost, '9921', /9921/u);
    await keys(rost, 'Enter');
    await rost.keyboard.type('17.1.2027');
    await keys(rost, 'Enter');
    const ended = rost.getByRole('alert').filter({ hasText: 'Fjordvik' });
    await expect(ended).toContainText('finnes ikke da');
    await ended.getByRole('button', { name: /Skogbygda/u }).focus();
    await keys(rost, 'Enter');
    await expect(ended).toBeHidden();
    await rost.getByRole('combobox', { name: 'Steder' }).focus();
    await keys(rost, 'Control+Enter');
    await expect(rost.getByRole('heading', { level: 1, name: 'Oppfølging' })).toBeVisible();
    await expect(rost.getByText(/17\. januar 2027 · Skogbygda/u)).toBeVisible();
  });

  test('the sheet has a title of its own, an invitation a note, and a plan nobody has heard of is taken away and comes back', async ({
    rost,
  }) => {
    await openPlan(rost);
    await keys(rost, '1');
    await rost.keyboard.type('Prøvemøtet');
    await keys(rost, 'Control+Enter');
    await expect(rost.getByRole('heading', { level: 1, name: 'Prøvemøtet' })).toBeVisible();
    await rost.getByRole('textbox', { name: 'Eget spørsmål' }).focus();
    await rost.keyboard.type('Hva er viktig?');
    await keys(rost, 'Enter');
    await rost.getByRole('textbox', { name: 'Overskrift på arket' }).focus();
    await rost.keyboard.type('Til deg som kommer');
    await keys(rost, 'Tab');
    await rost.keyboard.type('Les dem gjerne på forhånd.');
    await saved(rost);
    await rost.getByRole('combobox', { name: 'Inviter organisasjon' }).focus();
    await pick(rost, 'fjor', /Fjordvik kommune/u);
    await rost.getByRole('grid', { name: /Invit/u }).getByRole('row').last().click();
    await rost.getByRole('textbox', { name: /^Merknad til/u }).focus();
    await rost.keyboard.type('Ring på tirsdag');
    await keys(rost, 'Tab');
    await saved(rost);
    await rost.reload();
    await expect(rost.getByRole('textbox', { name: 'Overskrift på arket' })).toHaveValue('Til deg som kommer');
    await expect(rost.getByRole('textbox', { name: 'Innledning på arket' })).toHaveValue('Les dem gjerne på forhånd.');
    await expect(rost.getByRole('grid', { name: /Invit/u })).toContainText('Ring på tirsdag');
    await rost.getByRole('button', { name: 'Slett møtet' }).focus();
    await keys(rost, 'Enter');
    await expect(rost.getByRole('heading', { level: 1, name: 'Møter' })).toBeFocused();
    await expect(rost.locator('main').getByText('Prøvemøtet')).toHaveCount(0);
    await keys(rost, 'Control+z');
    await expect(rost.locator('main').getByText('Prøvemøtet').first()).toBeVisible();
  });
});

test('questions and items written one after the other in a hurry, with Enter twice and Tab, stand once each and whole', async ({
  rost,
}) => {
  await openPlan(rost);
  await keys(rost, '1');
  await expect(rost.getByRole('textbox', { name: 'Tittel' })).toBeFocused();
  await rost.keyboard.type('Hastemøtet');
  await keys(rost, 'Control+Enter', 'Control+Enter');
  await expect(rost.getByRole('heading', { level: 1, name: 'Hastemøtet' })).toBeVisible();
  for (const [part, line, written] of [
    ['Spørsmålsark', 'Eget spørsmål', /^Spørsmål \d$/u],
    ['Saksliste', 'Ny sak', /^Sak \d$/u],
  ] as const) {
    const region = rost.getByRole('region', { name: part });
    await region.getByRole('textbox', { name: line }).focus();
    await rost.keyboard.type('Hva er bra?');
    await keys(rost, 'Enter', 'Enter');
    await rost.keyboard.type('Hva er ikke bra?');
    await keys(rost, 'Enter');
    await rost.keyboard.type('Hva mangler?');
    await keys(rost, 'Enter', 'Tab');
    await saved(rost);
    const titles = region.getByRole('textbox', { name: written });
    await expect(titles).toHaveCount(3);
    expect(await titles.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual([
      'Hva er bra?',
      'Hva er ikke bra?',
      'Hva mangler?',
    ]);
  }
});
