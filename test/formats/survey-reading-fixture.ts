import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import {
  createRowInterpreter,
  inspectSurveyFile,
  readSurveyRows,
  type InspectOptions,
} from '../../electron/core/features/exchange/reading/index.ts';

/** A folder of a test file's own, which goes when its tests are done, and a way to put files into it. */
export function openFolder(): { readonly folder: string; readonly file: (content: string | Uint8Array) => Promise<string> } {
  const folder = mkdtempSync(join(tmpdir(), 'rost-reading-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  let files = 0;
  return {
    folder,
    file: async (content) => {
      const path = join(folder, `file-${(files += 1)}`);
      await writeFile(path, content);
      return path;
    },
  };
}

/** A file as it is proposed to be read: every row, and what becomes of each. */
export async function readAll(path: string, options: InspectOptions = {}) {
  const inspection = await inspectSurveyFile(path, options);
  const interpret = createRowInterpreter(inspection.proposal);
  const rows: string[][] = [];
  const interpreted = [];
  for await (const batch of readSurveyRows(path, inspection.reading)) {
    rows.push(...batch.rows);
    interpreted.push(...batch.rows.map((cells, at) => interpret(cells, batch.rowNumbers[at] ?? 0)));
  }
  return { inspection, rows, interpreted };
}
