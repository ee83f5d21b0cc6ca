import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the program keeps its recent list, logs and sample copies. Never a folder called "databases": Electron deletes it. */
export function dataFolder(environment: Readonly<Record<string, string | undefined>>, platform: string): string {
  const given = environment['ROST_DATA'];
  if (given !== undefined && given !== '') return given;
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Rost');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Rost');
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'rost');
}
