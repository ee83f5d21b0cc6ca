import { figuresOf, type ChartFigure } from '../../../shared/charts/chart-figures.ts';
import type { Change, ComparedQuestion, ComparedTable, NoChange } from '../../../shared/contract/compare.ts';
import type { ExhibitDefinition } from '../../../shared/contract/exhibit-definition.ts';
import type { ExhibitRow, ReleasedBase, ReleasedCell, ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import type { LocalisedText } from '../../../shared/model/text.ts';
import { percentOf } from '../../../shared/statistics/index.ts';
import type { LineOrder } from './use-compare-view.ts';

/** A figure where a line meets a column: as it was released, with its base. */
export interface GridCell {
  readonly cell: ReleasedCell;
  readonly base: ReleasedBase | null;
  /** Null where there is no number. */
  readonly figure: ChartFigure | null;
  readonly exhibit: ReleasedExhibit;
  readonly isReworded: boolean;
  /** The share that is neither good nor bad, beside a net score. */
  readonly middle: number | null;
}

/** One question, or one answer to it, over everything that stands side by side. */
export interface GridLine {
  readonly key: string;
  readonly section: LocalisedText;
  readonly wording: LocalisedText;
  /** Of questions whose answers are lines of their own. */
  readonly answer: string | null;
  readonly cells: ReadonlyMap<string, GridCell>;
  readonly change: Change | null;
  /** How far the figures lie apart; null while fewer than two are shown. */
  readonly difference: number | null;
  /** Columns that cannot be joined to the one before. */
  readonly breaks: ReadonlySet<string>;
  readonly definition: ExhibitDefinition;
  /** The gate's own check stopped it. */
  readonly isStopped: boolean;
  readonly table: ComparedTable | null;
}

export interface GridColumn {
  readonly key: string;
  readonly label: string;
}

const all = 'all';

/** The word between limits under zero. */
type RangeWords = Parameters<typeof figuresOf>[1];

/** The rows of a table that are compared: its figure where it has one, else its answers. */
function comparedRows({ rows }: ReleasedExhibit): readonly ExhibitRow[] {
  const figures = rows.filter((row) => row.figure !== undefined);
  return figures.length > 0 ? figures : rows;
}

/** The share between the joined ends of a scale, of released counts; null where some of it is not shown, or there is nothing between. */
function middleAt({ rows, columns }: ReleasedExhibit, { figure }: ExhibitRow, at: number): number | null {
  const between = rows.filter((row) => row.figure === undefined).slice(1, -1);
  const n = columns[at]?.base?.n ?? 0;
  if (figure !== 'net' || between.length === 0 || n === 0) return null;
  const counts = between.map(({ cells }) => (cells[at]?.state === 'shown' ? cells[at].count : null));
  const count = counts.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);
  // Whole percentages of several answers would add up to another whole.
  return count === null || count > n ? null : percentOf(count, n);
}

function cellAt(exhibit: ReleasedExhibit, row: ExhibitRow, at: number, words: RangeWords): GridCell | null {
  const [cell, column] = [row.cells[at], exhibit.columns[at]];
  if (cell === undefined || column === undefined) return null;
  const figure = figuresOf({ ...exhibit, rows: [row] }, words)(cell);
  return { cell, base: row.base ?? column.base, figure, exhibit, isReworded: false, middle: middleAt(exhibit, row, at) };
}

/** How far apart the groups lie; "Alle" is none of them. */
function differenceOf(cells: ReadonlyMap<string, GridCell>): number | null {
  const values = [...cells].flatMap(([key, { figure }]) => (key === all || figure === null ? [] : [figure.value]));
  return values.length < 2 ? null : Math.max(...values) - Math.min(...values);
}

/** A line's key: the question, and its answer where each answer is a line. */
function keyOf(variableId: string, { figure, key }: Pick<ExhibitRow, 'figure' | 'key'>): string {
  return figure === undefined ? `${variableId}:${key}` : variableId;
}

function variableOf({ rows }: ExhibitDefinition): string {
  return [rows].flat()[0] ?? '';
}

/** The lines of the tables, in their order. */
export function linesOfTables(tables: readonly ComparedTable[], words: RangeWords): readonly GridLine[] {
  return tables.flatMap((table): GridLine[] => {
    const { exhibit, section, wording, definition } = table;
    const common = { section, wording, definition, table, breaks: new Set(table.breaks.map(({ column }) => column)) };
    if (exhibit === null)
      return [{ ...common, key: variableOf(definition), answer: null, cells: new Map(), change: null, difference: null, isStopped: true }];
    return comparedRows(exhibit).map((row) => {
      const cells = new Map(
        exhibit.columns.flatMap(({ key }, at): [string, GridCell][] => {
          const cell = cellAt(exhibit, row, at, words);
          return cell === null ? [] : [[key, cell]];
        }),
      );
      const change = table.changes?.find((each) => each.row === row.key)?.change ?? null;
      return {
        ...common,
        key: keyOf(variableOf(definition), row),
        answer: row.figure === undefined ? row.label : null,
        cells,
        change,
        difference: change === null ? differenceOf(cells) : change.state === 'told' ? Math.abs(change.value) : null,
        isStopped: false,
      };
    });
  });
}

/** The lines of questions that several projects ask: the rows of the project at hand. */
export function linesOfProjects(questions: readonly ComparedQuestion[], words: RangeWords): readonly GridLine[] {
  return questions.flatMap(({ wording, section, cells: asked }): GridLine[] => {
    const [own] = asked;
    if (own === undefined || own === null) return [];
    const rows = own.exhibit === null ? [] : comparedRows(own.exhibit);
    const common = { section, wording, breaks: new Set<string>(), change: null, definition: own.definition, table: null };
    if (rows.length === 0)
      return [{ ...common, key: variableOf(own.definition), answer: null, cells: new Map(), difference: null, isStopped: true }];
    return rows.map((first, place) => {
      const cells = new Map(
        asked.flatMap((project): [string, GridCell][] => {
          if (project?.exhibit == null) return [];
          // Answers have the same codes in all; a figure has one row.
          const row =
            project.exhibit.rows.find(({ key }) => key === first.key) ??
            (first.figure === undefined ? undefined : project.exhibit.rows[place]);
          const cell = row === undefined ? null : cellAt(project.exhibit, row, 0, words);
          return cell === null ? [] : [[project.projectId, { ...cell, isReworded: project.isReworded }]];
        }),
      );
      return {
        ...common,
        key: keyOf(variableOf(own.definition), first),
        answer: first.figure === undefined ? first.label : null,
        cells,
        difference: differenceOf(cells),
        isStopped: false,
      };
    });
  });
}

/** Everything that stands side by side in some table, in order; "Alle" only where it is no sum of waves. */
export function columnsOfTables(tables: readonly ComparedTable[], hasAll: boolean): readonly GridColumn[] {
  const columns = new Map<string, GridColumn>();
  for (const { exhibit } of tables)
    for (const { key, label } of exhibit?.columns ?? []) if ((hasAll || key !== all) && !columns.has(key)) columns.set(key, { key, label });
  return [...columns.values()];
}

/** The largest difference first; those without one last, all else as in the questionnaire. */
export function orderLines(lines: readonly GridLine[], order: LineOrder): readonly GridLine[] {
  if (order === 'given') return lines;
  return lines.toSorted((a, b) => (b.difference ?? -1) - (a.difference ?? -1));
}

/** One scale for all lines, so that their dots can be held against each other. */
export function scaleOf(lines: readonly GridLine[]): { readonly low: number; readonly high: number } {
  const figures = lines.flatMap(({ cells }) => [...cells.values()].flatMap(({ figure }) => (figure === null ? [] : [figure])));
  const kinds = new Set(lines.flatMap(({ definition: { figure, figures: under } }) => figure ?? under ?? []));
  if (kinds.has('net')) return { low: -100, high: 100 };
  if (!kinds.has('mean') || figures.length === 0) return { low: 0, high: 100 };
  const low = Math.floor(Math.min(...figures.map((figure) => figure.low ?? figure.value)));
  return { low, high: Math.max(low + 1, Math.ceil(Math.max(...figures.map((figure) => figure.high ?? figure.value)))) };
}

/** Why no line has a change, where that is the same for all of them: it is said once. Null where some have one, or the reasons differ. */
export function commonReason(lines: readonly GridLine[]): NoChange | null {
  const reasons = new Set(lines.map(({ change }) => (change?.state === 'none' ? change.reason : null)));
  const [reason = null] = reasons;
  return reasons.size === 1 ? reason : null;
}
