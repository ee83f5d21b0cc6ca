import { dayMoment, readMoment, writeMoment, type Moment } from './dates.ts';
import { plainNumber, readNumber } from './numbers.ts';
import type { ComparisonSign } from './syntax.ts';

/**
 * What an expression works with. Null is missing: unanswered, not asked, or not to be worked out. An option is its name; several options are
 * a list of names, in the order given.
 */
export type Value = null | number | string | boolean | readonly string[] | Moment;

export function isMoment(value: Value): value is Moment {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

export function isSet(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

/** Missing, or the empty text that XLSForm writes for it. */
export function isEmpty(value: Value): boolean {
  return value === null || value === '' || (isSet(value) && value.length === 0);
}

/** XPath's boolean(): a number that is not 0, a text that is not empty, a set that is not empty. Missing is false. */
export function truth(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  return !isEmpty(value) && value !== 0;
}

/** XPath's number(); a date is its days since 1970. Missing where it is no number. */
export function toNumber(value: Value): number | null {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return readNumber(value);
  if (isMoment(value)) return value.days;
  return value.length === 1 ? readNumber(value[0] ?? '') : null;
}

/** XPath's string(); missing is the empty text, several options are separated by spaces as XLSForm stores them. */
export function toText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return isMoment(value) ? writeMoment(value) : value.join(' ');
}

/** A date from a date, its text or its days; missing where it is none. */
export function toMoment(value: Value): Moment | null {
  if (value === null || isMoment(value)) return value;
  if (typeof value === 'string') return readMoment(value);
  return typeof value === 'number' ? dayMoment(value) : null;
}

/** The names of what was chosen; a text is cut at its blanks, and is also one name as a whole. */
export function toNames(value: Value): readonly string[] {
  if (value === null) return [];
  if (isSet(value)) return value;
  const text = toText(value).trim();
  const words = text === '' ? [] : text.split(/\s+/u);
  return words.length > 1 ? [text, ...words] : words;
}

/**
 * Whether a comparison holds (XPath 1.0 §3.4). With something missing it never does, except that `= ''` asks whether it is missing and
 * `!= ''` whether it is answered, as XLSForm's authors write it.
 */
export function compare(sign: ComparisonSign, left: Value, right: Value): boolean {
  if (sign === '=' || sign === '!=') {
    if (left === '' || right === '') return (isEmpty(left) && isEmpty(right)) === (sign === '=');
    if (left === null || right === null) return false;
    return isEqual(left, right) === (sign === '=');
  }
  const difference = order(left, right);
  if (difference === null) return false;
  if (difference === 0) return sign === '<=' || sign === '>=';
  return difference < 0 === (sign === '<' || sign === '<=');
}

function isEqual(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return truth(left) === truth(right);
  if (isMoment(left) || isMoment(right)) return order(left, right) === 0;
  if (typeof left === 'number' || typeof right === 'number') return order(left, right) === 0;
  return toText(left) === toText(right);
}

/** Below, at or above 0 as left comes before, with or after right; null where they cannot be held against each other. */
export function order(left: Value, right: Value): number | null {
  if (left === null || right === null) return null;
  if (isMoment(left) || isMoment(right)) return orderOfDates(left, right);
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a !== null && b !== null) return a - b;
  return orderOfTexts(left, right);
}

/** Dates are held against each other as days, and to the second only where both have a time. */
function orderOfDates(left: Value, right: Value): number | null {
  const [a, b] = [toMoment(left), toMoment(right)];
  if (a === null || b === null) return null;
  return a.hasTime && b.hasTime ? a.days - b.days : Math.floor(a.days) - Math.floor(b.days);
}

const clock = /^\d{2}:\d{2}(?::\d{2})?$/u;

/** Two texts have an order where both are dates, or both times of day; XPath gives none to others. */
function orderOfTexts(left: Value, right: Value): number | null {
  if (typeof left !== 'string' || typeof right !== 'string') return null;
  const [a, b] = [readMoment(left), readMoment(right)];
  if (a !== null && b !== null) return orderOfDates(a, b);
  if (!clock.test(left) || !clock.test(right)) return null;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Whether two values are the same to every expression. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (isMoment(a) && isMoment(b)) return a.days === b.days && a.hasTime === b.hasTime;
  return isSet(a) && isSet(b) && a.length === b.length && a.every((name, index) => name === b[index]);
}
