import { z } from 'zod';
import { readCaseWaves, type NamedId } from '../descriptions.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlannedPeople, PlannedPerson } from './plan-people.ts';
import type { PlannedQuestions } from './plan-questions.ts';

/** An interview whose answers are in the file. */
export interface PlannedInterview {
  readonly id: string;
  readonly person: PlannedPerson;
  readonly wave: PlannedWave;
  /** Of one that is here. */
  readonly known: { readonly key: number; readonly versionId: string } | null;
}

export interface PlannedWave {
  readonly id: string;
  readonly name: string;
  readonly isNew: boolean;
}

export interface PlannedInterviews {
  readonly interviews: readonly PlannedInterview[];
  readonly waves: readonly PlannedWave[];
  /** The interview of a person (by GUID of the case) in a wave of the file; null stands for what is of no wave. */
  readonly find: (caseGuid: string, wave: NamedId | null) => PlannedInterview | undefined;
}

const WaveRow = z.object({ id: z.string(), name: z.string() });
const IdRow = z.object({ id: z.string() });
const InterviewRow = z.object({ key: z.int(), id: z.string(), respondent_id: z.string(), wave_id: z.string(), version_id: z.string() });

const interviewSql = `
SELECT i.key, i.id, i.respondent_id, i.wave_id, i.version_id FROM interview i JOIN wave w ON w.id = i.wave_id
WHERE i.project_id = :projectId AND i.status NOT IN ('withdrawn', 'declined') ORDER BY w.ordinal DESC, i.key DESC`;

/** The interviews that the file's answers and texts belong to: those the project has, else new ones. */
export function planInterviews(context: PlanContext, { persons }: PlannedPeople, { variables }: PlannedQuestions): PlannedInterviews {
  const { sql, target, newId } = context;
  const known = Map.groupBy(sql.all(InterviewRow, interviewSql, { projectId: target.projectId }), ({ respondent_id: id }) => id);
  const waves = new Waves(context);
  const waveOf = (guid: string): NamedId | null => context.factsOf(guid)?.wave ?? null;
  const interviews = new Map<string, PlannedInterview>();
  const byPlace = new Map<string, PlannedInterview>();
  for (const person of persons) {
    const wanted = new Map<string, NamedId | null>(readCaseWaves(person.from.description)?.map((wave) => [wave.id, wave]));
    for (const { variable } of person.from.values) {
      const own = variables.get(variable);
      if (own !== undefined) wanted.set(own.wave?.id ?? '', own.wave);
    }
    for (const guid of person.from.sources) wanted.set(waveOf(guid)?.id ?? '', waveOf(guid));
    if (wanted.size === 0) wanted.set('', null);
    // What is of no wave is of the person's latest: that is where it would be looked for the next time.
    let latest: PlannedWave | null = null;
    for (const [key, wave] of [...wanted].toSorted(([, a], [, b]) => Number(a === null) - Number(b === null))) {
      const rows = known.get(person.id) ?? [];
      const planned = wave === null ? null : waves.of(wave);
      const row = planned === null ? rows[0] : rows.find(({ wave_id: id }) => id === planned.id);
      const place: PlannedWave = planned ?? (row === undefined ? (latest ?? waves.latest()) : waves.ofId(row.wave_id));
      latest = place;
      const same = `${person.id} ${place.id}`;
      const interview: PlannedInterview = interviews.get(same) ?? {
        id: row?.id ?? newId(),
        person,
        wave: place,
        known: row === undefined ? null : { key: row.key, versionId: row.version_id },
      };
      interviews.set(same, interview);
      byPlace.set(`${person.from.guid} ${key}`, interview);
    }
  }
  return {
    interviews: [...interviews.values()],
    waves: waves.inOrder(),
    find: (caseGuid, wave) => byPlace.get(`${caseGuid} ${wave?.id ?? ''}`),
  };
}

/** Waves of the project, and those that the file adds. */
class Waves {
  readonly #context: PlanContext;
  readonly #made: PlannedWave[] = [];
  /** The project's latest. */
  readonly #last: PlannedWave | undefined;
  readonly #byId = new Map<string, PlannedWave>();
  readonly #byName = new Map<string, PlannedWave>();
  /** Where the waves stand in the file, by their ids there. */
  readonly #order: ReadonlyMap<string, number>;
  readonly #places = new Map<PlannedWave, number>();

  constructor(context: PlanContext) {
    this.#context = context;
    const { sql, target, file } = context;
    const text = 'SELECT id, name FROM wave WHERE project_id = :projectId ORDER BY ordinal DESC, id';
    const known = sql.all(WaveRow, text, { projectId: target.projectId }).map((wave) => ({ ...wave, isNew: false }));
    for (const wave of known) this.#know(wave, wave.id);
    this.#last = known[0];
    this.#order = new Map(file.project.facts?.waves.map(({ id }, at) => [id, at]));
  }

  /** By id or name, else a new one. */
  of({ id, name }: NamedId): PlannedWave {
    const own = this.#byId.get(id) ?? this.#byName.get(name.toLowerCase());
    if (own !== undefined) return own;
    const isTaken = this.#context.sql.get(IdRow, 'SELECT id FROM wave WHERE id = :id', { id }) !== undefined;
    return this.#make(isTaken ? this.#context.newId() : id, name, id);
  }

  ofId(id: string): PlannedWave {
    return this.#byId.get(id) ?? this.latest();
  }

  /** What the file gives no wave. */
  latest(): PlannedWave {
    return this.#last ?? this.#made[0] ?? this.#make(this.#context.newId(), this.#context.target.name, '');
  }

  /** Those that the file adds, in its order; others come last, as they were met. */
  inOrder(): PlannedWave[] {
    const placeOf = (wave: PlannedWave): number => this.#places.get(wave) ?? this.#order.size;
    return this.#made.toSorted((one, other) => placeOf(one) - placeOf(other));
  }

  #make(id: string, name: string, fileId: string): PlannedWave {
    const wave = { id, name: name.trim() === '' ? this.#context.target.name : name, isNew: true };
    this.#made.push(wave);
    this.#know(wave, fileId);
    const place = this.#order.get(fileId);
    if (place !== undefined) this.#places.set(wave, place);
    return wave;
  }

  /** The first of a name keeps it. */
  #know(wave: PlannedWave, id: string): void {
    this.#byId.set(wave.id, wave).set(id, wave);
    const name = wave.name.toLowerCase();
    if (!this.#byName.has(name)) this.#byName.set(name, wave);
  }
}
