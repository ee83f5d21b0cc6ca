import type { OpenedFile } from './open-file.ts';
import { openSurveyFile } from './open-file.ts';
import { openWorkbook, readSheetRows, type OpenedWorkbook } from './read-xlsx.ts';
import { roundKeysOf } from './round-keys.ts';

/** Filled rows in which a sheet's headers are looked for. */
const rowsLookedAt = 12;

/** Visible sheets beside `besides` whose headers tie their rows to rows of another sheet, in the workbook's order. */
export async function findRoundSheets(workbook: OpenedWorkbook, besides: string, signal?: AbortSignal): Promise<string[]> {
  const found: string[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.hidden || sheet.rows === 0 || sheet.name === besides) continue;
    let looked = 0;
    for await (const { cells } of readSheetRows(workbook, sheet, signal)) {
      looked += 1;
      const isRounds = roundKeysOf(cells.map((cell) => [cell])) !== null;
      if (isRounds) found.push(sheet.name);
      if (isRounds || looked >= rowsLookedAt) break;
    }
  }
  return found;
}

/** The same for a file that is not open. Throws `ReadingError`. */
export async function roundSheetsIn(path: string, besides: string, signal?: AbortSignal): Promise<string[]> {
  const file: OpenedFile = await openSurveyFile(path);
  try {
    return await findRoundSheets(await openWorkbook(file, signal), besides, signal);
  } finally {
    await file.handle.close();
  }
}
