import type { FileCodings, SurveyMapping } from '../../../../../shared/model/survey-file.ts';
import { missingReason } from '../reading/missing-words.ts';
import { readMark } from '../reading/propose-group.ts';
import { tidyLabel } from '../reading/value-forms.ts';

/** Themes that one block of columns gives one row's answer. */
export interface RowThemes {
  /** Place in the mapping of the open question whose answer they belong to. */
  readonly question: number;
  /** Place of the block among the mapping's codings: it says who coded. */
  readonly block: number;
  /** As the file writes them, each once. */
  readonly labels: readonly string[];
}

/** The longest name a theme can have. */
const longestLabel = 200;

/** The parts of a cell that holds several themes. */
export function splitThemes(cell: string, separator: FileCodings['separator']): string[] {
  return (separator === null ? [cell] : cell.split(separator)).map(toLabel).filter((label) => label !== '');
}

/** A theme's name as it is compared and kept: one line, at most 200 characters; empty for a word that says "none". */
export function toLabel(text: string): string {
  const label = tidyLabel(text);
  if (label === '' || missingReason(label) !== null) return '';
  return label.length <= longestLabel ? label : [...label].slice(0, longestLabel).join('').trim();
}

/**
 * Makes a reader of a row's themes; null where no columns hold any. Columns whose open question is not in the mapping any more are not
 * read. Equal labels of all rows are one string in memory.
 */
export function createThemeReader({ codings = [], questions }: SurveyMapping): ((cells: readonly string[]) => RowThemes[]) | null {
  const known = new Map<string, string>();
  const shared = (label: string): string => {
    const first = known.get(label);
    if (first === undefined) known.set(label, label);
    return first ?? label;
  };
  const blocks = codings.flatMap((block, at) => {
    const question = questions.findIndex(({ kind, columns }) => kind === 'open' && columns[0] === block.of);
    return question < 0 ? [] : [{ at, question, read: blockReader(block) }];
  });
  if (blocks.length === 0) return null;
  return (cells) =>
    blocks.flatMap(({ at, question, read }): RowThemes[] => {
      const labels = [...new Set(read(cells))].map(shared);
      return labels.length === 0 ? [] : [{ question, block: at, labels }];
    });
}

function blockReader({ form, columns, labels, separator }: FileCodings): (cells: readonly string[]) => string[] {
  if (form === 'listed') return (cells) => columns.flatMap((column) => splitThemes(cells[column] ?? '', separator));
  const ticks = labels.flatMap(({ column, label }) => (toLabel(label) === '' ? [] : [{ column, label: toLabel(label) }]));
  const keys = new Map(ticks.map(({ column, label }) => [column, [label.toLowerCase()]] as const));
  return (cells) => ticks.flatMap(({ column, label }) => (readMark(cells[column] ?? '', keys.get(column) ?? []) === true ? [label] : []));
}
