import { zipSync } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first day a ZIP knows. No file has a time of its own, so that the same files make the same archive. */
const noTime = new Date(1980, 0, 1);

/** Files side by side in one ZIP archive, in their order; stored as they are, for Word documents are compressed already, or compressed. */
export function zipOf(entries: readonly ZipEntry[], level: 0 | 6 = 0): Uint8Array {
  return zipSync(Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])), { level, mtime: noTime });
}
