import type { Said } from '../core/coding-fixture.ts';
import { codingGround, openGrid, type Ground } from './coding-ground.ts';
import { expect, keys, stopHost, test } from './host.ts';

const waited = ['Lang ventetid', 'Ventetiden var lang', 'Elleve ukers ventetid', 'Altfor lang ventetid før hjelpen kom'] as const;
const letters = ['Brevet var vanskelig å forstå', 'Forsto ikke brevet', 'Et brev uten forklaring', 'Brevene sa ingenting'] as const;

/** Forty answers that somebody has coded, waiting and information by turns, and three that nobody has. */
const said: readonly Said[] = [
  ...Array.from({ length: 40 }, (_, at) => ({
    code: `R${String(at + 1).padStart(3, '0')}`,
    body: `${(at % 2 === 0 ? waited : letters)[Math.floor(at / 2) % 4] ?? ''}.`,
  })),
  { code: 'R041', body: 'Det ble lang ventetid igjen.' },
  { code: 'R042', body: 'Brevet ga ingen forklaring.' },
  { code: 'R043', body: 'Ventetid, og ingen visste hvor lang.' },
];

function ground(): Promise<Ground> {
  return codingGround(said, async ({ client }, { texts, themes }) => {
    for (const { code } of said.slice(0, 40)) {
      const textId = texts.get(code);
      const themeId = Number(code.slice(1)) % 2 === 1 ? themes.waiting : themes.information;
      if (textId !== undefined) await client.coding.apply({ textIds: [textId], themeId });
    }
  });
}

test('issue 5.8: suggestions are switched on, seen, accepted and rejected by keyboard, and never count before they are accepted', async ({
  page,
}) => {
  const start = await ground();
  const current = page.locator('[role="row"][data-current]');
  const proposed = current.getByRole('group', { name: 'Foreslåtte temaer' });
  try {
    await openGrid(page, start);
    await expect(page.getByText('40 av 43 kodet')).toBeVisible();
    await expect(page.getByRole('group', { name: 'Foreslåtte temaer' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Forslag …' }).focus();
    await keys(page, 'Enter');
    const isOn = page.getByRole('switch', { name: 'Foreslå temaer på ukodede svar' });
    await expect(isOn).not.toBeChecked();
    await isOn.focus();
    await keys(page, 'Space');
    await expect(isOn).toBeChecked();
    // How good they are is said where they are switched on, and of how many.
    await expect(page.getByRole('dialog')).toContainText(/av 100 forslag er riktige \(\d+ av \d+\)/u);
    await keys(page, 'Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await current.focus();
    await keys(page, 'Control+ArrowDown');
    await expect(current).toContainText('R041');
    await expect(proposed).toContainText('Ventetid');
    // Shown is not coded.
    await expect(page.getByText('40 av 43 kodet')).toBeVisible();
    await keys(page, 'Control+1');
    await expect(current.locator('[data-chip]', { hasText: 'Ventetid' })).toContainText('foreslått, godtatt');
    await expect(page.getByText('41 av 43 kodet')).toBeVisible();
    await expect(page.locator('footer')).toContainText('foreslått tema «Ventetid» på svar R041');
    await keys(page, 'Control+ArrowDown');
    await expect(current).toContainText('R042');
    await expect(proposed).toContainText('Informasjon');
    await keys(page, 'Control+Backspace');
    await expect(proposed).toHaveCount(0);
    await expect(page.locator('footer')).toContainText('avvist forslag «Informasjon» på svar R042');
    await expect(page.getByText('41 av 43 kodet')).toBeVisible();
    await keys(page, 'Control+z');
    await expect(proposed).toContainText('Informasjon');
    await expect(current).toBeFocused();
  } finally {
    await stopHost(start.host);
  }
});
