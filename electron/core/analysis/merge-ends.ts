import type { CodeColumn } from './stored-answers.ts';
import type { AnswerOption } from './questions.ts';

/** "0–3" for a run of answers that are numbers. */
function runOf(part: readonly AnswerOption[]): AnswerOption {
  const label = `${part[0]?.code ?? ''}–${part.at(-1)?.code ?? ''}`;
  return { code: part[0]?.code ?? 0, label: { nb: label, nn: label, sv: label, en: label } };
}

/** Where each joined answer begins: 0–3, 4–6, 7–10 of a long scale, else the two outermost at each end. */
function joinStarts(count: number): readonly number[] {
  if (count < 5) return Array.from({ length: count }, (_, at) => at);
  const end = count > 7 ? Math.ceil(count / 3) : 2;
  const middle = count > 7 ? [end] : Array.from({ length: count - 4 }, (_, at) => at + 2);
  return [0, ...middle, count - end];
}

/** Joins the outermost answers at each end of a scale, a long scale into thirds. Fewer than five answers stay as they are. */
export function mergeEnds(column: CodeColumn, join: (low: AnswerOption, high: AnswerOption) => AnswerOption): CodeColumn {
  const { categories, values } = column;
  const starts = joinStarts(categories.length);
  const merged = starts.flatMap((start, at) => {
    const part = categories.slice(start, starts[at + 1] ?? categories.length);
    const [first, second] = part;
    if (first === undefined) return [];
    return part.length > 2 ? [runOf(part)] : [second === undefined ? first : join(first, second)];
  });
  return {
    kind: 'codes',
    categories: merged,
    values: values.map((value) => (value < 0 ? value : starts.findLastIndex((start) => value >= start))),
  };
}
