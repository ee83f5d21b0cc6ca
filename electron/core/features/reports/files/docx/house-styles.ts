import type { HouseStyle } from '../../../../../../shared/contract/reports-style.ts';
import type { Language } from '../../../../../../shared/model/text.ts';
import { wordLanguages } from '../../../../documents/word.ts';
import { colour, fonts, ink, paragraphStyles, size, type ParagraphStyle } from './paragraph-styles.ts';
import { styleIds } from './style-ids.ts';

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function styleXml(
  type: 'paragraph' | 'character',
  { id, name, basedOn, next, priority, isListed = true, paragraph, run }: ParagraphStyle,
): string {
  return [
    `<w:style w:type="${type}"${id === styleIds.normal ? ' w:default="1"' : ''}${/^[A-Z]/u.test(name) && !knownNames.has(name) ? ' w:customStyle="1"' : ''} w:styleId="${id}">`,
    `<w:name w:val="${name}"/>`,
    basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`,
    next === undefined ? '' : `<w:next w:val="${next}"/>`,
    `<w:uiPriority w:val="${priority}"/>`,
    isListed ? '<w:qFormat/>' : '<w:unhideWhenUsed/>',
    paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`,
    run === undefined ? '' : `<w:rPr>${run}</w:rPr>`,
    '</w:style>',
  ].join('');
}

/** Names of Word's own that begin with a capital letter. */
const knownNames: ReadonlySet<string> = new Set([
  'Normal',
  'Title',
  'Subtitle',
  'Quote',
  'List Bullet',
  'List Bullet 2',
  'List Bullet 3',
  'List Number',
  'List Number 2',
  'List Number 3',
  'TOC Heading',
  'Hyperlink',
]);

/** The rules over and under a table are the style's; the one under its head is the cells'. */
function tableStyle(id: string, name: string, borders: string): string {
  return [
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>`,
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>',
    borders === '' ? '' : `<w:tblBorders>${borders}</w:tblBorders>`,
    '<w:tblCellMar><w:top w:w="15" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="15" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>',
    '</w:tblPr></w:style>',
  ].join('');
}

const rule = (side: string): string => `<w:${side} w:val="single" w:sz="8" w:space="0" w:color="${ink.rule}"/>`;

const tableNormal =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
const defaultFont =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>';
const noList =
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>';

/** Every style a report uses, as it stands in styles.xml. */
export function houseStyleList(style: HouseStyle): string[] {
  const characters: ParagraphStyle[] = [
    {
      id: styleIds.hyperlink,
      name: 'Hyperlink',
      basedOn: 'DefaultParagraphFont',
      priority: 99,
      isListed: false,
      run: `${colour(style.accent.slice(1).toUpperCase())}<w:u w:val="single"/>`,
    },
    {
      id: 'FootnoteReference',
      name: 'footnote reference',
      basedOn: 'DefaultParagraphFont',
      priority: 99,
      isListed: false,
      run: '<w:vertAlign w:val="superscript"/>',
    },
  ];
  return [
    ...paragraphStyles(style).map((each) => styleXml('paragraph', each)),
    defaultFont,
    ...characters.map((each) => styleXml('character', each)),
    tableNormal,
    tableStyle(styleIds.table, 'Report Table', `${rule('top')}${rule('bottom')}`),
    tableStyle(styleIds.facts, 'Report Facts', ''),
    noList,
  ];
}

/** styles.xml of a report in the house's fonts and colour, its language set. */
export function houseStyles(style: HouseStyle, language: Language): string {
  const lang = wordLanguages[language];
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<w:styles xmlns:w="${wordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts(style.bodyFont)}${size(22)}`,
    `<w:lang w:val="${lang}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    ...houseStyleList(style),
    '</w:styles>',
  ].join('');
}
