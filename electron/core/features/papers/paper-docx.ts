import {
  AlignmentType,
  HeadingLevel,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
  type IRunOptions,
} from 'docx';
import type { Paper, PaperBlock } from '../../../../shared/contract/papers.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { grey, hairline, indent, plain, quiet, ruled, textWidth, wordDocument, wordLanguages } from '../../documents/word.ts';
import type { PaperPhoto } from './photo-size.ts';

type Block<K extends PaperBlock['kind']> = Extract<PaperBlock, { kind: K }>;
type Photos = ReadonlyMap<string, PaperPhoto>;

/** Widest and highest a photo stands, in pixels at 96 to the inch: the text width, and half a page. */
const photoBox = { width: 640, height: 480 };
const late = 'A6322B';

/** A paper as a Word document: real headings, lists and tables, A4, every text in its language. */
export function paperToDocx(paper: Paper, photos: Photos): Promise<Uint8Array> {
  return wordDocument({
    title: paper.title,
    language: paper.language,
    footer: paper.title,
    children: [...headParts(paper), ...bodyOf(paper).flatMap((block) => blockParts(block, photos))],
  });
}

/** A letter begins with its address; everything else with its title. */
function headParts({ title, subtitle, blocks: [first] }: Paper): Paragraph[] {
  return [
    ...(first?.kind === 'address' ? addressParts(first) : []),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    ...(subtitle === '' ? [] : [quiet(subtitle, { spacing: { after: 200 } })]),
  ];
}

/** What stands under the title. */
function bodyOf({ blocks }: Paper): readonly PaperBlock[] {
  return blocks[0]?.kind === 'address' ? blocks.slice(1) : blocks;
}

function blockParts(block: PaperBlock, photos: Photos): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(block.text)] })];
    case 'text':
      return [textPart(block)];
    case 'address':
      return addressParts(block);
    case 'facts':
      return [factTable(block), gap()];
    case 'list':
      return block.items.map(listItem);
    case 'questions':
      return block.items.flatMap((item) => questionParts(item, block.lines));
    case 'table':
      return [plainTable(block), gap()];
    case 'lines':
      return block.items.map(minuteLine);
    case 'photos':
      return block.photos.flatMap((photo) => photoParts(photo, photos.get(photo.attachmentId)));
    case 'signature':
      return block.lines.map((line, index) =>
        plain(line, { spacing: { before: index === 0 ? 120 : 0 }, keepNext: index < block.lines.length - 1 }),
      );
  }
}

/** Word wants a paragraph after a table; this one is no higher than a gap. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: 'exact' } });
}

function textPart({ text, language, tone }: Block<'text'>): Paragraph {
  const size = tone === 'lead' ? 24 : tone === 'quiet' ? 19 : 22;
  return new Paragraph({
    spacing: { before: tone === 'quiet' ? 120 : 60, after: 100 },
    children: runs(text, { size, ...(tone === 'quiet' ? { color: grey } : {}), ...inLanguage(language) }),
  });
}

function addressParts({ lines, day }: Block<'address'>): Paragraph[] {
  return [
    ...lines.map((line) => plain(line)),
    ...(day === '' ? [] : [plain(day, { alignment: AlignmentType.RIGHT, spacing: { before: 240, after: 240 } })]),
  ];
}

/** Label and what is known, without lines: a reader's eye goes down the right column. */
function factTable({ rows }: Block<'facts'>): Table {
  const label = 2300;
  const none = { style: 'none', size: 0, color: 'auto' } as const;
  const borders = { top: none, bottom: none, left: none, right: none };
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [label, textWidth - label],
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      ({ label: name, lines }) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              width: { size: label, type: WidthType.DXA },
              margins: { top: 40, bottom: 40, left: 0, right: 120 },
              borders,
              children: [plain(name, {}, { color: grey })],
            }),
            new TableCell({
              width: { size: textWidth - label, type: WidthType.DXA },
              margins: { top: 40, bottom: 40, left: 0, right: 0 },
              borders,
              children: lines.map((line) => plain(line)),
            }),
          ],
        }),
    ),
  });
}

function listItem({ lead, text, language, note }: Block<'list'>['items'][number]): Paragraph {
  const left = lead === '' ? 360 : 900;
  return new Paragraph({
    indent: { left, hanging: left },
    tabStops: [{ type: TabStopType.LEFT, position: left }],
    spacing: { before: 40, after: 40 },
    children: [
      new TextRun({ text: `${lead === '' ? '–' : lead}\t`, ...(lead === '' ? {} : { color: grey }) }),
      ...runs(text, inLanguage(language)),
      ...(note === '' ? [] : runs(note, { size: 20, color: grey }, true)),
    ],
  });
}

function questionParts({ number, text, language }: Block<'questions'>['items'][number], lines: number): Paragraph[] {
  return [
    new Paragraph({
      spacing: { before: 280, after: 40 },
      keepNext: true,
      indent: { left: indent, hanging: indent },
      tabStops: [{ type: TabStopType.LEFT, position: indent }],
      children: [new TextRun({ text: `${number}.\t`, bold: true }), ...runs(text, { bold: true, ...inLanguage(language) })],
    }),
    ...Array.from({ length: lines }, () => ruled('', '', indent)),
  ];
}

function plainTable({ columns, rows }: Block<'table'>): Table {
  const widths = columns.map(({ share }) => Math.floor((textWidth * share) / 100));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label }, index) => cell([plain(label, {}, { bold: true, size: 19 })], widths[index] ?? 0, 'F1F3F5')),
  });
  const body = rows.map(
    ({ cells, language, isLate }) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((text, index) =>
          cell(
            cellLines(text, { ...inLanguage(language), ...(isLate && index === 0 ? { color: late, bold: true } : {}) }),
            widths[index] ?? 0,
          ),
        ),
      }),
  );
  return new Table({ rows: [head, ...body], columnWidths: widths, width: { size: textWidth, type: WidthType.DXA } });
}

/** The first line is what it is; those under it tell more. */
function cellLines(text: string, run: IRunOptions): Paragraph[] {
  return text
    .split('\n')
    .map((line, index) => plain(line, {}, index === 0 ? { size: 20, ...run } : { size: 18, color: grey, ...run, bold: false }));
}

function cell(children: readonly Paragraph[], width: number, fill: string | null = null): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    borders: { top: hairline, bottom: hairline, left: hairline, right: hairline },
    ...(fill === null ? {} : { shading: { type: ShadingType.CLEAR, fill } }),
    children: [...children],
  });
}

function minuteLine({ text, language, mark, isAgreed, by }: Block<'lines'>['items'][number]): Paragraph {
  return new Paragraph({
    spacing: { before: 40, after: 80 },
    ...(isAgreed ? { shading: { type: ShadingType.CLEAR, fill: 'F4F1E8' } } : {}),
    children: [
      ...(mark === '' ? [] : [new TextRun({ text: `${mark}: `, bold: true })]),
      ...runs(text, inLanguage(language)),
      ...(by === '' ? [] : [new TextRun({ text: ` (${by})`, size: 20, color: grey })]),
    ],
  });
}

function photoParts({ caption, credit }: Block<'photos'>['photos'][number], photo: PaperPhoto | undefined): Paragraph[] {
  if (photo === undefined) return [];
  const scale = Math.min(1, photoBox.width / photo.width, photoBox.height / photo.height);
  const under = [caption, credit].filter((part) => part !== '').join(' ');
  return [
    new Paragraph({
      keepNext: under !== '',
      spacing: { before: 160 },
      children: [
        new ImageRun({
          type: photo.type,
          data: photo.bytes,
          transformation: { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) },
          altText: { name: caption, description: caption, title: caption },
        }),
      ],
    }),
    ...(under === '' ? [] : [quiet(under, { spacing: { after: 160 } })]),
  ];
}

/** A text whose line feeds are breaks; `startsBelow` begins on a line of its own. */
function runs(text: string, run: IRunOptions, startsBelow = false): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ ...run, text: line, ...(index > 0 || startsBelow ? { break: 1 } : {}) }));
}

function inLanguage(language: Language | null): IRunOptions {
  return language === null ? {} : { language: { value: wordLanguages[language] } };
}
