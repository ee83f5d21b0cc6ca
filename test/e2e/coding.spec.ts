import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { openCore } from '../../electron/core/open-core.ts';
import { makeCodingFixture, type CodingFixture, type Said } from '../core/coding-fixture.ts';
import { expect, focusOf, startHost, stopHost, test, type Host } from './host.ts';
import { visit } from './screens.ts';

/** Themes on the digits, and those that are found by their first three letters. */
const onDigits = ['Ventetid', 'Åpningstid', 'Informasjon', 'Tilgang', 'Respekt', 'Stigma', 'Rettigheter', 'Samtaler', 'Medisiner'] as const;
const typed = ['Bolig', 'Reisevei', 'Familie'] as const;

/** What one answer is coded with: digits, and then perhaps a theme by its letters. */
interface Plan {
  readonly said: Said;
  readonly digits: readonly number[];
  readonly typed: (typeof typed)[number] | null;
}

/** The reference set of interaction.md 3.2: 100 short answers, 130 codings, 104 of them by digit and 26 by typing. */
const reference: readonly Plan[] = Array.from({ length: 100 }, (_, at) => ({
  said: { code: `R${String(at + 1).padStart(3, '0')}`, body: `Svar nummer ${at + 1}: ventetiden var lang.`, age: 2 },
  digits: at >= 26 && at < 30 ? [(at % 9) + 1, ((at + 4) % 9) + 1] : [(at % 9) + 1],
  typed: at < 26 ? (typed[at % typed.length] ?? null) : null,
}));

interface Ground {
  readonly host: Host;
  readonly path: string;
  readonly at: CodingFixture;
}

async function ground(said: readonly Said[]): Promise<Ground> {
  const core = openCore({ windowId: 'fixture' });
  try {
    const at = await makeCodingFixture(core, said);
    const { path } = core.session.workspace;
    const ids = new Map((await core.client.themes.tree({})).themes.map((theme) => [theme.terms.nb ?? '', theme.id]));
    for (const term of [...onDigits, ...typed])
      if (!ids.has(term)) ids.set(term, (await core.client.themes.create({ term, language: 'nb', parentId: null })).themeId);
    for (const [place, term] of onDigits.entries()) {
      const themeId = ids.get(term);
      if (themeId !== undefined) await core.client.coding.setQuickTheme({ projectId: at.projectId, digit: place + 1, themeId });
    }
    // The file can be held by one process at a time.
    core[Symbol.dispose]();
    return { host: await startHost([path], mkdtempSync(join(tmpdir(), 'rost-coding-e2e-'))), path, at };
  } finally {
    core[Symbol.dispose]();
  }
}

async function openGrid(page: Page, { host, at }: Ground): Promise<void> {
  await page.goto(host.address);
  await expect(page.locator('h1').first()).toBeVisible();
  await visit(page, `/projects/${at.projectId}/coding`);
  await expect.poll(() => focusOf(page)).toContain('R001');
}

/** Themes on every answer in the file, by participant, each in the order it was put. */
function codingsIn(path: string): Record<string, string[]> {
  const db = new Database(path, { readonly: true });
  // The columns are those asked for.
  const rows = db
    .prepare(
      `SELECT respondent.code, theme_term.term FROM coding JOIN text ON text.id = coding.text_id AND coding.is_whole = 1
       JOIN interview ON interview.key = text.interview_key JOIN respondent ON respondent.id = interview.respondent_id
       JOIN theme_term ON theme_term.theme_id = coding.theme_id AND theme_term.kind = 'preferred'
       ORDER BY respondent.code, coding.coded_at, coding.id`,
    )
    .all() as { code: string; term: string }[];
  db.close();
  return Object.fromEntries([...Map.groupBy(rows, (row) => row.code)].map(([code, own]) => [code, own.map((row) => row.term)]));
}

test.describe('coding answers by keyboard alone', () => {
  test('[F46] a hundred answers take 308 keys, and every theme stands in the file', async ({ page }) => {
    const start = await ground(reference.map((one) => one.said));
    let count = 0;
    const press = async (key: string): Promise<void> => {
      count += 1;
      await page.keyboard.press(key);
    };
    try {
      await openGrid(page, start);
      for (const plan of reference) {
        for (const digit of plan.digits) await press(String(digit));
        for (const letter of (plan.typed ?? '').slice(0, 3).toLowerCase()) await press(letter);
        if (plan.typed !== null) await press('Enter');
        await press('Enter');
      }
      await expect(page.getByText('100 av 100 kodet')).toBeVisible();
      await expect(page.locator('footer')).toContainText('Alt er lagret');
    } finally {
      await stopHost(start.host);
    }
    expect(count).toBe(308);
    const wanted = reference.map((plan) => [
      plan.said.code,
      [...plan.digits.map((digit) => onDigits[digit - 1] ?? ''), ...(plan.typed === null ? [] : [plan.typed])],
    ]);
    const found = codingsIn(start.path);
    expect(found).toEqual(Object.fromEntries(wanted));
    expect(Object.values(found).flat()).toHaveLength(130);
  });

  test('[F47] [F54] rows are filtered by a closed answer, all of them coded in one step, and the step is undone', async ({ page }) => {
    const start = await ground([
      { code: 'R001', body: 'Elleve uker uten å høre noe.', age: 2 },
      { code: 'R002', body: 'Brevene er vanskelige å forstå.' },
      { code: 'R003', body: 'Stengt hele juli.', age: 2 },
    ]);
    const rows = page.getByRole('grid').getByRole('rowheader');
    try {
      await openGrid(page, start);
      await page.keyboard.press('Control+f');
      await expect.poll(() => focusOf(page)).toContain('Ord i teksten');
      await page.getByRole('button', { name: /Filtrer på/u }).focus();
      await page.keyboard.type('Hvor gammel');
      await page.getByRole('checkbox', { name: '30–49' }).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Escape');
      await expect(rows).toHaveText(['R001', 'R003']);
      await expect.poll(() => focusOf(page)).toContain('R001');
      await page.keyboard.press('Control+a');
      await expect(page.getByText('2 svar valgt')).toBeVisible();
      await page.keyboard.press('3');
      await expect(page.getByText('2 av 3 kodet')).toBeVisible();
      // The rows stay where they were, and the step has one name.
      await expect(rows).toHaveText(['R001', 'R003']);
      await expect(page.locator('footer')).toContainText('tema «Informasjon» på 2 svar');
      await page.keyboard.press('Control+z');
      await expect(page.getByText('0 av 3 kodet')).toBeVisible();
    } finally {
      await stopHost(start.host);
    }
  });
});
