import type { MenuItemConstructorOptions } from 'electron';
import { commands, type CommandEntry } from '../../shared/commands/registry.ts';
import type { MessageId } from '../../shared/messages/generated/message-id.ts';
import type { DesktopTexts } from './desktop-texts.ts';

type MenuName = NonNullable<CommandEntry['menu']>;

export interface MenuOptions {
  readonly texts: DesktopTexts;
  readonly platform: string;
  readonly isDevelopment: boolean;
  /** Sends a command's id to the window in front. */
  readonly run: (id: string) => void;
  readonly openWindow: () => void;
}

/** The native menus, from the command registry; what only the shell can do is added, in the same language. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { texts, platform } = options;
  const isMac = platform === 'darwin';
  const registered = (menu: MenuName): MenuItemConstructorOptions[] =>
    commands.filter((command) => command.menu === menu).map((command) => item(command, options));
  const role = (name: NonNullable<MenuItemConstructorOptions['role']>, id: MessageId): MenuItemConstructorOptions => ({
    role: name,
    label: texts[id],
  });
  const newWindow: MenuItemConstructorOptions = {
    id: 'newWindow',
    label: texts['desktop.menu.newWindow'],
    accelerator: 'CommandOrControl+Shift+N',
    click: options.openWindow,
  };
  return [
    ...(isMac ? [appMenu(role)] : []),
    {
      label: texts['desktop.menu.file'],
      submenu: [
        newWindow,
        ...registered('file'),
        separator,
        role('close', 'desktop.menu.closeWindow'),
        ...(isMac ? [] : [role('quit', 'desktop.menu.quit')]),
      ],
    },
    {
      label: texts['desktop.menu.edit'],
      submenu: [
        ...registered('edit'),
        separator,
        role('cut', 'desktop.menu.cut'),
        role('copy', 'desktop.menu.copy'),
        role('paste', 'desktop.menu.paste'),
        role('selectAll', 'desktop.menu.selectAll'),
      ],
    },
    {
      label: texts['desktop.menu.view'],
      submenu: [...registered('view'), separator, ...zoom(role), ...(options.isDevelopment ? developerItems : [])],
    },
    { label: texts['desktop.menu.go'], submenu: registered('go') },
    ...(isMac
      ? [{ label: texts['desktop.menu.window'], role: 'window' as const, submenu: [role('minimize', 'desktop.menu.minimize')] }]
      : []),
    {
      label: texts['desktop.menu.help'],
      role: 'help',
      submenu: [...registered('help'), ...(isMac ? [] : [role('about', 'desktop.menu.about')])],
    },
  ];
}

type RoleItem = (name: NonNullable<MenuItemConstructorOptions['role']>, id: MessageId) => MenuItemConstructorOptions;

const separator: MenuItemConstructorOptions = { type: 'separator' };
const developerItems: readonly MenuItemConstructorOptions[] = [separator, { role: 'reload' }, { role: 'toggleDevTools' }];

function zoom(role: RoleItem): MenuItemConstructorOptions[] {
  return [
    role('zoomIn', 'desktop.menu.zoomIn'),
    role('zoomOut', 'desktop.menu.zoomOut'),
    role('resetZoom', 'desktop.menu.zoomReset'),
    separator,
    role('togglefullscreen', 'desktop.menu.fullScreen'),
  ];
}

function appMenu(role: RoleItem): MenuItemConstructorOptions {
  return {
    label: 'Røst',
    submenu: [
      role('about', 'desktop.menu.about'),
      separator,
      role('services', 'desktop.menu.services'),
      separator,
      role('hide', 'desktop.menu.hide'),
      role('hideOthers', 'desktop.menu.hideOthers'),
      role('unhide', 'desktop.menu.showAll'),
      separator,
      role('quit', 'desktop.menu.quit'),
    ],
  };
}

function item(command: CommandEntry, options: MenuOptions): MenuItemConstructorOptions {
  const key = command.keys[0];
  return {
    id: command.id,
    // The registry's message ids are all in the catalogue; test/desktop holds it to that.
    label: options.texts[command.message as MessageId],
    // Shown, not registered: the page hears the key itself and knows whether a caret stands.
    ...(key === undefined ? {} : { accelerator: accelerator(key), registerAccelerator: false }),
    click: () => options.run(command.id),
  };
}

/** A registry key ("Mod+Shift+Z", "F1", "Mod+ArrowDown") as Electron writes it. */
export function accelerator(key: string): string {
  return key.replace(/^Mod\+/u, 'CommandOrControl+').replace(/Arrow(?=Up|Down|Left|Right)/u, '');
}
