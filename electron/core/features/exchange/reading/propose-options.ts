import type { FileOption, FileScale, MissingWord } from '../../../../../shared/model/survey-file.ts';
import type { ColumnProfile, ValueCount } from './column-profile.ts';
import { isOtherLabel } from './header-words.ts';
import { missingReason, openMissingReason } from './missing-words.ts';
import { leadingNumber, recogniseScale, recogniseYesNo } from './ordered-scales.ts';

/** The values of one or more columns together, spellings merged. Null when any has too many different ones. */
export function valuesOf(profiles: readonly ColumnProfile[]): ValueCount[] | null {
  const merged = new Map<string, ValueCount>();
  for (const { values } of profiles) {
    if (values === null) return null;
    for (const value of values) {
      const known = merged.get(value.key);
      merged.set(
        value.key,
        known === undefined
          ? value
          : {
              ...known,
              count: known.count + value.count,
              spellings: [...new Set([...known.spellings, ...value.spellings])],
              label: known.count >= value.count ? known.label : value.label,
            },
      );
    }
  }
  return [...merged.values()];
}

/** Values that are answers. */
export function substantive(values: readonly ValueCount[]): ValueCount[] {
  return values.filter((value) => missingReason(value.label) === null);
}

/** The missing-value words that the values hold, and the empty cell. */
export function missingWords(values: readonly ValueCount[] | null): MissingWord[] {
  const found = (values ?? []).flatMap(({ label }) => {
    const reason = missingReason(label);
    return reason === null ? [] : [{ text: label, reason }];
  });
  return [...found, { text: '', reason: 'not-recorded' }];
}

/** Those of them that an open answer cannot mean as they stand. */
export function openMissing(words: readonly MissingWord[]): MissingWord[] {
  return words.filter(({ text }) => text === '' || openMissingReason(text) !== null);
}

/**
 * Options with codes 1, 2, … in the order a questionnaire has them: along a recognised scale from low to high; yes before
 * no; by their numbers when most have one; else most frequent first. "Other" is last.
 */
export function orderOptions(values: readonly ValueCount[]): { options: FileOption[]; scale: FileScale | null } {
  const inFileOrder = values.toSorted((one, other) => one.seen - other.seen);
  const labels = inFileOrder.map((value) => value.label);
  const scale = recogniseScale(labels);
  if (scale !== null) {
    // A file that numbers its labels ("1 – Very satisfied") has already decided the direction.
    const own = labels.map((label) => (/^\(?\d/.test(label) ? leadingNumber(label) : null));
    const places = own.every((number) => number !== null) ? own : scale.places;
    const sorted = sortBy(inFileOrder, places);
    const rank = (value: ValueCount | undefined) => (value === undefined ? 0 : (scale.places[inFileOrder.indexOf(value)] ?? 0));
    const direction = rank(sorted[0]) <= rank(sorted.at(-1)) ? 'lowToHigh' : 'highToLow';
    return { options: numbered(sorted), scale: { id: scale.id, direction } };
  }
  const answer = recogniseYesNo(labels);
  if (answer !== null) return { options: numbered(sortBy(inFileOrder, answer)), scale: null };
  const numbers = labels.map(leadingNumber);
  const places =
    numbers.filter((number) => number !== null).length * 5 >= labels.length * 4
      ? numbers.map((number) => number ?? Number.POSITIVE_INFINITY)
      : inFileOrder.map((value) => -value.count);
  const last = labels.map((label, at) => (isOtherLabel(label) ? Number.POSITIVE_INFINITY : (places[at] ?? 0)));
  return { options: numbered(sortBy(inFileOrder, last)), scale: null };
}

/** Stable, so equal places keep the order of first sight. */
function sortBy(values: readonly ValueCount[], places: readonly number[]): ValueCount[] {
  const place = new Map(values.map((value, at) => [value, places[at] ?? 0] as const));
  const of = (value: ValueCount) => place.get(value) ?? 0;
  return values.toSorted((one, other) => (of(one) === of(other) ? 0 : of(one) - of(other)));
}

function numbered(values: readonly ValueCount[]): FileOption[] {
  return values.map((value, at) => ({ code: at + 1, label: value.label, spellings: [...value.spellings], column: null, missing: null }));
}

/** The options with one more for "other" when none of them is, so that a specified text has an option to belong to. */
export function withOther(options: readonly FileOption[], label: string): FileOption[] {
  if (options.some((option) => isOtherLabel(option.label))) return [...options];
  return [...options, { code: options.length + 1, label, spellings: [], column: null, missing: null }];
}
