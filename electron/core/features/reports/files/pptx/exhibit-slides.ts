import {
  chartPalettes,
  exhibitChart,
  toSvgString,
  withoutKeys,
  type ChartType,
  type ExhibitWords,
} from '../../../../../../shared/charts/index.ts';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import type { ReleasedExhibit } from '../../../../../../shared/model/exhibit.ts';
import { cellText, printedFigure, printedTable, type PrintedTable } from '../../../../../../shared/report-page/index.ts';
import type { CoreWords } from '../../../../words.ts';
import { barsBase } from '../figure-format.ts';
import type { FileGround } from '../file-ground.ts';
import { places, rulerOf, type Ruler } from './measures.ts';
import { nativeChart } from './native-chart.ts';
import type { Slide, SlideImage } from './slide-plan.ts';
import { exhibitPieces, ownPieces } from './table-slides.ts';

type ExhibitPart = Extract<DocumentPart, { kind: 'exhibit' }>;
type TablePart = Extract<DocumentPart, { kind: 'table' }>;

const drawnWidths = [1040, 900, 760, 640] as const;
/** Points for a pixel of a drawing: smaller than this its letters cannot be read in a room, and a table says more. */
const leastScale = 0.55;

/** Every line of a table in words, for the notes under its slide: what is released, and no more. */
function spokenTable({ columns, rows }: PrintedTable): string[] {
  return rows.map(({ label, cells }) => `${label}: ${cells.map((cell, at) => `${columns[at] ?? ''} ${cellText(cell)}`).join('; ')}`);
}

/** The exhibit drawn at the width at which its letters become largest in the place it has; null where that is too small. */
async function drawn(
  exhibit: ReleasedExhibit,
  chart: ChartType,
  words: ExhibitWords,
  { rasterise }: FileGround,
): Promise<SlideImage | null> {
  const made = drawnWidths.map((width) => {
    const node = exhibitChart(exhibit, { words, palette: chartPalettes.light, width, frame: 'screen', chart });
    const size = { width: Number(node.attrs['width']), height: Number(node.attrs['height']) };
    return { node, size, scale: Math.min(places.exhibit.w / size.width, places.exhibit.h / size.height) };
  });
  const best = made.reduce((found, each) => (each.scale > found.scale ? each : found));
  if (best.scale < leastScale) return null;
  const svg = `<?xml version="1.0" encoding="UTF-8"?>\n${toSvgString(withoutKeys(best.node))}\n`;
  return { bytes: await rasterise(svg), mediaType: 'image/png', svg, size: best.size };
}

function labelled(label: string, title: string): string {
  return label === '' ? title : `${label}. ${title}`;
}

/** The chart's slide; null where it would be too small to be read. */
async function chartSlide(part: ExhibitPart, ground: FileGround): Promise<Slide | null> {
  const { words } = ground;
  const { released, figure, chartAs } = part;
  const { chart, title, subtitle, words: texts, general, marks, symbols, source } = printedFigure(released, part.chart, words);
  const table = printedTable(released, words);
  const native =
    ground.charts === 'native' && chartAs === 'native' ? nativeChart(released, chart, texts, ground.document.style.accent) : null;
  // PowerPoint's own charts have none of the marks.
  const how = native === null ? marks : [native.kind === 'bars' ? barsBase(released, texts) : '', texts.lowBaseNames];
  const label = figure === null ? '' : words('reports.ref.figure', { number: figure.number });
  const common = {
    title,
    under: labelled(label, subtitle),
    foot: [...general, ...how, ...symbols, source].filter((note) => note !== ''),
    notes: [labelled(label, title), subtitle, words('reports.file.behind'), ...spokenTable(table), ...table.notes],
    // A scale with two directions is drawn from zero there.
    description: texts.descriptions[native?.kind === 'stacked' ? 'stacked' : chart],
  };
  if (native !== null) return { kind: 'chart', chart: native, ...common };
  const image = await drawn(released, chart, texts, ground);
  return image === null ? null : { kind: 'image', image, ...common };
}

function continued(title: string, at: number, words: CoreWords): string {
  return at === 0 ? title : words('reports.file.continued', { title });
}

function tableSlides({ released, table, figure }: ExhibitPart, words: CoreWords, ruler: Ruler): Slide[] {
  const printed = printedTable(released, words);
  const numbers = [
    table === null ? '' : words('reports.ref.table', { number: table.number }),
    table === null && figure !== null ? words('reports.ref.figure', { number: figure.number }) : '',
  ];
  const label = numbers.join('');
  return exhibitPieces(printed, ruler).map((piece, at) => ({
    kind: 'table',
    title: continued(released.title, at, words),
    under: labelled(label, printed.subtitle),
    foot: printed.notes,
    notes: at === 0 ? [labelled(label, released.title), printed.subtitle, ...spokenTable(printed), ...printed.notes] : [],
    description: labelled(label, `${released.title}. ${printed.subtitle}`),
    ...piece,
  }));
}

/** The slides of one exhibit: its chart, its table, or both. */
export async function exhibitSlides(part: ExhibitPart, ground: FileGround): Promise<Slide[]> {
  const ruler = rulerOf(ground.document.style.headingFont);
  const chart = part.shows === 'table' ? null : await chartSlide(part, ground);
  const hasTable = part.shows !== 'chart' || chart === null;
  return [...(chart === null ? [] : [chart]), ...(hasTable ? tableSlides(part, ground.words, ruler) : [])];
}

/** The slides of a table of words. @param heading what it stands under, for one without a name */
export function ownTableSlides(part: TablePart, heading: string, { document, words }: FileGround): Slide[] {
  const { caption, note } = part;
  const label = caption === null ? '' : words('reports.ref.table', { number: caption.number });
  const title = caption === null || caption.text === '' ? heading : caption.text;
  return ownPieces(part, rulerOf(document.style.headingFont)).map((piece, at) => ({
    kind: 'table',
    title: continued(title, at, words),
    under: label,
    foot: note === '' ? [] : [note],
    notes: [],
    description: labelled(label, title),
    ...piece,
  }));
}
