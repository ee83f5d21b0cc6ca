import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Version = z.object({
  validFrom: z.string(),
  classificationItems: z.array(z.object({ code: z.string(), name: z.string() })),
});
const Changes = z.object({
  codeChanges: z.array(
    z.object({ oldCode: z.string(), oldName: z.string(), newCode: z.string(), newName: z.string(), changeOccurred: z.string() }),
  ),
});

/** One line of Statistics Norway's list of changes: from code to code, on a day. It does not say how much of the old went to the new. */
export interface CodeChange {
  readonly on: string;
  readonly oldCode: string;
  readonly oldName: string;
  readonly newCode: string;
  readonly newName: string;
}

/** Names by code on a day. */
export type CodeList = ReadonlyMap<string, string>;

/** The list of a year; "unknown municipality" (9999) is no place. */
export function readVersion(folder: string, year: number): { from: string; list: CodeList } {
  const text = readFileSync(join(folder, `ssb-municipalities-${String(year)}.json`), 'utf8');
  const version = Version.parse(JSON.parse(text));
  const items = version.classificationItems.filter((item) => item.code !== '9999');
  return { from: version.validFrom, list: new Map(items.map((item) => [item.code, item.name.trim()])) };
}

/** All changes in the order of time. */
export function readChanges(folder: string): CodeChange[] {
  const { codeChanges } = Changes.parse(JSON.parse(readFileSync(join(folder, 'ssb-municipality-changes.json'), 'utf8')));
  return codeChanges
    .map((change) => ({
      on: change.changeOccurred,
      oldCode: change.oldCode,
      oldName: change.oldName.trim(),
      newCode: change.newCode,
      newName: change.newName.trim(),
    }))
    .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey(change: CodeChange): string {
  return `${change.on} ${change.newCode} ${change.oldCode}`;
}
