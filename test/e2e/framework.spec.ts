import { readFile } from 'node:fs/promises';
import { convert, officeSkip } from '../support/office.ts';
import { expect, keys, test } from './host.ts';
import { findPlaces, settled, visit } from './screens.ts';

test('[F58] issue 5.12: a matrix is filled by keyboard, undone, and exported to a Word file that LibreOffice opens', async ({ rost }) => {
  await visit(rost, `/projects/${(await findPlaces()).project}/matrix`);
  await settled(rost);
  const grid = rost.getByRole('grid', { name: 'Planer og overganger' });
  await expect(grid.getByRole('columnheader')).not.toHaveCount(0);
  const at = (row: number, column: number) => grid.locator(`[data-at="${row} ${column}"]`);
  await at(0, 0).focus();
  await keys(rost, 'ArrowDown', 'ArrowRight', 'ArrowRight');
  await expect(at(1, 2)).toBeFocused();

  // Written, with the first of the suggested quotes behind it; then on to the next cell, and done there.
  await expect(rost.getByRole('heading', { name: 'Kodet her (2)' })).toBeVisible();
  await keys(rost, '1');
  await expect(at(1, 2)).toContainText('1 sitat');
  await keys(rost, 'Enter');
  await expect(rost.getByRole('textbox', { name: /R002, Egen hjelp/u })).toBeFocused();
  await rost.keyboard.type('Blir spurt, og det blir gjort.');
  await keys(rost, 'Tab');
  await expect(rost.getByRole('textbox', { name: /R002, Pårørende/u })).toBeFocused();
  await rost.keyboard.type('Ingen nevnt.');
  await keys(rost, 'Control+Enter');
  await expect(at(1, 3)).toContainText('Ferdig');
  await expect(at(1, 2)).toContainText('Blir spurt, og det blir gjort.');
  await expect(rost.getByRole('textbox', { name: /R002, Én kontakt/u })).toBeFocused();
  await keys(rost, 'Escape', 'ArrowLeft', 'Enter');
  await expect(rost.locator('footer')).toContainText('Cellen er ferdig');
  await keys(rost, 'o');
  await expect(at(1, 3)).toContainText('Påbegynt');
  await keys(rost, 'Control+z');
  await expect(at(1, 3)).toContainText('Ferdig');

  // A frozen column stays, and the order of columns is changed where the hand is.
  await keys(rost, 'k');
  await expect(grid.getByRole('columnheader', { name: /Pårørende/u })).toContainText('låst');
  await keys(rost, 'Alt+ArrowLeft');
  await expect(at(1, 2)).toContainText('Ingen nevnt.');
  await expect(at(1, 2)).toBeFocused();

  await keys(rost, 'e');
  await expect(rost.getByRole('textbox', { name: 'Mottaker' })).toBeFocused();
  await rost.keyboard.type('Solfrid Tangvåg');
  await keys(rost, 'Tab');
  await rost.keyboard.type('Funnmøte');
  const download = rost.waitForEvent('download');
  await keys(rost, 'Enter');
  const file = await download;
  expect(file.suggestedFilename()).toBe('Planer og overganger.docx');
  const skip = officeSkip('writer');
  if (skip !== null) return console.warn(`the file is not opened: ${skip}`);
  const text = convert(await readFile(await file.path()), 'm.docx', 'txt:Text (encoded):UTF8').toString('utf8');
  for (const words of ['Internt arbeidsdokument. Gitt til Solfrid Tangvåg', 'Person 2', 'Blir spurt, og det blir gjort.', 'Ingen nevnt.'])
    expect(text).toContain(words);
  expect(text).not.toContain('R002');
});
