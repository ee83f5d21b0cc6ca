import { chartPalettes } from '../../../../../../shared/charts/index.ts';
import type { Language } from '../../../../../../shared/model/text.ts';
import { xmlAttribute, xmlText } from '../../../../documents/xml.ts';
import { emu, type Box } from './measures.ts';

export const languageTags: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', sv: 'sv-SE', en: 'en-GB' };
export const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A colour of the charts' palette as DrawingML has it: without the sign before it. */
export function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}

const { text, text2, text3, hairline } = chartPalettes.light;
export const inks = {
  text: hex(text),
  quiet: hex(text2),
  faint: hex(text3),
  hairline: hex(hairline),
  white: hex(chartPalettes.light.surface),
} as const;

/** A piece of a line. Sizes are points. */
export interface TextRun {
  readonly text: string;
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isRaised?: boolean;
  readonly colour?: string;
  /** The heading font in the place of the body's. */
  readonly isHeading?: boolean;
  /** Relationship of the address it leads to. */
  readonly link?: string;
  readonly language?: Language;
}

export interface TextLine {
  readonly runs: readonly TextRun[];
  readonly bullet?: 'bullet' | { readonly start: number };
  readonly depth?: number;
  /** Points from the left. */
  readonly indent?: number;
  readonly align?: 'l' | 'r' | 'ctr';
  /** Points above it. */
  readonly before?: number;
}

function runXml(run: TextRun, language: Language): string {
  const { size, isBold, isItalic, isRaised, colour, isHeading, link } = run;
  const attributes = [
    `lang="${languageTags[run.language ?? language]}"`,
    ...(size === undefined ? [] : [`sz="${Math.round(size * 100)}"`]),
    ...(isBold === true ? ['b="1"'] : []),
    ...(isItalic === true ? ['i="1"'] : []),
    ...(isRaised === true ? ['baseline="30000"'] : []),
    'dirty="0"',
  ];
  const inside = [
    colour === undefined ? '' : `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`,
    isHeading === true ? '<a:latin typeface="+mj-lt"/>' : '',
    link === undefined ? '' : `<a:hlinkClick r:id="${link}"/>`,
  ].join('');
  return `<a:r><a:rPr ${attributes.join(' ')}>${inside}</a:rPr><a:t>${xmlText(run.text.replaceAll(/\r\n|\r|\n/gu, ' '))}</a:t></a:r>`;
}

/** Indents of lists in points, by depth. */
export const listIndent = 22;

export function lineXml({ runs, bullet, depth = 0, indent = 0, align, before }: TextLine, language: Language): string {
  const attributes = [
    ...(bullet === undefined ? [] : [`marL="${emu(listIndent * (depth + 1))}" lvl="${depth}" indent="${emu(-listIndent)}"`]),
    ...(indent === 0 ? [] : [`marL="${emu(indent)}"`]),
    ...(align === undefined ? [] : [`algn="${align}"`]),
  ];
  const space = before === undefined ? '' : `<a:spcBef><a:spcPts val="${Math.round(before * 100)}"/></a:spcBef>`;
  const sign =
    bullet === undefined
      ? '<a:buNone/>'
      : bullet === 'bullet'
        ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
        : `<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"${bullet.start === 1 ? '' : ` startAt="${bullet.start}"`}/>`;
  return `<a:p><a:pPr${attributes.map((each) => ` ${each}`).join('')}>${space}${sign}</a:pPr>${runs.map((run) => runXml(run, language)).join('')}</a:p>`;
}

export function placeXml({ x, y, w, h }: Box, tag: 'a:xfrm' | 'p:xfrm' = 'a:xfrm'): string {
  return `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></${tag}>`;
}

function bodyXml(lines: readonly TextLine[], language: Language, bodyPr: string): string {
  const empty = `<a:p><a:endParaRPr lang="${languageTags[language]}"/></a:p>`;
  return `<p:txBody>${bodyPr}<a:lstStyle/>${lines.length === 0 ? empty : lines.map((line) => lineXml(line, language)).join('')}</p:txBody>`;
}

/** A text in one of its layout's places. */
export function placeholderXml(id: number, name: string, placeholder: string, lines: readonly TextLine[], language: Language): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xmlAttribute(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${placeholder}/></p:nvPr></p:nvSpPr><p:spPr/>${bodyXml(lines, language, '<a:bodyPr/>')}</p:sp>`;
}

/** A text in a place of its own. */
export function textBoxXml(
  id: number,
  name: string,
  box: Box,
  lines: readonly TextLine[],
  about: { readonly language: Language; readonly anchor?: 't' | 'ctr' | 'b' },
): string {
  const bodyPr = `<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${about.anchor ?? 't'}"><a:noAutofit/></a:bodyPr>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xmlAttribute(name)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${placeXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>${bodyXml(lines, about.language, bodyPr)}</p:sp>`;
}

/** The number of the slide in its place. */
export function slideNumberXml(id: number, number: number, language: Language): string {
  const field = `<a:p><a:fld id="{00000000-0000-4000-8000-000000000001}" type="slidenum"><a:rPr lang="${languageTags[language]}" dirty="0"/><a:t>${number}</a:t></a:fld><a:endParaRPr lang="${languageTags[language]}" dirty="0"/></a:p>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${field}</p:txBody></p:sp>`;
}

/** What is read aloud in the place of a picture or a chart. */
export interface Described {
  readonly name: string;
  readonly description: string;
}

/** A picture: a PNG or JPEG, and where there is one the drawing it was made from, which newer programs show. */
export function pictureXml(id: number, box: Box, { name, description }: Described, image: string, drawing: string | null): string {
  const svg =
    drawing === null
      ? ''
      : `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${drawing}"/></a:ext></a:extLst>`;
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${xmlAttribute(name)}" descr="${xmlAttribute(description)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${image}">${svg}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${placeXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

/** A frame that holds a chart or a table. */
export function frameXml(
  id: number,
  box: Box,
  { name, description }: Described,
  content: { readonly uri: 'chart' | 'table'; readonly xml: string },
): string {
  const locks =
    content.uri === 'table' ? '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>' : '<p:cNvGraphicFramePr/>';
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${xmlAttribute(name)}" descr="${xmlAttribute(description)}"/>${locks}<p:nvPr/></p:nvGraphicFramePr>${placeXml(box, 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${content.uri}">${content.xml}</a:graphicData></a:graphic></p:graphicFrame>`;
}

export const emptyGroup =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
