import { expect, focusOf, keys, pick, test } from './host.ts';
import { settled, visit } from './screens.ts';

const project = '/projects/019afcf9-7c00-70a7-a46d-93b5529aa739';

test.describe('tables, by keyboard only', () => {
  test('[F72] [F73] a banner is put together, nested, ordered and taken apart; the address holds it and Back undoes it', async ({
    rost,
  }) => {
    await visit(rost, `${project}/analysis`);
    await settled(rost);
    await expect(rost.getByRole('heading', { level: 1, name: 'Å bli møtt' })).toBeFocused();
    await keys(rost, 'n');
    await expect(rost.getByText('Her står tabellen.')).toBeVisible();
    await keys(rost, 'r');
    await pick(rost, 'fikk hjelp', /Jeg fikk hjelp da jeg trengte det/u);
    await keys(rost, 'k');
    await pick(rost, 'kjønn', /Hvilket kjønn har du/u);
    await expect(rost.getByRole('columnheader', { name: 'Kvinne' })).toBeVisible();
    await keys(rost, 'k');
    await pick(rost, 'gammel', /Hvor gammel er du/u);
    const columns = rost.getByRole('group', { name: 'Kolonner i rekkefølge' }).getByRole('button');
    await expect(columns).toHaveCount(2);
    await expect(rost.locator('thead th[scope="colgroup"]')).toHaveText(['Hvilket kjønn har du?', 'Hvor gammel er du?']);

    await columns.nth(1).focus();
    await keys(rost, 'Alt+ArrowUp');
    await expect(rost.locator('thead th[scope="colgroup"]')).toHaveText(['Hvor gammel er du?', 'Hvilket kjønn har du?']);
    await expect.poll(() => focusOf(rost)).toContain('Hvor gammel er du');
    await keys(rost, 'Tab', 'Alt+ArrowRight');
    await expect(columns).toHaveCount(1);
    await expect(columns).toContainText('Hvor gammel er du › Hvilket kjønn har du');
    await keys(rost, 'Delete');
    await expect(columns).toContainText('Hvor gammel er du');
    await expect.poll(() => focusOf(rost)).toContain('Hvor gammel er du');
    await rost.goBack();
    await expect(columns).toContainText('Hvor gammel er du › Hvilket kjønn har du');
  });

  test('[F73] a well that is opened moves nothing: its box stands over the chip, inside the sheet', async ({ rost }) => {
    await visit(rost, `${project}/analysis?rows=place&cols=wave&chart=table`);
    await settled(rost);
    await expect(rost.getByRole('heading', { level: 1, name: 'Sted' })).toBeFocused();
    await expect(rost.locator('[data-cell]').first()).toBeVisible();
    const wells = rost.getByRole('group', { name: 'Hva tabellen er laget av' });
    const closed = await wells.boundingBox();
    for (const key of ['r', 'k', 'f']) {
      await keys(rost, key);
      const box = rost.getByRole('combobox', { name: /Rader|Kolonner|Utvalg/u });
      await expect(box).toBeFocused();
      expect(await wells.boundingBox()).toEqual(closed);
      const place = await box.boundingBox();
      expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual((closed?.x ?? 0) + (closed?.width ?? 0));
      // The list first, then the box.
      await keys(rost, 'Escape', 'Escape');
      await expect(box).toHaveCount(0);
    }
  });

  test('[F74] [F84] the cells are gone through with the arrows, Enter shows who is behind, and P asks for other percentages', async ({
    rost,
  }) => {
    await visit(rost, `${project}/analysis?rows=place&cols=wave&chart=table`);
    await settled(rost);
    await expect(rost.getByRole('heading', { level: 1, name: 'Sted' })).toBeFocused();
    const cells = rost.locator('[data-cell]');
    await cells.first().focus();
    await keys(rost, 'Control+End');
    await expect(cells.last()).toBeFocused();
    await keys(rost, 'Control+Home', 'ArrowRight');
    await expect(cells.nth(1)).toBeFocused();
    await keys(rost, 'p');
    await expect(rost).toHaveURL(/show=row/u);
    await keys(rost, 'Enter');
    await expect(rost.getByRole('dialog', { name: 'Bak cellen' })).toBeVisible();
    await keys(rost, 'Escape', 'd');
    await expect(rost.getByRole('grid')).toHaveCount(0);
  });

  test('[F76] a wrong expression says where it is wrong, and a right one counts only those it is true of', async ({ rost }) => {
    await visit(rost, `${project}/analysis?rows=themes`);
    await settled(rost);
    await expect(rost.getByRole('heading', { level: 1, name: 'Temaer i svarene' })).toBeFocused();
    await keys(rost, 'f');
    await pick(rost, 'skriv et uttrykk', /Skriv et uttrykk/u);
    await rost.keyboard.type('${kjon} = 1 ');
    await expect(rost.getByText('Tegn 1: Ingen variabel heter «kjon». Mente du «kjonn»?')).toBeVisible();
    await keys(rost, 'Control+a');
    await rost.keyboard.type('$kjon');
    await expect(rost.getByRole('option', { name: /Hvilket kjønn har du/u })).toBeVisible();
    await keys(rost, 'Enter');
    await rost.keyboard.type(' = ');
    await expect(rost.getByRole('option', { name: /Kvinne/u })).toBeVisible();
    await keys(rost, 'Enter', 'Enter');
    await expect(rost).toHaveURL(/where=/u);
    await expect(rost.getByRole('button', { name: /Utvalg med uttrykket/u })).toBeVisible();
  });

  test('[F83] the inside view is marked and cannot be copied; a table that is kept is found among the kept', async ({ rost }) => {
    await visit(rost, `${project}/analysis?rows=themes`);
    await settled(rost);
    await expect(rost.getByRole('heading', { level: 1, name: 'Temaer i svarene' })).toBeFocused();
    await keys(rost, 'g');
    await expect(rost.getByText('Innsyn, ikke sluppet.')).toBeVisible();
    await keys(rost, 'Control+c');
    await expect(rost.getByText('Dette er ikke sluppet og kan ikke kopieres.')).toBeVisible();
    await keys(rost, 'g', 's');
    await expect(rost.getByRole('dialog', { name: 'Behold tabellen' })).toBeVisible();
    await keys(rost, 'Control+a');
    await rost.keyboard.type('Temaene i alle svar');
    await keys(rost, 'Enter');
    await expect(rost.getByText('Beholdt som «Temaene i alle svar».')).toBeVisible();
  });
});
