import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../test/support/find-chromium.ts';
import { root, run, tool } from './run-command.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const results = join(root, '.cache', 'results');
mkdirSync(results, { recursive: true });

/** Vitest's and Playwright's own JSON reports, as far as they are read. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
}
interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
}

function read<T>(file: string): T | null {
  // Written by the runner that was just run.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

async function runVitest(): Promise<Counts> {
  const file = join(results, 'vitest.json');
  const code = await run(tool('vitest'), ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  const report = read<VitestReport>(file);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests + (code !== 0 && report.numFailedTests === 0 ? 1 : 0);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

async function runPlaywright(): Promise<Counts> {
  const found = await findChromium();
  if (found === null) {
    process.stdout.write('Browser tests skipped: no Chromium, Chrome or Edge was found, and the packaged one cannot start.\n');
    return process.env['CI'] === 'true' ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
  }
  const file = join(results, 'playwright.json');
  const code = await run(tool('playwright'), ['test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file, ROST_CHROMIUM: found.executablePath });
  const stats = read<PlaywrightReport>(file)?.stats;
  if (stats === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const failed = stats.unexpected + (code !== 0 && stats.unexpected === 0 ? 1 : 0);
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
}

const all = [await runVitest(), await runPlaywright()];
const sum = (name: keyof Counts): number => all.reduce((total, counts) => total + counts[name], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
process.exit(sum('failed') === 0 ? 0 : 1);
