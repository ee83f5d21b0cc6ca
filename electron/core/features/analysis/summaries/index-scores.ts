import { readNumbers } from '../../../analysis/numbers.ts';
import type { ColumnSource } from '../../../analysis/stored-answers.ts';
import { AppError } from '../../../app-error.ts';
import { isTurned, scaleRange } from './scale-ends.ts';

/**
 * The 0–100 index of each person over several scales: the mean of the items answered, each from the bad end (0) to the good end (100)
 * of its own scale. NaN for whoever answered fewer than half of them. @throws AppError NOT_FOUND for items that are no scales
 */
export function indexScores(source: ColumnSource, items: readonly string[]): Float64Array {
  const scales = items.map((item) => {
    const [form] = source.book.formsOf(item);
    const range = form === undefined ? null : scaleRange(form, source.book.optionsOf(item));
    const numbers = readNumbers(source, item);
    if (form === undefined || range === null || numbers === null) throw new AppError('NOT_FOUND');
    return { values: numbers.values, ...range, turned: isTurned(form) };
  });
  return Float64Array.from({ length: source.units.count }, (_, unit) => {
    let [sum, answered] = [0, 0];
    for (const { values, low, high, turned } of scales) {
      const value = values[unit] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const share = (value - low) / (high - low);
      sum += 100 * (turned ? 1 - share : share);
      answered += 1;
    }
    return 2 * answered < items.length || answered === 0 ? Number.NaN : sum / answered;
  });
}
