import { expect, goTo, test } from './host.ts';
import { findPlaces, pathOf, screens, visit } from './screens.ts';

test('[F18] the questionnaire prints as paper alone: every question, without codes for the person asked, on A4 pages', async ({ rost }) => {
  const screen = screens.find(({ name }) => name === 'print');
  if (screen === undefined) throw new Error('the print screen is among the screens');
  await goTo(rost, 'Oversikt');
  await visit(rost, pathOf(screen, await findPlaces()));
  const paper = rost.getByRole('article');
  await expect(paper).toContainText('Har du fått informasjon om undersøkelsen');
  await expect(paper).toContainText('Gi informasjonsarket først.');
  await rost.getByRole('radio', { name: 'Den som svarer' }).press('Space');
  await expect(paper).not.toContainText('Gi informasjonsarket først.');
  await rost.emulateMedia({ media: 'print' });
  await expect(rost.getByRole('navigation').first()).toBeHidden();
  await expect(rost.getByRole('button', { name: 'Word-fil' })).toBeHidden();
  await expect(paper).toBeVisible();
  const pdf = (await rost.pdf({ format: 'A4', tagged: true })).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type \/Page\b(?!s)/gu)?.length ?? 0).toBeGreaterThan(2);
  expect(pdf).toContain('/StructTreeRoot');
});
