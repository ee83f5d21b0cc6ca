import type { ExhibitColumn, ReleasedExhibit } from '../model/exhibit.ts';
import { columnLabel, headingText, isAll, partsOf } from './chart-figures.ts';
import type { DrawingArea } from './chart-options.ts';
import { wrapText, type TextStyle } from './layout.ts';
import { SMALL, textLine } from './parts.ts';
import { el, type SvgNode } from './svg-node.ts';

const LINE = 16;
const HEADING: TextStyle = { size: 13, weight: 600 };
const STRONG: TextStyle = { size: 13, weight: 600 };

/** Neighbouring columns that stand beside each other in one strip of the matrix. */
export interface MatrixBand {
  readonly columns: readonly ExhibitColumn[];
  /** Place of the first among all columns. */
  readonly first: number;
}

interface Place {
  readonly left: number;
  readonly cell: number;
  readonly top: number;
  readonly n: number;
}

/** Labels over the columns, on their feet, with the banner's headings spanning theirs. */
export function headOf(band: MatrixBand, place: Place, exhibit: ReleasedExhibit, area: DrawingArea): { nodes: SvgNode[]; height: number } {
  const { palette, words } = area;
  const parts = partsOf(band.columns).map(({ headings, columns }) => ({ text: headingText(headings), columns }));
  const headings = parts.map(({ text, columns }) => (text === '' ? [] : wrapText(text, columns.length * place.cell - 8, HEADING, 3)));
  const headingLines = Math.max(0, ...headings.map(({ length }) => length));
  const headingHeight = headingLines === 0 ? 0 : headingLines * LINE + 8;
  const labels = band.columns.map((column) => wrapText(columnLabel(column), place.cell - 6, isAll(column) ? STRONG : SMALL, 5));
  const labelHeight = Math.max(1, ...labels.map(({ length }) => length)) * LINE;
  const bottom = place.top + headingHeight + labelHeight;
  const nodes = parts.flatMap(({ columns }, at) => {
    const lines = headings[at] ?? [];
    const [first = 0] = columns;
    const left = place.left + first * place.cell;
    const right = left + columns.length * place.cell;
    return lines.length === 0
      ? []
      : [
          ...lines.map((line, index) =>
            textLine(line, {
              x: (left + right) / 2,
              y: place.top + index * LINE + 12,
              style: HEADING,
              fill: palette.text,
              anchor: 'middle',
            }),
          ),
          el('line', {
            x1: left + 4,
            y1: place.top + headingHeight - 3.5,
            x2: right - 4,
            y2: place.top + headingHeight - 3.5,
            stroke: palette.text3,
            'stroke-width': 1,
          }),
        ];
  });
  const labelNodes = labels.flatMap((lines, at) =>
    lines.map((line, index) =>
      textLine(line, {
        x: place.left + (at + 0.5) * place.cell,
        y: bottom - (lines.length - index) * LINE + 12,
        style: isAll(band.columns[at] ?? { key: '', label: '', base: null }) ? STRONG : SMALL,
        fill: palette.text,
        anchor: 'middle',
      }),
    ),
  );
  const n =
    exhibit.rows.some(({ base }) => base !== null) && place.n > 0
      ? [
          textLine(words.n, {
            x: place.left + band.columns.length * place.cell + place.n,
            y: bottom - LINE + 12,
            style: SMALL,
            fill: palette.text2,
            anchor: 'end',
            italic: true,
          }),
        ]
      : [];
  return { nodes: [...nodes, ...labelNodes, ...n], height: headingHeight + labelHeight + 4 };
}
