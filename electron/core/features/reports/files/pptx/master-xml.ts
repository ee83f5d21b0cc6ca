import type { HouseStyle } from '../../../../../../shared/contract/reports-style.ts';
import type { Language } from '../../../../../../shared/model/text.ts';
import { xmlAttribute } from '../../../../documents/xml.ts';
import { emu, places, slideSize, type Box } from './measures.ts';
import { emptyGroup, hex, inks, languageTags, placeXml, spaces, xmlHead } from './slide-xml.ts';

/** The layouts that slides are made from, in the order of their files. */
export const layouts = ['title', 'section', 'text', 'free'] as const;
export type Layout = (typeof layouts)[number];

const names: Readonly<Record<Layout, string>> = { title: 'Title', section: 'Section', text: 'Title and text', free: 'Title only' };
const types: Readonly<Record<Layout, string>> = { title: 'title', section: 'secHead', text: 'obj', free: 'titleOnly' };

/** Places of the first slide and of those that open a section. */
export const openings = {
  title: { x: 72, y: 150, w: 780, h: 130 },
  subtitle: { x: 72, y: 292, w: 780, h: 150 },
  section: { x: 72, y: 190, w: 816, h: 160 },
  logo: { x: 72, y: 56, w: 220, h: 64 },
} as const satisfies Record<string, Box>;

interface Held {
  readonly id: number;
  readonly name: string;
  readonly placeholder: string;
  readonly box: Box | null;
  readonly bodyPr?: string;
  readonly listStyle?: string;
}

function heldXml({ id, name, placeholder, box, bodyPr = '<a:bodyPr/>', listStyle = '' }: Held, tag: string): string {
  const place = box === null ? '<p:spPr/>' : `<p:spPr>${placeXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`;
  const number = placeholder.includes('sldNum');
  const inside = number
    ? `<a:fld id="{00000000-0000-4000-8000-000000000001}" type="slidenum"><a:rPr lang="${tag}"/><a:t>‹#›</a:t></a:fld>`
    : '';
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xmlAttribute(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${placeholder}/></p:nvPr></p:nvSpPr>${place}<p:txBody>${bodyPr}<a:lstStyle>${listStyle}</a:lstStyle><a:p>${inside}<a:endParaRPr lang="${tag}"/></a:p></p:txBody></p:sp>`;
}

const noMargin = 'lIns="0" tIns="0" rIns="0" bIns="0"';
const footStyle = (align: 'l' | 'r'): string =>
  `<a:lvl1pPr algn="${align}"><a:defRPr sz="1000"><a:solidFill><a:srgbClr val="${inks.faint}"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>`;

/** Footer and slide number; on a layout they take their place from the master. */
function feet(from: number, isMaster: boolean): Held[] {
  const of = (box: Box): Box | null => (isMaster ? box : null);
  const bodyPr = isMaster ? `<a:bodyPr vert="horz" ${noMargin} anchor="ctr"/>` : '<a:bodyPr/>';
  const [left, right] = isMaster ? [footStyle('l'), footStyle('r')] : ['', ''];
  return [
    { id: from, name: 'Footer', placeholder: 'type="ftr" sz="quarter" idx="11"', box: of(places.footer), bodyPr, listStyle: left },
    {
      id: from + 1,
      name: 'Slide number',
      placeholder: 'type="sldNum" sz="quarter" idx="12"',
      box: of(places.number),
      bodyPr,
      listStyle: right,
    },
  ];
}

function levelXml(level: number, size: number): string {
  return `<a:lvl${level}pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="600"/></a:spcBef><a:buNone/><a:defRPr sz="${size * 100}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${level}pPr>`;
}

/** The master: title in the accent's colour, text, footer and number. */
export function masterXml(language: Language): string {
  const tag = languageTags[language];
  const held: Held[] = [
    {
      id: 2,
      name: 'Title',
      placeholder: 'type="title"',
      box: places.title,
      bodyPr: `<a:bodyPr vert="horz" ${noMargin} anchor="ctr"><a:normAutofit/></a:bodyPr>`,
    },
    {
      id: 3,
      name: 'Text',
      placeholder: 'type="body" idx="1"',
      box: places.body,
      bodyPr: `<a:bodyPr vert="horz" ${noMargin}><a:normAutofit/></a:bodyPr>`,
    },
    ...feet(4, true),
  ];
  const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const titleStyle = `<a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="2800" b="1" kern="1200"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr>`;
  const other = levels
    .map(
      (level) =>
        `<a:lvl${level}pPr marL="0" algn="l"><a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${level}pPr>`,
    )
    .join('');
  const list = layouts.map((_, at) => `<p:sldLayoutId id="${2_147_483_649 + at}" r:id="rId${at + 1}"/>`).join('');
  return `${xmlHead}<p:sldMaster ${spaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${emptyGroup}${held.map((each) => heldXml(each, tag)).join('')}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${list}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${titleStyle}</p:titleStyle><p:bodyStyle>${levels.map((level) => levelXml(level, level === 1 ? 20 : level === 2 ? 18 : 16)).join('')}</p:bodyStyle><p:otherStyle>${other}</p:otherStyle></p:txStyles></p:sldMaster>`;
}

function heldOf(layout: Layout): Held[] {
  const white = `<a:solidFill><a:srgbClr val="${inks.white}"/></a:solidFill>`;
  switch (layout) {
    case 'title':
      return [
        {
          id: 2,
          name: 'Title',
          placeholder: 'type="ctrTitle"',
          box: openings.title,
          bodyPr: `<a:bodyPr ${noMargin} anchor="b"><a:normAutofit/></a:bodyPr>`,
          listStyle: '<a:lvl1pPr algn="l"><a:defRPr sz="4000" b="1"/></a:lvl1pPr>',
        },
        {
          id: 3,
          name: 'Subtitle',
          placeholder: 'type="subTitle" idx="1"',
          box: openings.subtitle,
          bodyPr: `<a:bodyPr ${noMargin}><a:normAutofit/></a:bodyPr>`,
          listStyle:
            '<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="1800"><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>',
        },
        ...feet(4, false),
      ];
    case 'section':
      return [
        {
          id: 2,
          name: 'Title',
          placeholder: 'type="title"',
          box: openings.section,
          bodyPr: `<a:bodyPr ${noMargin} anchor="ctr"><a:normAutofit/></a:bodyPr>`,
          listStyle: `<a:lvl1pPr algn="l"><a:defRPr sz="4000" b="1">${white}</a:defRPr></a:lvl1pPr>`,
        },
        ...feet(3, false).map((each) => ({ ...each, listStyle: `<a:lvl1pPr><a:defRPr sz="1000">${white}</a:defRPr></a:lvl1pPr>` })),
      ];
    case 'text':
      return [
        { id: 2, name: 'Title', placeholder: 'type="title"', box: null },
        { id: 3, name: 'Text', placeholder: 'idx="1"', box: null },
        ...feet(4, false),
      ];
    case 'free':
      return [{ id: 2, name: 'Title', placeholder: 'type="title"', box: null }, ...feet(3, false)];
    default:
      return layout satisfies never;
  }
}

/** A layout; a section's ground is the accent, and the first slide has a band of it. */
export function layoutXml(layout: Layout, language: Language, { accent }: HouseStyle): string {
  const ground =
    layout === 'section' ? `<p:bg><p:bgPr><a:solidFill><a:srgbClr val="${hex(accent)}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>` : '';
  const band =
    layout === 'title'
      ? `<p:sp><p:nvSpPr><p:cNvPr id="20" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${placeXml({ x: 0, y: 0, w: 22, h: slideSize.h })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${languageTags[language]}"/></a:p></p:txBody></p:sp>`
      : '';
  const held = heldOf(layout)
    .map((each) => heldXml(each, languageTags[language]))
    .join('');
  return `${xmlHead}<p:sldLayout ${spaces} type="${types[layout]}" preserve="1"><p:cSld name="${names[layout]}">${ground}<p:spTree>${emptyGroup}${band}${held}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

/** The notes' master: the slide above, the notes under it. */
export function notesMasterXml(language: Language): string {
  const tag = languageTags[language];
  const image = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${placeXml({ x: 54, y: 54, w: 432, h: 243 })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>`;
  const notes = heldXml(
    {
      id: 3,
      name: 'Notes',
      placeholder: 'type="body" sz="quarter" idx="3"',
      box: { x: 54, y: 320, w: 432, h: 340 },
      bodyPr: '<a:bodyPr vert="horz"/>',
    },
    tag,
  );
  const style = `<a:lvl1pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1200" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>`;
  return `${xmlHead}<p:notesMaster ${spaces}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${emptyGroup}${image}${notes}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:notesStyle>${style}</p:notesStyle></p:notesMaster>`;
}

/** The presentation: its slides' ids begin at 256, as they must. */
export function presentationXml(slides: number, language: Language): string {
  const ids = Array.from({ length: slides }, (_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 10}"/>`).join('');
  const tag = languageTags[language];
  const text = `<p:defaultTextStyle><a:defPPr><a:defRPr lang="${tag}"/></a:defPPr><a:lvl1pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:defaultTextStyle>`;
  return `${xmlHead}<p:presentation ${spaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${ids}</p:sldIdLst><p:sldSz cx="${emu(slideSize.w)}" cy="${emu(slideSize.h)}"/><p:notesSz cx="6858000" cy="9144000"/>${text}</p:presentation>`;
}
