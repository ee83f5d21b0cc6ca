import { HeadingLevel, PageOrientation, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Language } from '../../../../../shared/model/text.ts';
import { grey, hairline, pageMargin, quiet, wordDocument } from '../../../documents/word.ts';
import type { FileCell, FileGrid } from './file-grid.ts';

/** Twentieths of a point: A4 lying, between the margins. */
const width = 16838 - 2 * pageMargin;
const labelWidth = 1500;
/** From this many signs on a row may break over two pages; shorter ones stay whole. */
const longRow = 900;
const borders = { top: hairline, bottom: hairline, left: hairline, right: hairline };

/** The matrix as a Word document lying down: one real table whose header is repeated on every page. */
export function writeDocx(grid: FileGrid, language: Language): Promise<Uint8Array> {
  return wordDocument({
    title: grid.title,
    language,
    footer: grid.footer,
    orientation: PageOrientation.LANDSCAPE,
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(grid.title)] }),
      ...grid.notes.map((note) => quiet(note, { spacing: { after: 60 } })),
      quiet('', { spacing: { after: 60 } }),
      table(grid),
    ],
  });
}

function table({ header, rows }: FileGrid): Table {
  const theme = Math.floor((width - labelWidth) / Math.max(1, header.length - 1));
  const widths = header.map((_, at) => (at === 0 ? labelWidth : theme));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: header.map((text, at) => cell([new Paragraph({ children: run(text, { bold: true }) })], widths[at] ?? theme, 'E9ECF0')),
  });
  const body = rows.map(
    ({ label, cells }) =>
      new TableRow({
        cantSplit: Math.max(0, ...cells.map(({ summary }) => summary.length)) < longRow,
        children: [
          cell([new Paragraph({ children: run(label, { bold: true }) })], labelWidth),
          ...cells.map((one, at) => cell(paragraphs(one), widths[at + 1] ?? theme)),
        ],
      }),
  );
  return new Table({ width: { size: width, type: WidthType.DXA }, columnWidths: widths, rows: [head, ...body] });
}

function cell(children: Paragraph[], size: number, fill?: string): TableCell {
  return new TableCell({
    width: { size, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    borders,
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children,
  });
}

function paragraphs({ summary, isDone }: FileCell): Paragraph[] {
  return summary.split('\n').map((line) => new Paragraph({ children: run(line, isDone ? {} : { italics: true, color: grey }) }));
}

function run(text: string, look: { readonly bold?: boolean; readonly italics?: boolean; readonly color?: string }): TextRun[] {
  return [new TextRun({ text, size: 18, ...look })];
}
