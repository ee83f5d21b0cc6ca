import type { DateForm, DecimalSign } from '../../../../../shared/model/survey-file.ts';

const numberForms: Record<DecimalSign, RegExp> = {
  ',': /^[+-]?(?:[1-9]\d{0,2}(?:[. ]\d{3})+|\d+)(?:,\d+)?(?:[eE][+-]?\d{1,3})?$/,
  '.': /^[+-]?(?:[1-9]\d{0,2}(?:[, ]\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/,
};

/** Blanks that Excel and locales put between thousands, and the typographic minus, made plain. */
function plainNumber(text: string): string {
  return text
    .trim()
    .replace(/[\u00A0\u202F\u2009]/g, ' ')
    .replace(/^\u2212/, '-');
}

/**
 * A number as people write it: optional sign, thousands in groups of three, one decimal sign. Null for anything else,
 * also for "3.5" and "0.125" where the comma is the decimal sign: a wrong guess would be a wrong number.
 */
export function parseNumber(text: string, decimalSign: DecimalSign): number | null {
  const plain = plainNumber(text);
  if (!numberForms[decimalSign].test(plain)) return null;
  const ungrouped = decimalSign === ',' ? plain.replace(/[. ]/g, '').replace(',', '.') : plain.replace(/[, ]/g, '');
  const value = Number(ungrouped);
  return Number.isFinite(value) ? value : null;
}

/** How many cells can only be read with a decimal comma, and how many only with a decimal point. */
export function countDecimalSigns(cells: Iterable<string>): { comma: number; point: number } {
  const counts = { comma: 0, point: 0 };
  for (const cell of cells) {
    if (cell.length > 24) continue;
    const plain = plainNumber(cell);
    if (/^[+-]?(?:\d+|\d{1,3}(?:[. ]\d{3})+),(?:\d{1,2}|\d{4,})$/.test(plain)) counts.comma += 1;
    else if (/^[+-]?(?:\d+|\d{1,3}(?:[, ]\d{3})+)\.(?:\d{1,2}|\d{4,})$/.test(plain)) counts.point += 1;
  }
  return counts;
}

const time = String.raw`(?:[T ,]+(?:kl\.? ?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})${time}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})[-./](\d{1,2})[-./](\d{4})${time}$`);

/** Days in a month; month 2 by the Gregorian rule. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `YYYY-MM-DD`, with `THH:MM:SS` when there is a time; null for a date that does not exist. */
function isoDate(parts: readonly number[], clock: readonly (string | undefined)[]): string | null {
  const [year = 0, month = 0, day = 0] = parts;
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  const [hourText, minuteText, secondText, half] = clock;
  if (hourText === undefined) return date;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
}

/**
 * Reads a date in one form, in local time as written (offsets are dropped: a survey's day is the day on its form).
 * `excel-serial` counts days in the 1900 date system, valid from 1900-03-01 on. Null when it is not such a date.
 */
export function parseDate(text: string, form: DateForm): string | null {
  const plain = text.trim();
  if (plain.length > 40) return null;
  if (form === 'excel-serial') return fromSerial(plain);
  if (form === 'ymd') {
    const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
    return packed === null ? null : isoDate([Number(packed[1]), Number(packed[2]), Number(packed[3])], []);
  }
  const match = (form === 'iso' ? yearFirst : yearLast).exec(plain);
  if (match === null) return null;
  const [first = 0, second = 0, third = 0] = [match[1], match[2], match[3]].map(Number);
  const clock = [match[4], match[5], match[6], match[7]];
  if (form === 'iso') return isoDate([first, second, third], clock);
  return form === 'dmy' ? isoDate([third, second, first], clock) : isoDate([third, first, second], clock);
}

function fromSerial(text: string): string | null {
  const serial = parseNumber(text, '.') ?? parseNumber(text, ',');
  if (serial === null || serial < 61 || serial > 109_575) return null;
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000).toISOString();
  return Number.isInteger(serial) ? moment.slice(0, 10) : moment.slice(0, 19);
}

/**
 * The forms under which every value is a date, best first: year first, day first (the rule in all four languages), month
 * first. `ambiguous` when both day first and month first fit; then a clock with AM and PM speaks for month first.
 */
export function detectDateForm(values: readonly string[]): { form: DateForm; ambiguous: boolean } | null {
  if (values.length === 0) return null;
  const fits = (form: DateForm) => values.every((value) => parseDate(value, form) !== null);
  if (fits('iso')) return { form: 'iso', ambiguous: false };
  const day = fits('dmy');
  const month = fits('mdy');
  if (day && month) return { form: values.some((value) => /[ap]\.?m/i.test(value)) ? 'mdy' : 'dmy', ambiguous: true };
  if (day) return { form: 'dmy', ambiguous: false };
  if (month) return { form: 'mdy', ambiguous: false };
  return fits('ymd') ? { form: 'ymd', ambiguous: false } : null;
}

/**
 * True where a spreadsheet would take the text for a formula. A leading minus before a number or a blank is a negative
 * number or a list's dash, and stays uncounted.
 */
export function looksLikeFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 61 || first === 64) return text.length > 1;
  if (first !== 43 && first !== 45) return false;
  return /^[+-][^\s\d.,+\-\u2013\u2014]/.test(text) || /^[+-][\d.,]+[*/^&(=+-]/.test(text);
}

/** The text without controls that cannot be stored; a vertical tab, Excel's and FileMaker's line break, becomes one. */
export function tidyText(text: string): string {
  // eslint-disable-next-line no-control-regex -- naming the control characters is the point
  const plain = text.replace(/\r\n?|\u000B|\u2028|\u2029/g, '\n').replace(/[\u0000-\u0008\u000C\u000E-\u001F\u007F\uFEFF]/g, '');
  return plain.toWellFormed();
}

/** One line without doubled blanks: for labels and for comparing. No-break blanks count as blanks. */
export function tidyLabel(text: string): string {
  return tidyText(text).replace(/\s+/g, ' ').trim().normalize('NFC');
}

/** The key under which two spellings of an option are the same: case, blanks and kinds of apostrophe and dash do not count. */
export function spellingKey(text: string): string {
  return tidyLabel(text)
    .toLowerCase()
    .replace(/[\u2018\u2019\u00B4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}
