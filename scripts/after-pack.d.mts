/** Where the archive lies in a folder that electron-builder has laid out. */
export function archivePath(folder: string, platform: string, productName: string): string;
/** All that is wrong with an archive's content; empty when nothing is. */
export function faults(files: readonly string[], unpacked: readonly string[], platform: string, arch: string): string[];
