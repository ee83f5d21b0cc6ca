import type { ThemeAlone, ThemePair, Together, TogetherReleased, TogetherUnit } from '../../../../shared/contract/patterns.ts';
import { mayShowAlone, mayShowPair, type DisclosureRule } from '../../../../shared/disclosure/index.ts';
import { ThemeId } from '../../../../shared/model/ids.ts';
import { coOccurrence, segmentMeetings, segmentsOfBoth } from '../../../../shared/statistics/index.ts';
import { personsOfThemes, type PatternMaterial } from './read-material.ts';

/** More themes than this make no table to read. */
const mostThemes = 40;

/** How often each theme is there, how often two are, and the persons behind two; by theme number, the lower first. */
interface Counts {
  readonly single: ArrayLike<number>;
  readonly both: (first: number, second: number) => number;
  readonly persons: (first: number, second: number) => number;
}

/** Persons per pair of themes. */
class PairPersons {
  readonly #themes: number;
  readonly #sets = new Map<number, Set<number>>();

  constructor(themes: number) {
    this.#themes = themes;
  }

  add(first: number, second: number, persons: readonly number[]): void {
    if (persons.length === 0) return;
    const key = Math.min(first, second) * this.#themes + Math.max(first, second);
    const known = this.#sets.get(key) ?? new Set<number>();
    for (const person of persons) known.add(person);
    this.#sets.set(key, known);
  }

  count(first: number, second: number): number {
    return this.#sets.get(first * this.#themes + second)?.size ?? 0;
  }
}

function bySegments({ segments, texts, themeIds }: PatternMaterial): Counts {
  const persons = new PairPersons(themeIds.length);
  const meetings = segmentMeetings(segments, themeIds.length, (first, second, text) =>
    persons.add(first, second, texts[text]?.speakers ?? []),
  );
  return {
    single: meetings.single,
    both: (first, second) => segmentsOfBoth(meetings, themeIds.length, first, second),
    persons: (first, second) => persons.count(first, second),
  };
}

/** The themes of each text, and who speaks in it. */
function byTexts({ segments, texts, themeIds }: PatternMaterial): Counts {
  const inText = texts.map(() => new Set<number>());
  for (const [at, theme] of segments.theme.entries()) inText[segments.text[at] ?? -1]?.add(theme);
  return bySets(inText, themeIds.length, (text) => texts[text]?.speakers ?? []);
}

function byPersons(material: PatternMaterial): Counts {
  const ofPerson = Array.from({ length: material.units.count }, () => new Set<number>());
  for (const [theme, persons] of personsOfThemes(material).entries()) for (const person of persons) ofPerson[person]?.add(theme);
  return bySets(ofPerson, material.themeIds.length, (person) => [person]);
}

function bySets(sets: readonly ReadonlySet<number>[], themes: number, personsOf: (unit: number) => readonly number[]): Counts {
  const single = new Int32Array(themes);
  const pairs = new Int32Array(themes * themes);
  const persons = new PairPersons(themes);
  for (const [unit, set] of sets.entries()) {
    const here = [...set].toSorted((a, b) => a - b);
    for (const [at, first] of here.entries()) {
      single[first] = (single[first] ?? 0) + 1;
      for (const second of here.slice(at + 1)) {
        const place = first * themes + second;
        pairs[place] = (pairs[place] ?? 0) + 1;
        persons.add(first, second, personsOf(unit));
      }
    }
  }
  return {
    single,
    both: (first, second) => pairs[first * themes + second] ?? 0,
    persons: (first, second) => persons.count(first, second),
  };
}

const ways = { segment: bySegments, answer: byTexts, person: byPersons } as const satisfies Record<
  TogetherUnit,
  (material: PatternMaterial) => Counts
>;

/** Which themes meet in segments, texts or persons, the most frequent themes among each other. */
export function countTogether(material: PatternMaterial, unit: TogetherUnit, rule: DisclosureRule): Together {
  const { themeIds, isInLine, units } = material;
  const counts = ways[unit](material);
  const persons = personsOfThemes(material);
  const found = [...themeIds.keys()].filter((theme) => (counts.single[theme] ?? 0) > 0);
  const shown = found.toSorted((a, b) => (counts.single[b] ?? 0) - (counts.single[a] ?? 0) || a - b).slice(0, mostThemes);
  const sizeOf = (theme: number): number => persons[theme]?.size ?? 0;
  const hidden = hiddenThemes(material, shown, sizeOf, rule);
  const met = shown.flatMap((one, at) =>
    shown.slice(at + 1).flatMap((other) => {
      const [first, second] = one < other ? [one, other] : [other, one];
      const both = isInLine(first, second) ? 0 : counts.both(first, second);
      if (both === 0) return [];
      const { jaccard, overlap, isUnequal } = coOccurrence(counts.single[first] ?? 0, counts.single[second] ?? 0, both);
      const behind = counts.persons(first, second);
      const isHidden =
        behind === 0 ||
        // The measures beside it would tell the number of a hidden theme.
        hidden.has(first) ||
        hidden.has(second) ||
        !mayShowPair({ first: sizeOf(first), second: sizeOf(second), both: behind, base: units.count }, rule);
      return [
        {
          first: ThemeId.parse(themeIds[first]),
          second: ThemeId.parse(themeIds[second]),
          both,
          persons: behind,
          jaccard: jaccard ?? 0,
          overlap: overlap ?? 0,
          isUnequal,
          isHidden,
        },
      ];
    }),
  );
  const pairs = withoutNear(material, met, sizeOf, rule);
  const themes = shown.map((theme) => ({
    themeId: ThemeId.parse(themeIds[theme]),
    count: counts.single[theme] ?? 0,
    persons: sizeOf(theme),
    isHidden: hidden.has(theme),
  }));
  return {
    unit,
    persons: units.count,
    threshold: rule.threshold,
    themes,
    leftOut: found.length - shown.length,
    pairs: pairs.toSorted((a, b) => b.both - a.both || b.jaccard - a.jaccard),
    released: unit === 'person' ? releasedOf(material, themes, pairs, rule) : null,
  };
}

/**
 * Themes whose numbers may not stand in print. Under a theme, also those that are a few from it: both stand there, and the few who mention
 * it and nothing of them would be the difference.
 */
function hiddenThemes(
  { isInLine, units }: PatternMaterial,
  themes: readonly number[],
  sizeOf: (theme: number) => number,
  rule: DisclosureRule,
): ReadonlySet<number> {
  const hidden = new Set(themes.filter((theme) => !mayShowAlone(sizeOf(theme), units.count, rule)));
  // The greater of two in a line is kept; the smallest goes last, when it is known what else is shown.
  for (const theme of themes.toSorted((a, b) => sizeOf(b) - sizeOf(a) || a - b)) {
    const isNear = themes.some((other) => {
      const apart = sizeOf(other) - sizeOf(theme);
      return other !== theme && !hidden.has(other) && isInLine(other, theme) && apart > 0 && apart < rule.threshold;
    });
    if (isNear) hidden.add(theme);
  }
  return hidden;
}

/**
 * The same for pairs: with a theme above one of the two, the few who have the pair that way only would be the difference.
 * The greater of two is kept.
 */
function withoutNear(
  { themeIds, isInLine }: PatternMaterial,
  pairs: readonly ThemePair[],
  sizeOf: (theme: number) => number,
  rule: DisclosureRule,
): ThemePair[] {
  const numberOf = new Map<string, number>(themeIds.map((id, at) => [id, at]));
  const isOver = (high: number, low: number): boolean => high === low || (isInLine(high, low) && sizeOf(high) >= sizeOf(low));
  const shown: { readonly one: number; readonly other: number; readonly persons: number }[] = [];
  const hidden = new Set<ThemePair>();
  for (const pair of pairs.filter(({ isHidden }) => !isHidden).toSorted((a, b) => b.persons - a.persons)) {
    const [one, other] = [numberOf.get(pair.first) ?? -1, numberOf.get(pair.second) ?? -1];
    const isNear = shown.some((above) => {
      const apart = above.persons - pair.persons;
      if (apart <= 0 || apart >= rule.threshold) return false;
      return (isOver(above.one, one) && isOver(above.other, other)) || (isOver(above.one, other) && isOver(above.other, one));
    });
    if (isNear) hidden.add(pair);
    else shown.push({ one, other, persons: pair.persons });
  }
  return pairs.map((pair) => (hidden.has(pair) ? { ...pair, isHidden: true } : pair));
}

/** The numbers of persons that may leave. Where nobody has both, that is a number too: it may be hidden. */
function releasedOf(
  { themeIds, isInLine, units }: PatternMaterial,
  themes: readonly ThemeAlone[],
  pairs: readonly ThemePair[],
  rule: DisclosureRule,
): TogetherReleased {
  const numberOf = new Map(themeIds.map((id, at) => [id, at]));
  const keyOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
  const known = new Map(pairs.map((pair) => [keyOf(pair.first, pair.second), pair]));
  const base = units.count;
  return {
    base: base < rule.minimumBase ? null : base,
    themes: themes.map(({ themeId, persons, isHidden }) => ({ themeId, n: isHidden ? null : persons })),
    pairs: themes.flatMap((one, at) =>
      themes.slice(at + 1).flatMap((other): TogetherReleased['pairs'] => {
        const [first, second] = [one.themeId, other.themeId];
        if (isInLine(numberOf.get(first) ?? -1, numberOf.get(second) ?? -1)) return [{ first, second, n: null, isLine: true }];
        const pair = known.get(keyOf(first, second));
        if (pair !== undefined) return [{ first, second, n: pair.isHidden ? null : pair.persons, isLine: false }];
        // That nobody has both tells nothing of a number that is hidden, but with two that stand there how many have neither.
        const isOpen = one.isHidden || other.isHidden || mayShowPair({ first: one.persons, second: other.persons, both: 0, base }, rule);
        return isOpen ? [] : [{ first, second, n: null, isLine: false }];
      }),
    ),
  };
}
