import type { RegisterChange } from '../../../../shared/contract/place-rows.ts';
import { placeName, PlaceRegister, type Place, type PlaceChange } from '../../../../shared/model/place-lineage/index.ts';
import type { Statements } from '../../db/statements.ts';
import type { RegisterRows } from './register-files.ts';

/** What a register would change in a workspace. Nothing is ever taken away: what is only here stays. */
export interface RegisterPlan {
  readonly rows: RegisterRows;
  readonly newPlaces: readonly Place[];
  readonly changedPlaces: readonly { readonly before: Place; readonly after: Place }[];
  readonly newChanges: readonly PlaceChange[];
  readonly changedChanges: readonly PlaceChange[];
  readonly same: number;
}

const mostExamples = 40;

/** Holds a register against the places of a workspace. A place is the same when country, kind, code and first day are. */
export function planUpdate(here: PlaceRegister, rows: RegisterRows): RegisterPlan {
  const known = new Map(here.places.map((place) => [identityOf(place), place]));
  const ids = new Map(rows.places.map((place) => [place.id, known.get(identityOf(place))?.id ?? place.id]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const incoming = rows.places.map((place) => ({
    ...place,
    id: idOf(place.id),
    parentId: place.parentId === null ? null : idOf(place.parentId),
  }));
  const newPlaces = incoming.filter((place) => here.place(place.id) === undefined);
  const changedPlaces = incoming.flatMap((after) => {
    const before = here.place(after.id);
    return before === undefined || isSame(before, after) ? [] : [{ before, after }];
  });
  const changes = changesOf(here, rows, idOf);
  const same = incoming.length - newPlaces.length - changedPlaces.length;
  return { rows, newPlaces, changedPlaces, ...changes, same };
}

/** Writes what was planned, in the operation of the caller. Notes stay as they are. */
export function writeUpdate(sql: Statements, { rows, newPlaces, changedPlaces, newChanges, changedChanges }: RegisterPlan): void {
  const { source } = rows.file;
  for (const one of newPlaces) {
    const { id, kind, code, name } = one;
    sql.insert('place', {
      id,
      kind,
      country_code: one.countryCode,
      code,
      name,
      parent_id: one.parentId,
      valid_from: one.validFrom,
      valid_to: one.validTo,
      source,
    });
  }
  for (const { after } of changedPlaces) {
    const { id, name, parentId, validTo } = after;
    sql.run('UPDATE place SET name = :name, parent_id = :parentId, valid_to = :validTo, source = :source WHERE id = :id', {
      id,
      name,
      parentId,
      validTo,
      source,
    });
  }
  for (const { id, fromId, toId, on, kind, extent, note } of newChanges) {
    sql.insert('place_change', { id, from_place_id: fromId, to_place_id: toId, changed_on: on, kind, extent, source, note: note ?? null });
  }
  for (const { id, kind, extent } of changedChanges) {
    sql.run('UPDATE place_change SET kind = :kind, extent = :extent, source = :source WHERE id = :id', { id, kind, extent, source });
  }
}

/** A plan as it is shown before it is carried out. */
export function describePlan({ rows, newPlaces, changedPlaces, newChanges, changedChanges, same }: RegisterPlan): RegisterChange {
  const { file } = rows;
  const examples: RegisterChange['examples'] = [
    ...changedPlaces.map(({ before, after }) => ({ what: whatOf(before, after), place: placeName(after), before: placeName(before) })),
    ...newPlaces.map((place) => ({ what: 'new' as const, place: placeName(place), before: null })),
  ];
  return {
    country: file.country.code,
    name: file.country.name,
    asOf: file.asOf,
    source: file.source,
    licence: file.licence,
    newPlaces: newPlaces.length,
    changedPlaces: changedPlaces.length,
    newChanges: newChanges.length,
    changedChanges: changedChanges.length,
    same,
    examples: examples.slice(0, mostExamples),
  };
}

function changesOf(here: PlaceRegister, rows: RegisterRows, idOf: (id: string) => string) {
  const known = new Map([...here.changes, ...here.restorations].map((change) => [linkOf(change), change]));
  const newChanges: PlaceChange[] = [];
  const changedChanges: PlaceChange[] = [];
  for (const change of rows.changes) {
    const moved = { ...change, fromId: idOf(change.fromId), toId: idOf(change.toId) };
    const before = known.get(linkOf(moved));
    if (before === undefined) newChanges.push(moved);
    else if (before.kind !== moved.kind || before.extent !== moved.extent) changedChanges.push({ ...moved, id: before.id });
  }
  return { newChanges, changedChanges };
}

function whatOf(before: Place, after: Place): RegisterChange['examples'][number]['what'] {
  if (before.validTo === null && after.validTo !== null) return 'ended';
  return before.name === after.name ? 'changed' : 'renamed';
}

function isSame(a: Place, b: Place): boolean {
  return a.name === b.name && a.validTo === b.validTo && a.parentId === b.parentId;
}

function identityOf({ countryCode, kind, code, validFrom }: Place): string {
  return code === null ? '' : `${countryCode} ${kind} ${code} ${validFrom ?? ''}`;
}

function linkOf({ fromId, toId, on }: PlaceChange): string {
  return `${fromId} ${toId} ${on}`;
}
