import { ImageRun, Paragraph, TextRun, type ParagraphChild } from 'docx';
import { ChartRun } from 'docx/charts';
import {
  exhibitChart,
  exhibitWords,
  testLines,
  testText,
  toSvgString,
  withoutKeys,
  type ExhibitWords,
} from '../../../../../../shared/charts/index.ts';
import { withChartRows } from '../../../../../../shared/charts/chart-figures.ts';
import { sentences } from '../../../../../../shared/charts/exhibit-notes.ts';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import type { ReleasedExhibit } from '../../../../../../shared/model/exhibit.ts';
import { printedFigure, printedTable, type PrintedFigure } from '../../../../../../shared/report-page/index.ts';
import { wordsIn, type CoreWords } from '../../../../words.ts';
import { barsBase } from '../figure-format.ts';
import { captionParagraph } from './captions.ts';
import { paletteOf, type ChartGround, type NativeChart } from './chart-look.ts';
import { planColumns } from './exhibit-columns.ts';
import { exhibitTable } from './exhibit-table.ts';
import { upright, type Making, type Piece } from './making.ts';
import { nativeChart } from './native-chart.ts';
import { noteParagraphs } from './notes.ts';
import { inPixels, textWidths } from './page-shape.ts';
import { styleIds } from './style-ids.ts';
import { languageOf, oneLine } from './word-text.ts';

type ExhibitPart = Extract<DocumentPart, { kind: 'exhibit' }>;

/** Px: what is left of a page for a picture when its caption and notes stand on it too. */
const highest = 800;

/** The words of an exhibit's language; the report's own are at hand, and finding others takes longer than a table does. */
function wordsOf({ language }: ReleasedExhibit, { ground }: Making): CoreWords {
  return language === ground.document.language ? ground.words : wordsIn(language);
}

/** Notes of a table: what holds for all of it in one paragraph, each test in its own, the source last. */
function tableNotes(notes: readonly string[], exhibit: ReleasedExhibit, texts: ExhibitWords, say: CoreWords): string[] {
  const tests = new Set(testLines(exhibit, say).map(testText));
  const general = sentences(notes.slice(0, -1).filter((note) => !tests.has(note)));
  return [general, ...tests, sourceOf(notes.at(-1) ?? '', texts)].filter((note) => note !== '');
}

function sourceOf(source: string, texts: ExhibitWords): string {
  return `${texts.file.source}: ${source}`;
}

/** The table of an exhibit with caption and notes, on a turned page where it is too wide for an upright one. */
function tablePiece({ released, table }: ExhibitPart, making: Making): Piece {
  const say = wordsOf(released, making);
  const texts = exhibitWords(released, say);
  const printed = printedTable(released, say);
  const bases = released.rows.some(({ base }) => base !== null) ? printed.columns.length - 1 : null;
  const plan = planColumns(printed, { bases, font: making.ground.document.style.headingFont, text: textWidths(making.page) });
  const { title, subtitle } = printed;
  const format = languageOf(released.language, making);
  const native = exhibitTable(printed, plan, { description: subtitle, bases, format });
  const above = table === null ? [] : [captionParagraph({ kind: 'table', ...table, title, subtitle, format }, making)];
  const under = noteParagraphs(tableNotes(printed.notes, released, texts, say), format);
  return { children: [...above, native, ...under], isLandscape: plan.isLandscape };
}

/** A chart as SVG, with a PNG for those who cannot draw it. */
async function pictureRun(ground: ChartGround, name: string, { ground: { rasterise } }: Making): Promise<ImageRun> {
  const { exhibit, words, chart, style, width } = ground;
  const drawn = withoutKeys(exhibitChart(exhibit, { words, palette: paletteOf(style), width, frame: 'screen', chart, idPrefix: 'c' }));
  const source = `<?xml version="1.0" encoding="UTF-8"?>\n${toSvgString(drawn)}\n`;
  const size = { width: Number(drawn.attrs['width']), height: Number(drawn.attrs['height']) };
  const scale = Math.min(1, width / size.width, highest / size.height);
  const transformation = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(source),
    fallback: { type: 'png', data: Buffer.from(await rasterise(source)) },
    transformation,
    altText: { name, description: oneLine(words.descriptions[chart]) },
  });
}

/** What the colours of a chart stand for, in the answers' order. */
function keyParagraph(key: NativeChart['key']): Paragraph[] {
  if (key.length === 0) return [];
  const runs = key.flatMap(({ label, colour }, at) => [
    new TextRun({ text: `${at === 0 ? '' : '\u2003'}■\u00A0`, color: colour }),
    new TextRun(oneLine(label).replaceAll(' ', '\u00A0')),
    ...(at === key.length - 1 ? [] : [new TextRun(' ')]),
  ]);
  return [new Paragraph({ style: styleIds.tableNote, keepNext: true, children: runs })];
}

/** Notes under a chart. Word's own charts have no intervals, so nothing is said of them. */
function figureNotes(
  { chart, words, general, marks, symbols, source }: PrintedFigure,
  released: ReleasedExhibit,
  isNative: boolean,
): string[] {
  const ofIntervals = new Set([words.waves.interval, words.bracketNote, words.intervalNote, words.lowBaseBarNote, words.lowBaseDotNote]);
  const shown = marks.filter((note) => !isNative || !ofIntervals.has(note));
  const base = isNative && chart === 'bars' ? [barsBase(released, words)] : [];
  return [sentences([...base, ...general, ...shown, ...symbols]), sourceOf(source, words)].filter((note) => note !== '');
}

/** The chart of an exhibit: one that Word can edit where it can draw it and nobody asked for a picture. */
async function figurePiece(part: ExhibitPart, making: Making): Promise<Piece> {
  const { released, figure } = part;
  const printed = printedFigure(released, part.chart, wordsOf(released, making));
  const { chart, title, subtitle } = printed;
  const width = inPixels(textWidths(making.page).upright);
  const ground: ChartGround = { exhibit: withChartRows(released), words: printed.words, chart, style: making.ground.document.style, width };
  const isPicture = making.ground.charts === 'picture' || part.chartAs === 'picture';
  const native = isPicture ? null : nativeChart(ground);
  const name = figure === null ? '' : making.ground.words('reports.ref.figure', { number: figure.number });
  const drawn: ParagraphChild =
    native === null
      ? await pictureRun(ground, name, making)
      : new ChartRun({ ...native.options, altText: { ...native.options.altText, name } });
  const format = languageOf(released.language, making);
  const above = figure === null ? [] : [captionParagraph({ kind: 'figure', ...figure, title, subtitle, format }, making)];
  return upright(
    ...above,
    ...keyParagraph(native?.key ?? []),
    new Paragraph({ style: styleIds.figure, children: [drawn] }),
    ...noteParagraphs(figureNotes(printed, released, native !== null), format),
  );
}

/** An exhibit: the figure first, as its alternative text says, then the table. @throws Error when its audit is not ok */
export async function exhibitPieces(part: ExhibitPart, making: Making): Promise<Piece[]> {
  return [
    ...(part.shows === 'table' ? [] : [await figurePiece(part, making)]),
    ...(part.shows === 'chart' ? [] : [tablePiece(part, making)]),
  ];
}
