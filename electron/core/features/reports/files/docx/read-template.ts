import { AppError } from '../../../../app-error.ts';
import { openPacked } from '../../../../documents/packed-file.ts';
import { safeLogo } from '../../style/safe-logo.ts';
import { partText, relationshipsOf, unescaped, type PackageFiles } from './package-files.ts';
import { a4, type PageShape } from './page-shape.ts';
import { plainMarkup, withoutPaths } from './plain-markup.ts';
import { idChanges, renamed, withoutNumbering } from './template-ids.ts';

/** A header or footer of the organisation's template, with all that it shows. */
export interface TemplateMargin {
  readonly kind: 'header' | 'footer';
  readonly type: 'default' | 'first';
  readonly xml: string;
  readonly links: readonly TemplateLink[];
}

/** What a header or footer leads to: a picture it brings along, or an address. */
interface TemplateLink {
  readonly id: string;
  readonly type: string;
  /** Bytes of a picture with the ending of its name; null for an address. */
  readonly picture: { readonly bytes: Uint8Array; readonly ending: string } | null;
  readonly target: string;
}

/** What is taken from an organisation's own Word template. */
export interface WordTemplate {
  readonly stylesXml: string;
  readonly themeXml: string | null;
  readonly page: PageShape;
  readonly margins: readonly TemplateMargin[];
  readonly hasFirstPage: boolean;
}

/** More than any letterhead needs; a file that unpacks to more is no template. */
const most = { bytes: 60 * 1024 * 1024, parts: 2000, text: 8 * 1024 * 1024 } as const;
const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function refused(): AppError {
  return new AppError('FILE_UNREADABLE', {}, 'reports.style.notATemplate');
}

/** Parts whose words are taken: they must be XML without a document type, so that nothing strange is taken along. */
const readParts = /^word\/(?:document|styles|theme\/theme\d+|header\d*|footer\d*)\.xml$/u;
/** Parts that those lead to. */
const ledTo = /^word\/(?:media\/[^/]+|_rels\/[^/]+\.rels)$/u;

/** Unpacks what a report takes of a template, within limits. */
async function unpacked(bytes: Uint8Array): Promise<PackageFiles> {
  try {
    const packed = openPacked(Buffer.from(bytes), undefined);
    if (packed.names.size > most.parts) throw refused();
    const silent = { open: () => undefined, close: () => undefined, text: () => undefined };
    const files: PackageFiles = new Map();
    let left: number = most.bytes;
    for (const name of packed.names) {
      const isRead = readParts.test(name);
      if (!isRead && !ledTo.test(name)) continue;
      const part = await packed.bytes(name, Math.min(left, isRead && name !== 'word/document.xml' ? most.text : most.bytes));
      if (part === undefined) continue;
      if (isRead) await packed.walk(name, silent);
      left -= part.length;
      files.set(name, part);
    }
    return files;
  } catch {
    throw refused();
  }
}

/** A part of markup as it is read here; one that holds text no pattern can read past is refused. */
function markup(files: PackageFiles, name: string): string | undefined {
  const xml = partText(files, name);
  if (xml?.includes('<![CDATA[') === true) throw refused();
  return xml === undefined ? undefined : plainMarkup(xml);
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

function relationshipsIn(files: PackageFiles, part: string): Relationship[] {
  const xml = partText(files, relationshipsOf(part)) ?? '';
  return [...xml.matchAll(/<Relationship\b[^>]*>/gu)].map(([element]) => {
    const value = (name: string): string => unescaped(new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(element)?.[1] ?? '');
    return { id: value('Id'), type: value('Type'), target: value('Target'), isExternal: value('TargetMode') === 'External' };
  });
}

/** The name of a part that a relationship of another leads to. */
function targetOf(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = [...part.split('/').slice(0, -1), ...target.split('/')];
  const names: string[] = [];
  for (const name of path) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}

function measure(element: string, name: string, otherwise: number): number {
  const value = Number(new RegExp(` w:${name}="(-?\\d+)"`, 'u').exec(element)?.[1] ?? Number.NaN);
  return Number.isFinite(value) ? value : otherwise;
}

/** The page of the last section, upright, if there is room for text on it. */
function pageOf(section: string): PageShape {
  const size = /<w:pgSz\b[^>]*>/u.exec(section)?.[0] ?? '';
  const sides = /<w:pgMar\b[^>]*>/u.exec(section)?.[0] ?? '';
  const across = measure(size, 'w', a4.width);
  const down = measure(size, 'h', a4.height);
  const page: PageShape = {
    width: Math.min(across, down),
    height: Math.max(across, down),
    margin: {
      top: Math.abs(measure(sides, 'top', a4.margin.top)),
      right: measure(sides, 'right', a4.margin.right),
      bottom: Math.abs(measure(sides, 'bottom', a4.margin.bottom)),
      left: measure(sides, 'left', a4.margin.left),
      header: measure(sides, 'header', a4.margin.header),
      footer: measure(sides, 'footer', a4.margin.footer),
    },
  };
  const { margin } = page;
  const hasRoom = page.width - margin.left - margin.right >= 5000 && page.height - margin.top - margin.bottom >= 5000;
  return hasRoom && page.height <= 31_680 ? page : a4;
}

const pictureEndings = /\.(png|jpe?g|gif|bmp|svg|emf|wmf)$/iu;

/** Fields that fetch something, or that say who wrote the template and where it lies. */
const tellingFields =
  /\b(?:INCLUDEPICTURE|INCLUDETEXT|IMPORT|DDEAUTO|DDE|LINK|FILENAME|TEMPLATE|AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS)\b/iu;

function isTelling(xml: string): boolean {
  const codes = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)|\bw:instr\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(
    ([, text = '', double = '', single = '']) => text + double + single,
  );
  // A letter written as a number would hide what is looked for; Word writes none so.
  if (codes.some((code) => code.includes('&#'))) return true;
  // Word may write a field's code in pieces.
  return tellingFields.test(codes.join('')) || tellingFields.test(codes.join(' '));
}

/** A picture without what cameras and programs wrote beside it; null for one that is not what its name says. */
function safePicture(bytes: Uint8Array, ending: string): TemplateLink['picture'] {
  if (!/^(?:png|jpe?g|svg)$/u.test(ending)) return { bytes, ending };
  const safe = safeLogo(bytes);
  return safe === null || (safe.mediaType === 'image/svg+xml') !== (ending === 'svg') ? null : { bytes: safe.bytes, ending };
}

/** A header or footer whose pictures and addresses can all be taken along; null for one that shows anything else, or tells of persons and places on disks. */
function marginOf(
  files: PackageFiles,
  part: string,
  about: Pick<TemplateMargin, 'kind' | 'type'>,
  changes: ReadonlyMap<string, string>,
): TemplateMargin | null {
  const xml = markup(files, part);
  // Only parts of these names were looked at when the file was opened.
  if (xml === undefined || !/^word\/(?:header|footer)\d*\.xml$/u.test(part) || isTelling(xml) || xml.includes(' w:author=')) return null;
  const links = relationshipsIn(files, part).map(({ id, type, target, isExternal }): TemplateLink | null => {
    if (isExternal) return type.endsWith('/hyperlink') && /^(?:https?|mailto):/iu.test(target) ? { id, type, target, picture: null } : null;
    const name = targetOf(part, target);
    const bytes = files.get(name);
    const ending = pictureEndings.exec(name)?.[1]?.toLowerCase();
    const picture = type.endsWith('/image') && bytes !== undefined && ending !== undefined ? safePicture(bytes, ending) : null;
    return picture === null ? null : { id, type, target: '', picture };
  });
  if (links.includes(null)) return null;
  return { ...about, xml: withoutPaths(renamed(withoutNumbering(xml), changes)), links: links.filter((link) => link !== null) };
}

/** The theme; none that leads to pictures of its own, which stay where they are: Word would call the file damaged. */
function themeOf(files: PackageFiles): string | null {
  const xml = partText(files, 'word/theme/theme1.xml');
  return xml === undefined || / r:(?:embed|link|id|pict)=/u.test(xml) ? null : xml;
}

/**
 * What a report takes from an organisation's own Word template (.docx or .dotx): styles, theme, page and margins, headers and footers. Text, lists, macros
 * and everything else stay where they are. @throws AppError FILE_UNREADABLE for what is no such file
 */
export async function readTemplate(bytes: Uint8Array): Promise<WordTemplate> {
  const files = await unpacked(bytes);
  const document = partText(files, 'word/document.xml');
  const styles = markup(files, 'word/styles.xml');
  if (document === undefined || styles === undefined || !styles.includes(`xmlns:w="${transitional}"`) || !/<\/w:styles>\s*$/u.test(styles))
    throw refused();
  const changes = idChanges(styles);
  // The last one is the body's.
  const section = plainMarkup(document.slice(Math.max(0, document.lastIndexOf('<w:sectPr'))));
  const relations = new Map(relationshipsIn(files, 'word/document.xml').map((each) => [each.id, each]));
  const margins = [...section.matchAll(/<w:(header|footer)Reference\b[^>]*>/gu)].flatMap(([element, kind]) => {
    const type = / w:type="([^"]*)"/u.exec(element)?.[1];
    const relation = relations.get(/ r:id="([^"]*)"/u.exec(element)?.[1] ?? '');
    if (relation === undefined || relation.isExternal || (type !== 'default' && type !== 'first')) return [];
    const margin = marginOf(
      files,
      targetOf('word/document.xml', relation.target),
      { kind: kind === 'header' ? 'header' : 'footer', type },
      changes,
    );
    return margin === null ? [] : [margin];
  });
  return {
    stylesXml: renamed(withoutNumbering(styles), changes),
    themeXml: themeOf(files),
    page: pageOf(section),
    margins,
    hasFirstPage: /<w:titlePg\b(?![^>]*w:val="(?:0|false)")/u.test(section),
  };
}
