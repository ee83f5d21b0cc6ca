import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, focusOf, goTo, test } from './host.ts';
import { findPlaces, pathOf, screens, settled, visit } from './screens.ts';

test.describe.configure({ mode: 'parallel' });

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly rule: string;
  readonly where: readonly string[];
}

/** Runs axe in the page's own world through the debugger, which the page's policy does not bind. */
async function findings(page: Page): Promise<Finding[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const expression = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => ({ rule: id, where: nodes.slice(0, 4).map((node) => node.html.slice(0, 160)) }))))`;
  const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  await session.detach();
  // The expression above gives text of exactly this form.
  return JSON.parse(String(result.value)) as Finding[];
}

test('axe finds nothing on any screen, light or dark, and focus is somewhere', async ({ rost }) => {
  test.setTimeout(240_000);
  const places = await findPlaces();
  const found: Record<string, Finding[]> = {};
  const look = async (name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await rost.emulateMedia({ colorScheme });
      const here = await findings(rost);
      if (here.length > 0) found[`${name}, ${colorScheme}`] = here;
    }
  };
  for (const screen of screens) {
    await visit(rost, pathOf(screen, places));
    await settled(rost);
    await expect.poll(() => focusOf(rost), { message: screen.name, timeout: 1000 }).not.toBe('body');
    await look(screen.name);
  }
  // The screen that stands before any workspace is open.
  await visit(rost, '/');
  await settled(rost);
  await goTo(rost, 'Lukk arbeidsfilen');
  await expect(rost.getByRole('heading', { name: 'Åpne en arbeidsfil' })).toBeVisible();
  await look('start');
  expect(found).toEqual({});
});

const sizes = [
  [1024, 700],
  [1280, 800],
  [1920, 1080],
  [720, 900],
] as const;

test('no screen is cut or scrolls sideways, from 1024 × 700 to 1920 × 1080 and at 200 %', async ({ rost }) => {
  test.setTimeout(240_000);
  const places = await findPlaces();
  const wide: string[] = [];
  for (const screen of screens) {
    await visit(rost, pathOf(screen, places));
    await settled(rost);
    for (const [width, height] of sizes) {
      await rost.setViewportSize({ width, height });
      await rost.waitForTimeout(80);
      if (await rost.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1)) wide.push(`${screen.name} ${width}`);
    }
  }
  expect(wide).toEqual([]);
});
