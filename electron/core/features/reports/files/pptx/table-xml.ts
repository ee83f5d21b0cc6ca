import type { Language } from '../../../../../../shared/model/text.ts';
import { emu } from './measures.ts';
import { inks, lineXml, type TextLine } from './slide-xml.ts';

export interface SlideCell {
  readonly lines: readonly TextLine[];
  /** Columns it stands over. */
  readonly span?: number;
}

export interface SlideRow {
  readonly cells: readonly SlideCell[];
  /** Points. */
  readonly height: number;
  readonly rule?: 'strong' | 'thin';
  readonly isHead?: boolean;
}

/** Points round a text in its cell. */
export const cellPadding = { side: 5, top: 2.5 } as const;

function ruleXml(side: 'lnT' | 'lnB' | 'lnL' | 'lnR', points: number): string {
  if (points === 0) return `<a:${side} w="0"><a:noFill/></a:${side}>`;
  return `<a:${side} w="${emu(points)}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:srgbClr val="${inks.text}"/></a:solidFill><a:prstDash val="solid"/></a:${side}>`;
}

function cellXml({ lines, span = 1 }: SlideCell, row: SlideRow, isFirst: boolean, language: Language): string {
  const rule = row.rule === 'strong' ? 1.5 : row.rule === 'thin' ? 0.75 : 0;
  const look = `marL="${emu(cellPadding.side)}" marR="${emu(cellPadding.side)}" marT="${emu(cellPadding.top)}" marB="${emu(cellPadding.top)}" anchor="${row.isHead === true ? 'b' : 't'}"`;
  const rules = `${ruleXml('lnL', 0)}${ruleXml('lnR', 0)}${ruleXml('lnT', isFirst ? 1.5 : 0)}${ruleXml('lnB', rule)}<a:noFill/>`;
  const cell = (attributes: string, content: readonly TextLine[]): string =>
    `<a:tc${attributes}><a:txBody><a:bodyPr/><a:lstStyle/>${content.map((each) => lineXml(each, language)).join('')}</a:txBody><a:tcPr ${look}>${rules}</a:tcPr></a:tc>`;
  const rest = Array.from({ length: span - 1 }, () => cell(' hMerge="1"', [{ runs: [] }]));
  return [cell(span === 1 ? '' : ` gridSpan="${span}"`, lines), ...rest].join('');
}

/** A table that the presentation's reader can edit; its first row is a header to screen readers, its first column names the rows. */
export function tableXml(widths: readonly number[], rows: readonly SlideRow[], language: Language): string {
  const grid = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('');
  const body = rows
    .map((row, at) => `<a:tr h="${emu(row.height)}">${row.cells.map((cell) => cellXml(cell, row, at === 0, language)).join('')}</a:tr>`)
    .join('');
  return `<a:tbl><a:tblPr firstRow="1" firstCol="1"/><a:tblGrid>${grid}</a:tblGrid>${body}</a:tbl>`;
}
