import type * as Electron from 'electron';
import { strict } from './strict.ts';

/** Answers that the test has laid ready, and what was asked. */
export const dialogState = {
  answers: [] as unknown[],
  asked: [] as { readonly kind: string; readonly options: unknown }[],
};

function answer<T>(kind: string, values: readonly unknown[]): Promise<T> {
  dialogState.asked.push({ kind, options: values.at(-1) });
  if (dialogState.answers.length === 0) throw new Error(`electron double: nobody answers dialog.${kind}`);
  // The test gives the answer that the dialog's type asks for.
  return Promise.resolve(dialogState.answers.shift() as T);
}

/** dialog. */
export const dialog = strict('dialog', {
  showOpenDialog: (...values: unknown[]) => answer<Electron.OpenDialogReturnValue>('showOpenDialog', values),
  showSaveDialog: (...values: unknown[]) => answer<Electron.SaveDialogReturnValue>('showSaveDialog', values),
  showErrorBox: (title: string, content: string) => {
    dialogState.asked.push({ kind: 'showErrorBox', options: { title, content } });
    process.stderr.write(`${title}: ${content}\n`);
  },
});

export const shellState = { opened: [] as string[] };

/** shell. */
export const shell = strict('shell', {
  openExternal: (url: string): Promise<void> => {
    shellState.opened.push(url);
    return Promise.resolve();
  },
});

export const menuState = { current: [] as Electron.MenuItemConstructorOptions[] };

/** Menu: kept as the template it was made from. */
export const Menu = strict('Menu', {
  buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): { readonly template: Electron.MenuItemConstructorOptions[] } {
    for (const item of template) checkItem(item);
    return { template };
  },
  setApplicationMenu(menu: { readonly template: Electron.MenuItemConstructorOptions[] }): void {
    menuState.current = menu.template;
  },
});

/** Electron throws on the same: an item with neither label nor role. */
function checkItem(item: Electron.MenuItemConstructorOptions): void {
  if (item.type !== 'separator' && item.role === undefined && (item.label ?? '') === '')
    throw new Error('electron double: a menu item without label or role');
  if (Array.isArray(item.submenu)) for (const inner of item.submenu) checkItem(inner);
}

/** nativeTheme. */
export const nativeTheme = strict('nativeTheme', { shouldUseDarkColors: process.env['ROST_DOUBLE_DARK'] !== undefined });
