import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, keys, test } from './host.ts';
import { findSampleCopy } from './path-files.ts';
import { findPlaces, pathOf, screens, settled, visit } from './screens.ts';

async function open(page: Page, name: string): Promise<void> {
  const screen = screens.find((one) => one.name === name);
  if (screen === undefined) throw new Error(`no screen ${name}`);
  await visit(page, pathOf(screen, await findPlaces()));
  await settled(page);
}

/** How many disagreements are open, as the list says. */
async function openOnes(page: Page): Promise<number> {
  const said = await page.getByRole('radio', { name: /^Åpne \(/u }).textContent();
  return Number(/\d+/u.exec(said ?? '')?.[0]);
}

interface Standing {
  readonly coders: number;
  readonly consensus: number;
  readonly settled: number;
}

/** What stands in the file: the coders' own codings, those of the consensus coder, and what was settled. */
function standing(folder: string): Standing {
  // The program holds the file for itself: a copy is looked at.
  const copies = mkdtempSync(join(tmpdir(), 'rost-agreement-'));
  const source = findSampleCopy(folder);
  for (const ending of ['', '-wal']) if (existsSync(source + ending)) copyFileSync(source + ending, join(copies, `a.rost${ending}`));
  const db = new Database(join(copies, 'a.rost'));
  const count = (sql: string): number => Number(db.prepare(sql).pluck().get());
  const of = (isConsensus: number): number =>
    count(`SELECT count(*) FROM coding JOIN actor ON actor.id = coder_id WHERE is_consensus = ${isConsensus}`);
  const found = { coders: of(0), consensus: of(1), settled: count('SELECT count(*) FROM consensus') };
  db.close();
  rmSync(copies, { recursive: true });
  return found;
}

test('[F60] [F63] two coders talk their disagreements through by keyboard; what they settle is kept, and both originals', async ({
  rost,
  host,
}) => {
  const before = standing(host.folder);
  await open(rost, 'agreement');
  await expect(rost.getByRole('row', { name: /Alle temaer samlet/u })).toContainText('0,');
  await keys(rost, 'u');
  await expect(rost.getByRole('heading', { level: 1, name: 'Uenigheter å snakke om' })).toBeVisible();
  const rows = rost.getByRole('list', { name: 'Uenigheter å snakke om' }).getByRole('listitem');
  await expect(rost.getByRole('region', { name: 'Solfrid Tangvåg' })).toContainText('ST');
  await expect(rost.getByRole('region', { name: 'Even Strandmyr' })).toContainText('ES');
  const all = await openOnes(rost);
  await expect(rows).toHaveCount(all);
  // All that either marked; then, of the next, not this theme, with the reason; then other words.
  await keys(rost, '3');
  await expect(rost.getByText(`Åpne (${all - 1})`)).toBeVisible();
  await keys(rost, 'm');
  await rost.keyboard.type('Handler om noe annet.');
  await keys(rost, 'Enter');
  await keys(rost, '5');
  await expect(rost.getByText(`Åpne (${all - 2})`)).toBeVisible();
  await keys(rost, 'ArrowDown', '6');
  await expect(rost.getByRole('textbox', { name: /Merk ordene/u })).toBeFocused();
  await keys(rost, 'Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter');
  await expect(rost.getByText(`Åpne (${all - 3})`)).toBeVisible();
  await expect(rows).toHaveCount(all - 3);
  expect(standing(host.folder)).toEqual({ coders: before.coders, consensus: 2, settled: 3 });

  await rost.getByRole('radio', { name: /Avgjort/u }).focus();
  await keys(rost, 'Space');
  await expect(rows).toHaveCount(3);
  await expect(rost.getByRole('region', { name: 'Konsensus' })).toBeVisible();
  await rost.getByRole('heading', { level: 1 }).focus();
  await keys(rost, 'r');
  await expect(rows).toHaveCount(2);
  await keys(rost, 'Control+z');
  await expect(rows).toHaveCount(3);
  expect(standing(host.folder)).toEqual({ coders: before.coders, consensus: 2, settled: 3 });
});

test('[F60] blind coding hides what the other has coded until it is ended, and then shows where they differ', async ({ rost }) => {
  await open(rost, 'agreement');
  await rost.getByRole('button', { name: 'Kod blindt' }).focus();
  await keys(rost, 'Enter');
  await expect(rost.getByText('Dere koder blindt.')).toBeVisible();
  await expect(rost.getByRole('table')).toBeHidden();
  await open(rost, 'disagreements');
  await expect(rost.getByRole('main')).toContainText('Dere koder blindt.');
  await open(rost, 'agreement');
  await rost.getByRole('button', { name: 'Avslutt blindkodingen' }).focus();
  await keys(rost, 'Enter');
  await expect(rost.getByRole('heading', { level: 1, name: 'Uenigheter å snakke om' })).toBeVisible();
  await expect(rost.getByRole('list', { name: 'Uenigheter å snakke om' }).getByRole('listitem').first()).toBeVisible();
});
