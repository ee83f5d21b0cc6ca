import { zipSync } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first day a ZIP knows. No file has a time of its own, so that the same files make the same archive. */
const noTime = new Date(1980, 0, 1);

/** Files side by side in one ZIP archive, stored as they are: Word documents are compressed already. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  return zipSync(Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: noTime });
}
