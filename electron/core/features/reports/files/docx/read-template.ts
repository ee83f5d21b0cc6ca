import { unzipSync } from 'fflate';
import { AppError } from '../../../../app-error.ts';
import { openPacked } from '../../../../documents/packed-file.ts';
import { partText, relationshipsOf, unescaped, type PackageFiles } from './package-files.ts';
import { a4, type PageShape } from './page-shape.ts';
import { styleIds } from './style-ids.ts';

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
const most = { bytes: 60 * 1024 * 1024, parts: 2000, styles: 8 * 1024 * 1024 } as const;
const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function refused(): AppError {
  return new AppError('FILE_UNREADABLE', {}, 'reports.style.notATemplate');
}

/** Unpacks a template within limits; its parts must be XML without a document type, so that nothing strange is taken along. */
async function unpacked(bytes: Uint8Array): Promise<PackageFiles> {
  try {
    const packed = openPacked(Buffer.from(bytes), undefined);
    const silent = { open: () => undefined, close: () => undefined, text: () => undefined };
    for (const name of packed.names)
      if (/^word\/(?:document|styles|theme\/theme\d+|header\d*|footer\d*)\.xml$/u.test(name)) await packed.walk(name, silent);
    let size = 0;
    let parts = 0;
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        parts += 1;
        if (size > most.bytes || parts > most.parts) throw refused();
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch {
    throw refused();
  }
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

/** Word's names of styles that a report has, and the ids it knows them by: a template in another language has ids of its own. */
const ownNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    normal: styleIds.normal,
    title: styleIds.title,
    subtitle: styleIds.subtitle,
    'heading 1': styleIds.headings[0],
    'heading 2': styleIds.headings[1],
    'heading 3': styleIds.headings[2],
    'toc heading': styleIds.contentsHeading,
    'toc 1': 'TOC1',
    'toc 2': 'TOC2',
    'toc 3': 'TOC3',
    quote: styleIds.quote,
    caption: styleIds.caption,
    'list bullet': styleIds.bullets[0],
    'list bullet 2': styleIds.bullets[1],
    'list bullet 3': styleIds.bullets[2],
    'list number': styleIds.numbers[0],
    'list number 2': styleIds.numbers[1],
    'list number 3': styleIds.numbers[2],
    header: 'Header',
    footer: styleIds.footer,
    'footnote text': styleIds.footnoteText,
    'footnote reference': 'FootnoteReference',
    hyperlink: styleIds.hyperlink,
    'default paragraph font': 'DefaultParagraphFont',
    'normal table': 'TableNormal',
    'no list': 'NoList',
  }),
);

/** Ids of a template's styles by what they become here. */
function idChanges(stylesXml: string): ReadonlyMap<string, string> {
  const changes = new Map<string, string>();
  const styles = [...stylesXml.matchAll(/<w:style\b.*?<\/w:style>/gsu)].map(([xml]) => xml);
  const ids = new Set(styles.map((xml) => / w:styleId="([^"]*)"/u.exec(xml)?.[1] ?? ''));
  for (const xml of styles) {
    const name = /<w:name\b[^>]*? w:val="([^"]*)"/u.exec(xml)?.[1] ?? '';
    const id = / w:styleId="([^"]*)"/u.exec(xml)?.[1] ?? '';
    const own = ownNames.get(unescaped(name).toLowerCase());
    if (own === undefined || own === id) continue;
    // Another style has our id already, for something else.
    if (ids.has(own)) changes.set(own, `${own}-template`);
    changes.set(id, own);
  }
  return changes;
}

function renamed(xml: string, changes: ReadonlyMap<string, string>): string {
  const pattern = /( w:styleId=|<w:(?:basedOn|next|link|pStyle|rStyle|tblStyle)\b[^>]*? w:val=)"([^"]*)"/gu;
  return xml.replaceAll(pattern, (_, before: string, id: string) => `${before}"${changes.get(id) ?? id}"`);
}

/** Numbers of headings and lists are the report's: the template's lists are not taken along. */
function withoutNumbering(xml: string): string {
  return xml.replaceAll(/<w:numPr\b[^>]*\/>|<w:numPr\b[^>]*>.*?<\/w:numPr>/gsu, '');
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
  const codes = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)|\bw:instr="([^"]*)"/gu)].map(
    ([, text = '', instruction = '']) => text + instruction,
  );
  // Word may write a field's code in pieces.
  return tellingFields.test(codes.join('')) || tellingFields.test(codes.join(' '));
}

/** A header or footer whose pictures and addresses can all be taken along; null for one that shows anything else, or tells of persons and places on disks. */
function marginOf(
  files: PackageFiles,
  part: string,
  about: Pick<TemplateMargin, 'kind' | 'type'>,
  changes: ReadonlyMap<string, string>,
): TemplateMargin | null {
  const xml = partText(files, part);
  // Only parts of these names were looked at when the file was opened.
  if (xml === undefined || !/^word\/(?:header|footer)\d*\.xml$/u.test(part) || isTelling(xml)) return null;
  const links = relationshipsIn(files, part).map(({ id, type, target, isExternal }): TemplateLink | null => {
    if (isExternal) return type.endsWith('/hyperlink') && /^(?:https?|mailto):/iu.test(target) ? { id, type, target, picture: null } : null;
    const name = targetOf(part, target);
    const bytes = files.get(name);
    const ending = pictureEndings.exec(name)?.[1]?.toLowerCase();
    return type.endsWith('/image') && bytes !== undefined && ending !== undefined
      ? { id, type, target: '', picture: { bytes, ending } }
      : null;
  });
  if (links.includes(null)) return null;
  return { ...about, xml: renamed(withoutNumbering(xml), changes), links: links.filter((link) => link !== null) };
}

/**
 * What a report takes from an organisation's own Word template (.docx or .dotx): styles, theme, page and margins, headers and footers. Text, lists, macros
 * and everything else stay where they are. @throws AppError FILE_UNREADABLE for what is no such file
 */
export async function readTemplate(bytes: Uint8Array): Promise<WordTemplate> {
  const files = await unpacked(bytes);
  const document = partText(files, 'word/document.xml');
  const styles = partText(files, 'word/styles.xml');
  if (
    document === undefined ||
    styles === undefined ||
    styles.length > most.styles ||
    !styles.includes(`xmlns:w="${transitional}"`) ||
    !/<\/w:styles>\s*$/u.test(styles)
  )
    throw refused();
  const changes = idChanges(styles);
  // The last one is the body's.
  const section = document.slice(Math.max(0, document.lastIndexOf('<w:sectPr')));
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
    themeXml: partText(files, 'word/theme/theme1.xml') ?? null,
    page: pageOf(section),
    margins,
    hasFirstPage: /<w:titlePg\b(?![^>]*w:val="(?:0|false)")/u.test(section),
  };
}
