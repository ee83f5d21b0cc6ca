import { unescaped } from './package-files.ts';
import { styleIds } from './style-ids.ts';

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
export function idChanges(stylesXml: string): ReadonlyMap<string, string> {
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

/** Markup with the ids that its styles have here. */
export function renamed(xml: string, changes: ReadonlyMap<string, string>): string {
  const pattern = /( w:styleId=|<w:(?:basedOn|next|link|pStyle|rStyle|tblStyle)\b[^>]*? w:val=)"([^"]*)"/gu;
  return xml.replaceAll(pattern, (_, before: string, id: string) => `${before}"${changes.get(id) ?? id}"`);
}

/** Numbers of headings and lists are the report's: the template's lists are not taken along. */
export function withoutNumbering(xml: string): string {
  return xml.replaceAll(/<w:numPr\b[^>]*\/>|<w:numPr\b[^>]*>.*?<\/w:numPr>/gsu, '');
}
