import { chartPalettes } from '../../../../../../shared/charts/index.ts';
import type { HouseStyle } from '../../../../../../shared/contract/reports-style.ts';
import { hex, inks, xmlHead } from './slide-xml.ts';

const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (points: number): string => `<a:ln w="${points}" cap="flat" cmpd="sng" algn="ctr">${solid}<a:prstDash val="solid"/></a:ln>`;

/** Colours and fonts of the house style as a theme, so that what is added later looks the same. */
export function themeXml({ accent, headingFont, bodyFont }: HouseStyle): string {
  const colour = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${hex(value)}"/></a:${name}>`;
  const others = chartPalettes.light.lines5.map((value, at) => colour(`accent${at + 2}`, value)).join('');
  const font = (name: string, face: string): string =>
    `<a:${name}><a:latin typeface="${face}"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `${xmlHead}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Røst"><a:themeElements><a:clrScheme name="Røst">${colour('dk1', inks.text)}${colour('lt1', inks.white)}${colour('dk2', accent)}${colour('lt2', inks.hairline)}${colour('accent1', accent)}${others}${colour('hlink', accent)}${colour('folHlink', accent)}</a:clrScheme><a:fontScheme name="Røst">${font('majorFont', headingFont)}${font('minorFont', bodyFont)}</a:fontScheme><a:fmtScheme name="Røst"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12_700)}${line(19_050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
