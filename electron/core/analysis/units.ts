import { z } from 'zod';
import type { Statements } from '../db/statements.ts';

/** The persons a table counts, in one order that every column follows. */
export interface Units {
  readonly count: number;
  /** Place of a person by interview and instance, or undefined for records that are not counted. */
  readonly placeOf: (interviewKey: number, instance: number) => number | undefined;
  /** The same, also for earlier interviews of the person, whose answers are not counted but whose words are. */
  readonly personOf: (interviewKey: number, instance: number) => number | undefined;
  readonly versionIds: readonly string[];
  /** Place of each person's wave in `waves`. */
  readonly waveIndex: Int16Array;
  readonly waves: readonly WaveRow[];
}

export const WaveRow = z.object({
  id: z.string(),
  name: z.string(),
  frame_count: z.int().nullable(),
  frame_precision: z.string().nullable(),
});
export type WaveRow = z.infer<typeof WaveRow>;

const InterviewRow = z.object({ key: z.int(), respondent_id: z.string(), wave_id: z.string(), version_id: z.string(), kind: z.string() });
const InstanceRow = z.object({ interview_key: z.int(), instance: z.int() });

/** Interviews whose answers count. Withdrawn persons are out at once. */
export const countedInterviews = `
i.status IN ('partial', 'complete', 'in-check', 'verified') AND NOT EXISTS (SELECT 1 FROM respondent r WHERE r.id = i.respondent_id AND r.withdrawn_at IS NOT NULL)`;

const interviewSql = `
SELECT i.key, i.respondent_id, i.wave_id, i.version_id, i.kind FROM interview i JOIN wave w ON w.id = i.wave_id
WHERE i.project_id = :projectId AND ${countedInterviews} ORDER BY w.ordinal, i.key`;

// The persons of a group are its turns. Where nobody has named them they are told apart by their answers; rounds are no persons.
const instanceSql = `
SELECT t.interview_key, t.instance FROM interview i JOIN turn t ON t.interview_key = i.key AND t.question_key IS NULL
WHERE i.project_id = :projectId AND i.kind = 'group'
UNION SELECT a.interview_key, a.instance FROM interview i JOIN answer a ON a.interview_key = i.key
WHERE i.project_id = :projectId AND i.kind = 'group'
  AND NOT EXISTS (SELECT 1 FROM turn t WHERE t.interview_key = a.interview_key AND (t.question_key IS NULL OR t.instance = a.instance))
ORDER BY 1, 2`;

/** Waves of a project, oldest first. */
export function readWaves(sql: Statements, projectId: string): WaveRow[] {
  return sql.all(WaveRow, 'SELECT id, name, frame_count, frame_precision FROM wave WHERE project_id = :projectId ORDER BY ordinal', {
    projectId,
  });
}

/** More than all persons and rounds that one interview can have come to. */
const instanceRoom = 2 ** 20;

/**
 * The persons of a project. `perWave`: one place per person and wave, for tables of waves; otherwise one place per
 * person, with their latest interview. The persons of a group interview count one by one.
 */
export function readUnits(
  sql: Statements,
  projectId: string,
  options: { readonly waveId: string | null; readonly perWave: boolean },
): Units {
  const waves = readWaves(sql, projectId);
  const inGroups = Map.groupBy(sql.all(InstanceRow, instanceSql, { projectId }), (row) => row.interview_key);
  const chosen = new Map<string, { key: number; instance: number; wave: string; version: string }>();
  const personOfRecord = new Map<number, string>();
  for (const row of sql.all(InterviewRow, interviewSql, { projectId })) {
    if (options.waveId !== null && row.wave_id !== options.waveId) continue;
    const instances = row.kind === 'group' ? (inGroups.get(row.key) ?? []).map(({ instance }) => instance) : [0];
    for (const instance of instances) {
      const person = `${row.respondent_id} ${row.kind === 'group' ? instance : ''} ${options.perWave ? row.wave_id : ''}`;
      personOfRecord.set(row.key * instanceRoom + instance, person);
      chosen.set(person, { key: row.key, instance, wave: row.wave_id, version: row.version_id });
    }
  }
  const units = [...chosen.values()];
  const placeOfPerson = new Map([...chosen.keys()].map((person, place) => [person, place]));
  const places = new Map(units.map((unit, place) => [unit.key * instanceRoom + unit.instance, place]));
  const indexOfWave = new Map(waves.map(({ id }, index) => [id, index]));
  return {
    count: units.length,
    placeOf: (key, instance) => places.get(key * instanceRoom + instance),
    personOf: (key, instance) => placeOfPerson.get(personOfRecord.get(key * instanceRoom + instance) ?? ''),
    versionIds: units.map(({ version }) => version),
    waveIndex: Int16Array.from(units, ({ wave }) => indexOfWave.get(wave) ?? -1),
    waves,
  };
}
