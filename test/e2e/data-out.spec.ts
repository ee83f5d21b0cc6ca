import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { unzipSync } from 'fflate';
import { findings } from './axe.ts';
import { expect, goTo, keys, test } from './host.ts';
import { findPlaces, pathOf, placeOf, visit } from './screens.ts';

async function unpacked(download: Promise<Download>): Promise<string[]> {
  const file = await (await download).path();
  return Object.keys(unzipSync(await readFile(file)));
}

test('issue 7: raw data for SPSS by the keyboard: what for, who, why, seen who stands out, and one file to save', async ({ rost }) => {
  await goTo(rost, 'Oversikt');
  await visit(rost, pathOf(placeOf('analysis'), await findPlaces()));
  await expect(rost.getByRole('button', { name: 'Eksporter rådata …' })).toBeVisible();
  await keys(rost, 'Shift+E');
  const dialog = rost.getByRole('dialog', { name: 'Eksporter data' });
  await expect(dialog.getByRole('radio', { name: /Analyse i SPSS/u })).toBeChecked();
  expect(await findings(rost)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Mottaker' }).fill('Nasjonalt senter');
  await dialog.getByRole('textbox', { name: 'Formål' }).fill('Evaluering');
  await keys(rost, 'Enter');
  await expect(dialog.getByText('Se gjennom hvem som skiller seg ut, og bekreft.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: /Jeg har sett hvem/u }).press('Space');
  await dialog.getByRole('button', { name: 'Utlever og lag filer' }).press('Enter');
  const save = dialog.getByRole('button', { name: /^Lagre .+\.zip$/u });
  await expect(save).toBeFocused();
  const download = rost.waitForEvent('download');
  await save.press('Enter');
  const names = await unpacked(download);
  expect(names).toContain('intervjuer.sav');
  expect(names).toContain('kodebok.csv');
  await expect(dialog.getByText('Lagret')).toBeVisible();
  // Next time it begins with what was chosen; a package is refused while somebody stands out, and nobody can let it through.
  await keys(rost, 'Escape', 'Shift+E');
  await dialog.getByRole('radio', { name: /Gi videre/u }).press('Space');
  await expect(dialog.getByText(/Pakken kan ikke lages slik/u)).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: /Jeg har sett hvem/u })).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'Utlever og lag filer' })).toBeDisabled();
  await expect(dialog.getByText('Noen skiller seg ut i pakken')).toBeVisible();
  expect(await findings(rost)).toEqual([]);
});

test('issue 7.11: the archive is made and known by its checksum, and a project is deleted only by its name', async ({ rost }) => {
  await goTo(rost, 'Oversikt');
  await visit(rost, pathOf(placeOf('archive'), await findPlaces()));
  // A browser says what it cannot do.
  await expect(rost.getByText('Nettleseren kan ikke lage PDF for pakken.', { exact: false })).toBeVisible();
  await rost.getByRole('button', { name: 'Lag arkivpakke' }).press('Enter');
  await expect(rost.getByText('Skriv dette først.').first()).toBeVisible();
  await rost.getByRole('textbox', { name: 'Mottaker' }).fill('Arkivet i Fjordvik');
  await rost.getByRole('textbox', { name: 'Hvorfor lages den?' }).fill('Prosjektet er slutt');
  await rost.getByRole('button', { name: 'Lag arkivpakke' }).press('Enter');
  const save = rost.getByRole('button', { name: /^Lagre .+\.zip$/u });
  await expect(save).toBeFocused({ timeout: 30_000 });
  const download = rost.waitForEvent('download');
  await save.press('Enter');
  expect(await unpacked(download)).toContain('manifest-sha256.txt');
  await expect(rost.getByText(/til Arkivet i Fjordvik/u)).toBeVisible();
  const remove = rost.getByRole('button', { name: 'Slett prosjektet for godt' });
  await rost.getByRole('textbox', { name: 'Hvorfor slettes det?' }).fill('Fristen er ute');
  const typed = rost.getByRole('textbox', { name: /Skriv prosjektets navn/u });
  await typed.fill('Bruker');
  await expect(remove).toBeDisabled();
  await expect(rost.getByText('Skriv hvorfor, og prosjektets navn.')).toBeVisible();
  await expect(rost.getByText(/^Slettes \d/u)).toBeVisible();
  const label = await rost.getByText(/Skriv prosjektets navn for å bekrefte:/u).innerText();
  await typed.fill(label.split(': ').slice(1).join(': '));
  await remove.press('Enter');
  await expect(rost.getByText('Prosjektet er slettet.', { exact: false })).toBeVisible({ timeout: 30_000 });
  const receipt = rost.waitForEvent('download');
  await rost.getByRole('button', { name: 'Lagre kvitteringen' }).press('Enter');
  expect((await receipt).suggestedFilename()).toMatch(/^Kvittering for sletting .+\.docx$/u);
  // What is deleted has no day of deletion to come.
  await expect(rost.getByText(/^Slettes \d/u)).toHaveCount(0);
});
