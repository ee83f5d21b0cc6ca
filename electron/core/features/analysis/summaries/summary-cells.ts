import type { CountTable, DisclosureRule } from '../../../../../shared/disclosure/index.ts';
import type { ReleasedBase, ReleasedCell } from '../../../../../shared/model/exhibit.ts';
import type { GateTools } from '../gate-tools.ts';
import { lowBase, type RawTable } from '../raw-table.ts';
import { figureCell } from './figure-cell.ts';
import { hideFigures } from './hide-figures.ts';
import { openFigures, type AskedBanner } from './open-figures.ts';
import { inTableOrder } from './table-order.ts';
import { ofEnds, openBeside } from './together.ts';
import type { RawSummary, RawSummaryItem } from './summary-table.ts';

/** What the gate gives the lines of a summary. */
export interface SummaryGate {
  readonly rule: DisclosureRule;
  /** Of every column. */
  readonly bases: readonly ReleasedBase[];
  /** Which answers of a line may be told. */
  readonly ask: (tables: readonly CountTable[]) => AskedBanner;
  readonly tools: GateTools;
}

/** Of answers: where those that the figure tells of may be told, or it gives none of them away. Of numbers: where every band may be. */
function openAnswers(item: RawSummaryItem, summary: RawSummary, gate: SummaryGate): readonly boolean[] {
  const beside = openBeside(item.together, summary.figure, gate);
  // Shares of the ends are asked about as in the table that prints them all, or the two would not hide the same; that table has finer answers than theirs.
  if (beside !== null && ofEnds.some((figure) => figure === summary.figure)) return beside;
  return openAlone(item, summary, gate).map((isOpen, at) => isOpen && beside?.[at] !== false);
}

function openAlone(item: RawSummaryItem, { figure }: RawSummary, { ask, tools }: SummaryGate): readonly boolean[] {
  const asked = ask(item.tables);
  if (item.scores !== null) return openFigures(asked, [{ figure, scores: item.scores }], tools)[0] ?? [];
  const { all, parts, audit } = asked.released;
  const isOpen = (states: readonly (string | undefined)[]): boolean => audit.ok && states.every((state) => state === 'shown');
  const inParts = parts.flatMap(({ columns, cells }) => columns.map((_, column) => isOpen(cells.map((line) => line[column]?.state))));
  return inTableOrder(isOpen(all.cells.map(({ state }) => state)), inParts, asked.order);
}

/** An index tells of no answer; it is hidden in columns of few persons, and in so many others that theirs cannot be subtracted. */
function openIndex({ parts }: RawTable, { columns }: RawSummaryItem, { rule }: SummaryGate): readonly boolean[] {
  const total = columns[0]?.n ?? 0;
  let start = 1;
  const inParts = parts.flatMap((part) => {
    const counts = columns.slice(start, start + part.paths.length).map(({ n }) => n);
    start += part.paths.length;
    const small = new Set(counts.flatMap((n, at) => (n < rule.minimumBase ? [at] : [])));
    const hidden = hideFigures({ ...part, counts }, total, small, rule.minimumBase);
    return counts.map((_, at) => !hidden.has(at));
  });
  return [total >= rule.minimumBase, ...inParts];
}

/** The figures of a summary that may be told. */
export function summaryCells(raw: RawTable, gate: SummaryGate): readonly (readonly ReleasedCell[])[] {
  const { summary } = raw;
  if (summary === undefined) return [];
  const { figure } = summary;
  return summary.items.map((item) => {
    const open = figure === 'index' ? openIndex(raw, item, gate) : openAnswers(item, summary, gate);
    return raw.columns.map((_, at): ReleasedCell => {
      const [base, found] = [gate.bases[at], item.columns[at]];
      if (found?.n === 0) return { state: 'missing' };
      if (found === undefined || base?.n == null || base.rule === 'words' || open[at] !== true) return { state: 'hidden' };
      const { threshold, minimumBase } = gate.rule;
      return figureCell(figure, found, { ...item, frame: item.frames[at] ?? null, threshold, minimumBase, lowBase });
    });
  });
}
