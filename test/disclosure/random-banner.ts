import type { BannerInput, BannerPart } from '../../shared/disclosure/index.ts';

/** Numbers between 0 and 1 that repeat for a seed (Mulberry32). */
export function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One person of a made-up survey. */
export interface Person {
  /** Answers given: one, or any number of several possible ones. */
  readonly answers: readonly number[];
  /** Value of each grouping, or null. */
  readonly groups: readonly (number | null)[];
}

export interface Survey {
  readonly persons: readonly Person[];
  readonly rows: number;
  readonly sizes: readonly number[];
}

/** A survey whose answers depend on the first group, with uneven groups and some persons without a group. */
export function randomSurvey(random: () => number, count: number, rows: number, sizes: readonly number[], several: boolean): Survey {
  const lack = random() < 0.5 ? 0 : 0.08;
  const skew = 1 + 2 * random();
  const pick = (size: number): number => Math.floor(random() ** skew * size);
  const persons = Array.from({ length: count }, (): Person => {
    const groups = sizes.map((size) => (random() < lack ? null : pick(size)));
    const answer = (pick(rows) + (random() < 0.3 ? (groups[0] ?? 0) : 0)) % rows;
    const answers = several ? Array.from({ length: rows }, (_, row) => row).filter(() => random() < 0.35) : [answer];
    return { answers, groups };
  });
  return { persons, rows, sizes };
}

/** The part of a banner with these groupings inside one another; `outer` adds the columns of the outer ones themselves. */
export function partOf({ persons, rows, sizes }: Survey, groupings: readonly number[], outer = false): BannerPart {
  const paths: string[][] = [];
  const walk = (level: number, path: readonly string[]): void => {
    if (level === groupings.length) paths.push([...path]);
    else {
      if (outer && level > 0) paths.push([...path]);
      for (let value = 0; value < (sizes[groupings[level] ?? 0] ?? 0); value += 1) walk(level + 1, [...path, `v${value}`]);
    }
  };
  walk(0, []);
  const isIn = ({ groups }: Person, path: readonly string[]): boolean =>
    path.every((value, level) => `v${groups[groupings[level] ?? 0]}` === value);
  const count = (path: readonly string[], row: number | null): number =>
    persons.filter((person) => isIn(person, path) && (row === null || person.answers.includes(row))).length;
  return {
    groupings: groupings.map((grouping) => `g${grouping}`),
    paths,
    counts: Array.from({ length: rows }, (_, row) => paths.map((path) => count(path, row))),
    columnTotals: paths.map((path) => count(path, null)),
  };
}

export function bannerOf({ persons, rows }: Survey, parts: readonly BannerPart[]): BannerInput {
  const rowTotals = Array.from({ length: rows }, (_, row) => persons.filter(({ answers }) => answers.includes(row)).length);
  return { rowTotals, total: persons.length, parts };
}
