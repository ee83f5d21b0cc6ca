import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-command.ts';

/** The lock file names no registry, and package.json pins every version exactly. */
export function checkLockFile(): string[] {
  const problems: string[] = [];
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (/"resolved"\s*:\s*"http/u.test(lock)) problems.push('package-lock.json holds registry addresses');
  // npm writes these fields as name → version.
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  for (const field of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(manifest[field] ?? {})) {
      if (!/^(npm:[a-z0-9@/-]+@)?\d+\.\d+\.\d+$/u.test(version)) problems.push(`${name} is not pinned: ${version}`);
    }
  }
  return problems;
}
