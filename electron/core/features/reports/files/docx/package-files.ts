import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';

/** The parts of a Word document by their names. */
export type PackageFiles = Map<string, Uint8Array>;

/** The first day a ZIP knows: no part has a time of its own, so that the same report makes the same bytes. */
const noTime = new Date(1980, 0, 1);
/** Word looks for what the parts are in the first one. */
const contentTypes = '[Content_Types].xml';

export function openPackage(bytes: Uint8Array): PackageFiles {
  return new Map(Object.entries(unzipSync(bytes)));
}

export function closePackage(files: PackageFiles): Uint8Array {
  const names = [...files.keys()].toSorted((a, b) => Number(b === contentTypes) - Number(a === contentTypes) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(names.map((name) => [name, files.get(name) ?? new Uint8Array()])), { level: 6, mtime: noTime });
}

/** A part of XML as text; undefined where there is none. */
export function partText(files: PackageFiles, name: string): string | undefined {
  const bytes = files.get(name);
  return bytes === undefined ? undefined : strFromU8(bytes);
}

export function setPartText(files: PackageFiles, name: string, text: string): void {
  files.set(name, strToU8(text));
}

/** The part that holds the relationships of another: "word/_rels/document.xml.rels". */
export function relationshipsOf(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

/** What an attribute's value means. */
export function unescaped(value: string): string {
  return value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
