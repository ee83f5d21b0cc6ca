import { findings, type Finding } from './axe.ts';
import { expect, focusOf, goTo, test } from './host.ts';
import { findPlaces, pathOf, screens, settled, visit } from './screens.ts';

test.describe.configure({ mode: 'parallel' });

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
    // However long a loaded machine takes: what must not happen is that nothing has focus in the end.
    await expect.poll(() => focusOf(rost), { message: screen.name, timeout: 15_000 }).not.toBe('body');
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
