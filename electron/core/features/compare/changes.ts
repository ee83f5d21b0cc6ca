import type { Change, CompareFigure, ComparedTable } from '../../../../shared/contract/compare.ts';
import type { ExhibitDefinition } from '../../../../shared/contract/exhibit-definition.ts';
import type { ExhibitRow, ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import { readNumbers } from '../../analysis/numbers.ts';
import { keyOf } from '../../analysis/questions.ts';
import type { Statements } from '../../db/statements.ts';
import type { GateTools } from '../analysis/gate-tools.ts';
import type { MadeExhibit } from '../analysis/release-exhibit.ts';
import { columnOf, readSelection, type Selection } from '../analysis/selection.ts';
import { scaleEnds } from '../analysis/summaries/scale-ends.ts';
import { changeApart } from './apart.ts';
import type { WaveBreak } from './breaks.ts';
import { linkedChange, pairsOf, type Scores } from './linked.ts';
import { comparedRows, type Comparable } from './questions.ts';

interface ChangesInput {
  readonly projectId: string;
  readonly figure: CompareFigure;
  readonly definition: ExhibitDefinition;
  readonly question: Comparable;
  readonly made: MadeExhibit;
  readonly breaks: readonly WaveBreak[];
  readonly tools: GateTools;
}

/** Everyone's number in the figure: 100 and 0 for shares, 100, 0 and −100 for net scores, the answer itself for means. */
function scoresOf({ source }: Selection, { figure, question }: ChangesInput, row: ExhibitRow): Scores {
  const { variableId, form } = question;
  if (figure === 'share') {
    const column = columnOf(source, variableId);
    const place = column.categories.findIndex((option) => keyOf(option) === row.key);
    return Float64Array.from(column.values, (value, unit) => {
      if (value < 0) return Number.NaN;
      return (column.kind === 'codes' ? value === place : column.indicators[place]?.[unit] === 1) ? 100 : 0;
    });
  }
  const numbers = readNumbers(source, variableId)?.values ?? new Float64Array(source.units.count).fill(Number.NaN);
  const ends = scaleEnds(form, source.book.optionsOf(variableId));
  if (figure === 'mean' || ends === null) return numbers;
  const worst = figure === 'net' ? -100 : 0;
  return numbers.map((number) =>
    Number.isNaN(number) ? number : ends.best.includes(number) ? 100 : ends.worst.includes(number) ? worst : 0,
  );
}

/** The waves of the last stretch without a break, as columns of the exhibit. */
function stretchOf({ columns }: ReleasedExhibit, breaks: readonly WaveBreak[]): readonly number[] {
  const waves = columns.flatMap(({ key }, at) => (key === 'all' ? [] : [at]));
  const start = waves.findLastIndex((at) => breaks.some(({ column }) => column === columns[at]?.key));
  return waves.slice(Math.max(0, start));
}

/**
 * The change of each row from the first to the last wave of the stretch that can be compared. Where persons are known to be in both waves they are
 * compared with themselves; the figures of different persons are not, and the other way round.
 */
export function changesOf(
  sql: Statements,
  input: ChangesInput,
): { readonly changes: NonNullable<ComparedTable['changes']>; readonly isLinked: boolean } {
  const { made, breaks, definition, projectId } = input;
  const { exhibit, facts } = made;
  const stretch = stretchOf(exhibit, breaks);
  const [first, last] = [stretch[0], stretch.at(-1)];
  const selection = readSelection(sql, projectId, definition);
  const { units } = selection.source;
  const waveOf = (at: number): number => units.waves.findIndex(({ id }) => id === exhibit.columns[at]?.key);
  let isLinked = false;
  const changes = comparedRows(exhibit).map((row) => {
    const told = (change: Change) => ({ row: row.key, change });
    const none = (reason: Extract<Change, { state: 'none' }>['reason']) => told({ state: 'none', reason });
    if (first === undefined || last === undefined || first === last) return none(breaks.at(-1)?.reason ?? 'one-wave');
    const pairs = pairsOf(units, scoresOf(selection, input, row), waveOf(first), waveOf(last));
    isLinked ||= pairs.isLinked;
    const at = (column: number) => ({ cell: row.cells[column], base: exhibit.columns[column]?.base });
    const apart = changeApart(at(first), at(last), row.figure);
    // A change goes with its figures.
    if (apart === null) return none('hidden');
    const ends = { from: exhibit.columns[first]?.key ?? '', to: exhibit.columns[last]?.key ?? '' };
    if (!pairs.isLinked) return told({ state: 'told', kind: 'apart', ...ends, ...apart, persons: null });
    const linked = linkedChange(pairs, row.figure, facts.rule, input.tools);
    return typeof linked === 'string' ? none(linked) : told({ state: 'told', kind: 'linked', ...ends, ...linked });
  });
  return { changes, isLinked };
}
