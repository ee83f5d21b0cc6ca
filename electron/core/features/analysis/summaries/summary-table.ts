import type { ExhibitDefinition } from '../../../../../shared/contract/analysis.ts';
import type { CountTable } from '../../../../../shared/disclosure/index.ts';
import type { SummaryFigure } from '../../../../../shared/model/exhibit.ts';

import { frequency } from '../../../analysis/count.ts';
import { readNumbers } from '../../../analysis/numbers.ts';
import { missingReasons, reasonValue, type Column } from '../../../analysis/stored-answers.ts';
import { AppError } from '../../../app-error.ts';
import { countParts } from '../count-parts.ts';
import { frameOf, waveFrames } from '../frame.ts';
import { groupingsOf, isQuestion } from '../group-parts.ts';
import type { RawRow, RawTable } from '../raw-table.ts';
import type { Selection } from '../selection.ts';
import { waveFacts } from '../wave-facts.ts';
import { changesIn, columnFor, groupColumns, missingOf, newestForm, questionsOfColumns } from '../table-parts.ts';
import { columnDistributions } from './answer-figures.ts';
import type { Distribution } from './distribution.ts';
import type { ScaleEnds } from './figure-cell.ts';
import { indexScores } from './index-scores.ts';
import { scaleEnds } from './scale-ends.ts';
import { togetherFigures, type TogetherFigures } from './together.ts';

/** One line of a summary before the gate. */
export interface RawSummaryItem {
  /** Persons by the answers that the figure tells of, one table per part; none where it tells of no answer (the index). */
  readonly tables: readonly CountTable[];
  /** Score of each of those answers in the figure; null for bands of numbers. */
  readonly scores: readonly number[] | null;
  /** Of every column: "Alle" and the groups. */
  readonly columns: readonly Distribution[];
  readonly ends: ScaleEnds | null;
  readonly isNumber: boolean;
  /** Persons in the frame, of every column. */
  readonly frames: readonly (number | null)[];
  /** The other figures of the same answers, where they stand beside it. */
  readonly together?: TogetherFigures;
}

/** A summary before the gate: one figure, by item and column. */
export interface RawSummary {
  readonly figure: SummaryFigure;
  readonly items: readonly RawSummaryItem[];
  /** No item has a good end. */
  readonly isUnordered: boolean;
}

interface Told {
  readonly column: Column;
  /** By category; null for bands of numbers. */
  readonly scores: readonly number[] | null;
}

/** The answers that a figure tells of, with their scores: all of them for means and medians, else the ends and what is in neither. */
function toldBy(column: Column, figure: SummaryFigure, { ends, isNumber }: Pick<RawSummaryItem, 'ends' | 'isNumber'>): Told {
  if (isNumber || column.kind === 'set') return { column, scores: null };
  if (ends === null || figure === 'mean' || figure === 'median') return { column, scores: column.categories.map(({ code }) => code) };
  const kinds = figure === 'net' ? [ends.worst, ends.best] : [figure === 'top2' ? ends.best : ends.worst];
  const placeOf = column.categories.map(({ code }) => {
    const kind = kinds.findIndex((codes) => codes.includes(code));
    return kind === -1 ? kinds.length : kind;
  });
  const told: Column = {
    kind: 'codes',
    categories: [...kinds, []].map((_, code) => ({ code, label: {} })),
    values: column.values.map((value) => (value < 0 ? value : (placeOf[value] ?? kinds.length))),
  };
  return { column: told, scores: figure === 'net' ? [-100, 100, 0] : [100, 0] };
}

function itemOf(selection: Selection, definition: ExhibitDefinition, variableId: string, figure: SummaryFigure): RawSummaryItem {
  const { source, mask } = selection;
  const form = newestForm(selection, variableId);
  const numbers = readNumbers(source, variableId);
  // Answers without numbers have no figures.
  if (numbers === null) throw new AppError('NOT_FOUND');
  const kind = {
    ends: scaleEnds(form, source.book.optionsOf(variableId)),
    isNumber: form.type !== 'scale' && form.type !== 'scale-0-10',
  };
  const column = columnFor(selection, variableId, {});
  const told = toldBy(column, figure, kind);
  const { tables } = countParts(selection, definition, told.column);
  const { missing } = frequency(column.values, column.categories.length, missingReasons.length, mask);
  const together = togetherFigures(selection, definition, variableId);
  return {
    ...kind,
    ...(together === undefined ? {} : { together }),
    tables,
    scores: told.scores,
    columns: columnDistributions(selection, definition, numbers.values),
    frames: [frameOf(selection, definition, missing, tables[0]?.total ?? 0), ...waveFrames(selection, definition, missing, tables)],
  };
}

function indexItem(selection: Selection, definition: ExhibitDefinition, items: readonly string[]): RawSummaryItem {
  const columns = columnDistributions(selection, definition, indexScores(selection.source, items));
  return { tables: [], scores: null, columns, ends: null, isNumber: false, frames: columns.map(() => null) };
}

/** Whoever answered any of the items, and for the index whoever has one: as a column of no rows. */
function anyAnswer(selection: Selection, items: readonly string[], figure: SummaryFigure): Column {
  const { source } = selection;
  const answers = items.map((item) => readNumbers(source, item)?.values);
  const index = figure === 'index' ? indexScores(source, items) : null;
  const isIn = (unit: number): boolean =>
    index === null ? answers.some((values) => !Number.isNaN(values?.[unit] ?? Number.NaN)) : !Number.isNaN(index[unit] ?? Number.NaN);
  const values = Int16Array.from({ length: source.units.count }, (_, unit) => (isIn(unit) ? 0 : reasonValue('skipped')));
  return { kind: 'set', categories: [], indicators: [], values };
}

/** Items by groups, one figure each; the index is one line over all items. @throws AppError NOT_FOUND */
export function summaryTable(selection: Selection, definition: ExhibitDefinition, variableIds: readonly string[]): RawTable {
  const { figure = 'mean' } = definition;
  // The index of a few persons would be told by those of the others in their group.
  if (figure === 'index' && selection.parts.some(({ groupings, column }) => groupings.length > 1 && column.kind === 'set'))
    throw new AppError('NOT_FOUND');
  const forms = variableIds.map((id) => newestForm(selection, id));
  const items =
    figure === 'index'
      ? [indexItem(selection, definition, variableIds)]
      : variableIds.map((id) => itemOf(selection, definition, id, figure));
  const rows: RawRow[] =
    figure === 'index'
      ? [{ key: 'figure:index', label: forms[0]?.sectionTitle ?? {}, indent: 0 }]
      : forms.map(({ variableId, wording }) => ({ key: variableId, label: wording, indent: 0 }));
  const missing = variableIds.flatMap((id) => {
    const column = columnFor(selection, id, {});
    return missingOf(frequency(column.values, column.categories.length, missingReasons.length, selection.mask).missing, id);
  });
  return {
    definition,
    rows,
    columns: groupColumns(selection, definition),
    ...countParts(selection, definition, anyAnswer(selection, variableIds, figure)),
    isExclusive: true,
    scale: null,
    scaleRows: 0,
    figures: null,
    summary: { figure, items, isUnordered: forms.every(({ direction, type }) => direction === 'none' && type === 'scale') },
    missing,
    persons: selection.persons,
    frames: items.map(({ frames: [frame = null] }) => frame),
    columnFrames: [],
    question: forms[0] ?? null,
    columnQuestions: questionsOfColumns(selection, definition),
    changes: changesIn(selection, [...variableIds, ...groupingsOf(definition).filter(isQuestion)]),
    rounds: null,
    places: selection.places,
    breaks: selection.breaks,
    ...waveFacts(selection, definition, variableIds),
    hasShared: selection.source.units.hasShared && forms.some(({ isPerPerson }) => !isPerPerson),
  };
}
