import type { HouseStyle } from '../../../../../../shared/contract/reports-style.ts';
import { xmlAttribute } from '../../../../documents/xml.ts';
import { styleIds } from './style-ids.ts';

/** Colours of print, without the number sign as Word writes them. */
export const ink = { text: '1A222E', quiet: '49505B', rule: '1F2733', hairline: 'C6CBD0' } as const;

/** A style as it stands in styles.xml; `properties` are in the order of the schema. */
export interface ParagraphStyle {
  readonly id: string;
  /** The name that Word knows a style by, in every language; ours have names of their own. */
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  /** Where it stands in Word's list, and whether it stands there at all. */
  readonly priority: number;
  readonly isListed?: boolean;
  readonly paragraph?: string;
  readonly run?: string;
}

/** Names a font for every script. */
export function fonts(name: string): string {
  const font = xmlAttribute(name);
  return `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
}

/** Size of letters in half points. */
export const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
/** Colour of letters, six hexadecimal digits. */
export const colour = (hex: string): string => `<w:color w:val="${hex}"/>`;
const spacing = (before: number, after: number, line?: number): string =>
  `<w:spacing w:before="${before}" w:after="${after}"${line === undefined ? '' : ` w:line="${line}" w:lineRule="auto"`}/>`;

function headings({ accent, headingFont }: HouseStyle): ParagraphStyle[] {
  const levels = [
    { before: 480, after: 140, size: 36, colour: accent.slice(1).toUpperCase() },
    { before: 360, after: 100, size: 27, colour: accent.slice(1).toUpperCase() },
    { before: 280, after: 80, size: 23, colour: ink.text },
  ];
  return levels.map((level, at) => ({
    id: styleIds.headings[at] ?? '',
    name: `heading ${at + 1}`,
    basedOn: styleIds.normal,
    next: styleIds.normal,
    priority: 9,
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(level.before, level.after, 259)}<w:outlineLvl w:val="${at}"/>`,
    run: `${fonts(headingFont)}<w:b/><w:bCs/>${colour(level.colour)}${size(level.size)}`,
  }));
}

function titles({ accent, headingFont }: HouseStyle): ParagraphStyle[] {
  const base = { basedOn: styleIds.normal, next: styleIds.normal } as const;
  const sans = fonts(headingFont);
  return [
    {
      ...base,
      id: styleIds.title,
      name: 'Title',
      priority: 10,
      paragraph: `<w:keepNext/><w:pBdr><w:top w:val="single" w:sz="24" w:space="18" w:color="${accent.slice(1).toUpperCase()}"/></w:pBdr>${spacing(2400, 160, 252)}`,
      run: `${sans}<w:b/><w:bCs/>${colour(accent.slice(1).toUpperCase())}${size(60)}`,
    },
    {
      ...base,
      id: styleIds.subtitle,
      name: 'Subtitle',
      priority: 11,
      paragraph: spacing(0, 560, 264),
      run: `${sans}${colour(ink.quiet)}${size(32)}`,
    },
    { ...base, id: styleIds.byline, name: 'Byline', priority: 12, paragraph: spacing(0, 40), run: `${sans}${size(24)}` },
    {
      ...base,
      id: styleIds.contentsHeading,
      name: 'TOC Heading',
      priority: 39,
      paragraph: `<w:keepNext/><w:keepLines/>${spacing(0, 200)}`,
      run: `${sans}<w:b/><w:bCs/>${colour(accent.slice(1).toUpperCase())}${size(36)}`,
    },
  ];
}

function textStyles({ headingFont }: HouseStyle): ParagraphStyle[] {
  const base = { basedOn: styleIds.normal } as const;
  const sans = fonts(headingFont);
  return [
    { id: styleIds.normal, name: 'Normal', priority: 0, paragraph: `<w:widowControl/>${spacing(0, 150, 288)}`, run: colour(ink.text) },
    { ...base, id: styleIds.lead, name: 'Lead', priority: 13, paragraph: spacing(0, 220, 300), run: size(26) },
    {
      ...base,
      id: styleIds.quiet,
      name: 'Quiet',
      priority: 14,
      paragraph: spacing(0, 120, 264),
      run: `${sans}${colour(ink.quiet)}${size(19)}`,
    },
    {
      ...base,
      id: styleIds.quote,
      name: 'Quote',
      next: styleIds.quoteNote,
      priority: 29,
      paragraph: `<w:keepLines/>${spacing(200, 60, 300)}<w:ind w:left="567" w:right="284"/>`,
      run: `<w:i/><w:iCs/>${size(24)}`,
    },
    {
      ...base,
      id: styleIds.quoteNote,
      name: 'Quote Note',
      next: styleIds.normal,
      priority: 30,
      paragraph: `${spacing(0, 240)}<w:ind w:left="567" w:right="284"/>`,
      run: `${sans}${colour(ink.quiet)}${size(19)}`,
    },
  ];
}

function tableStyles({ headingFont }: HouseStyle): ParagraphStyle[] {
  const base = { basedOn: styleIds.normal } as const;
  const sans = fonts(headingFont);
  return [
    {
      ...base,
      id: styleIds.caption,
      name: 'caption',
      next: styleIds.normal,
      priority: 35,
      paragraph: `<w:keepNext/><w:keepLines/>${spacing(280, 100, 259)}`,
      run: `${sans}<w:b/><w:bCs/>${size(20)}`,
    },
    { ...base, id: styleIds.tableText, name: 'Table Text', priority: 40, paragraph: spacing(20, 20, 240), run: `${sans}${size(19)}` },
    {
      ...base,
      basedOn: styleIds.tableText,
      id: styleIds.tableHead,
      name: 'Table Head',
      priority: 41,
      paragraph: `<w:keepNext/>${spacing(40, 40, 240)}`,
      run: '<w:b/><w:bCs/>',
    },
    {
      ...base,
      id: styleIds.tableNote,
      name: 'Table Note',
      priority: 42,
      paragraph: `<w:keepLines/>${spacing(60, 0, 252)}`,
      run: `${sans}${colour(ink.quiet)}${size(17)}`,
    },
    {
      ...base,
      id: styleIds.figure,
      name: 'Figure',
      next: styleIds.tableNote,
      priority: 43,
      paragraph: `<w:keepNext/>${spacing(0, 40, 240)}`,
    },
  ];
}

function listStyles(): ParagraphStyle[] {
  return [...styleIds.bullets, ...styleIds.numbers].map((id) => {
    const [, kind = '', level = ''] = /^List(Bullet|Number)(\d?)$/u.exec(id) ?? [];
    return {
      id,
      name: `List ${kind}${level === '' ? '' : ` ${level}`}`,
      basedOn: styleIds.normal,
      priority: 36,
      paragraph: `${spacing(0, 60, 276)}`,
    };
  });
}

function marginStyles({ headingFont }: HouseStyle): ParagraphStyle[] {
  const base = { basedOn: styleIds.normal, isListed: false } as const;
  const sans = fonts(headingFont);
  const contents = [1, 2, 3].map((level) => ({
    ...base,
    id: `TOC${level}`,
    name: `toc ${level}`,
    next: styleIds.normal,
    priority: 39,
    paragraph: `${spacing(level === 1 ? 120 : 20, 20, 252)}<w:ind w:left="${(level - 1) * 320}"/>`,
    run: `${sans}${level === 1 ? '<w:b/><w:bCs/>' : ''}${size(21)}`,
  }));
  return [
    ...contents,
    { ...base, id: 'Header', name: 'header', priority: 99, paragraph: spacing(0, 0, 240), run: `${sans}${colour(ink.quiet)}${size(17)}` },
    {
      ...base,
      id: styleIds.footer,
      name: 'footer',
      priority: 99,
      paragraph: spacing(0, 0, 240),
      run: `${sans}${colour(ink.quiet)}${size(17)}`,
    },
    { ...base, id: styleIds.footnoteText, name: 'footnote text', priority: 99, paragraph: spacing(0, 40, 252), run: size(18) },
  ];
}

/** Every paragraph style of a report in the house's look. */
export function paragraphStyles(style: HouseStyle): ParagraphStyle[] {
  return [...textStyles(style), ...headings(style), ...titles(style), ...tableStyles(style), ...listStyles(), ...marginStyles(style)];
}
