import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

function skipUnless(isHere: () => boolean, reason: string): string | null {
  if (process.env['CI'] === 'true') return null;
  return isHere() ? null : reason;
}

const works = (command: string, words: readonly string[]): boolean => spawnSync(command, words, { stdio: 'ignore' }).status === 0;

/** Why tests against PSPP are left out, or null when they must run: where it is installed, and always where CI says so. */
export function psppSkip(): string | null {
  return skipUnless(() => works('pspp', ['--version']), 'PSPP is not installed');
}

/** The same for R with haven and jsonlite. */
export function havenSkip(): string | null {
  return skipUnless(() => works('Rscript', ['-e', 'library(haven); library(jsonlite)']), 'R with haven and jsonlite is not installed');
}

/** Runs syntax in PSPP and gives its tables as CSV. @throws Error with what PSPP said where it could not */
export function runPspp(folder: string, syntax: string): string {
  const [script, output] = [join(folder, 'run.sps'), join(folder, 'run.out.csv')];
  writeFileSync(script, syntax);
  return execute('pspp', ['-o', output, '-O', 'format=csv', '--error-file=-', '--syntax-encoding=UTF-8', script], folder, output);
}

/** Runs an R script that prints to standard output. */
export function runR(folder: string, script: string): string {
  const path = join(folder, 'run.R');
  writeFileSync(path, script);
  return execute('Rscript', ['--vanilla', path], folder, null);
}

function execute(command: string, words: readonly string[], folder: string, output: string | null): string {
  const said = execFileSync(command, words, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 600_000,
    maxBuffer: 1024 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Europe/Oslo' },
  });
  return output === null ? said : execFileSync('cat', [output], { encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 });
}
