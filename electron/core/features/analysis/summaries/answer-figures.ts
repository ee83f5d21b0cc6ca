import type { ExhibitDefinition } from '../../../../../shared/contract/analysis.ts';
import type { SummaryFigure } from '../../../../../shared/model/exhibit.ts';
import { readNumbers } from '../../../analysis/numbers.ts';
import { maskOfAll, oneGroup } from '../count-parts.ts';
import type { Selection } from '../selection.ts';
import { distributionsOf, type Distribution } from './distribution.ts';
import type { ScaleEnds } from './figure-cell.ts';
import { scaleEnds } from './scale-ends.ts';
import { togetherFigures, type TogetherFigures } from './together.ts';

/** What the rows of figures under a question's answers are made of, before the gate. */
export interface RawFigures {
  readonly figures: readonly SummaryFigure[];
  readonly ends: ScaleEnds | null;
  readonly isNumber: boolean;
  /** No end of the scale is the good one. */
  readonly isUnordered: boolean;
  /** Codes of the rows, lowest first; the bands of a number. */
  readonly codes: readonly number[];
  /** Of every column: "Alle" and the groups. */
  readonly columns: readonly Distribution[];
  /** All answers with the figures that stand beside each other of them, where there are such. */
  readonly together?: TogetherFigures;
}

/** The numbers of a question in every column. */
export function columnDistributions(selection: Selection, definition: ExhibitDefinition, numbers: Float64Array): readonly Distribution[] {
  const mask = maskOfAll(selection, definition);
  const all = distributionsOf(numbers, oneGroup(numbers.length), mask);
  return [...all, ...selection.parts.flatMap(({ column }) => distributionsOf(numbers, column, mask))];
}

/** Figures that a question can have: of a number its mean and median, of a scale all, of other answers none. */
export function readFigures(selection: Selection, definition: ExhibitDefinition, variableId: string): RawFigures | null {
  const { source } = selection;
  const [form] = source.book.formsOf(variableId);
  const numbers = readNumbers(source, variableId);
  if (definition.figures === undefined || form === undefined || numbers === null) return null;
  const options = source.book.optionsOf(variableId);
  const ends = scaleEnds(form, options);
  const isNumber = form.type !== 'scale' && form.type !== 'scale-0-10';
  const figures = definition.figures.filter((figure) => ends !== null || figure === 'mean' || figure === 'median');
  if (figures.length === 0) return null;
  const together = togetherFigures(selection, definition, variableId);
  return {
    ...(together === undefined ? {} : { together }),
    figures,
    ends,
    isNumber,
    isUnordered: form.direction === 'none' && form.type === 'scale',
    codes: options.map(({ code }) => code),
    columns: columnDistributions(selection, definition, numbers.values),
  };
}
