import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-command.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

/** Binaries for other systems that the registry did not have when the file was written: "npm ci" refuses such a file. */
function incompleteOptionals(lock: Lock): string[] {
  const present = new Set(Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !present.has(name))
      .map((name) => `package-lock.json lacks ${name}, which ${path} may need`),
  );
}

/** The lock file names no registry and is complete for every system, and package.json pins every version exactly. */
export function checkLockFile(): string[] {
  const problems: string[] = [];
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (/"resolved"\s*:\s*"http/u.test(lock)) problems.push('package-lock.json holds registry addresses');
  problems.push(...incompleteOptionals(JSON.parse(lock) as Lock));
  // npm writes these fields as name → version.
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  for (const field of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(manifest[field] ?? {})) {
      if (!/^(npm:[a-z0-9@/-]+@)?\d+\.\d+\.\d+$/u.test(version)) problems.push(`${name} is not pinned: ${version}`);
    }
  }
  return problems;
}
