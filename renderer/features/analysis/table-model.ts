import { exhibitWords, intervalText, numberText, type ExhibitWords, headingRows, type Heading } from '../../../shared/charts/index.ts';
import { figuresOf } from '../../../shared/charts/chart-figures.ts';
import { baseOf, type ExhibitRow, type ReleasedBase, type ReleasedCell, type ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import type { Say } from '../../lib/text.ts';

export interface TableOptions {
  readonly measure: 'percent' | 'counts';
  readonly hasIntervals: boolean;
}

/** One cell as it is printed. `kind` decides how it looks; hidden cells look the same whatever the reason. */
export interface TableCell {
  readonly kind: 'value' | 'suppressed' | 'words' | 'missing' | 'notAsked';
  readonly text: string;
  readonly interval?: string;
  /** Columns whose share is surely smaller. */
  readonly letters?: string;
  /** Inside view only: the cell would be hidden in a release. */
  readonly isMarked?: boolean;
  /** The whole cell read aloud. */
  readonly spoken: string;
}

/** n of a column or a row, with "liten base" or nothing beside it. */
export interface TableBase {
  readonly text: string;
  readonly note?: string;
}

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  readonly letter?: string | undefined;
}

export interface TableRow {
  readonly key: string;
  readonly label: string;
  readonly indent: number;
  /** A mean, a net score: set apart from the shares. */
  readonly isFigure: boolean;
  readonly base: TableBase | null;
  readonly cells: readonly TableCell[];
}

export interface TableModel {
  /** Rows of merged headings above the columns' own, outermost first. */
  readonly headings: readonly (readonly Heading[])[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly baseLabel: string;
  /** n of the columns; null where only the rows have bases. */
  readonly bases: readonly TableBase[] | null;
  /** Whether the rows have bases, in a column of their own. */
  readonly hasRowBases: boolean;
}

interface Making {
  readonly exhibit: ReleasedExhibit;
  readonly options: TableOptions;
  readonly words: ExhibitWords;
  readonly say: Say;
}

const signs = { hidden: ':', missing: '..', 'not-applicable': '.' } as const;
const signKinds = { hidden: 'suppressed', missing: 'missing', 'not-applicable': 'notAsked' } as const;
const signWords = {
  hidden: 'analysis.table.hidden',
  missing: 'analysis.table.missing',
  'not-applicable': 'analysis.table.notApplicable',
} as const;

function shareOf(cell: Extract<ReleasedCell, { state: 'shown' }>, base: ReleasedBase | null, { exhibit, options, say }: Making): TableCell {
  const { percent, low, high, count } = cell;
  const isPercent = options.measure === 'percent' && exhibit.unit !== 'count';
  const letters = cell.letters === undefined || cell.letters === '' ? {} : { letters: cell.letters };
  const spoken = isPercent
    ? low === null || high === null
      ? say('analysis.table.shareSpoken', { percent, count, n: base?.n ?? 0 })
      : say('analysis.table.cellSpoken', { percent, low, high, count, n: base?.n ?? 0 })
    : say('analysis.table.persons', { count });
  return {
    kind: 'value',
    text: isPercent ? numberText(percent, exhibit.decimals, exhibit.language) : numberText(count, 0, exhibit.language),
    ...(isPercent && options.hasIntervals && low !== null ? { interval: intervalText(low, high, exhibit) } : {}),
    ...letters,
    spoken:
      cell.letters === undefined || cell.letters === ''
        ? spoken
        : `${spoken}. ${say('analysis.table.lettersSpoken', { letters: cell.letters })}`,
  };
}

function cellOf(cell: ReleasedCell, base: ReleasedBase | null, row: ExhibitRow, making: Making): TableCell {
  const { exhibit, options, words, say } = making;
  switch (cell.state) {
    case 'shown':
      return shareOf(cell, base, making);
    case 'figure': {
      const figure = figuresOf({ ...exhibit, rows: [row] }, words)(cell);
      const text = figure?.text ?? '';
      const interval = figure?.interval ?? '';
      return {
        kind: 'value',
        text,
        ...(options.hasIntervals && interval !== '' ? { interval } : {}),
        ...(cell.letters === undefined || cell.letters === '' ? {} : { letters: cell.letters }),
        spoken: interval === '' ? text : say('analysis.table.figureSpoken', { value: text, interval }),
      };
    }
    case 'words': {
      const text = words.shareWords[cell.words];
      return { kind: 'words', text, spoken: text };
    }
    default:
      return { kind: signKinds[cell.state], text: signs[cell.state], spoken: say(signWords[cell.state]) };
  }
}

function baseCell(base: ReleasedBase | null, { exhibit, say }: Making): TableBase {
  if (base?.n == null) return { text: base === null ? '' : ':' };
  return { text: numberText(base.n, 0, exhibit.language), ...(base.rule === 'low' ? { note: say('analysis.table.lowBase') } : {}) };
}

/** A battery stands with its items as columns, so that n is under each. */
function batteryModel(making: Making): TableModel {
  const { exhibit, say } = making;
  return {
    headings: [],
    columns: exhibit.rows.map(({ key, label }) => ({ key, label })),
    rows: exhibit.columns.map((column, at) => ({
      key: column.key,
      label: column.label,
      indent: 0,
      isFigure: false,
      base: null,
      cells: exhibit.rows.map((row) => cellOf(row.cells[at] ?? { state: 'missing' }, row.base, row, making)),
    })),
    baseLabel: say('analysis.table.n'),
    bases: exhibit.rows.map(({ base }) => baseCell(base, making)),
    hasRowBases: false,
  };
}

/** The released figures as a table to read. */
export function tableModel(exhibit: ReleasedExhibit, options: TableOptions, say: Say): TableModel {
  const making: Making = { exhibit, options, words: exhibitWords(exhibit, say), say };
  if (exhibit.kind === 'likert') return batteryModel(making);
  return {
    headings: headingRows(exhibit.columns),
    columns: exhibit.columns.map(({ key, label, letter }) => ({ key, label, letter })),
    rows: exhibit.rows.map((row) => ({
      key: row.key,
      label: row.label,
      indent: Math.min(3, row.indent ?? 0),
      // Where every row is a figure there is nothing to set them apart from.
      isFigure: row.figure !== undefined && exhibit.kind !== 'summary',
      base: row.base === null ? null : baseCell(row.base, making),
      cells: exhibit.columns.map((column, at) => cellOf(row.cells[at] ?? { state: 'missing' }, baseOf(row, column), row, making)),
    })),
    baseLabel: say('analysis.table.n'),
    bases: exhibit.columns.every(({ base }) => base === null) ? null : exhibit.columns.map(({ base }) => baseCell(base, making)),
    hasRowBases: exhibit.rows.some(({ base }) => base !== null),
  };
}
