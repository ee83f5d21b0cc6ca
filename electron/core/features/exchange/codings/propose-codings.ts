import type { FileCodings, FileQuestion, SurveyMapping } from '../../../../../shared/model/survey-file.ts';
import { readMark } from '../reading/propose-group.ts';
import { splitThemes, toLabel } from './row-themes.ts';

/** More different themes than this are no themes. */
const mostLabels = 500;
/** A theme is a word or a few, not an answer. */
const longestMean = 60;
const separators = [';', '|', ','] as const;

interface Seen {
  cells: number;
  length: number;
  isMarks: boolean;
  readonly labels: Record<'none' | (typeof separators)[number], Set<string>>;
}

/** Looks through what columns hold to see how they write themes. */
export interface CodingsProfiler {
  readonly add: (cells: readonly string[]) => void;
  /** Null where the columns hold anything but themes. */
  readonly finish: () => FileCodings | null;
}

/**
 * A profiler for columns that a person says hold the themes of an answer. `headers` names each column; a question that they were
 * before tells what the ticks of a column per option stand for.
 */
export function createCodingsProfiler(
  mapping: SurveyMapping,
  columns: readonly number[],
  given: { readonly headers: readonly string[]; readonly old: FileQuestion | null; readonly label: string },
): CodingsProfiler {
  const seen: Seen = {
    cells: 0,
    length: 0,
    isMarks: true,
    labels: { none: new Set(), ';': new Set(), '|': new Set(), ',': new Set() },
  };
  const options = given.old?.kind === 'multiple' && given.old.form === 'indicator' ? given.old.options : [];
  const nameOf = (column: number, at: number): string =>
    options.find((option) => option.column === column)?.label ?? given.headers[at] ?? '';
  const names = columns.map(nameOf);
  return {
    add: (cells) => {
      for (const [at, column] of columns.entries()) {
        const cell = cells[column] ?? '';
        if (toLabel(cell) === '') continue;
        seen.cells += 1;
        seen.length += cell.length;
        if (seen.isMarks && readMark(cell, [toLabel(names[at] ?? '').toLowerCase()]) === null) seen.isMarks = false;
        note(seen, cell);
      }
    },
    finish: () => {
      const [first = 0] = columns;
      const separator = separatorOf(seen);
      const labels = seen.labels[separator ?? 'none'];
      const isIndicator = seen.cells > 0 && seen.isMarks;
      if (!isIndicator && (labels.size === 0 || labels.size > mostLabels || seen.length > longestMean * seen.cells * 4)) return null;
      return {
        key: `c${first}`,
        label: given.label,
        columns: [...columns],
        form: isIndicator ? 'indicator' : 'listed',
        separator: isIndicator ? null : separator,
        labels: isIndicator ? columns.map((column, at) => ({ column, label: names[at] ?? '' })) : [],
        of: nearestOpen(mapping, columns),
        coder: null,
      };
    },
  };
}

/** The mapping without the codings that any of the columns was part of. */
export function withoutCodings(mapping: SurveyMapping, columns: readonly number[]): SurveyMapping {
  const { codings, ...rest } = mapping;
  const kept = codings?.filter((block) => !block.columns.some((column) => columns.includes(column))) ?? [];
  return kept.length === 0 ? rest : { ...rest, codings: kept };
}

function note({ labels }: Seen, cell: string): void {
  if (labels.none.size <= mostLabels) labels.none.add(toLabel(cell));
  for (const separator of separators) {
    const own = labels[separator];
    if (own.size <= mostLabels) for (const part of splitThemes(cell, separator)) own.add(part);
  }
}

/** The separator that makes the fewest themes of the cells; none where no cell is divided by it. */
function separatorOf({ labels }: Seen): FileCodings['separator'] {
  let best: FileCodings['separator'] = null;
  for (const separator of separators) if (labels[separator].size < labels[best ?? 'none'].size) best = separator;
  if (best !== null) return best;
  // One cell with two themes, both seen elsewhere or not: dividing adds themes, and yet the sign is never part of a name.
  return separators.find((separator) => separator !== ',' && [...labels.none].some((label) => label.includes(separator))) ?? null;
}

/** The open question just before the columns, else the first after them. */
function nearestOpen({ questions }: SurveyMapping, columns: readonly number[]): number | null {
  const first = Math.min(...columns);
  const open = questions.flatMap(({ kind, columns: own }) => (kind === 'open' && !columns.includes(own[0] ?? -1) ? [own[0] ?? 0] : []));
  return open.findLast((column) => column < first) ?? open[0] ?? null;
}
