import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type FolderPurpose = 'workspace' | 'export';

/** Where each kind of dialog was last used. Electron's own dialogs begin in Downloads every time (since 43). */
export interface RememberedFolders {
  readonly get: (purpose: FolderPurpose) => string;
  readonly setFromFile: (purpose: FolderPurpose, path: string) => void;
}

/** Keeps the folders in a small file beside the recent list; a folder that is gone, or was never set, is `fallback`. */
export function createRememberedFolders(dataFolder: string, fallback: string): RememberedFolders {
  const path = join(dataFolder, 'folders.json');
  const read = (): Partial<Record<FolderPurpose, unknown>> => {
    try {
      const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
      return typeof kept === 'object' && kept !== null ? kept : {};
    } catch {
      return {};
    }
  };
  return {
    get: (purpose) => {
      const folder = read()[purpose];
      return typeof folder === 'string' && existsSync(folder) ? folder : fallback;
    },
    setFromFile: (purpose, file) => {
      mkdirSync(dataFolder, { recursive: true });
      writeFileSync(path, `${JSON.stringify({ ...read(), [purpose]: dirname(file) })}\n`);
    },
  };
}
