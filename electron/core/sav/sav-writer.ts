import { caseWriter } from './sav-cases.ts';
import { checkFile } from './sav-check.ts';
import { dictionaryBytes } from './sav-dictionary.ts';
import type { SavFile, SavRow } from './sav-file.ts';
import { layOut } from './sav-layout.ts';

/** Takes the cases of one system file. */
export interface SavWriter {
  /** Appends cases. @throws RangeError for a value that its variable cannot hold, naming the variable */
  readonly add: (rows: readonly SavRow[]) => void;
  /** Writes what is left. @throws RangeError when the cases are not as many as were announced */
  readonly end: () => void;
}

/**
 * Writes a system file, byte-compressed, in one pass and constant memory: the dictionary at once, cases as they come, each
 * chunk in memory of its own. The file says how many cases it has before the first, so `cases` is the exact number that
 * will be added. Format: PSPP developer's guide, "System File Format".
 * @throws RangeError for a dictionary that a system file cannot hold
 */
export function savWriter(file: SavFile, cases: number, write: (chunk: Uint8Array) => void): SavWriter {
  checkFile(file);
  const places = layOut(file);
  write(dictionaryBytes(file, places, cases));
  const writer = caseWriter(places, write);
  let added = 0;
  return {
    add: (rows) => {
      for (const row of rows) writer.add(row);
      added += rows.length;
    },
    end: () => {
      if (added !== cases) throw new RangeError(`${added} cases were added, ${cases} were announced`);
      writer.end();
    },
  };
}
