import {
  AlignmentType,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { AnswerSpace, QuestionnaireSheet, SheetBlock } from '../../../../shared/contract/print.ts';
import { grey, hairline, indent, inLines, plain, quiet, ruled, textWidth, wordDocument } from '../../documents/word.ts';

const box = '☐';
const ring = '○';

type GridBlock = Extract<SheetBlock, { kind: 'grid' }>;
type QuestionBlock = Extract<SheetBlock, { kind: 'question' | 'repeat' }>;

/** A sheet as a Word document: real headings and tables, A4, the document's language set. */
export function sheetToDocx(sheet: QuestionnaireSheet): Promise<Uint8Array> {
  return wordDocument({
    title: sheet.title,
    language: sheet.language,
    footer: `${sheet.title} · ${sheet.subtitle}`,
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(sheet.title)] }),
      quiet(sheet.subtitle, { spacing: { after: 200 } }),
      ...sheet.head.map((label) => ruled(`${label}:`, '')),
      ...sheet.blocks.flatMap(blockParts),
    ],
  });
}

function blockParts(block: SheetBlock): (Paragraph | Table)[] {
  const left = block.depth * indent;
  switch (block.kind) {
    case 'section':
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: [new TextRun(block.title)] }),
        ...conditions(block, left),
      ];
    case 'note':
      return [...conditions(block, left), plain(block.wording, { indent: { left }, spacing: { before: 160, after: 120 } })];
    case 'grid':
      return gridParts(block, left);
    case 'repeat':
      return [...questionHead(block, left), quiet(block.hint, { indent: { left: left + indent } })];
    case 'question':
      return [
        ...(block.lead === ''
          ? []
          : [plain(block.lead, { indent: { left }, keepNext: true, spacing: { before: 200 } }, { italics: true })]),
        ...questionHead(block, left),
        ...answerParts(block.answer, left + indent),
        ...reasons(block.reasons, left + indent),
      ];
  }
}

/** Number, wording, and what belongs to them; kept on one page with the answers below. */
function questionHead(block: QuestionBlock, left: number): Paragraph[] {
  const under = { indent: { left: left + indent }, keepNext: true };
  return [
    ...conditions(block, left + indent, 240),
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      keepNext: true,
      ...(block.conditions.length > 0 ? { spacing: { before: 0, after: 60 } } : {}),
      indent: { left: left + indent, hanging: indent },
      tabStops: [{ type: TabStopType.LEFT, position: left + indent }],
      children: [new TextRun({ text: block.number === '' ? '' : `${block.number}\t` }), ...inLines(block.wording)],
    }),
    ...(block.kind === 'question' && block.hint !== '' ? [plain(block.hint, under)] : []),
    ...(block.instruction === '' ? [] : [instruction(block.instruction, left + indent)]),
    ...block.checks.map((check) => quiet(check, under)),
  ];
}

/** When something is asked, above it; `before` sets it off from what stands over it. */
function conditions(block: { readonly conditions: readonly string[] }, left: number, before = 60): Paragraph[] {
  return block.conditions.map((condition, index) =>
    quiet(`→ ${condition}`, { indent: { left }, keepNext: true, spacing: { before: index === 0 ? before : 0 } }),
  );
}

function instruction(text: string, left: number): Paragraph {
  return new Paragraph({
    indent: { left },
    keepNext: true,
    shading: { type: ShadingType.CLEAR, fill: 'EEF1F5' },
    children: inLines(text, { italics: true, size: 20 }),
  });
}

function answerParts(answer: AnswerSpace, left: number): Paragraph[] {
  switch (answer.kind) {
    case 'none':
      return [];
    case 'line':
      return [ruled(answer.before, answer.after, left)];
    case 'lines':
      return Array.from({ length: answer.count }, () => ruled('', '', left));
    case 'options':
      return answer.isRow
        ? [optionRow(answer, left)]
        : answer.options.map((option, index) => optionLine(answer, option, left, index === answer.options.length - 1));
  }
}

type Options = Extract<AnswerSpace, { kind: 'options' }>;

function optionRow({ options }: Options, left: number): Paragraph {
  return new Paragraph({
    indent: { left },
    spacing: { before: 60, after: 60 },
    children: [new TextRun(options.map((option) => `${ring} ${option.label}`).join('     '))],
  });
}

function optionLine(answer: Options, option: Options['options'][number], left: number, isLast: boolean): Paragraph {
  const mark = answer.rank !== null ? '____' : answer.several ? box : ring;
  return new Paragraph({
    indent: { left: left + indent, hanging: indent },
    keepNext: !isLast,
    tabStops: [
      { type: TabStopType.LEFT, position: left + indent },
      ...(option.asksWhat ? [{ type: TabStopType.RIGHT, position: textWidth, leader: 'underscore' as const }] : []),
    ],
    children: [
      new TextRun(`${mark}\t`),
      ...(option.code === '' ? [] : [new TextRun({ text: `${option.code}  `, bold: true, size: 19, color: grey })]),
      new TextRun(option.label),
      ...(option.hint === '' ? [] : [new TextRun({ text: `  (${option.hint})`, size: 19, color: grey })]),
      ...(option.asksWhat ? [new TextRun('\t')] : []),
    ],
  });
}

function reasons(texts: readonly string[], left: number): Paragraph[] {
  if (texts.length === 0) return [];
  return [quiet(texts.map((text) => `${box} ${text}`).join('     '), { indent: { left }, spacing: { before: 40 } })];
}

function gridParts(block: GridBlock, left: number): (Paragraph | Table)[] {
  const answers = block.columns.length;
  const wide = Math.round((textWidth - left) * (answers > 5 ? 0.38 : 0.46));
  const narrow = Math.floor((textWidth - left - wide) / Math.max(1, answers));
  const widths = [wide, ...block.columns.map(() => narrow)];
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [block.lead, ...block.columns].map((text, index) =>
      cell([new TextRun({ text, size: 19, bold: index > 0 })], widths[index] ?? narrow, index > 0),
    ),
  });
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(
            [
              new TextRun({ text: `${row.number}  `, bold: true }),
              ...inLines(row.wording),
              ...(row.hint === '' ? [] : [new TextRun({ text: '', break: 1 }), ...inLines(row.hint, { size: 19 })]),
              ...(row.instruction === ''
                ? []
                : [new TextRun({ text: '', break: 1 }), ...inLines(row.instruction, { italics: true, size: 19 })]),
            ],
            wide,
            false,
          ),
          ...row.codes.map((code) => cell([new TextRun({ text: code === '' ? ring : `${ring} ${code}`, size: 20 })], narrow, true)),
        ],
      }),
  );
  return [
    ...conditions(block, left, 240),
    new Paragraph({ spacing: { before: 120 }, keepNext: true, children: [] }),
    new Table({
      rows: [head, ...rows],
      columnWidths: widths,
      width: { size: textWidth - left, type: WidthType.DXA },
      indent: { size: left, type: WidthType.DXA },
    }),
    ...reasons(block.reasons, left),
  ];
}

function cell(children: readonly TextRun[], width: number, isCentred: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    borders: { top: hairline, bottom: hairline, left: hairline, right: hairline },
    children: [new Paragraph({ alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT, children: [...children] })],
  });
}
