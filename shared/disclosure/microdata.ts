import type { DisclosureRule } from './table.ts';

/** One column of data person by person: equal numbers are equal values. */
export type MicrodataColumn = ArrayLike<number>;

/** Persons that nobody can tell apart by what others know of them. */
export interface LikeGroup {
  /** Places of the persons. */
  readonly persons: readonly number[];
}

/** A sensitive item on which all in some group of likes gave one and the same answer: whoever knows that somebody is in it knows the answer. */
export interface OneAnswer {
  /** Place in the sensitive columns. */
  readonly item: number;
  /** Groups, and the persons in them. */
  readonly groups: number;
  readonly persons: number;
}

export interface MicrodataCheck {
  readonly records: number;
  readonly groups: number;
  /** k: persons in the smallest group of likes; 0 without records. */
  readonly smallest: number;
  /** Persons in groups under the threshold, and under the minimum base. */
  readonly underThreshold: number;
  readonly underMinimum: number;
  /** Persons who are like nobody else here, in the order of the data. */
  readonly uniques: readonly number[];
  /** More than 15 % of everybody was asked: unique here is as good as unique among all. */
  readonly isNearlyEverybody: boolean;
  /** Items with l = 1 in some group of two or more. */
  readonly oneAnswer: readonly OneAnswer[];
}

/** Above this part of everybody, who is unique in the data counts as unique among all: those around know who was asked. */
const sampleShare = 0.15;

/** Groups of persons who are equal on every column, in the order in which they first come. */
export function likeGroups(records: number, columns: readonly MicrodataColumn[]): LikeGroup[] {
  let groupOf = new Int32Array(records);
  for (const column of columns) {
    const places = new Map<string, number>();
    groupOf = groupOf.map((group, person) => {
      const key = `${group} ${column[person]}`;
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      return place;
    });
  }
  const persons = new Map<number, number[]>();
  for (const [person, group] of groupOf.entries()) {
    const own = persons.get(group);
    if (own === undefined) persons.set(group, [person]);
    else own.push(person);
  }
  return [...persons.values()].map((own) => ({ persons: own }));
}

/**
 * What data person by person give away of whom: k-anonymity over what others may know (Samarati & Sweeney 1998), l-diversity of each sensitive item
 * (Machanavajjhala et al. 2007: a group with one answer tells it of each in it), and those who are like nobody.
 * @param sensitive columns with a negative number where there is no answer
 * @param frame persons who could have been asked; null when it is not known
 */
export function microdataCheck(
  data: { readonly records: number; readonly known: readonly MicrodataColumn[]; readonly sensitive: readonly MicrodataColumn[] },
  rule: DisclosureRule,
  frame: number | null,
): MicrodataCheck {
  const { records, known, sensitive } = data;
  const groups = likeGroups(records, known);
  const sizes = groups.map(({ persons }) => persons.length);
  const within = (limit: number): number => sizes.filter((size) => size < limit).reduce((sum, size) => sum + size, 0);
  return {
    records,
    groups: groups.length,
    smallest: records === 0 ? 0 : sizes.reduce((least, size) => Math.min(least, size), records),
    underThreshold: within(rule.threshold),
    underMinimum: within(rule.minimumBase),
    uniques: groups.flatMap(({ persons }) => (persons.length === 1 ? persons : [])),
    isNearlyEverybody: frame !== null && frame > 0 && records / frame > sampleShare,
    oneAnswer: sensitive.flatMap((column, item): OneAnswer[] => {
      const same = groups.filter(({ persons }) => persons.length > 1 && isOneAnswer(persons, column));
      const persons = same.reduce((sum, group) => sum + group.persons.length, 0);
      return same.length === 0 ? [] : [{ item, groups: same.length, persons }];
    }),
  };
}

function isOneAnswer(persons: readonly number[], column: MicrodataColumn): boolean {
  const first = column[persons[0] ?? 0] ?? -1;
  return first >= 0 && persons.every((person) => column[person] === first);
}
