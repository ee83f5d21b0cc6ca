import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const scripts = join(root, 'scripts', 'golden');
const kept = join(root, 'shared', 'statistics', 'golden');
const folder = mkdtempSync(join(tmpdir(), 'golden-'));
afterAll(() => rmSync(folder, { recursive: true }));

const names = readdirSync(scripts)
  .filter((file) => file.endsWith('.R') && file !== 'write-json.R')
  .map((file) => basename(file, '.R'));

/** Packages that R has, of those the scripts ask for; null without R. */
function packagesOfR(wanted: readonly string[]): ReadonlySet<string> | null {
  const asked = wanted.map((name) => `"${name}"`).join(',');
  try {
    const said = execFileSync('Rscript', ['-e', `cat(Filter(function(p) nzchar(system.file(package = p)), c(${asked})))`], {
      encoding: 'utf8',
    });
    return new Set(said.trim().split(' '));
  } catch {
    return null;
  }
}

/** The packages a script loads, and the one that writes its file. */
function packagesOf(name: string): string[] {
  const source = readFileSync(join(scripts, `${name}.R`), 'utf8');
  return ['jsonlite', ...Array.from(source.matchAll(/library\((\w+)\)/gu), ([, library]) => library ?? '')];
}

const installed = packagesOfR([...new Set(names.flatMap(packagesOf))]);

/** Why a script cannot run here; null when it can. */
function missing(name: string): string | null {
  if (installed === null) return 'Rscript is not installed';
  const lacking = packagesOf(name).filter((library) => !installed.has(library));
  return lacking.length === 0 ? null : `R lacks ${lacking.join(', ')}`;
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8')) as unknown;
}

/** Equal but for the last places, which differ between builds of R. Says where not. */
function firstDifference(a: unknown, b: unknown, path = ''): string | null {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= 1e-11 * Math.max(1e-3, Math.abs(a), Math.abs(b)) ? null : `${path}: ${a} and ${b}`;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return a === b ? null : `${path}: ${String(a)} and ${String(b)}`;
  const [one, other] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))];
  if ([...one.keys()].join() !== [...other.keys()].join()) return `${path}: other entries`;
  for (const [key, value] of one) {
    const found = firstDifference(value, other.get(key), `${path}/${key}`);
    if (found !== null) return found;
  }
  return null;
}

describe('golden values', () => {
  test('every script has its file, and every file its script', () => {
    expect(readdirSync(kept).map((file) => basename(file, '.json'))).toEqual(names);
  });

  test('a difference is seen', () => {
    expect(firstDifference({ a: [1, 0.5] }, { a: [1, 0.5 + 1e-9] })).toContain('/a/1');
    expect(firstDifference({ a: 1 }, { a: 1, b: 2 })).toContain('other entries');
    expect(firstDifference([1, null], [1 + 1e-14, null])).toBeNull();
  });

  test.for(names)('%s: R gives again what is kept', { timeout: 300_000 }, async (name, { skip }) => {
    const reason = missing(name);
    if (reason !== null) {
      console.warn(`skipped: ${name}: ${reason}`);
      skip(reason);
    }
    await promisify(execFile)('Rscript', [join('scripts', 'golden', `${name}.R`)], {
      cwd: root,
      env: { ...process.env, GOLDEN_DIR: folder },
    });
    expect(firstDifference(read(join(kept, `${name}.json`)), read(join(folder, `${name}.json`)))).toBeNull();
  });
});
