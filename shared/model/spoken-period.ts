import type { AnswerDatePrecision } from './answer.ts';
import { easterMonday, endOfMonth, endOfWeek, isoDay } from './calendar-day.ts';
import {
  beforePattern,
  feastOf,
  fillers,
  lastMonthOf,
  monthNumber,
  monthsIn,
  ordinalOf,
  partOf,
  seasonOf,
  towardsPattern,
  yearOffsets,
  type Part,
} from './spoken-date-words.ts';
import type { ReadDate, SpokenDateContext } from './spoken-date.ts';

interface Year {
  readonly year: number;
  readonly isSaid: boolean;
}

/** Reads a week, month, season, feast, part of a year, year or decade; null when it is none. */
export function readPeriod(text: string, context: SpokenDateContext): ReadDate | null {
  return readWeek(text, context) ?? readDecade(text) ?? readMonthInDigits(text) ?? readWinter(text) ?? readInWords(text, context);
}

/** The last day of a period with how precise it is; null where the calendar has no such day. */
function until(sortOn: string | null, precision: AnswerDatePrecision): ReadDate | null {
  return sortOn === null ? null : { sortOn, precision };
}

function readWeek(text: string, { today, isAhead = false }: SpokenDateContext): ReadDate | null {
  const iso = /^(\d{4})-?w(\d{1,2})$/u.exec(text);
  if (iso !== null) return until(endOfWeek(Number(iso[1]), Number(iso[2])), 'week');
  const found = /^(?:i |in )?(?:uke|uka|veke|veka|vecka|week|wk|v|w) ?(\d{1,2})(?: ?[/-]? ?(?:i |in )?(\d{4}))?$/u.exec(text);
  if (found === null) return null;
  const year = Number(found[2] ?? today.slice(0, 4));
  const sunday = endOfWeek(year, Number(found[1]));
  const isPassed = isAhead && found[2] === undefined && sunday !== null && sunday < today;
  return until(isPassed ? endOfWeek(year + 1, Number(found[1])) : sunday, 'week');
}

/** "90-tallet", "1990-talet", "the 1990s": some year of the ten. */
function readDecade(text: string): ReadDate | null {
  const found = /^(?:på |i |in |the |in the )*((?:19|20)?\d0)(?:-tallet|-talet| tallet| talet|-tal|s|'s)$/u.exec(text);
  if (found === null) return null;
  const said = Number(found[1]);
  return until(isoDay((said < 100 ? 1900 + said : said) + 9, 12, 31), 'about');
}

function readMonthInDigits(text: string): ReadDate | null {
  const first = /^(\d{4})-(\d{1,2})$/u.exec(text);
  if (first !== null) return until(endOfMonth(Number(first[1]), Number(first[2])), 'month');
  const last = /^(\d{1,2})[./-](\d{4})$/u.exec(text);
  return last === null ? null : until(endOfMonth(Number(last[2]), Number(last[1])), 'month');
}

/** "vinteren 2023/24": from December of one year to February of the next. */
function readWinter(text: string): ReadDate | null {
  const found = /^(\p{L}+) (\d{4}) ?[/–-] ?(\d{4}|\d{2})$/u.exec(text);
  if (found === null || seasonOf.get(found[1] ?? '') !== 'winter') return null;
  const [from, to] = [Number(found[2]), Number(found[3])];
  return to % 100 === (from + 1) % 100 ? until(endOfMonth(from + 1, lastMonthOf.winter), 'season') : null;
}

function readInWords(text: string, context: SpokenDateContext): ReadDate | null {
  const isBefore = beforePattern.test(text);
  const isTowards = towardsPattern.test(text);
  const bare = text.replace(beforePattern, '').replace(towardsPattern, '');
  const { year, isSaid, rest } = takeYear(bare, context);
  const words = rest.split(' ').filter((word) => word !== '' && !fillers.has(word));
  if (isBefore && !isFeast(words[0], context)) return null;
  const own = readWords(words, { year, isSaid }, context);
  const isPassed = context.isAhead === true && !isSaid && (own?.sortOn ?? context.today) < context.today;
  const read = isPassed ? readWords(words, { year: year + 1, isSaid }, context) : own;
  if (read === null) return null;
  const saysPart = words.some((word) => partOf.has(word));
  return isTowards && !saysPart ? { ...read, precision: 'about' } : read;
}

/** The year that is said last, first or in relation to the interview's, and what else is said. */
function takeYear(text: string, { today }: SpokenDateContext): Year & { readonly rest: string } {
  const own = Number(today.slice(0, 4));
  for (const [pattern, offset] of yearOffsets) {
    if (pattern.test(text)) return { year: own + offset, isSaid: true, rest: text.replace(pattern, ' ').trim() };
  }
  const found = /^(?<rest>.*?) ?(?<year>\d{4})$/u.exec(text) ?? /^(?<year>\d{4}) (?<rest>.*)$/u.exec(text);
  const { year, rest } = found?.groups ?? {};
  return year === undefined ? { year: own, isSaid: false, rest: text } : { year: Number(year), isSaid: true, rest: rest ?? '' };
}

function readWords(words: readonly string[], { year, isSaid }: Year, context: SpokenDateContext): ReadDate | null {
  const [first, second, ...more] = words;
  if (first === undefined) return isSaid ? until(isoDay(year, 12, 31), 'year') : null;
  if (more.length > 0) return null;
  if (second !== undefined) return readPart(first, second, year, context) ?? readShare(first, second, year);
  if (isFeast(first, context)) {
    return feastOf.get(first) === 'easter' ? until(easterMonday(year), 'week') : until(isoDay(year, 12, 24), 'week');
  }
  const month = monthOf(first, context);
  if (month !== undefined) return until(endOfMonth(year, month), 'month');
  const season = seasonOf.get(first);
  // "Last winter" may be any of two.
  if (season === 'winter' && !isSaid) return null;
  if (season !== undefined) return until(endOfMonth(year, lastMonthOf[season]), 'season');
  const part = partOf.get(first);
  if (part !== undefined && isSaid) return until(endOfMonth(year, { early: 4, middle: 8, late: 12 }[part]), 'season');
  return readShare(first.slice(1), first.slice(0, 1), year);
}

/** "the end of April", "tidlig på høsten": a third of a month is given by its last day, a third of a season by its months. */
function readPart(first: string, second: string, year: number, context: SpokenDateContext): ReadDate | null {
  const part = partOf.get(first);
  if (part === undefined) return null;
  const month = monthOf(second, context);
  if (month !== undefined) return until(partOfMonth(part, year, month), 'week');
  const season = seasonOf.get(second);
  if (season === undefined || season === 'winter') return null;
  return until(endOfMonth(year, lastMonthOf[season] - { early: 2, middle: 1, late: 0 }[part]), 'month');
}

function partOfMonth(part: Part, year: number, month: number): string | null {
  return part === 'late' ? endOfMonth(year, month) : isoDay(year, month, part === 'early' ? 10 : 20);
}

/** "2. kvartal", "første halvår", "Q3", "H1". */
function readShare(which: string, of: string, year: number): ReadDate | null {
  const count = ordinalOf.get(which);
  const months = of === 'q' ? 3 : of === 'h' ? 6 : monthsIn.get(of);
  if (count === undefined || months === undefined || count * months > 12) return null;
  return until(endOfMonth(year, count * months), 'season');
}

function isFeast(word: string | undefined, { language }: SpokenDateContext): boolean {
  return word !== undefined && (feastOf.has(word) || (word === 'jul' && language !== 'en'));
}

function monthOf(word: string, { language }: SpokenDateContext): number | undefined {
  return word === 'jul' && language === 'en' ? 7 : monthNumber.get(word);
}
