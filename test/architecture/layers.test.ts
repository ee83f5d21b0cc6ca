import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'test', 'fixtures', 'layers');

/** Which rule each failing example must be caught by. */
const rules: Readonly<Record<string, string>> = {
  'any/any-type.ts': 'no-explicit-any',
  'any/cycle-a.ts': 'no-cycle',
  'any/cycle-b.ts': 'no-cycle',
  'any/floating.ts': 'no-floating-promises',
};

let output = '';
beforeAll(() => {
  try {
    output = execFileSync(join(root, 'node_modules', '.bin', 'oxlint'), ['--type-aware', '--format', 'unix', 'test/fixtures/layers'], {
      cwd: root,
      encoding: 'utf8',
    });
  } catch (error) {
    // Findings make the tool exit with 1; they are what is wanted here.
    output = (error as { stdout: string }).stdout;
  }
}, 60_000);

describe('the layer rules catch', () => {
  const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replaceAll('\\', '/'));
  test('every layer has an example that fails', () => {
    expect(new Set(examples.map((file) => file.split('/')[0]))).toEqual(
      new Set(['shared', 'core', 'bridge', 'browser', 'desktop', 'preload', 'renderer', 'ui', 'any']),
    );
  });
  test.each(examples)('%s', (file) => {
    const line = output.split('\n').find((entry) => entry.includes(`layers/${file}:`));
    expect(line).toContain(rules[file] ?? 'no-restricted-imports');
  });
});

describe('the tree', () => {
  test('holds what must be there, and nothing else at the top', () => {
    const wanted = [
      'electron',
      'renderer',
      'shared',
      'resources',
      'test',
      'docs',
      'scripts',
      'package.json',
      'tsconfig.json',
      'electron-builder.yml',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      '.ci',
    ];
    for (const name of wanted) expect([name, existsSync(join(root, name))]).toEqual([name, true]);
    const tools = [
      'package-lock.json',
      'tsconfig.base.json',
      'vitest.config.ts',
      'playwright.config.ts',
      'knip.json',
      'electron-builder.dry.yml',
      '.oxlintrc.json',
      '.oxfmtrc.json',
      '.npmrc',
      '.gitignore',
    ];
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('/')[0] ?? '');
    expect([...new Set(tracked)].filter((name) => !wanted.includes(name) && !tools.includes(name))).toEqual([]);
  });

  test('electron is named in two folders only, and ipcMain in one file', () => {
    const files = execFileSync('git', ['ls-files', 'electron', 'renderer', 'shared', 'scripts'], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter((file) => /\.tsx?$/u.test(file));
    const importers = files.filter((file) => /from 'electron'|require\('electron'\)/u.test(readFileSync(join(root, file), 'utf8')));
    expect(importers.filter((file) => !/^electron\/(desktop|preload)\//u.test(file))).toEqual([]);
    expect(
      files.filter((file) => /\bipcMain\b/u.test(readFileSync(join(root, file), 'utf8')) && file.startsWith('electron/desktop')),
    ).toHaveLength(1);
  });
});
