import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from './app-error.ts';
import type { CoreDeps } from './deps.ts';

const maximumBytes = 1_000_000;

/** JSON lines in `log/core.jsonl`, with one older file kept. Facts are numbers, flags and names of code; never an answer. */
export function createFileLog(folder: string, now: () => number): CoreDeps['log'] {
  const path = join(folder, 'log', 'core.jsonl');
  return (level, name, facts = {}) => {
    try {
      mkdirSync(join(folder, 'log'), { recursive: true });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > maximumBytes) renameSync(path, `${path}.1`);
      appendFileSync(path, `${JSON.stringify({ at: new Date(now()).toISOString(), level, name, ...facts })}\n`);
    } catch {
      // A program that cannot log still has to save answers.
    }
  };
}

/** What went wrong, as a name of code: what an error says may quote a path or what somebody wrote. */
export function problemOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
