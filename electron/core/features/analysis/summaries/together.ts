import type { ExhibitDefinition } from '../../../../../shared/contract/analysis.ts';
import type { CountTable, DisclosureRule } from '../../../../../shared/disclosure/index.ts';
import type { SummaryFigure } from '../../../../../shared/model/exhibit.ts';
import type { CodeColumn } from '../../../analysis/stored-answers.ts';
import { countParts } from '../count-parts.ts';
import type { Selection } from '../selection.ts';
import { columnFor, newestForm } from '../table-parts.ts';
import type { ScaleEnds } from './figure-cell.ts';
import { openFigures, type AskedBanner, type ScoredFigure } from './open-figures.ts';
import { scaleEnds } from './scale-ends.ts';
import { inTableOrder } from './table-order.ts';

/** Persons by answer, one table per part, with figures made of those answers. */
interface Told {
  readonly tables: readonly CountTable[];
  /** In the order in which they are let through: whoever looks at a later one may know those before it. */
  readonly figures: readonly ScoredFigure[];
}

/** A question's figures that stand beside each other, wherever each of them is printed. */
export interface TogetherFigures {
  /** The shares of the ends and what is made of them, of the answers joined at each end. */
  readonly ends: Told;
  /** All of them, of every answer. */
  readonly all: Told;
}

/** Figures that are made of the two best and the two worst answers. */
export const ofEnds = ['top2', 'bottom2', 'net'] as const satisfies readonly SummaryFigure[];
const ofAll = [...ofEnds, 'mean', 'median'] as const satisfies readonly SummaryFigure[];

function scoreOf(figure: SummaryFigure, code: number, { best, worst }: ScaleEnds): number {
  if (figure === 'mean' || figure === 'median') return code;
  const [good, bad] = [best.includes(code) ? 100 : 0, worst.includes(code) ? 100 : 0];
  return figure === 'top2' ? good : figure === 'bottom2' ? bad : good - bad;
}

/** The answers as lowest end, what is between, highest end: each stands for its first code. */
function joinedEnds({ categories, values }: CodeColumn, { best, worst }: ScaleEnds): CodeColumn {
  const places = categories.map(({ code }) => (best.includes(code) ? 'best' : worst.includes(code) ? 'worst' : 'between'));
  const groups = [...new Set(places)];
  return {
    kind: 'codes',
    categories: groups.map((group) => ({ code: categories[places.indexOf(group)]?.code ?? 0, label: {} })),
    values: values.map((value) => (value < 0 ? value : groups.indexOf(places[value] ?? 'between'))),
  };
}

/** What the figures beside each other are made of; undefined where none are asked for, or the answers are no scale. */
export function togetherFigures(selection: Selection, definition: ExhibitDefinition, variableId: string): TogetherFigures | undefined {
  const { beside } = definition;
  if (beside === undefined) return undefined;
  const ends = scaleEnds(newestForm(selection, variableId), selection.source.book.optionsOf(variableId));
  const column = columnFor(selection, variableId, {});
  if (ends === null || column.kind === 'set') return undefined;
  const told = (of: CodeColumn, figures: readonly SummaryFigure[]): Told => ({
    tables: countParts(selection, definition, of).tables,
    figures: figures
      .filter((figure) => beside.some((each) => each === figure))
      .map((figure) => ({ figure, scores: of.categories.map(({ code }) => scoreOf(figure, code, ends)) })),
  });
  return { ends: told(joinedEnds(column, ends), ofEnds), all: told(column, ofAll) };
}

/** Asks the gate about counts of the same columns. */
export type Ask = (tables: readonly CountTable[]) => AskedBanner;

/** Columns that print figures at all. */
function printed({ released, order }: AskedBanner, { minimumBase }: DisclosureRule): readonly boolean[] {
  const bases = released.parts.flatMap(({ columns }) => columns.map(({ base }) => base));
  return inTableOrder(released.all.base, bases, order).map((base) => base !== null && base >= minimumBase);
}

/**
 * Columns in which a figure may stand beside the others; null where it stands beside none. Shares of the ends are let through together; a mean or a
 * median only where nothing can be worked out of it with all of those, in any column.
 */
export function openBeside(
  together: TogetherFigures | undefined,
  wanted: SummaryFigure,
  { ask, rule, tools }: { readonly ask: Ask; readonly rule: DisclosureRule; readonly tools: Parameters<typeof openFigures>[2] },
): readonly boolean[] | null {
  if (together === undefined) return null;
  const told = ofEnds.some((figure) => figure === wanted) ? together.ends : together.all;
  const at = told.figures.findIndex(({ figure }) => figure === wanted);
  if (at === -1) return null;
  const asked = ask(told.tables);
  const open = openFigures(asked, told.figures, tools);
  const own = open[at] ?? [];
  if (told === together.ends) return own;
  const columns = printed(asked, rule);
  const areBeforeOpen = open.slice(0, at).every((line) => line.every((isOpen, column) => isOpen || columns[column] !== true));
  return own.map((isOpen) => isOpen && areBeforeOpen);
}
