import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Who has a workspace open. Only an explanation: the lock itself is SQLite's, and a note beside a free file means nothing. */
export const LockNote = z.object({
  user: z.string(),
  machine: z.string(),
  processId: z.int(),
  version: z.string(),
  openedAt: z.string(),
  heartbeatAt: z.string(),
});
export type LockNote = z.infer<typeof LockNote>;

function notePath(workspacePath: string): string {
  return `${workspacePath}.lock.json`;
}

/** Writes or renews the note. A folder that refuses is no reason not to work. */
export function writeLockNote(workspacePath: string, note: LockNote): void {
  try {
    writeFileSync(notePath(workspacePath), `${JSON.stringify(note, null, 2)}\n`);
  } catch {
    // The explanation is missing for the next person; the lock itself holds.
  }
}

/** The note beside a file, or null when there is none that can be read. */
export function readLockNote(workspacePath: string): LockNote | null {
  try {
    return LockNote.parse(JSON.parse(readFileSync(notePath(workspacePath), 'utf8')));
  } catch {
    return null;
  }
}

/** Takes the note away at close. A folder that refuses is no reason to keep the file open. */
export function removeLockNote(workspacePath: string): void {
  try {
    rmSync(notePath(workspacePath), { force: true });
  } catch {
    // It stays beside a free file, where it means nothing.
  }
}
