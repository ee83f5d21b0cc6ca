import { xmlAttribute } from '../../../../documents/xml.ts';
import { houseStyleList } from './house-styles.ts';
import type { HouseStyle } from '../../../../../../shared/contract/reports-style.ts';
import { partText, relationshipsOf, setPartText, type PackageFiles } from './package-files.ts';
import type { TemplateMargin, WordTemplate } from './read-template.ts';

const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
};

function nameOf(styleXml: string): string {
  return (/<w:name\b[^>]*? w:val="([^"]*)"/u.exec(styleXml)?.[1] ?? '').toLowerCase();
}

/** The template's styles, and after them those of ours that it has none of, in the house's look. */
export function templateStyles({ stylesXml }: WordTemplate, style: HouseStyle): string {
  const known = new Set([...stylesXml.matchAll(/<w:style\b.*?<\/w:style>/gsu)].map(([xml]) => nameOf(xml)));
  const hasDefault = (type: string): boolean =>
    new RegExp(`<w:style\\b(?=[^>]* w:type="${type}")(?=[^>]* w:default="(?:1|true)")`, 'u').test(stylesXml);
  const missing = houseStyleList(style)
    .filter((xml) => !known.has(nameOf(xml)))
    .map((xml) => {
      const type = / w:type="([^"]*)"/u.exec(xml)?.[1] ?? '';
      return hasDefault(type) ? xml.replace(' w:default="1"', '') : xml;
    });
  return stylesXml.replace(/<\/w:styles>\s*$/u, () => `${missing.join('')}</w:styles>`);
}

function relationship(id: string, type: string, target: string, isExternal: boolean): string {
  return `<Relationship Id="${xmlAttribute(id)}" Type="${xmlAttribute(type)}" Target="${xmlAttribute(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`;
}

/** Writes a header or footer of the template with its pictures. Answers its name. */
function addMargin(files: PackageFiles, { kind, xml, links }: TemplateMargin, number: number): string {
  const name = `word/${kind}Template${number}.xml`;
  setPartText(files, name, xml);
  const written = links.map(({ id, type, target, picture }, at) => {
    if (picture === null) return relationship(id, type, target, true);
    const media = `media/template${number}-${at + 1}.${picture.ending}`;
    files.set(`word/${media}`, picture.bytes);
    return relationship(id, type, media, false);
  });
  if (written.length > 0)
    setPartText(
      files,
      relationshipsOf(name),
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${packageRelationships}">${written.join('')}</Relationships>`,
    );
  return name;
}

/** Says what the new parts are. */
function addContentTypes(
  files: PackageFiles,
  parts: readonly { readonly name: string; readonly kind: string }[],
  endings: ReadonlySet<string>,
): void {
  const types = partText(files, '[Content_Types].xml') ?? '';
  const defaults = [...endings]
    .filter((ending) => !new RegExp(`Extension="${ending}"`, 'iu').test(types))
    .map((ending) => `<Default Extension="${ending}" ContentType="${mediaTypes[ending] ?? 'application/octet-stream'}"/>`);
  const overrides = parts.map(
    ({ name, kind }) =>
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
  );
  setPartText(
    files,
    '[Content_Types].xml',
    types
      .replace(/(<Types\b[^>]*>)/u, (start: string) => `${start}${defaults.join('')}`)
      .replace('</Types>', () => `${overrides.join('')}</Types>`),
  );
}

/** Puts the theme, headers and footers of the template into a document: the first section names them, the others have them from it. */
export function applyTemplate(files: PackageFiles, template: WordTemplate): void {
  if (template.themeXml !== null && files.has('word/theme/theme1.xml')) setPartText(files, 'word/theme/theme1.xml', template.themeXml);
  if (template.margins.length === 0) return;
  const parts = template.margins.map((margin, at) => ({ ...margin, name: addMargin(files, margin, at + 1), id: `rIdTemplate${at + 1}` }));
  const relations = partText(files, 'word/_rels/document.xml.rels') ?? '';
  const added = parts.map(({ id, kind, name }) => relationship(id, `${relationshipTypes}/${kind}`, name.slice('word/'.length), false));
  setPartText(
    files,
    'word/_rels/document.xml.rels',
    relations.replace('</Relationships>', () => `${added.join('')}</Relationships>`),
  );
  const references = parts.map(({ kind, type, id }) => `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`).join('');
  const document = partText(files, 'word/document.xml') ?? '';
  setPartText(
    files,
    'word/document.xml',
    document.replace(/<w:sectPr\b[^>]*>/u, (start) => `${start}${references}`),
  );
  const endings = new Set(template.margins.flatMap(({ links }) => links.flatMap(({ picture }) => picture?.ending ?? [])));
  addContentTypes(files, parts, endings);
}
