import type { Together, TogetherUnit } from '../../../../shared/contract/patterns.ts';
import { mayShowPair, type DisclosureRule } from '../../../../shared/disclosure/index.ts';
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
  const pairs = shown.flatMap((one, at) =>
    shown.slice(at + 1).flatMap((other) => {
      const [first, second] = one < other ? [one, other] : [other, one];
      const both = isInLine(first, second) ? 0 : counts.both(first, second);
      if (both === 0) return [];
      const { jaccard, overlap, isUnequal } = coOccurrence(counts.single[first] ?? 0, counts.single[second] ?? 0, both);
      const behind = counts.persons(first, second);
      const isHidden =
        behind === 0 ||
        !mayShowPair({ first: persons[first]?.size ?? 0, second: persons[second]?.size ?? 0, both: behind, base: units.count }, rule);
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
  return {
    unit,
    persons: units.count,
    threshold: rule.threshold,
    themes: shown.map((theme) => ({
      themeId: ThemeId.parse(themeIds[theme]),
      count: counts.single[theme] ?? 0,
      persons: persons[theme]?.size ?? 0,
    })),
    leftOut: found.length - shown.length,
    pairs: pairs.toSorted((a, b) => b.both - a.both || b.jaccard - a.jaccard),
  };
}
