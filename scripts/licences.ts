import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-command.ts';

/** Licences that allow shipping; OFL is for fonts, MPL for files used unchanged. */
const allowed = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
  'MPL-2.0',
  'CC0-1.0',
  'Unlicense',
  'BlueOak-1.0.0',
]);

/** Every package this project names itself has a permissive licence. */
export function checkLicences(): string[] {
  // npm writes these fields as name → version.
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  const names = ['dependencies', 'devDependencies'].flatMap((field) => Object.keys(manifest[field] ?? {}));
  return names.flatMap((name) => {
    const path = join(root, 'node_modules', name, 'package.json');
    if (!existsSync(path)) return [`${name} is not installed`];
    const { license } = JSON.parse(readFileSync(path, 'utf8')) as { license?: string };
    const parts = (license ?? '').replaceAll(/[()]/gu, '').split(/ OR | AND /u);
    return parts.some((part) => allowed.has(part)) ? [] : [`${name}: ${license ?? 'no licence'}`];
  });
}
