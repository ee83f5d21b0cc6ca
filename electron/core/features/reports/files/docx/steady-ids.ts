import { closePackage, openPackage, partText, relationshipsOf, setPartText, type PackageFiles } from './package-files.ts';

/** Ids that the library draws by chance become numbers in the order of the part's relationships. */
function steadyRelationships(files: PackageFiles, part: string): void {
  const relations = partText(files, relationshipsOf(part));
  const text = partText(files, part);
  if (relations === undefined || text === undefined) return;
  const ids = [...relations.matchAll(/ Id="([^"]*)"/gu)].map(([, id = '']) => id);
  const names = new Map(ids.map((id, at) => [id, `rId${at + 1}`]));
  const renamed = (xml: string, attribute: RegExp): string =>
    xml.replaceAll(attribute, (all: string, before: string, id: string) => {
      const name = names.get(id);
      return name === undefined ? all : `${before}"${name}"`;
    });
  setPartText(files, relationshipsOf(part), renamed(relations, /( Id=)"([^"]*)"/gu));
  setPartText(files, part, renamed(text, /( r:(?:id|embed|link|pict)=)"([^"]*)"/gu));
}

/** Bookmarks and drawings count from one in every document. */
function steadyNumbers(files: PackageFiles, part: string): void {
  const text = partText(files, part);
  if (text === undefined) return;
  const bookmarks = new Map<string, number>();
  const numbered = text.replaceAll(/(<w:bookmark(?:Start|End)\b[^>]*? w:id=)"([^"]*)"/gu, (_, before: string, id: string) => {
    const number = bookmarks.get(id) ?? bookmarks.size + 1;
    bookmarks.set(id, number);
    return `${before}"${number}"`;
  });
  const contents = new Map<string, string>();
  const listed = numbered.replaceAll(/(?<=["\s])_Toc\d+(?=["\s])/gu, (name) => {
    const steady = contents.get(name) ?? `_Toc${contents.size + 1}`;
    contents.set(name, steady);
    return steady;
  });
  let drawing = 0;
  const drawn = listed.replaceAll(/(<wp:docPr\b[^>]*? id=)"[^"]*"/gu, (_, before: string) => `${before}"${(drawing += 1)}"`);
  setPartText(files, part, drawn);
}

/** Makes every id of a document the same each time the same report is written. */
export function makeSteady(files: PackageFiles): void {
  const parts = [...files.keys()].filter((name) =>
    /^word\/(?:document|footnotes|endnotes|comments|(?:header|footer)\d+|charts\/chart\d+)\.xml$/u.test(name),
  );
  for (const part of parts) steadyRelationships(files, part);
  // A chart's workbook is a package of its own, with times of its own.
  for (const [name, bytes] of files) if (name.startsWith('word/embeddings/')) files.set(name, closePackage(openPackage(bytes)));
  steadyNumbers(files, 'word/document.xml');
}
