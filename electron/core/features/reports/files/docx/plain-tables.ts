import { AlignmentType, BorderStyle, Paragraph, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import { captionParagraph } from './captions.ts';
import { DescribedTable } from './described-table.ts';
import { ink } from './paragraph-styles.ts';
import type { Making } from './making.ts';
import { noteParagraphs } from './notes.ts';
import { textWidths } from './page-shape.ts';
import { styleIds } from './style-ids.ts';
import { words } from './word-text.ts';

type Part<K extends DocumentPart['kind']> = Extract<DocumentPart, { kind: K }>;
type OwnTable = Part<'table'>;

const headRule = { style: BorderStyle.SINGLE, size: 6, color: ink.rule, space: 0 } as const;
const together = 10;
const indentStep = 200;

/** Whole numbers that make the width. */
function widthsOf(shares: readonly number[], width: number): number[] {
  const total = Math.max(
    1,
    shares.reduce((sum, share) => sum + share, 0),
  );
  const widths = shares.map((share) => Math.floor((Math.max(0, share) / total) * width));
  const rest = width - widths.reduce((sum, each) => sum + each, 0);
  return widths.map((each, at) => (at === 0 ? each + rest : each));
}

function headRow({ columns }: OwnTable): TableRow {
  const cells = columns.map(
    ({ label, isNumber }) =>
      new TableCell({
        borders: { bottom: headRule },
        verticalAlign: VerticalAlignTable.BOTTOM,
        children: [
          new Paragraph({ style: styleIds.tableHead, ...(isNumber ? { alignment: AlignmentType.RIGHT } : {}), children: words(label) }),
        ],
      }),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function groupRow({ cells }: OwnTable['rows'][number], columns: number): TableRow {
  const text = cells.filter((cell) => cell !== '').join(' ');
  const heading = new Paragraph({ style: styleIds.tableHead, keepNext: true, children: words(text) });
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ ...(columns === 1 ? {} : { columnSpan: columns }), children: [heading] })],
  });
}

function bodyRow(row: OwnTable['rows'][number], { columns }: OwnTable, keepNext: boolean): TableRow {
  const cells = columns.map(
    ({ isNumber }, at) =>
      new TableCell({
        children: [
          new Paragraph({
            style: styleIds.tableText,
            ...(keepNext ? { keepNext } : {}),
            ...(isNumber ? { alignment: AlignmentType.RIGHT } : {}),
            ...(at === 0 && row.indent > 0 ? { indent: { left: row.indent * indentStep } } : {}),
            children: words(row.cells[at] ?? ''),
          }),
        ],
      }),
  );
  return new TableRow({ cantSplit: true, children: cells });
}

/** A table of words (meetings, actions, a checklist) with its caption and note. */
export function ownTable(part: OwnTable, making: Making): (Paragraph | DescribedTable)[] {
  if (part.columns.length === 0) return [];
  const { upright } = textWidths(making.page);
  const { caption, rows, note } = part;
  const isShort = rows.length <= together;
  const columnWidths = widthsOf(
    part.columns.map(({ share }) => share),
    upright,
  );
  const table = new DescribedTable(
    {
      style: styleIds.table,
      layout: TableLayoutType.FIXED,
      width: { size: upright, type: WidthType.DXA },
      columnWidths,
      tableLook: { firstRow: true, lastRow: false, firstColumn: true, lastColumn: false, noHBand: true, noVBand: true },
      rows: [
        headRow(part),
        ...rows.map((row, at) => {
          if (row.isGroup) return groupRow(row, part.columns.length);
          const isLast = at === rows.length - 1;
          return bodyRow(row, part, isLast ? note !== '' : isShort || at === 0);
        }),
      ],
    },
    caption?.text ?? part.columns.map(({ label }) => label).join(', '),
    part.columns.map(({ label }) => label).join(', '),
  );
  const above = caption === null ? [] : [captionParagraph({ kind: 'table', title: caption.text, subtitle: '', ...caption }, making)];
  return [...above, table, ...noteParagraphs(note === '' ? [] : [note])];
}

const labelShare = 32;

/** Facts: what is told at the left, and the lines of it at the right. */
export function factTable({ rows }: Part<'facts'>, making: Making): (Paragraph | DescribedTable)[] {
  if (rows.length === 0) return [];
  const { upright } = textWidths(making.page);
  const table = new DescribedTable(
    {
      style: styleIds.facts,
      layout: TableLayoutType.FIXED,
      width: { size: upright, type: WidthType.DXA },
      columnWidths: widthsOf([labelShare, 100 - labelShare], upright),
      tableLook: { firstRow: false, lastRow: false, firstColumn: true, lastColumn: false, noHBand: true, noVBand: true },
      rows: rows.map(
        ({ label, lines }) =>
          new TableRow({
            cantSplit: true,
            children: [
              new TableCell({ children: [new Paragraph({ style: styleIds.tableHead, children: words(label) })] }),
              new TableCell({
                children: (lines.length === 0 ? [''] : lines).map(
                  (line) => new Paragraph({ style: styleIds.tableText, children: words(line) }),
                ),
              }),
            ],
          }),
      ),
    },
    rows.map(({ label }) => label).join(', '),
    '',
  );
  return [table, ...noteParagraphs([])];
}
