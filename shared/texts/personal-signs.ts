import { z } from 'zod';
import { capitalWords, startingWords } from './starting-words.ts';

/** What in a text may tell who somebody is. `name` is a word written as names are: people, but places and workplaces too. */
export const PersonalSignKind = z.enum(['name', 'phone', 'email', 'birth-number', 'date']);
export type PersonalSignKind = z.infer<typeof PersonalSignKind>;

/** One place in a text. Offsets count UTF-16 units, the end is exclusive. */
export interface PersonalSign {
  readonly kind: PersonalSignKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const months =
  'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|januari|februari|maj|augusti|december|january|february|march|may|june|july|october|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|des|dec';

/** What stands between the groups of a number: blanks, also those that hold a line together, or a hyphen. */
const blank = String.raw`[ \u00a0\u2009\u202f]`;
const gap = String.raw`[ \u00a0\u2009\u202f-]`;
/** Not inside a longer number; "Tlf.912 34 567" is one, "3,14" and "2.0.1" go on. */
const numberStart = String.raw`(?<!\p{N}|\p{N}[.,])`;
const numberEnd = String.raw`(?!\p{N})`;
/** Norwegian: eight digits, grouped in any of the usual ways. Two years after each other are none. */
const eightDigits = String.raw`(?:[2-9]\d{7}|[2-9]\d(?:${gap}\d{2}){3}|[2-9]\d{2}${gap}\d{2}${gap}\d{3}|[2-9]\d{2}${gap}\d{3}${gap}\d{2}|[49]\d{3}${blank}\d{4})`;

function number(form: string, start = numberStart): RegExp {
  return new RegExp(`${start}(?:${form})${numberEnd}`, 'gu');
}

/** What has a form of its own, best known first: a later one is not looked for inside an earlier one. */
const forms: readonly (readonly [kind: PersonalSignKind, form: RegExp])[] = [
  ['email', /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  // Norwegian: day (+40 for a D number), month (+40 or +80 in made-up ones), year, five digits. The check digits are not asked for: a
  // slip of the pen hides nobody.
  [
    'birth-number',
    number(
      String.raw`(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:\.|${blank})?(?:[048][1-9]|[159][0-2])(?:\.|${blank})?\d{2}${gap}?\d{3}${blank}?\d{2}`,
    ),
  ],
  // Swedish: year, month, day (+60 for a coordination number), four digits.
  [
    'birth-number',
    number(String.raw`(?:19|20)?\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:[-+]|${blank})?\d{4}`),
  ],
  ['date', /(?<!\p{N}|\p{N}[.,])(?:[0-2]?\d|3[01])[./]\s?(?:0?[1-9]|1[0-2])[./]\s?(?:19|20)?\d{2}(?![\p{N}])/gu],
  ['date', /(?<!\p{N}|\p{N}[.,])(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\p{N}])/gu],
  [
    'date',
    new RegExp(
      `(?<![\\p{N}])(?:[0-2]?\\d|3[01])(?:\\.|st|nd|rd|th|:a|:e)? (?:${months})(?:\\.? (?:19|20)\\d{2})?(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  ],
  ['phone', number(String.raw`(?:\+|00)47${gap}?${eightDigits}`)],
  // Any other country.
  ['phone', number(String.raw`(?:\+|00)[1-9]\d{0,2}(?:${gap}?\(0\))?(?:${gap}?\d){7,11}`)],
  ['phone', number(eightDigits, String.raw`(?<!\p{N}|\p{N}[.,]|[+-])`)],
  // Swedish: area and number, eight to ten digits in all.
  ['phone', number(String.raw`0[1-9](?:${gap}?\d){6,8}`, String.raw`(?<!\p{N}|\p{N}[.,]|\+)`)],
];

const nameWord = String.raw`\p{Lu}(?:['’]\p{Lu})?[\p{Ll}\p{M}]+(?:(?:['’-]\p{Lu}?|\p{Lu})[\p{Ll}\p{M}]+)*`;
const nameForm = new RegExp(`${nameWord}(?: (?:(?:van|von|de|af|av) )?${nameWord})*`, 'gu');

/**
 * Finds what may tell who somebody is: numbers and addresses by their form, names by the way they are written. A word with a capital
 * inside a sentence is one; at the beginning of a sentence only if it stands inside one elsewhere, or two such words follow each other.
 * A helper for somebody who reads, never a promise that nothing else is there. In the order of the text, never overlapping.
 */
export function findPersonalSigns(text: string): PersonalSign[] {
  const found: PersonalSign[] = [];
  for (const [kind, form] of forms) {
    const known = found.toSorted((a, b) => a.start - b.start);
    for (const hit of text.matchAll(form)) {
      const sign = { kind, start: hit.index, end: hit.index + hit[0].length, text: hit[0] };
      if (!touches(known, sign)) found.push(sign);
    }
  }
  const known = found.toSorted((a, b) => a.start - b.start);
  for (const sign of findNames(text)) if (!touches(known, sign)) found.push(sign);
  return found.toSorted((a, b) => a.start - b.start);
}

/** Whether one of the signs, sorted by their start and apart from each other, overlaps another. */
function touches(sorted: readonly PersonalSign[], { start, end }: PersonalSign): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (sorted[low]?.start ?? Number.POSITIVE_INFINITY) < end;
}

function findNames(text: string): PersonalSign[] {
  const inside: PersonalSign[] = [];
  const begins: PersonalSign[] = [];
  const known = new Set<string>();
  for (const hit of text.matchAll(nameForm)) {
    const isBeginning = beginsSentence(text, hit.index);
    const [first = ''] = hit[0].split(' ');
    // "Even" begins sentences in English, and is a name where it stands inside one.
    if (isBeginning && startingWords.has(first.toLowerCase()))
      begins.push({ kind: 'name', start: hit.index, end: hit.index + first.length, text: first });
    const sign = withoutStartingWord({ kind: 'name', start: hit.index, end: hit.index + hit[0].length, text: hit[0] }, isBeginning);
    if (sign === null || (sign.start > 0 && /[\p{L}\p{N}]/u.test(text.charAt(sign.start - 1)))) continue;
    // Two words with capitals at the beginning of a sentence: a whole name, since the first is no word that sentences begin with.
    if (isBeginning && sign.start === hit.index && !sign.text.includes(' ')) begins.push(sign);
    else {
      inside.push(sign);
      for (const word of sign.text.split(' ')) known.add(bare(word));
    }
  }
  return [...inside, ...begins.filter((sign) => known.has(bare(sign.text)))];
}

/** "Karis" is Kari's. */
function bare(word: string): string {
  return word.replace(/s$/u, '');
}

/** Without "Da" of "Da Kari kom", and without "NAV" wherever it stands; null when nothing else is left. */
function withoutStartingWord(sign: PersonalSign, isBeginning: boolean): PersonalSign | null {
  let from = 0;
  for (;;) {
    const space = sign.text.indexOf(' ', from);
    const word = sign.text.slice(from, space === -1 ? undefined : space).toLowerCase();
    if (!capitalWords.has(word) && !(isBeginning && from === 0 && startingWords.has(word)))
      return from === 0 ? sign : { ...sign, start: sign.start + from, text: sign.text.slice(from) };
    if (space === -1) return null;
    from = space + 1;
  }
}

/** Whether a word stands where any word has a capital: first in a line, after a stop, a colon or an opening sign. */
function beginsSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[ \t"'«»“”„‘’([*–—-]/u.test(text.charAt(before))) before -= 1;
  return before < 0 || /[.!?:;…\n>\]]/u.test(text.charAt(before));
}
