import { baseOf, type ExhibitRow, type ReleasedCell, type ReleasedExhibit } from '../model/exhibit.ts';
import { columnLabel, figuresOf, signOf, unitOf, type ChartFigure } from './chart-figures.ts';
import type { ChartPart, DrawingArea } from './chart-options.ts';
import { baseText } from './figure-text.ts';
import { ellipsis, textWidth, wrapText } from './layout.ts';
import { headOf, type MatrixBand } from './matrix-head.ts';
import { cellBox, stepOf } from './matrix-cell.ts';
import { centredLines, baselineFor, hatchPattern, LABEL, LABEL_LINE, selectionBand, SMALL, textLine } from './parts.ts';
import { el, type SvgNode } from './svg-node.ts';

const ROW = 30;
const INDENT = 14;
const GAP = 24;
const BASE_LINE = 24;

interface Drawing {
  readonly exhibit: ReleasedExhibit;
  readonly area: DrawingArea;
  readonly figure: (cell: ReleasedCell | undefined) => ChartFigure | null;
  readonly step: (value: number) => number;
  readonly label: number;
  readonly cell: number;
  /** Room for n at the right where rows carry the bases. */
  readonly n: number;
  readonly bands: readonly MatrixBand[];
}

function printed(text: string): string {
  // The percent sign stands once, in the subtitle, not in every cell.
  return text.replace(/[\u00A0 ]?%$/, '');
}

/** How wide a cell must be so that nothing in it, and no single word above it, is cut; longer words are broken. */
function leastCell(exhibit: ReleasedExhibit, draw: Pick<Drawing, 'figure' | 'area'>): number {
  const cells = exhibit.rows.flatMap((row) =>
    row.cells.map((cell) => {
      const found = draw.figure(cell);
      const text =
        found === null ? signOf(cell, draw.area.words).text : printed(found.text) + (found.letters === '' ? '' : ` ${found.letters}`);
      const longest = cell.state === 'words' ? Math.max(...text.split(' ').map((word) => textWidth(word, SMALL))) : textWidth(text, LABEL);
      return longest + 12;
    }),
  );
  const words = exhibit.columns.flatMap((column) =>
    columnLabel(column)
      .split(/\s+/)
      .map((word) => textWidth(word, SMALL) + 8),
  );
  const bases = exhibit.columns.map(({ base }) => textWidth(baseText(base, exhibit.language), SMALL) + 10);
  return Math.max(44, Math.min(132, Math.max(0, ...cells)), Math.min(84, Math.max(0, ...words)), ...bases);
}

function drawingOf(exhibit: ReleasedExhibit, area: DrawingArea): Drawing {
  const figure = figuresOf(exhibit, area.words);
  const values = exhibit.rows.flatMap((row) => row.cells.flatMap((cell) => figure(cell)?.value ?? []));
  const bases = exhibit.rows.map(({ base }) => (base === null ? 0 : textWidth(baseText(base, exhibit.language), SMALL) + 12));
  const n = Math.max(0, ...bases);
  const labels = exhibit.rows.map((row) => textWidth(row.label, LABEL) + (row.indent ?? 0) * INDENT + 2);
  const label = Math.ceil(Math.min(area.width * (exhibit.columns.length > 5 ? 0.28 : 0.36), Math.max(90, ...labels)));
  const least = leastCell(exhibit, { figure, area });
  const room = area.width - label - 12 - n;
  const perBand = Math.max(1, Math.min(exhibit.columns.length, Math.floor(room / least)));
  const bands = Math.ceil(exhibit.columns.length / perBand);
  const even = Math.ceil(exhibit.columns.length / bands);
  const cell = Math.floor(Math.min(room / even, 132));
  const strips = Array.from({ length: bands }, (_, at) => ({
    columns: exhibit.columns.slice(at * even, (at + 1) * even),
    first: at * even,
  }));
  const step = stepOf(values, unitOf(exhibit));
  return { exhibit, area, figure, step, label, cell, n, bands: strips.filter(({ columns }) => columns.length > 0) };
}

function cellNodes(row: ExhibitRow, band: MatrixBand, top: number, height: number, draw: Drawing): SvgNode[] {
  return band.columns.flatMap((column, at) => {
    const cell = row.cells[band.first + at];
    const found = draw.figure(cell);
    const sign = signOf(cell, draw.area.words);
    return cellBox(
      { x: draw.label + 12 + at * draw.cell, y: top, width: draw.cell, height },
      found === null
        ? { kind: sign.symbol === null ? 'words' : 'sign', text: sign.text, isHidden: cell?.state === 'hidden' }
        : {
            kind: 'figure',
            text: printed(found.text),
            letters: found.letters,
            step: draw.step(found.value),
            isLow: baseOf(row, column)?.rule === 'low',
          },
      draw.area,
    );
  });
}

function bandRow(row: ExhibitRow, band: MatrixBand, top: number, draw: Drawing): { readonly nodes: SvgNode[]; readonly height: number } {
  const { area, exhibit } = draw;
  const indent = (row.indent ?? 0) * INDENT;
  const lines = wrapText(row.label, draw.label - indent, LABEL, 4);
  const height = Math.max(ROW, lines.length * LABEL_LINE + 8);
  const middle = top + height / 2;
  const base = row.base === null ? [] : [baseText(row.base, exhibit.language)];
  return {
    nodes: [
      ...centredLines(lines, indent, middle, area.palette.text),
      ...cellNodes(row, band, top, height, draw),
      ...base.map((text) =>
        textLine(text, {
          x: draw.label + 12 + band.columns.length * draw.cell + draw.n,
          y: baselineFor(middle, SMALL.size),
          style: SMALL,
          fill: area.palette.text2,
          anchor: 'end',
          italic: true,
        }),
      ),
    ],
    height,
  };
}

function columnBases(band: MatrixBand, top: number, draw: Drawing): SvgNode[] {
  const { area, exhibit } = draw;
  const style = { style: SMALL, fill: area.palette.text2, italic: true };
  return [
    textLine(area.words.n, { x: 0, y: top + 17, ...style }),
    ...band.columns.map((column, at) =>
      textLine(ellipsis(baseText(column.base, exhibit.language), draw.cell, SMALL), {
        x: draw.label + 12 + (at + 0.5) * draw.cell,
        y: top + 17,
        anchor: 'middle',
        ...style,
      }),
    ),
  ];
}

/**
 * Numbers in cells of one hue, the darker the more; a hidden figure is ":" on hatch in a cell of the same size. A
 * table that is too wide goes on below, with its row labels again.
 */
export function drawMatrix(exhibit: ReleasedExhibit, area: DrawingArea): ChartPart {
  const draw = drawingOf(exhibit, area);
  const hasHidden = exhibit.rows.some((row) => row.cells.some(({ state }) => state === 'hidden'));
  const hasColumnBases = exhibit.columns.some(({ base }) => base !== null);
  const rowNodes = new Map<string, SvgNode[]>();
  const body: SvgNode[] = [];
  const bands: SvgNode[] = [];
  let y = 0;
  for (const [index, band] of draw.bands.entries()) {
    if (index > 0) y += GAP;
    const head = headOf(band, { left: draw.label + 12, cell: draw.cell, top: y, n: draw.n }, exhibit, area);
    body.push(...head.nodes);
    y += head.height;
    for (const row of exhibit.rows) {
      const { nodes, height } = bandRow(row, band, y, draw);
      if (row.key === area.selectedRow) bands.push(selectionBand(area.width, y, height, area.palette));
      rowNodes.set(row.key, [...(rowNodes.get(row.key) ?? []), ...nodes]);
      y += height;
    }
    if (hasColumnBases) {
      body.push(...columnBases(band, y, draw));
      y += BASE_LINE;
    }
  }
  const rows = [...rowNodes].map(([key, nodes]) => el('g', { 'data-row': key }, ...nodes));
  return { height: y + 2, defs: hasHidden ? [hatchPattern(area)] : [], body: [...bands, ...body, ...rows] };
}
