import type { Language } from '../model/text.ts';
import { dayMoment, formatMoment, isWritable, timedMoment, type Moment } from './dates.ts';
import type { FunctionName } from './functions.ts';
import { finite, rounded } from './numbers.ts';
import { matches, readPattern } from './pattern.ts';
import type { ArithmeticSign } from './syntax.ts';
import { isEmpty, isMoment, isSet, order, toMoment, toNames, toNumber, toText, truth, type Value } from './value.ts';

/** A text that a calculation makes is never longer; what would be longer is missing. */
const longestText = 100_000;

/** `+ - * div mod` (XPath 1.0 §3.5): missing with anything missing or no number; a date moved by days stays a date. */
export function calculate(sign: ArithmeticSign, left: Value, right: Value): Value {
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a === null || b === null) return null;
  switch (sign) {
    case '+':
      return shifted(left, right, a + b);
    case '-':
      return isMoment(right) ? finite(a - b) : shifted(left, null, a - b);
    case '*':
      return finite(a * b);
    case 'div':
      return finite(a / b);
    case 'mod':
      return finite(a % b);
  }
}

function shifted(left: Value, right: Value, days: number): Value {
  const moment = isMoment(left) ? left : isMoment(right) ? right : null;
  if (moment === null || (isMoment(left) && isMoment(right))) return finite(days);
  if (!isWritable(days)) return null;
  return moment.hasTime ? timedMoment(days) : dayMoment(days);
}

/** `selected()`: whether an option is among those chosen. */
export function isSelected(set: Value, name: Value): boolean {
  return !isEmpty(name) && toNames(set).includes(toText(name).trim());
}

/** What a function makes of its arguments, worked out already. Functions that look beyond their arguments stand in bind.ts. */
export type Applied = (args: readonly Value[], language: Language) => Value;

const first = (args: readonly Value[]): Value => args[0] ?? null;
const second = (args: readonly Value[]): Value => args[1] ?? null;

function onNumbers(work: (a: number, b: number) => number | null): Applied {
  return (args) => {
    const numbers = args.map(toNumber);
    return numbers.some((one) => one === null) ? null : work(numbers[0] ?? 0, numbers[1] ?? 0);
  };
}

/** Comparing two texts; false with anything missing. */
function onTexts(work: (a: string, b: string) => boolean): Applied {
  return (args) => !isEmpty(first(args)) && second(args) !== null && work(toText(first(args)), toText(second(args)));
}

function onDate(work: (moment: Moment, args: readonly Value[], language: Language) => Value): Applied {
  return (args, language) => {
    const moment = toMoment(first(args));
    return moment === null || !isWritable(moment.days) ? null : work(moment, args, language);
  };
}

function setSize(value: Value): number {
  if (isSet(value)) return value.length;
  return toText(value)
    .split(/\s+/u)
    .filter((word) => word !== '').length;
}

function nameAt(args: readonly Value[]): Value {
  const at = toNumber(second(args));
  if (at === null) return null;
  const set = first(args);
  const names = isSet(set)
    ? set
    : toText(set)
        .split(/\s+/u)
        .filter((word) => word !== '');
  return names[Math.trunc(at)] ?? null;
}

/** ODK's substr: from `start`, counted from 0, up to, not including, `end`; negative ones count from the end. */
function substr(args: readonly Value[]): Value {
  const [text, from] = [first(args), toNumber(second(args))];
  const to = args.length > 2 ? toNumber(args[2] ?? null) : Infinity;
  if (text === null || from === null || to === null) return null;
  return [...toText(text)].slice(Math.trunc(from), Number.isFinite(to) ? Math.trunc(to) : undefined).join('');
}

function cut(text: string): string | null {
  return text.length > longestText ? null : text;
}

export const applied = {
  boolean: (args) => truth(first(args)),
  selected: (args) => isSelected(first(args), second(args)),
  'count-selected': (args) => (isEmpty(first(args)) ? null : setSize(first(args))),
  'selected-at': nameAt,
  number: (args) => toNumber(first(args)),
  int: onNumbers((a) => Math.trunc(a) + 0),
  round: onNumbers((a, b) => rounded(a, b)),
  abs: onNumbers((a) => Math.abs(a)),
  pow: onNumbers((a, b) => finite(a ** b)),
  string: (args) => (first(args) === null ? null : toText(first(args))),
  'string-length': (args) => [...toText(first(args))].length,
  contains: onTexts((a, b) => a.includes(b)),
  'starts-with': onTexts((a, b) => a.startsWith(b)),
  'ends-with': onTexts((a, b) => a.endsWith(b)),
  'normalize-space': (args) => (first(args) === null ? null : toText(first(args)).trim().replaceAll(/\s+/gu, ' ')),
  substr,
  regex: (args) => {
    if (isEmpty(first(args)) || second(args) === null) return false;
    const read = readPattern(toText(second(args)));
    return read.isRead && matches(read.pattern, toText(first(args))) === true;
  },
  date: onDate((moment) => dayMoment(moment.days)),
  'date-time': onDate((moment) => timedMoment(moment.days)),
  'decimal-date-time': onDate((moment) => moment.days),
  'format-date': onDate((moment, args, language) => (second(args) === null ? null : formatMoment(moment, toText(second(args)), language))),
  'format-date-time': onDate((moment, args, language) =>
    second(args) === null ? null : formatMoment(moment, toText(second(args)), language),
  ),
} as const satisfies Partial<Record<FunctionName, Applied>>;

/** Functions over the values of a list: every round of a repeat, or the arguments themselves. What is missing is passed over. */
export const overLists = {
  sum: (values: readonly Value[]): Value => {
    const numbers = values.map(toNumber).filter((one) => one !== null);
    return numbers.length === 0 ? null : finite(numbers.reduce((sum, one) => sum + one, 0));
  },
  count: (values: readonly Value[]): Value => values.filter((value) => !isEmpty(value)).length,
  'count-non-empty': (values: readonly Value[]): Value => values.filter((value) => !isEmpty(value)).length,
  min: (values: readonly Value[]): Value => extreme(values, -1),
  max: (values: readonly Value[]): Value => extreme(values, 1),
  concat: (values: readonly Value[]): Value => cut(values.map(toText).join('')),
} as const;

/** The smallest or largest number or date. */
function extreme(values: readonly Value[], wanted: -1 | 1): Value {
  let found: Value = null;
  for (const value of values) {
    const one = isMoment(value) ? value : toNumber(value);
    if (one === null) continue;
    const difference = found === null ? wanted : order(one, found);
    if (difference !== null && Math.sign(difference) === wanted) found = one;
  }
  return found;
}

/** `join()`: the texts of what is there, a separator between them. */
export function join(separator: Value, values: readonly Value[]): Value {
  const texts = values.filter((value) => !isEmpty(value)).map(toText);
  return texts.length === 0 ? null : cut(texts.join(toText(separator)));
}
