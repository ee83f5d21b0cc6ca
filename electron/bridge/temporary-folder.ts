import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const namePattern = /^rost-run-(\d+)-/u;

/**
 * A folder for files on their way in and out, private to this run. Folders of runs that ended badly hold what was on its way then,
 * which may be people's answers: they are removed first.
 */
export function takeTemporaryFolder(parent: string = tmpdir()): string {
  for (const name of readdirSync(parent)) {
    const processId = namePattern.exec(name)?.[1];
    if (processId === undefined || isRunning(Number(processId))) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // Another person's, where several share the place: theirs to remove, and no reason not to start.
    }
  }
  return mkdtempSync(join(parent, `rost-run-${process.pid}-`));
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Somebody else's process: it is there, and so is its folder to stay.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
