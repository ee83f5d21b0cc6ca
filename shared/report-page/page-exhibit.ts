import {
  chartNotes,
  chartPalettes,
  chartTypes,
  chosenChart,
  exhibitChart,
  exhibitWords,
  generalNotes,
  sourceLine,
  symbolNotes,
  waveHintsOf,
} from '../charts/index.ts';
import { sentences } from '../charts/exhibit-notes.ts';
import type { DocumentPart } from '../contract/reports-document.ts';
import { idOf, type PageMaking } from './page-ground.ts';
import { node, type PageNode } from './page-node.ts';
import { printedTable, type PrintedCell, type PrintedRow, type PrintedTable } from './printed-table.ts';

export type ExhibitPart = Extract<DocumentPart, { kind: 'exhibit' }>;

/** Width of a chart in px at 96 per inch: the text width of an A4 page. */
const chartWidth = 680;
/** More columns than this do not fit a standing page. */
const standingColumns = 7;
/** Up to so many rows a table stays on one page. */
const togetherRows = 18;

/** "Tabell 7. Få være med og bestemme. " in strong, and the rest after it. */
function captionOf(label: string, title: string, rest: string): PageNode[] {
  return [node('strong', {}, sentences([label, title])), ...(rest === '' ? [] : [node('span', {}, ` ${rest}`)])];
}

function figureCell({ text, interval, letters }: PrintedCell, isBase: boolean): PageNode {
  const kind = isBase ? 'num base' : 'num';
  const range = interval === '' ? [] : [' ', node('span', { class: 'interval' }, interval)];
  const mark = letters === '' ? [] : [' ', node('span', { class: 'letters' }, letters)];
  return node('td', { class: kind }, text, ...range, ...mark);
}

function rowOf({ label, indent, isBase, cells }: PrintedRow): PageNode {
  const kind = [isBase ? 'base' : '', indent === 0 ? '' : `in-${Math.min(6, indent)}`].filter((part) => part !== '').join(' ');
  return node(
    'tr',
    {},
    node('th', { scope: 'row', class: kind === '' ? undefined : kind }, label),
    ...cells.map((cell) => figureCell(cell, isBase)),
  );
}

function headOf({ headings, stub, columns }: PrintedTable): PageNode {
  const levels = headings.map((line) =>
    node(
      'tr',
      {},
      node('td'),
      ...line.map(({ label, span }) =>
        label === ''
          ? node('td', { colspan: span === 1 ? undefined : span })
          : node('th', { scope: 'colgroup', colspan: span === 1 ? undefined : span }, label),
      ),
    ),
  );
  const last = node(
    'tr',
    {},
    node('th', { scope: 'col' }, stub),
    ...columns.map((label) => node('th', { scope: 'col', class: 'num' }, label)),
  );
  return node('thead', {}, ...levels, last);
}

function notesUnder(notes: readonly string[]): PageNode[] {
  return notes.length === 0 ? [] : [node('div', { class: 'under' }, ...notes.map((note) => node('p', {}, note)))];
}

/** The exhibit as a table. One wider than its page is scrolled on the screen and lies across in print. */
export function exhibitTable(part: Pick<ExhibitPart, 'released' | 'table'>, { words }: PageMaking): PageNode {
  const { released, table } = part;
  const printed = printedTable(released, words);
  const label = table === null ? '' : words('reports.ref.table', { number: table.number });
  const isWide = printed.columns.length > standingColumns;
  const kind = isWide ? 'exhibit wide' : printed.rows.length > togetherRows ? 'exhibit' : 'exhibit whole';
  return node(
    'div',
    { class: kind, id: table === null ? undefined : idOf(table.anchor), lang: released.language },
    node(
      'div',
      { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': [label, printed.title].filter((text) => text !== '').join(' ') },
      node(
        'table',
        {},
        node('caption', {}, node('div', { class: 'name' }, ...captionOf(label, printed.title, printed.subtitle))),
        headOf(printed),
        node('tbody', {}, ...printed.rows.map(rowOf)),
      ),
    ),
    ...notesUnder(printed.notes),
  );
}

/** Without the hooks of the screen: keys of rows are the workspace's own and mean nothing outside. */
function withoutKeys(drawn: PageNode): PageNode {
  return {
    ...drawn,
    attrs: Object.fromEntries(Object.entries(drawn.attrs).filter(([name]) => !name.startsWith('data-'))),
    children: drawn.children.map((child) => (typeof child === 'string' ? child : withoutKeys(child))),
  };
}

/** The exhibit as a chart, and under it, where the table is not beside it, its figures for those who do not see the chart. */
export function exhibitFigure(part: ExhibitPart, making: PageMaking, place: number): PageNode {
  const { words } = making;
  const { released, figure } = part;
  const texts = exhibitWords(released, words);
  const waves = waveHintsOf(released);
  const chart = chosenChart(
    released,
    chartTypes.find((type) => type === part.chart),
    waves,
  );
  const palette = chartPalettes.light;
  const drawn = exhibitChart(released, { words: texts, palette, width: chartWidth, frame: 'screen', idPrefix: `r-chart-${place}`, chart });
  const label = figure === null ? '' : words('reports.ref.figure', { number: figure.number });
  const notes = [
    sentences([...generalNotes(released, texts), ...chartNotes(released, texts, { chart, waves })]),
    symbolNotes(released, texts).join(' '),
  ];
  const hasTable = part.shows === 'both';
  return node(
    'figure',
    { class: 'exhibit', id: figure === null ? undefined : idOf(figure.anchor), lang: released.language },
    node('figcaption', {}, ...captionOf(label, released.title, sentences([released.subtitle, released.filter ?? '']))),
    node('div', { class: 'chart' }, withoutKeys(drawn)),
    ...notesUnder([...notes.filter((note) => note !== ''), sourceLine(released, texts)]),
    ...(hasTable
      ? []
      : [node('details', {}, node('summary', {}, words('reports.file.asTable')), exhibitTable({ released, table: null }, making))]),
  );
}
