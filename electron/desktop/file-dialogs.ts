import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, type WebContents } from 'electron';
import { join } from 'node:path';
import type { DesktopTexts } from './desktop-texts.ts';
import type { RememberedFolders } from './remembered-folders.ts';

/** The system's dialogs, over the window that asked. */
export interface FileDialogs {
  /** Path of a workspace to open or to make, or null when cancelled. */
  readonly chooseWorkspace: (sender: WebContents, purpose: 'open' | 'create') => Promise<string | null>;
  /** Path to save a file under, or null when cancelled. */
  readonly chooseTarget: (sender: WebContents, name: string) => Promise<string | null>;
}

const extension = '.rost';

/** Dialogs in the person's language that begin where the last one of their kind ended. */
export function createFileDialogs(texts: DesktopTexts, folders: RememberedFolders): FileDialogs {
  const filters = [{ name: texts['desktop.dialog.workspaces'], extensions: [extension.slice(1)] }];
  const askToSave = async (sender: WebContents, options: SaveDialogOptions): Promise<string | null> => {
    const window = BrowserWindow.fromWebContents(sender);
    const { canceled, filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
    return canceled || filePath === '' ? null : filePath;
  };
  const askToOpen = async (sender: WebContents, options: OpenDialogOptions): Promise<string | null> => {
    const window = BrowserWindow.fromWebContents(sender);
    const { canceled, filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
    return canceled ? null : (filePaths[0] ?? null);
  };
  const create = async (sender: WebContents): Promise<string | null> => {
    const name = `${texts['desktop.dialog.newName']}${extension}`;
    const path = await askToSave(sender, {
      title: texts['desktop.dialog.create'],
      defaultPath: join(folders.get('workspace'), name),
      filters,
    });
    return path === null || path.endsWith(extension) ? path : `${path}${extension}`;
  };
  return {
    chooseWorkspace: async (sender, purpose) => {
      const options: OpenDialogOptions = {
        title: texts['desktop.dialog.open'],
        defaultPath: folders.get('workspace'),
        filters,
        properties: ['openFile'],
      };
      const path = purpose === 'create' ? await create(sender) : await askToOpen(sender, options);
      if (path !== null) folders.setFromFile('workspace', path);
      return path;
    },
    chooseTarget: async (sender, name) => {
      const path = await askToSave(sender, { title: texts['desktop.dialog.save'], defaultPath: join(folders.get('export'), name) });
      if (path !== null) folders.setFromFile('export', path);
      return path;
    },
  };
}
