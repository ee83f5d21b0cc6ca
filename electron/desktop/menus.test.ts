import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import { readDesktopTexts, desktopLanguage } from './desktop-texts.ts';
import { accelerator, menuTemplate } from './menus.ts';

const ran: string[] = [];
async function template(platform: string, language: 'nb' | 'nn' | 'sv' | 'en' = 'nb'): Promise<MenuItemConstructorOptions[]> {
  return menuTemplate({
    texts: await readDesktopTexts(language),
    platform,
    isDevelopment: false,
    run: (id) => ran.push(id),
    openWindow: () => ran.push('window'),
  });
}

function all(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
}

test('every command with a menu in the registry is in the menus once, and no other command is', async () => {
  const ids = all(await template('linux')).flatMap((item) => item.id ?? []);
  expect(ids.toSorted()).toEqual(
    [...commands.filter((command) => command.menu !== undefined).map((command) => command.id), 'newWindow'].toSorted(),
  );
});

test.each(['nb', 'nn', 'sv', 'en'] as const)('every item has a label in %s', async (language) => {
  for (const platform of ['linux', 'darwin']) {
    const bare = all(await template(platform, language)).filter((item) => item.type !== 'separator' && (item.label ?? '') === '');
    expect(bare).toEqual([]);
  }
});

test('choosing an item sends its id', async () => {
  const item = all(await template('linux')).find(({ id }) => id === 'curtain');
  // The item looks at none of the three values that Electron gives.
  const click = item?.click as (() => void) | undefined;
  click?.();
  expect(ran).toContain('curtain');
});

test('keys are shown and left to the page, which knows where the caret is', async () => {
  const keyed = all(await template('linux')).filter((item) =>
    commands.some((command) => command.id === item.id && command.keys.length > 0),
  );
  expect(keyed.length).toBeGreaterThan(5);
  expect(keyed.filter((item) => item.registerAccelerator !== false)).toEqual([]);
});

test('keys are written as Electron writes them', () => {
  expect(['Mod+Shift+Z', 'F1', 'Mod+ArrowDown', 'Mod+K'].map(accelerator)).toEqual([
    'CommandOrControl+Shift+Z',
    'F1',
    'CommandOrControl+Down',
    'CommandOrControl+K',
  ]);
});

test('a Mac has its own first menu and a window menu', async () => {
  expect((await template('darwin')).map((item) => item.label)).toEqual(['Røst', 'Fil', 'Rediger', 'Vis', 'Gå', 'Vindu', 'Hjelp']);
  expect((await template('linux')).map((item) => item.label)).toEqual(['Fil', 'Rediger', 'Vis', 'Gå', 'Hjelp']);
});

test('no menu of a release opens the developer tools', async () => {
  expect(all(await template('linux')).map((item) => item.role)).not.toContain('toggleDevTools');
});

test.each([
  [['nb-NO', 'en-US'], 'nb'],
  [['no'], 'nb'],
  [['nn-NO'], 'nn'],
  [['se-NO', 'sv-SE'], 'sv'],
  [['de-DE', 'en-GB'], 'en'],
  [['fi-FI'], 'en'],
  [[], 'en'],
] as const)('a system in %j speaks %s', (preferred, language) => {
  expect(desktopLanguage(preferred)).toBe(language);
});
