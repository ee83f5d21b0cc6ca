import type { Page } from '@playwright/test';
import { expect, focusOf, goTo, keys, test } from './host.ts';

/** Chooses in a filter of the list, by typing the beginning of the choice. */
async function narrow(page: Page, filter: string, choice: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${filter}`, 'u') })
    .first()
    .focus();
  await keys(page, 'Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type(choice);
  await keys(page, 'Enter');
  await expect(page.getByRole('listbox')).toBeHidden();
}

const row = (page: Page, code: string) => page.getByRole('row').filter({ hasText: code });
const pane = (page: Page) => page.getByRole('region', { name: 'Om tiltaket' });

test.describe('what was agreed, by keyboard only', () => {
  test('[R77] [R79] an overdue action is found half a year later, done, told, and taken back by name', async ({ rost }) => {
    await goTo(rost, 'Tiltak');
    await expect(rost.getByRole('heading', { name: 'Tiltak' })).toBeFocused();
    await expect(row(rost, 'T03')).toContainText('over tiden');
    await narrow(rost, 'Vis', 'Over');
    await expect(rost.getByText(/passer$/u)).toBeVisible();
    await keys(rost, 'f');
    await rost.keyboard.type('TREFFSTED');
    await expect(rost.getByText('1 passer')).toBeVisible();
    await keys(rost, 'Enter');
    await expect.poll(() => focusOf(rost)).toContain('T03');
    await keys(rost, 'Enter', 's');
    await expect(rost.getByRole('dialog')).toBeVisible();
    await keys(rost, 'ArrowDown', 'ArrowDown');
    await expect(rost.getByRole('radio', { name: 'gjort', exact: true })).toBeChecked();
    await keys(rost, 'Enter');
    await expect(rost.getByRole('dialog')).toBeHidden();
    await expect(pane(rost)).toContainText('ikke meldt tilbake');
    await expect(row(rost, 'T03')).toBeHidden();
    // The row has left this list; the hand is still on the action.
    await expect.poll(() => focusOf(rost)).toContain('Endre status');
    await narrow(rost, 'Vis', 'Lovet');
    await expect(row(rost, 'T03')).toContainText('ikke meldt tilbake');
    await keys(rost, 'r');
    await expect(rost.getByRole('textbox', { name: 'Hvordan' })).toBeFocused();
    await rost.keyboard.type('oppslag på Brygga');
    await keys(rost, 'Enter');
    await expect(rost.getByRole('dialog')).toBeHidden();
    await expect(pane(rost)).toContainText('oppslag på Brygga');
    await expect(row(rost, 'T03')).toBeHidden();
    await keys(rost, 'Control+z');
    await expect(rost.getByText('Angret: tilbakemelding om tiltak T03')).toBeVisible();
    await expect(row(rost, 'T03')).toContainText('ikke meldt tilbake');
  });

  test('[R67] [R79] a new idea becomes an action; a code typed anywhere leads to it', async ({ rost }) => {
    await goTo(rost, 'Eksempler og ideer');
    await expect(rost.getByRole('heading', { name: 'Eksempler og ideer' })).toBeFocused();
    await keys(rost, 'n');
    await expect(rost.getByRole('textbox', { name: 'Hva', exact: true })).toBeFocused();
    await rost.keyboard.type('Søndagskafé');
    await narrow(rost, 'godt eksempel', 'id');
    await rost.getByRole('textbox', { name: 'Hva', exact: true }).focus();
    await keys(rost, 'Enter');
    await expect(rost.getByRole('row').filter({ hasText: 'Søndagskafé' })).toContainText('idé');
    await keys(rost, 'a');
    await expect(rost.getByRole('textbox', { name: 'Hva som er avtalt' })).toHaveValue('Søndagskafé');
    await keys(rost, 'Control+Enter');
    await expect(rost.getByRole('heading', { name: 'Søndagskafé' })).toBeVisible();
    await expect(rost).toHaveURL(/\/actions\//u);
    await expect(pane(rost)).toContainText('mangler eier');
    await goTo(rost, 'F04');
    await expect(rost.getByRole('heading', { name: 'Helgene og juli er hullet, ikke kveldene.' })).toBeVisible();
    await keys(rost, 'b');
    await expect(rost.getByRole('combobox', { name: 'Legg til det det bygger på' })).toBeFocused();
  });
});
