import { PlaceMode, type ExhibitDefinition, type LetterChoice } from '../../../shared/contract/analysis.ts';
import type { SummaryFigure } from '../../../shared/model/exhibit.ts';
import { readParts, writeParts, type ColumnPart } from './banner-parts.ts';
import { readShow, writeShow } from './show-words.ts';

/** The chart, or its table. */
export type Shows = 'chart' | 'table';

/** A row under the answers of a scale or a number. */
export type AnswerFigure = Exclude<SummaryFigure, 'index'>;

/** What stands in the one word `show` of the address: everything that is on or off. */
export interface ShowChoices {
  readonly percent: ExhibitDefinition['percent'];
  readonly figures: readonly AnswerFigure[];
  /** A battery as one figure of each item, or as its index; undefined: the shares of each answer. */
  readonly summary: SummaryFigure | undefined;
  readonly isMerged: boolean;
  readonly hasDontKnow: boolean;
  readonly hasIntervals: boolean;
  readonly isExact: boolean;
  readonly hasTests: boolean;
  readonly letters: LetterChoice | undefined;
  readonly hasWeights: boolean;
  /** Bases and the reasons for missing, with their numbers. */
  readonly hasBases: boolean;
  readonly order: 'given' | 'size' | 'net';
  readonly isThemesOwn: boolean;
  /** The chart to explore, or as it is printed. */
  readonly look: 'explore' | 'report';
}

/** What the address says of the table. `rows: none` is a table not begun; absent rows mean the first battery. */
export interface ViewState extends ShowChoices {
  readonly rows: string | undefined;
  readonly columns: readonly ColumnPart[];
  readonly wave: string | undefined;
  /** "variable:1.2": persons with one of these codes. */
  readonly filter: string | undefined;
  /** Persons of whom this expression is true. */
  readonly where: string | undefined;
  /** The item of a battery that the table under the chart is about. */
  readonly item: string | undefined;
  readonly view: 'inside' | 'released';
  /** Undefined: as is usual for this kind of table. */
  readonly chart: Shows | undefined;
  /** Which chart, where a table has several. */
  readonly kind: string | undefined;
  /** What a question in a repeat counts. */
  readonly base: 'persons' | 'rounds';
  /** How places that changed are counted. */
  readonly places: PlaceMode;
}

export type ViewChange = Partial<ViewState>;

/** Search parameters of the address, as the router has them. */
export type Search = Readonly<Record<string, unknown>>;

/** Reads the view from an address; anything odd is as if it were not there. */
export function readView(search: Search): ViewState {
  const text = (name: string): string | undefined => {
    const value = search[name];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const chart = text('chart');
  return {
    ...readShow(text('show')),
    rows: text('rows'),
    columns: readParts(text('cols')),
    wave: text('wave'),
    filter: text('filter'),
    where: text('where'),
    item: text('row'),
    view: text('view') === 'inside' ? 'inside' : 'released',
    chart: chart === 'table' || chart === 'chart' ? chart : undefined,
    kind: text('kind'),
    base: text('base') === 'rounds' ? 'rounds' : 'persons',
    places: PlaceMode.safeParse(text('places')).data ?? 'as-recorded',
  };
}

/** The search parameters of a view; what is as usual is left out, so that addresses stay short. */
export function writeView(state: ViewState): Readonly<Record<string, string | undefined>> {
  return {
    rows: state.rows,
    cols: writeParts(state.columns),
    wave: state.wave,
    filter: state.filter,
    where: state.where,
    row: state.item,
    view: state.view === 'inside' ? 'inside' : undefined,
    chart: state.chart,
    kind: state.kind,
    show: writeShow(state),
    base: state.base === 'rounds' ? 'rounds' : undefined,
    places: state.places === 'as-recorded' ? undefined : state.places,
  };
}

/** A table not begun. What is on or off stays, so that the next table is read the same way. */
export function newTable(state: ViewState): ViewState {
  return { ...readView({ show: writeShow({ ...state, summary: undefined, figures: [], isMerged: false }) }), rows: 'none' };
}
