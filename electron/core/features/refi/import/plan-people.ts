import { z } from 'zod';
import { Name } from '../../../../../shared/model/text.ts';
import { createCodeGiver } from '../../exchange/respondent-codes.ts';
import { idOf } from '../../codebook/exchange/guid.ts';
import type { RefiCase } from '../refi-project.ts';
import { assignIds, isOutSql, newTally, type PlanContext, type Tally } from './plan-context.ts';

/** Somebody who made something in the file. `id` of somebody new is what they get. */
export interface PlannedActor {
  readonly id: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly isConsensus: boolean;
}

/** A person of the file. */
export interface PlannedPerson {
  readonly id: string;
  readonly code: string;
  readonly isNew: boolean;
  readonly from: RefiCase;
}

export interface PlannedPeople {
  /** By GUID of the file's user. */
  readonly actors: ReadonlyMap<string, PlannedActor>;
  readonly persons: readonly PlannedPerson[];
  readonly personTally: Tally;
  /** GUIDs of the cases that are not taken in: of people who have withdrawn here. */
  readonly withdrawn: ReadonlySet<string>;
}

const ActorRow = z.object({ id: z.string(), name: z.string(), is_consensus: z.int() });
const RespondentRow = z.object({ id: z.string(), code: z.string(), is_out: z.int() });

/** Who coded and wrote: the same by id or name, else somebody new. And whose words they are: the same by id or code, else somebody new. */
export function planPeople(context: PlanContext): PlannedPeople {
  return { ...planActors(context), ...planPersons(context) };
}

/** What becomes of the file's users: who has neither coded nor written anything that comes in is not made. @param needed ids */
export function tallyActors({ actors }: PlannedPeople, needed: ReadonlySet<string>): Tally {
  const tally = newTally();
  for (const { id, isNew } of actors.values()) tally[isNew ? (needed.has(id) ? 'made' : 'left') : 'same'] += 1;
  return tally;
}

function planActors({ sql, file: { project } }: PlanContext): Pick<PlannedPeople, 'actors'> {
  const known = sql.all(ActorRow, 'SELECT id, name, is_consensus FROM actor ORDER BY id');
  const actors = new Map<string, PlannedActor>();
  for (const { guid, name, isConsensus } of project.users) {
    const id = idOf('actor', guid);
    const own =
      known.find((actor) => actor.id === id) ??
      known.find((actor) => (isConsensus ? actor.is_consensus === 1 : actor.is_consensus === 0 && isSameName(actor.name, name)));
    const fresh = { id, name: name.trim() === '' ? '?' : name.trim().slice(0, 200).toWellFormed(), isNew: true, isConsensus };
    actors.set(guid, own === undefined ? fresh : { id: own.id, name: own.name, isNew: false, isConsensus: own.is_consensus === 1 });
  }
  return { actors };
}

function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

function isSameName(one: string, other: string): boolean {
  return nameKey(one) !== '' && nameKey(one) === nameKey(other);
}

const respondentSql = `SELECT r.id, r.code, ${isOutSql} AS is_out FROM respondent r WHERE r.project_id = :projectId ORDER BY r.code, r.id`;
// Whoever has withdrawn has done so wherever the file goes.
const outSql = `SELECT r.id FROM respondent r WHERE r.id IN (SELECT value FROM json_each(:ids)) AND ${isOutSql}`;
const IdRow = z.object({ id: z.string() });

function planPersons(context: PlanContext): Omit<PlannedPeople, 'actors'> {
  const { sql, target, codes, found, file } = context;
  const { cases } = file.project;
  const known = sql.all(RespondentRow, respondentSql, { projectId: target.projectId });
  const ids = assignIds(
    context,
    'respondent',
    cases.map(({ guid }) => guid),
  );
  const guids = JSON.stringify(cases.map(({ guid }) => idOf('respondent', guid)));
  const out = new Set(sql.all(IdRow, outSql, { ids: guids }).map(({ id }) => id));
  const byId = new Map(known.map((row) => [row.id, row]));
  const byCode = new Map(known.map((row) => [nameKey(row.code), row] as const).toReversed());
  const giveCode = createCodeGiver(known.map(({ code }) => code));
  const tally = newTally();
  const withdrawn = new Set<string>();
  const taken = new Set<string>();
  const persons = cases.flatMap((from): PlannedPerson[] => {
    const assigned = ids.get(from.guid);
    const named = codes === 'file' && nameKey(from.name) !== '' ? byCode.get(nameKey(from.name)) : undefined;
    const own = assigned?.isKnown === true ? byId.get(assigned.id) : named;
    if (own?.is_out === 1 || out.has(idOf('respondent', from.guid))) {
      withdrawn.add(from.guid);
      found.add('withdrawn', from.line);
      tally.left += 1;
      return [];
    }
    const id = own?.id ?? assigned?.id ?? context.newId();
    if (taken.has(id)) {
      found.add('reference', from.line, from.name);
      tally.left += 1;
      return [];
    }
    taken.add(id);
    if (own !== undefined) {
      tally.same += 1;
      return [{ id, code: own.code, isNew: false, from }];
    }
    tally.made += 1;
    return [{ id, code: codeFor(context, from, giveCode), isNew: true, from }];
  });
  return { persons, personTally: tally, withdrawn };
}

function codeFor({ codes, found }: PlanContext, { name, line }: RefiCase, giveCode: (fromFile: string | null) => string): string {
  const wanted = codes === 'file' ? (Name.safeParse(name.replaceAll(/\s+/gu, ' ')).data ?? null) : null;
  const code = giveCode(wanted);
  // A name that gives way to a code is not told again.
  if (codes === 'new') found.add('new-code', line, code);
  else if (wanted === null) found.add('name-missing', line, code);
  else if (code !== wanted) found.add('code-taken', line, `${wanted} → ${code}`);
  return code;
}

/** Whether a file's names of persons can be codes: short, with a digit or without blanks. Names of people are none. */
export function looksLikeCodes(names: readonly string[]): boolean {
  return names.length > 0 && names.every((name) => /^[\p{L}\p{N}_.#/-]{0,12} ?[\p{N}][\p{L}\p{N}_.-]{0,11}$/u.test(name.trim()));
}
