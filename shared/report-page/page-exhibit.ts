import { chartPalettes, exhibitChart, withoutKeys } from '../charts/index.ts';
import { sentences } from '../charts/exhibit-notes.ts';
import type { DocumentPart } from '../contract/reports-document.ts';
import { idOf, type PageMaking } from './page-ground.ts';
import { node, type PageNode } from './page-node.ts';
import { printedFigure } from './printed-figure.ts';
import { liesAcross, printedTable, type PrintedCell, type PrintedRow, type PrintedTable } from './printed-table.ts';

export type ExhibitPart = Extract<DocumentPart, { kind: 'exhibit' }>;

/** Width of a chart in px at 96 per inch: the text width of an A4 page. */
const chartWidth = 680;
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
  const kind = liesAcross(released) ? 'exhibit wide' : printed.rows.length > togetherRows ? 'exhibit' : 'exhibit whole';
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

/** The exhibit as a chart, and under it, where the table is not beside it, its figures for those who do not see the chart. */
export function exhibitFigure(part: ExhibitPart, making: PageMaking, place: number): PageNode {
  const { words } = making;
  const { released, figure } = part;
  const printed = printedFigure(released, part.chart, words);
  const drawn = exhibitChart(released, {
    words: printed.words,
    palette: chartPalettes.light,
    width: chartWidth,
    frame: 'screen',
    idPrefix: `r-chart-${place}`,
    chart: printed.chart,
  });
  const label = figure === null ? '' : words('reports.ref.figure', { number: figure.number });
  const notes = [sentences([...printed.general, ...printed.marks]), printed.symbols.join(' '), printed.source];
  const hasTable = part.shows === 'both';
  return node(
    'figure',
    { class: 'exhibit', id: figure === null ? undefined : idOf(figure.anchor), lang: released.language },
    node('figcaption', {}, ...captionOf(label, printed.title, printed.subtitle)),
    node('div', { class: 'chart' }, withoutKeys(drawn)),
    ...notesUnder(notes.filter((note) => note !== '')),
    ...(hasTable
      ? []
      : [node('details', {}, node('summary', {}, words('reports.file.asTable')), exhibitTable({ released, table: null }, making))]),
  );
}
