import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { builtFolder } from '../support/built.ts';
import { findings } from './axe.ts';
import { expect, focusOf, saved, test } from './host.ts';
import { settled, visit } from './screens.ts';

/** The sample's follow-up meeting: planned, with one item and no line yet. */
async function openMeeting(page: Page, part = ''): Promise<void> {
  const db = new Database(join(await builtFolder(), 'resources', 'sample', 'Fjordvik.rost'), { readonly: true });
  const id = String(db.prepare("SELECT id FROM meeting WHERE kind = 'follow-up' AND status = 'planned'").pluck().get());
  db.close();
  await visit(page, `/meetings/${id}${part}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Oppfølgingsmøte i Skogbygda' })).toBeVisible();
  await settled(page);
}

/** Presses keys and counts them; what is typed as text is not counted, as in the flows. */
function counter(page: Page) {
  let count = 0;
  return {
    keys: async (...names: readonly string[]): Promise<void> => {
      count += names.length;
      for (const name of names) await page.keyboard.press(name);
    },
    count: () => count,
  };
}

const field = (page: Page) => page.getByRole('textbox', { name: /^Linje \d+ av \d+/u });

test('two actions are agreed while minutes are typed, by keyboard, and a reload opens in the line', async ({ rost }) => {
  const { keys, count } = counter(rost);
  await openMeeting(rost);
  await keys('r');
  await expect(field(rost)).toBeFocused();
  await rost.keyboard.type('Skyssen går ikke om kvelden.');
  await keys('Control+4');
  await rost.keyboard.press('Enter');
  await rost.keyboard.type('Lage en plan for skyss til Loftet');
  const before = count();
  await keys('Control+8', 'e', 'r', 'f', 'Enter');
  await rost.keyboard.type('innen jul');
  await keys('Enter');
  expect(count() - before).toBe(6);
  await expect(field(rost)).toBeFocused();
  await rost.keyboard.press('Enter');
  await rost.keyboard.type('Ringe alle på ventelisten');
  await keys('Control+8');
  await rost.keyboard.type('enhetslederne');
  await keys('Enter');
  await rost.keyboard.type('så snart som mulig');
  await keys('Enter');
  await expect(rost.getByText('«innen jul»')).toBeVisible();
  await expect(rost.getByText('enhetslederne')).toBeVisible();
  await expect(rost.locator('[data-line]').nth(1)).toContainText('Erfaringsloftet');
  await expect(rost.locator('[data-line]').first()).toContainText('Utfordring');
  await saved(rost);
  await rost.reload();
  await expect(field(rost)).toBeFocused();
  await expect(field(rost)).toHaveValue('Ringe alle på ventelisten');
  await keys('Control+Enter');
  await expect(rost).toHaveURL(/\/meetings\/[0-9a-f-]+$/u);
  expect(count()).toBeLessThanOrEqual(15);
  await expect(rost.getByText('Lage en plan for skyss til Loftet').first()).toBeVisible();
});

test('lines are split, joined, moved, pasted and walked through like one text, and taken back by name', async ({ rost }) => {
  await openMeeting(rost, '/minutes');
  await expect(field(rost)).toBeFocused();
  const lines = () => rost.locator('[data-line] [data-words]').allTextContents();
  await rost.keyboard.type('Ett to');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'Enter']) await rost.keyboard.press(key);
  expect(await lines()).toEqual(['Ett', 'to']);
  await rost.keyboard.press('Backspace');
  expect(await lines()).toEqual(['Ett to']);
  await rost.keyboard.press('End');
  await field(rost).evaluate((node) => {
    const data = new DataTransfer();
    data.setData('text/plain', ' tre\nfire\n\nfem');
    node.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  expect(await lines()).toEqual(['Ett totre', 'fire', 'fem']);
  await rost.keyboard.press('ArrowUp');
  await expect(field(rost)).toHaveValue('fire');
  await rost.keyboard.press('Alt+ArrowUp');
  expect(await lines()).toEqual(['fire', 'Ett totre', 'fem']);
  await expect.poll(() => focusOf(rost)).toContain('Linje 1 av 3');
  await rost.keyboard.press('Control+z');
  await expect.poll(lines).toEqual(['Ett totre', 'fire', 'fem']);
  await rost.keyboard.press('Control+z');
  await expect.poll(lines).toEqual(['Ett to']);
});

test('who said it, a theme and attendance are reached by key, and the screen is right for a screen reader', async ({ rost }) => {
  await openMeeting(rost, '/minutes');
  await expect(field(rost)).toBeFocused();
  await rost.keyboard.type('Pårørende får vite det sist.');
  await rost.keyboard.press('@');
  await rost.keyboard.type('pårør');
  await rost.keyboard.press('Enter');
  await expect(rost.locator('[data-line]').first()).toContainText('Pårørendes perspektiv');
  await expect(field(rost)).toBeFocused();
  await rost.keyboard.press('Control+1');
  await rost.keyboard.type('pårør');
  await expect(rost.getByRole('option').first()).toBeVisible();
  await rost.keyboard.press('Enter');
  await expect(rost.locator('[data-line]').first()).toContainText('Tema');
  await rost.keyboard.type(' Mail til post@fjordvik.example går ikke fram.');
  await expect(field(rost)).toHaveValue('Pårørende får vite det sist. Mail til post@fjordvik.example går ikke fram.');
  expect(await findings(rost)).toEqual([]);
  await rost.keyboard.press('Control+Shift+A');
  await expect(rost.getByRole('button', { name: 'Legg til frammøtte' })).toBeFocused();
  await rost.keyboard.press('Control+Shift+A');
  await expect(field(rost)).toBeFocused();
});
