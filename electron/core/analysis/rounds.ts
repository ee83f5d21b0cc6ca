import { z } from 'zod';
import type { Statements } from '../db/statements.ts';
import type { QuestionForm } from './questions.ts';
import type { Units } from './units.ts';

const RoundRow = z.object({ interview_key: z.int(), instance: z.int() });

// The cross join keeps the order: interviews of the project first, then each one's turns by its index.
const roundSql = `
SELECT t.interview_key, t.instance FROM interview i CROSS JOIN turn t ON t.interview_key = i.key
WHERE i.project_id = :projectId AND t.question_key IN (SELECT value FROM json_each(:repeats)) ORDER BY i.key, t.instance`;

/** A round of a repeat with the persons whose it is: one, or a whole group. */
export interface Round {
  readonly interviewKey: number;
  readonly instance: number;
  readonly persons: readonly number[];
}

/** The rounds in which a variable was asked of the persons counted, in the order they were entered. */
export function readRounds(sql: Statements, projectId: string, units: Units, forms: readonly QuestionForm[]): Round[] {
  const repeats = forms.flatMap(({ repeat }) => (repeat === null ? [] : [repeat.key]));
  if (repeats.length === 0) return [];
  return sql
    .all(RoundRow, roundSql, { projectId, repeats: JSON.stringify(repeats) })
    .flatMap(({ interview_key: interviewKey, instance }) => {
      const persons = units.unitsOf(interviewKey, instance);
      return persons.length === 0 ? [] : [{ interviewKey, instance, persons }];
    });
}

/** Rounds as the units of a table. A round that a group told of together is one of each of its persons. */
export interface RoundUnits extends Units {
  /** Place of the person each round is of, in the units of persons. */
  readonly personOf: Int32Array;
}

/** Makes rounds the units of a table, each with the facts of its person. */
export function roundUnits(persons: Units, rounds: readonly Round[]): RoundUnits {
  const places = new Map<number, Map<number, number[]>>();
  const personOf: number[] = [];
  for (const { interviewKey, instance, persons: own } of rounds) {
    const here = places.get(interviewKey) ?? new Map<number, number[]>();
    here.set(
      instance,
      own.map((person) => personOf.push(person) - 1),
    );
    places.set(interviewKey, here);
  }
  const unitsOf = (key: number, instance: number): readonly number[] => places.get(key)?.get(instance) ?? [];
  return {
    count: personOf.length,
    unitsOf,
    speakersOf: unitsOf,
    interviewKeys: new Int32Array(personOf.length).fill(-1),
    versionIds: personOf.map((person) => persons.versionIds[person] ?? ''),
    versions: persons.versions,
    versionIndex: Int16Array.from(personOf, (person) => persons.versionIndex[person] ?? -1),
    respondentIds: personOf.map((person) => persons.respondentIds[person] ?? ''),
    placeIds: personOf.map((person) => persons.placeIds[person] ?? null),
    serviceIds: personOf.map((person) => persons.serviceIds[person] ?? null),
    hasShared: persons.hasShared,
    waveIndex: Int16Array.from(personOf, (person) => persons.waveIndex[person] ?? -1),
    waves: persons.waves,
    personOf: Int32Array.from(personOf),
  };
}
