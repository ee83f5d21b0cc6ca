import { z } from 'zod';
import type { Statements } from '../db/statements.ts';
import type { MemoryKind } from '../db/table-memory.ts';
import { readGroups, type GroupPersons } from './group-persons.ts';

/** What a table counts, in one order that every column follows: persons, or for tables of rounds the rounds they told of. */
export interface Units {
  readonly count: number;
  /**
   * Places of the units an answer belongs to: one for a person's own answer, all in a group for what it answered together,
   * none for records that are not counted.
   */
  readonly unitsOf: (interviewKey: number, instance: number) => readonly number[];
  /** The same, also for earlier interviews of the person, whose answers are not counted but whose words are. */
  readonly speakersOf: (interviewKey: number, instance: number) => readonly number[];
  /** The interview whose answers outside rounds and persons are each unit's; −1 where there are none, in tables of rounds. */
  readonly interviewKeys: Int32Array;
  readonly versionIds: readonly string[];
  /** The versions that occur, and which of them each unit was asked by. */
  readonly versions: readonly string[];
  readonly versionIndex: Int16Array;
  /** Whose each unit is; persons of a group share one. */
  readonly respondentIds: readonly string[];
  /** Where each unit was interviewed, and about which service; null where it is not recorded. */
  readonly placeIds: readonly (string | null)[];
  readonly serviceIds: readonly (string | null)[];
  /** Some are persons of a group, whose common answers count for each of them. */
  readonly hasShared: boolean;
  /** Place of each unit's wave in `waves`. */
  readonly waveIndex: Int16Array;
  readonly waves: readonly WaveRow[];
}

export const WaveRow = z.object({
  id: z.string(),
  name: z.string(),
  frame_count: z.int().nullable(),
  frame_precision: z.string().nullable(),
  starts_on: z.string().nullable(),
});
export type WaveRow = z.infer<typeof WaveRow>;

const InterviewRow = z.object({
  key: z.int(),
  respondent_id: z.string(),
  wave_id: z.string(),
  version_id: z.string(),
  kind: z.string(),
  place_id: z.string().nullable(),
  service_id: z.string().nullable(),
});
type InterviewRow = z.infer<typeof InterviewRow>;

/** Interviews whose answers count. Withdrawn persons are out at once. */
export const countedInterviews = `
i.status IN ('partial', 'complete', 'in-check', 'verified') AND NOT EXISTS (SELECT 1 FROM respondent r WHERE r.id = i.respondent_id AND r.withdrawn_at IS NOT NULL)`;

const interviewSql = `
SELECT i.key, i.respondent_id, i.wave_id, i.version_id, i.kind, i.place_id, i.service_id FROM interview i JOIN wave w ON w.id = i.wave_id
WHERE i.project_id = :projectId AND ${countedInterviews} ORDER BY w.ordinal, i.key`;

/** Waves of a project, oldest first. */
export function readWaves(sql: Statements, projectId: string): WaveRow[] {
  return sql.all(
    WaveRow,
    'SELECT id, name, frame_count, frame_precision, starts_on FROM wave WHERE project_id = :projectId ORDER BY ordinal',
    { projectId },
  );
}

const nobody: readonly number[] = [];
/** Shared by all interviews of one person: there is nobody to tell apart. */
const nobodyApart = new Map<number, readonly number[]>();

/** Places by interview: of the one person, or of each person in a group. */
interface Seats {
  readonly group: GroupPersons | null;
  /** All, in the order of the group. */
  readonly all: number[];
  readonly byInstance: Map<number, readonly number[]>;
}

/** One person in one interview. */
interface Sitting {
  readonly row: InterviewRow;
  readonly group: GroupPersons | null;
  readonly instance: number;
  /** The same text for the same person in another interview. */
  readonly person: string;
}

function seat(seats: Map<number, Seats>, { row: { key }, group, instance }: Sitting, place: number): void {
  const own = seats.get(key) ?? { group, all: [], byInstance: group === null ? nobodyApart : new Map<number, readonly number[]>() };
  own.all.push(place);
  if (group !== null) own.byInstance.set(instance, [place]);
  seats.set(key, own);
}

/** A person's rounds are the person's own; what a group answered together is every member's. */
function lookUp(seats: ReadonlyMap<number, Seats>): Units['unitsOf'] {
  return (key, instance) => {
    const own = seats.get(key);
    if (own === undefined) return nobody;
    const owner = own.group?.ownerOf(instance) ?? 0;
    return owner === 0 ? own.all : (own.byInstance.get(owner) ?? nobody);
  };
}

/** Who said something, in whichever interview; asked of themes only, and so made when it first is. */
function heardOf(records: readonly Sitting[], placeOf: ReadonlyMap<string, number>): Units['speakersOf'] {
  let find: Units['speakersOf'] | null = null;
  return (key, instance) => {
    if (find === null) {
      const heard = new Map<number, Seats>();
      for (const record of records) seat(heard, record, placeOf.get(record.person) ?? -1);
      find = lookUp(heard);
    }
    return find(key, instance);
  };
}

interface UnitOptions {
  readonly waveId: string | null;
  readonly perWave: boolean;
}

const unitsKind: MemoryKind<Units> = { group: 'units', limit: 4 };

/** Places of texts in the list of those that occur. */
export function indexed(texts: readonly string[]): { readonly distinct: readonly string[]; readonly index: Int16Array } {
  const places = new Map<string, number>();
  const index = Int16Array.from(texts, (text) => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  });
  return { distinct: [...places.keys()], index };
}

/**
 * The persons of a project, remembered until one of them changes. `perWave`: one place per person and wave, for tables of waves; otherwise one place per
 * person, with their latest interview. The persons of a group interview count one by one.
 */
export function readUnits(sql: Statements, projectId: string, options: UnitOptions): Units {
  return sql.remembered(unitsKind, `${projectId} ${options.waveId ?? ''} ${options.perWave ? 'per wave' : ''}`, () =>
    findUnits(sql, projectId, options),
  );
}

function findUnits(sql: Statements, projectId: string, options: UnitOptions): Units {
  const waves = readWaves(sql, projectId);
  const groupOf = readGroups(sql, projectId);
  const records: Sitting[] = [];
  for (const row of sql.all(InterviewRow, interviewSql, { projectId })) {
    if (options.waveId !== null && row.wave_id !== options.waveId) continue;
    const group = row.kind === 'group' ? groupOf(row.key) : null;
    for (const instance of group?.persons ?? [0]) {
      const person = `${row.respondent_id} ${group === null ? '' : instance} ${options.perWave ? row.wave_id : ''}`;
      records.push({ row, group, instance, person });
    }
  }
  // A later record of the same person takes the place of the earlier one.
  const chosen = new Map(records.map((record) => [record.person, record]));
  const units = [...chosen.values()];
  const placeOfPerson = new Map([...chosen.keys()].map((person, place) => [person, place]));
  const counted = new Map<number, Seats>();
  for (const [place, record] of units.entries()) seat(counted, record, place);
  const indexOfWave = new Map(waves.map(({ id }, index) => [id, index]));
  const versionIds = units.map(({ row }) => row.version_id);
  const versions = indexed(versionIds);
  return {
    count: units.length,
    interviewKeys: Int32Array.from(units, ({ row }) => row.key),
    unitsOf: lookUp(counted),
    speakersOf: heardOf(records, placeOfPerson),
    versionIds,
    versions: versions.distinct,
    versionIndex: versions.index,
    respondentIds: units.map(({ row }) => row.respondent_id),
    placeIds: units.map(({ row }) => row.place_id),
    serviceIds: units.map(({ row }) => row.service_id),
    hasShared: units.some(({ instance }) => instance > 0),
    waveIndex: Int16Array.from(units, ({ row }) => indexOfWave.get(row.wave_id) ?? -1),
    waves,
  };
}
