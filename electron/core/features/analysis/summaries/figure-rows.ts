import type { ExhibitDefinition } from '../../../../../shared/contract/analysis.ts';
import type { DisclosureRule } from '../../../../../shared/disclosure/index.ts';
import type { MessageId } from '../../../../../shared/messages/generated/message-id.ts';
import type { ExhibitRow, ReleasedCell, SummaryFigure } from '../../../../../shared/model/exhibit.ts';
import type { CoreWords } from '../../../words.ts';
import { askOf, type GatedTable } from '../gate.ts';
import type { GateTools } from '../gate-tools.ts';
import { lowBase, type RawTable } from '../raw-table.ts';
import type { RawFigures } from './answer-figures.ts';
import { figureCell } from './figure-cell.ts';
import { openFigures, type ScoredFigure } from './open-figures.ts';
import { openBeside } from './together.ts';

/** Keys of the rows of figures, apart from the codes of answers. */
export function figureKey(figure: SummaryFigure): string {
  return `figure:${figure}`;
}

const plainIds = {
  mean: 'analysis.figure.mean',
  median: 'analysis.figure.median',
  top2: 'analysis.figure.top2Plain',
  bottom2: 'analysis.figure.bottom2Plain',
  net: 'analysis.figure.netPlain',
  index: 'analysis.figure.index',
} as const satisfies Record<SummaryFigure, MessageId>;

/** "Gjennomsnitt", "De to beste svarene"; of a scale without a good end the two highest. */
export function figureLabel(figure: SummaryFigure, isUnordered: boolean, words: CoreWords): string {
  return words(isUnordered ? plainIds[figure] : `analysis.figure.${figure}`);
}

/** Codes behind each row, as the answers were joined: the ends of a scale in twos, a long scale in thirds. */
function codesOfRows({ codes, isNumber }: RawFigures, { merge }: ExhibitDefinition, rows: number): readonly (readonly number[])[] | null {
  if (isNumber) return null;
  if (merge === undefined || codes.length === rows) return codes.map((code) => [code]);
  // Joined in thirds, no row is two answers any more.
  if (codes.length > 7) return null;
  return Array.from({ length: rows }, (_, row) =>
    row === 0 ? codes.slice(0, 2) : row === rows - 1 ? codes.slice(-2) : codes.slice(row + 1, row + 2),
  );
}

/** The score that every row has in a figure; null where the rows no longer tell it: joined answers, bands of numbers. */
function scoresOf(figure: SummaryFigure, figures: RawFigures, definition: ExhibitDefinition, rows: number): readonly number[] | null {
  const codes = codesOfRows(figures, definition, rows);
  const { ends } = figures;
  if (codes === null) return null;
  if (figure === 'mean' || figure === 'median') {
    const single = codes.map(([code, other]) => (other === undefined ? code : undefined));
    return single.every((code) => code !== undefined) ? single : null;
  }
  if (ends === null) return null;
  const isIn = (row: readonly number[], end: readonly number[]): boolean => row.some((code) => end.includes(code));
  return codes.map((row) => {
    const [best, worst] = [isIn(row, ends.best) ? 100 : 0, isIn(row, ends.worst) ? 100 : 0];
    return figure === 'top2' ? best : figure === 'bottom2' ? worst : best - worst;
  });
}

/** Columns in which a figure of numbers may stand: where every band is told. */
function openBands(raw: RawTable, gated: GatedTable): readonly boolean[] {
  return raw.columns.map((_, column) => gated.cells.slice(0, raw.scaleRows).every((line) => line[column]?.state === 'shown'));
}

interface Shown {
  readonly figure: SummaryFigure;
  /** Null where there is no such figure of these answers. */
  readonly open: readonly boolean[] | null;
}

function shownFigures(raw: RawTable, gated: GatedTable, figures: RawFigures, tools: GateTools): readonly Shown[] {
  const { definition, scaleRows, rows } = raw;
  const scored = figures.figures.flatMap((figure): ScoredFigure[] => {
    const scores = scoresOf(figure, figures, definition, scaleRows);
    return scores === null ? [] : [{ figure, scores: rows.map((_, at) => scores[at] ?? null) }];
  });
  const open = gated.asked === null ? [] : openFigures(gated.asked, scored, tools);
  return figures.figures.map((figure): Shown => {
    // Bands stand for the numbers unless they were joined.
    if (figures.isNumber) return { figure, open: definition.merge === undefined ? openBands(raw, gated) : null };
    const at = scored.findIndex((each) => each.figure === figure);
    return { figure, open: at === -1 ? null : (open[at] ?? []) };
  });
}

/**
 * The rows of figures under the answers. A figure goes with its cells: it is told where every answer it is made of is told, or where a
 * reader who knows it too cannot work out what is hidden.
 */
export function figureRows(
  raw: RawTable,
  gated: GatedTable,
  { rule, words, tools }: { readonly rule: DisclosureRule; readonly words: CoreWords; readonly tools: GateTools },
): Omit<ExhibitRow, 'base'>[] {
  const { figures } = raw;
  if (figures === null) return [];
  return shownFigures(raw, gated, figures, tools).map(({ figure, open }) => {
    const beside = openBeside(figures.together, figure, { ask: askOf(raw, rule, tools), rule, tools });
    const cells = raw.columns.map((_, column): ReleasedCell => {
      const [base, found] = [gated.columnBases[column], figures.columns[column]];
      if (open === null) return { state: 'not-applicable' };
      if (found?.n === 0) return { state: 'missing' };
      if (found === undefined || base?.n == null || base.rule === 'words' || open[column] !== true || beside?.[column] === false)
        return { state: 'hidden' };
      const frame = (column === 0 ? raw.frames[0] : raw.columnFrames[column - 1]) ?? null;
      const { threshold, minimumBase } = rule;
      return figureCell(figure, found, { ...figures, frame, threshold, minimumBase, lowBase });
    });
    return { key: figureKey(figure), label: figureLabel(figure, figures.isUnordered, words), figure, cells };
  });
}
