import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import type { Said } from '../core/coding-fixture.ts';
import { codingGround, openGrid, type Ground } from './coding-ground.ts';
import { expect, focusOf, saved, stopHost, test } from './host.ts';

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

function ground(said: readonly Said[]): Promise<Ground> {
  return codingGround(said, async ({ client }, { projectId }) => {
    const ids = new Map((await client.themes.tree({})).themes.map((theme) => [theme.terms.nb ?? '', theme.id]));
    for (const term of [...onDigits, ...typed])
      if (!ids.has(term)) ids.set(term, (await client.themes.create({ term, language: 'nb', parentId: null })).themeId);
    for (const [place, term] of onDigits.entries()) {
      const themeId = ids.get(term);
      if (themeId !== undefined) await client.coding.setQuickTheme({ projectId, digit: place + 1, themeId });
    }
  });
}

/** Lets the core's answers wait on their way to the page. */
async function slowAnswers(page: Page): Promise<{ readonly hold: () => void; readonly letGo: () => void }> {
  let held: (string | Buffer)[] | null = null;
  let answer: (message: string | Buffer) => void = () => {};
  await page.routeWebSocket(/\/socket$/u, (socket) => {
    answer = (message) => socket.send(message);
    socket.connectToServer().onMessage((message) => (held === null ? answer(message) : void held.push(message)));
  });
  return {
    hold: () => {
      held = [];
    },
    letGo: () => {
      const waiting = held ?? [];
      held = null;
      for (const message of waiting) answer(message);
    },
  };
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
      // The hand is faster than a busy machine.
      await expect(page.getByText('100 av 100 kodet')).toBeVisible({ timeout: 20_000 });
      await saved(page);
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

  test('[F46] keys that come before the next row are put on that row, and none overtakes another', async ({ page }) => {
    const start = await ground(
      ['Elleve uker.', 'Brevene er vanskelige.', 'Stengt hele juli.'].map((body, at) => ({ code: `R00${at + 1}`, body })),
    );
    const late = await slowAnswers(page);
    try {
      await openGrid(page, start);
      late.hold();
      for (const key of ['Control+ArrowDown', 'b', 'o']) await page.keyboard.press(key);
      late.letGo();
      // The hand goes on while what it typed before is still being put where it belongs.
      await Promise.all(['l', 'i', 'Enter', '2'].map((key) => page.keyboard.press(key)));
      await page.keyboard.press('Control+ArrowDown');
      await Promise.all(['f', 'x', 'Backspace', 'a', 'm', 'Enter', '4'].map((key) => page.keyboard.press(key)));
      await page.keyboard.press('Control+z');
      await expect(page.getByText('2 av 3 kodet')).toBeVisible();
      await expect(page.locator('footer')).toContainText('Angret: tema «Tilgang» på svar R003');
      await expect.poll(() => focusOf(page)).toContain('R003');
    } finally {
      await stopHost(start.host);
    }
    expect(codingsIn(start.path)).toEqual({ R002: ['Bolig', 'Åpningstid'], R003: ['Familie'] });
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
      // Whether the rows come before the filter is closed or after it, the hand is on the first of them.
      await expect(rows).toHaveText(['R001', 'R003']);
      await page.keyboard.press('Escape');
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
