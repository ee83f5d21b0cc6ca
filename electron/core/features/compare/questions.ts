import type { CompareFigure } from '../../../../shared/contract/compare.ts';
import type { ExhibitDefinition } from '../../../../shared/contract/exhibit-definition.ts';
import { VariableId } from '../../../../shared/model/ids.ts';
import type { ExhibitRow, ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { countingOf, type QuestionBook, type QuestionForm } from '../../analysis/questions.ts';
import { scaleEnds } from '../analysis/summaries/scale-ends.ts';

/** A question that can be compared, in its newest wording. */
export interface Comparable {
  readonly variableId: VariableId;
  readonly form: QuestionForm;
  /** How many answers there are to choose from. */
  readonly options: number;
}

/** The figures of a question: of scales those of scales, of numbers the mean, of other closed questions the share of each answer. */
export function figuresOf(book: QuestionBook, form: QuestionForm): readonly CompareFigure[] {
  // Who the persons are is no outcome, and a round has no one answer per person.
  if (form.isBackground || book.formsOf(form.variableId).some(({ repeat }) => repeat !== null)) return [];
  if (form.type === 'scale' || form.type === 'scale-0-10')
    return scaleEnds(form, book.optionsOf(form.variableId)) === null ? ['mean'] : ['top2', 'net', 'mean'];
  const counting = countingOf(form.type);
  if (counting === null) return [];
  return counting === 'number' ? ['mean'] : ['share'];
}

/** The questions of a project that have a figure, in the order of the questionnaire, and the figures there are. */
export function comparableQuestions(
  book: QuestionBook,
  figure: CompareFigure,
): { readonly figures: readonly CompareFigure[]; readonly questions: readonly Comparable[] } {
  const newest = [...new Set(book.forms.map(({ variableId }) => variableId))].flatMap((id) => book.formsOf(id).slice(0, 1));
  const known = newest.map((form) => ({ form, own: figuresOf(book, form) }));
  const all: readonly CompareFigure[] = ['top2', 'net', 'mean', 'share'];
  return {
    figures: all.filter((each) => known.some(({ own }) => own.includes(each))),
    questions: known
      .filter(({ own }) => own.includes(figure))
      .map(({ form }) => ({ form, variableId: VariableId.parse(form.variableId), options: book.optionsOf(form.variableId).length })),
  };
}

/** The scales whose ends can be joined in twos with something between: their net score stands under the answers, so that the share between is beside it. */
const joinable = { fewest: 5, most: 7 } as const;

/**
 * The table of one question: its figure, or the shares of its answers. With groups beside each other where they are given. A net score is never alone: the
 * share that is neither good nor bad stands in the same table (analysis.md 1.4).
 */
export function definitionOf(
  { variableId, form, options }: Comparable,
  figure: CompareFigure,
  language: Language,
  groups: Pick<ExhibitDefinition, 'columns' | 'places'> = {},
): ExhibitDefinition {
  const common = { language, percent: 'column' as const, ...groups };
  const kind = groups.columns === undefined ? 'frequency' : 'crosstab';
  if (figure === 'share') return { ...common, kind, rows: variableId };
  // Of a scale all three are looked at one after another: together they must tell no more than each alone.
  const isScale = form.type === 'scale' || form.type === 'scale-0-10';
  const beside: Pick<ExhibitDefinition, 'beside'> = isScale ? { beside: ['top2', 'net', 'mean'] } : {};
  const isJoined = figure === 'net' && form.type === 'scale' && options >= joinable.fewest && options <= joinable.most;
  if (isJoined) return { ...common, kind, rows: variableId, figures: ['net'], merge: 'ends', ...beside };
  return { ...common, kind: 'summary', rows: [variableId], figure, ...beside };
}

/** The rows of a table that are compared: its figure where it has one, else its answers. */
export function comparedRows({ rows }: ReleasedExhibit): readonly ExhibitRow[] {
  const figures = rows.filter((row) => row.figure !== undefined);
  return figures.length > 0 ? figures : rows;
}
