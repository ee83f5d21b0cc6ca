// Runs inside electron-builder after the files are laid out and before anything is signed. A package whose content is not exactly
// what it should be is never made.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';

/** electron-builder's numbers of machine types. */
const archNames = { 1: 'x64', 3: 'arm64' };
/** What a file of each kind begins with, and where its machine type stands: ELF, Mach-O, PE. */
const machines = {
  linux: { x64: [18, 0x3e], arm64: [18, 0xb7] },
  darwin: { x64: [4, 0x07], arm64: [4, 0x0c] },
};

/**
 * Where the archive lies in a folder that electron-builder has laid out.
 * @param {string} folder
 * @param {string} platform
 * @param {string} productName
 */
export function archivePath(folder, platform, productName) {
  return platform === 'darwin'
    ? join(folder, `${productName}.app`, 'Contents', 'Resources', 'app.asar')
    : join(folder, 'resources', 'app.asar');
}

/**
 * All that is wrong with an archive's content; empty when nothing is.
 * @param {readonly string[]} files paths in the archive, beginning with "/"
 * @param {readonly string[]} unpacked paths beside it
 * @param {string} platform
 * @param {string} arch
 */
export function faults(files, unpacked, platform, arch) {
  const wanted = `${platform}-${arch}.node`;
  const modules = files.filter((file) => file.endsWith('.node'));
  const foreign = files.filter((file) => !/^\/(dist|node_modules\/better-sqlite3)(\/|$)|^\/package\.json$|^\/node_modules$/u.test(file));
  const odd = files.filter((file) => /\.(map|ts|tsx|test\.js|gyp|c|cpp|h|hpp)$/u.test(file));
  return [
    ...(modules.length === 1 && modules[0]?.endsWith(`/${wanted}`)
      ? []
      : [`wanted exactly ${wanted}, found ${modules.join(', ') || 'none'}`]),
    ...(unpacked.length === 1 && unpacked[0]?.endsWith(wanted)
      ? []
      : [`wanted one file beside the archive, found ${unpacked.join(', ') || 'none'}`]),
    ...foreign.map((file) => `${file} does not belong in the program`),
    ...odd.map((file) => `${file} is a source, a test or a map`),
  ];
}

/**
 * @param {string} file
 * @param {string} platform
 * @param {string} arch
 */
function isForMachine(file, platform, arch) {
  const place = machines[platform]?.[arch];
  return place === undefined || readFileSync(file)[place[0]] === place[1];
}

/** @param {{ appOutDir: string, electronPlatformName: string, arch: number, packager: { appInfo: { productFilename: string } } }} context */
export default async function afterPack(context) {
  const platform = context.electronPlatformName;
  const arch = archNames[context.arch] ?? 'unknown';
  const archive = archivePath(context.appOutDir, platform, context.packager.appInfo.productFilename);
  const beside = `${archive}.unpacked`;
  const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
  const unpacked = existsSync(beside)
    ? readdirSync(beside, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
  const found = faults(files, unpacked, platform, arch);
  for (const file of unpacked) if (!isForMachine(file, platform, arch)) found.push(`${file} is for another machine`);
  if (found.length > 0) throw new Error(`the package is not what it should be:\n  ${found.join('\n  ')}`);
}
