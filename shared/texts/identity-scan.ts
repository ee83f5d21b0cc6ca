import { words } from './boundaries.ts';
import { characterEdges } from './edge-characters.ts';
import { isEventWord, ordinaryWord } from './identity-words.ts';
import type { TextRange } from './offsets.ts';
import { findPersonalSigns } from './personal-signs.ts';

/** What in a quote may tell who said it. `other` is what somebody marked who read it. */
export const identityKinds = ['name', 'place', 'date', 'employer', 'rare-event', 'dialect', 'number', 'other'] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** Why something was marked. */
export const identityReasons = [
  'written-as-name',
  'person-register',
  'place-register',
  'organisation-register',
  'workplace',
  'phone',
  'email',
  'birth-number',
  'long-number',
  'date',
  'year',
  'age',
  'event',
  'few-say-it',
  'dialect',
  'by-hand',
] as const;
export type IdentityReason = (typeof identityReasons)[number];

/** Which general word may stand instead. */
export const generalWords = [
  'name',
  'municipality',
  'county',
  'place',
  'time',
  'age',
  'workplace',
  'organisation',
  'event',
  'number',
  'email',
  'something',
] as const;
export type GeneralWord = (typeof generalWords)[number];

/** One place in a quote. Offsets count UTF-16 units from its start, the end is exclusive. */
export interface IdentityMark extends TextRange {
  readonly kind: IdentityKind;
  readonly why: IdentityReason;
  readonly general: GeneralWord;
  /** The ordinary word for one of dialect. */
  readonly ordinary: string | null;
}

/** Names that the workspace knows. */
export interface KnownNames {
  readonly persons: readonly string[];
  readonly places: readonly { readonly name: string; readonly general: 'municipality' | 'county' | 'place' }[];
  readonly organisations: readonly string[];
}

export interface IdentityContext {
  readonly language: string;
  readonly known: KnownNames;
  /** How many persons of the project say a word, by `wordKey`; a word that is not in it was not counted. */
  readonly personsSaying: ReadonlyMap<string, number>;
  /** Everybody whose words were counted. */
  readonly persons: number;
  /** A word that fewer persons say is one that few say. */
  readonly threshold: number;
}

/** Of words that only one person says, so many are marked in one quote; the longest. */
const mostRareWords = 2;
/** Among fewer persons nearly every word is one that only one says. */
const fewestPersons = 30;
const shortestRareWord = 7;

/**
 * Finds what may tell who said something: names, places, workplaces, dates and ages, numbers, what happens to few, words that few say,
 * and dialect. A helper for somebody who reads and decides, never a promise that nothing else is there. In the order of the text, never
 * overlapping; edges never lie inside a character.
 */
export function scanIdentity(text: string, context: IdentityContext): IdentityMark[] {
  const edges = characterEdges(text);
  const found: IdentityMark[] = [];
  // A unit of the text each, so that a whole transcript is not looked through again for every name in it.
  const covered = new Uint8Array(text.length);
  const isFree: IsFree = ({ start, end }) => !covered.subarray(start, end).includes(1);
  const put = (mark: IdentityMark): void => {
    const whole = { ...mark, start: edges.before(mark.start), end: edges.after(mark.end) };
    if (whole.end <= whole.start || !isFree(whole)) return;
    covered.fill(1, whole.start, whole.end);
    found.push(whole);
  };
  const parts = words(text, context.language);
  const signs = findPersonalSigns(text);
  for (const mark of numbers(text, signs)) put(mark);
  for (const mark of times(text, signs)) put(mark);
  for (const mark of registered(text, parts, context.known)) put(mark);
  for (const mark of workplaces(text)) put(mark);
  for (const sign of signs)
    if (sign.kind === 'name')
      for (const part of uncovered(sign, parts, isFree))
        put({ ...part, kind: 'name', why: 'written-as-name', general: 'name', ordinary: null });
  for (const mark of ofWords(text, parts, context)) put(mark);
  return found.toSorted((a, b) => a.start - b.start);
}

/** A word as its speakers are counted: in small letters. */
function wordKey(word: string): string {
  return word.normalize('NFC').toLowerCase();
}

/** Words of a text whose speakers are worth counting: those of events, and long ones. In small letters, each once. */
export function wordsToCount(text: string, language: string): string[] {
  const wanted = words(text, language)
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => isEventWord(word) || (word.length >= shortestRareWord && /^[\p{L}\p{M}-]+$/u.test(word)));
  return [...new Set(wanted.map(wordKey))];
}

const signNumbers: Readonly<Record<string, { why: IdentityReason; general: GeneralWord }>> = {
  phone: { why: 'phone', general: 'number' },
  email: { why: 'email', general: 'email' },
  'birth-number': { why: 'birth-number', general: 'number' },
};
// Accounts, licence plates, case numbers.
const longNumber =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{2,3} ?\d{5}|\p{Lu}{3} ?\d{2}[\p{Lu}\d]|\d{4}[ \u00a0.]\d{2}[ \u00a0.]\d{5}|\d{5,})(?![\p{L}\p{N}])/gu;

type Signs = ReturnType<typeof findPersonalSigns>;

function numbers(text: string, signs: Signs): IdentityMark[] {
  const bySign = signs.flatMap(({ kind, start, end }): IdentityMark[] => {
    const as = signNumbers[kind];
    return as === undefined ? [] : [{ start, end, kind: 'number', ...as, ordinary: null }];
  });
  return [...bySign, ...matches(text, longNumber, { kind: 'number', why: 'long-number', general: 'number' })];
}

const months =
  'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|januari|februari|maj|augusti|december|january|february|march|may|june|july|october';
const year = new RegExp(`(?<![\\p{L}\\p{N}.,])(?:(?:${months}) )?(?:19|20)\\d{2}(?:-(?:tallet|talet|åra|årene))?(?![\\p{N}])`, 'giu');
const age =
  /(?<![\p{L}\p{N}])(?:\d{1,3}|\p{L}{2,12})[ -]?(?:års? gam(?:mel|mal|le|al)|år gammal|åring(?:en|er|ar|arna|ene|ane)?|years? old|[ -]year[ -]olds?)(?![\p{L}])/giu;

// "da jeg fylte atten".
const birthday =
  /(?<!\p{L})(?:fylte?|fyller|fyllde|turned) (?:\d{1,3}|(?:femten|femton|seksten|sexton|sytten|sjutton|atten|arton|nitten|nitton|tjue|tjugo|tretti|førti|fyrtio|femti|seksti|sexti|sytti|sjuttio|åtti|nitti|eighteen|twenty|thirty|forty|fifty|sixty|seventy)\p{L}*)(?![\p{L}\p{N}])/giu;

function times(text: string, signs: Signs): IdentityMark[] {
  const dates = signs
    .filter(({ kind }) => kind === 'date')
    .map(({ start, end }): IdentityMark => ({ start, end, kind: 'date', why: 'date', general: 'time', ordinary: null }));
  return [
    ...dates,
    ...[age, birthday].flatMap((form) => matches(text, form, { kind: 'date', why: 'age', general: 'age' })),
    ...matches(text, year, { kind: 'date', why: 'year', general: 'time' }),
  ];
}

function matches(text: string, form: RegExp, as: Pick<IdentityMark, 'kind' | 'why' | 'general'>): IdentityMark[] {
  return [...text.matchAll(form)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length, ...as, ordinary: null }));
}

/** Longest name that is looked for, in words. */
const mostWords = 6;
/** Shorter words with a small letter are words, whatever place is called so. */
const shortestSmallName = 6;

type Known = Pick<IdentityMark, 'kind' | 'why' | 'general'>;

function registered(text: string, parts: readonly TextRange[], known: KnownNames): IdentityMark[] {
  const names = knownNames(known);
  const found: IdentityMark[] = [];
  for (const [at, first] of parts.entries()) {
    for (let last = Math.min(parts.length, at + mostWords) - 1; last >= at; last -= 1) {
      const range = { start: first.start, end: parts[last]?.end ?? first.end };
      const as = named(text.slice(range.start, range.end), names);
      if (as === undefined) continue;
      found.push({ ...range, ...as, ordinary: null });
      break;
    }
  }
  return found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
}

/** The name as it stands, with a genitive s, or as the first part of a longer word with a capital ("Fjordvikskolen"). */
function named(words: string, names: ReadonlyMap<string, Known>): Known | undefined {
  const isSmall = !/^\p{Lu}/u.test(words);
  const name = words.normalize('NFC').toLowerCase();
  const bare = name.replace(/['’]?s['’]?$/u, '');
  if (isSmall && bare.length < shortestSmallName) return undefined;
  const whole = names.get(name) ?? names.get(bare);
  if (whole !== undefined || isSmall || /\s/u.test(name)) return whole;
  for (let length = name.length - 3; length >= 5; length -= 1) {
    const part = names.get(name.slice(0, length));
    if (part?.kind === 'place') return part;
  }
  return undefined;
}

function knownNames({ persons, places, organisations }: KnownNames): ReadonlyMap<string, Known> {
  const names = new Map<string, Known>();
  const add = (name: string, as: Known): void => {
    const key = name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
    if (key.length >= 2 && !names.has(key)) names.set(key, as);
  };
  for (const { name, general } of places) add(name, { kind: 'place', why: 'place-register', general });
  for (const name of organisations) add(name, { kind: 'employer', why: 'organisation-register', general: 'organisation' });
  for (const name of persons) {
    add(name, { kind: 'name', why: 'person-register', general: 'name' });
    for (const part of name.split(/\s+/u))
      if (part.length >= 3 && /^\p{Lu}/u.test(part)) add(part, { kind: 'name', why: 'person-register', general: 'name' });
  }
  return names;
}

// "jobber på fabrikken", "ansatt i Fjordvik bakeri", "works as a teacher": the word itself.
const workplace =
  /(?<!\p{L})(?:jobb(?:er|et|a|ar|ade|at)|arbeid(?:er|de|et|dde)|arbeta(?:r|de|t)|ansatt|anställd|tilsett|work(?:s|ed|ing)?|employed) (?:i|på|hos|ved|vid|som|inom|at|for|by|as|in) (?:(?:det|den|ei|en|et|ett|an?|the) )?(?<where>\p{L}[\p{L}\p{M}-]{3,}(?: \p{Lu}[\p{L}\p{M}-]+)*)/giu;

function workplaces(text: string): IdentityMark[] {
  return [...text.matchAll(workplace)].flatMap((hit): IdentityMark[] => {
    const where = hit.groups?.['where'];
    if (where === undefined) return [];
    const end = hit.index + hit[0].length;
    return [{ start: end - where.length, end, kind: 'employer', why: 'workplace', general: 'workplace', ordinary: null }];
  });
}

type IsFree = (range: TextRange) => boolean;

/** The stretches of words of a range that nothing else covers yet. */
function uncovered(range: TextRange, parts: readonly TextRange[], isFree: IsFree): TextRange[] {
  const stretches: { start: number; end: number; last: number }[] = [];
  for (let at = firstFrom(parts, range.start); at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined || part.end > range.end) break;
    if (!isFree(part)) continue;
    const previous = stretches.at(-1);
    if (previous !== undefined && previous.last === at - 1) Object.assign(previous, { end: part.end, last: at });
    else stretches.push({ start: part.start, end: part.end, last: at });
  }
  return stretches.map(({ start, end }) => ({ start, end }));
}

/** Index of the first part that begins at an offset or behind it. */
function firstFrom(parts: readonly TextRange[], offset: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function ofWords(text: string, parts: readonly TextRange[], context: IdentityContext): IdentityMark[] {
  const { language, personsSaying, persons, threshold } = context;
  const marks: IdentityMark[] = [];
  const rare: IdentityMark[] = [];
  for (const range of parts) {
    const word = text.slice(range.start, range.end);
    const saying = personsSaying.get(wordKey(word));
    const ordinary = ordinaryWord(word, language);
    if (isEventWord(word) && (saying === undefined || saying < threshold))
      marks.push({ ...range, kind: 'rare-event', why: 'event', general: 'event', ordinary: null });
    else if (ordinary !== null) marks.push({ ...range, kind: 'dialect', why: 'dialect', general: 'something', ordinary });
    else if (saying !== undefined && saying <= 1 && persons >= fewestPersons && word.length >= shortestRareWord)
      rare.push({ ...range, kind: 'rare-event', why: 'few-say-it', general: 'something', ordinary: null });
  }
  return [...marks, ...rare.toSorted((a, b) => b.end - b.start - (a.end - a.start)).slice(0, mostRareWords)];
}
