import { keyOf, type FileChange, type FilePlace, type RegisterFile } from '../../shared/model/place-lineage/index.ts';
import { boundaryMoves, counties, restored } from './declared.ts';
import type { CodeChange, CodeList } from './ssb-facts.ts';

/** The register begins the day of the last change before the user-experience centre's first project. */
const knownFrom = '1995-01-01';
const firstVersion = '2013-01-01';

interface Opened {
  readonly name: string;
  readonly from: string | undefined;
}

/** The Norwegian register from one list of codes and the changes before and after it. @throws Error when they contradict each other */
export function compileNorway(first: CodeList, changes: readonly CodeChange[]): RegisterFile {
  const known = changes.filter((change) => change.on > knownFrom);
  const { places, links } = replay(stateAt(knownFrom, first, known), known);
  const countyPlaces = counties.map(([code, name, from, to]) => filePlace(code, name, from ?? undefined, to ?? undefined));
  const municipalities = places.map((place) => ({ ...place, county: keyOf(countyOf(place, countyPlaces)) }));
  return {
    format: 'rost-places/1',
    country: { code: 'NO', name: 'Norge' },
    knownFrom,
    asOf: '2024-01-01',
    source: 'SSB, Klass 131 (2024)',
    licence: 'Statistisk sentralbyrå (SSB), NLOD / CC BY 4.0',
    counties: countyPlaces,
    municipalities,
    changes: [...countyLinks(known, countyPlaces), ...links, ...declaredLinks(municipalities)],
  };
}

/** Undoes changes from the first version back to the beginning. */
function stateAt(day: string, first: CodeList, changes: readonly CodeChange[]): Map<string, Opened> {
  const state = new Map(first);
  const earlier = changes.filter((change) => change.on > day && change.on <= firstVersion);
  const days = [...new Set(earlier.map((change) => change.on))].toSorted((a, b) => (a < b ? 1 : -1));
  for (const on of days) {
    const today = earlier.filter((change) => change.on === on);
    for (const { newCode } of today) state.delete(newCode);
    for (const { oldCode, oldName } of today) state.set(oldCode, oldName);
  }
  return new Map([...state].map(([code, name]) => [code, { name, from: undefined }]));
}

/** Carries changes out from the beginning, closing and opening places. */
function replay(state: Map<string, Opened>, changes: readonly CodeChange[]): { places: FilePlace[]; links: FileChange[] } {
  const places: FilePlace[] = [];
  const links: FileChange[] = [];
  for (const [on, today] of Map.groupBy(changes, (change) => change.on)) {
    links.push(...today.map((change) => link(change, today, state)));
    for (const code of new Set(today.map((change) => change.oldCode))) {
      const ended = state.get(code);
      if (ended === undefined) throw new Error(`${on}: ${code} changes but was not there`);
      places.push(filePlace(code, ended.name, ended.from, on));
      state.delete(code);
    }
    for (const { newCode, newName } of today) state.set(newCode, { name: newName, from: on });
  }
  for (const [code, open] of state) places.push(filePlace(code, open.name, open.from, undefined));
  return { places: places.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)), links };
}

/** The list does not say how much went over: one old code with several new ones on a day went in parts, everything else whole. */
function link(change: CodeChange, today: readonly CodeChange[], state: ReadonlyMap<string, Opened>): FileChange {
  const { on, oldCode, newCode } = change;
  const isPart = goesSeveralWays(oldCode, today);
  const others = today.filter((other) => other.newCode === newCode && other.oldCode !== oldCode);
  const base = { from: keyOf({ code: oldCode, from: state.get(oldCode)?.from }), to: keyOf({ code: newCode, from: on }), on };
  if (isPart) return { ...base, kind: 'split', extent: 'part' };
  if (others.length === 0) return { ...base, kind: isNothingNew(change) ? 'boundary' : 'renumber', extent: 'whole' };
  const onlyGrew = oldCode === newCode && others.every((other) => goesSeveralWays(other.oldCode, today));
  return { ...base, kind: onlyGrew ? 'boundary' : 'merge', extent: 'whole' };
}

function goesSeveralWays(code: string, today: readonly CodeChange[]): boolean {
  return today.filter((other) => other.oldCode === code).length > 1;
}

/** A change in which neither code nor name changed can only be about the boundary. */
function isNothingNew(change: CodeChange): boolean {
  return change.oldCode === change.newCode && change.oldName === change.newName;
}

/** Counties follow their municipalities: whole where all of them went the same way, in parts where they did not. */
function countyLinks(changes: readonly CodeChange[], places: readonly FilePlace[]): FileChange[] {
  const links: FileChange[] = [];
  for (const [on, today] of Map.groupBy(changes, (change) => change.on)) {
    const ways = new Set(today.map((change) => `${change.oldCode.slice(0, 2)} ${change.newCode.slice(0, 2)}`));
    const crossing = [...ways].map((way) => way.split(' ')).filter(([from, to]) => from !== to);
    for (const [from = '', to = ''] of crossing) {
      const [old, next] = [placeOn(places, from, before(on)), placeOn(places, to, on)];
      const base = { from: keyOf(old), to: keyOf(next), on };
      const isEnd = old.to === on;
      const isPart = !isEnd || crossing.filter(([other]) => other === from).length > 1;
      const sources = crossing.filter(([, other]) => other === to).length;
      if (next.from !== on || !isEnd) links.push({ ...base, kind: 'boundary', extent: 'part' });
      else links.push({ ...base, kind: isPart ? 'split' : sources > 1 ? 'merge' : 'renumber', extent: isPart ? 'part' : 'whole' });
    }
  }
  return links;
}

function declaredLinks(places: readonly FilePlace[]): FileChange[] {
  const moves = boundaryMoves.map(({ from, to, on, note }): FileChange => ({
    from: keyOf(placeOn(places, from, before(on))),
    to: keyOf(placeOn(places, to, on)),
    on,
    kind: 'boundary',
    extent: 'part',
    note,
  }));
  const back = restored.map(({ from, to, on, kind, note }): FileChange => ({
    from: keyOf(lastOf(places, from)),
    to: keyOf(placeOn(places, to, on)),
    on,
    kind,
    extent: 'whole',
    note,
  }));
  return [...back, ...moves];
}

function countyOf(place: FilePlace, all: readonly FilePlace[]): FilePlace {
  // The first two digits of a municipality's number are its county's.
  return placeOn(all, place.code.slice(0, 2), place.from ?? knownFrom);
}

function placeOn(places: readonly FilePlace[], code: string, day: string): FilePlace {
  const found = places.find((one) => one.code === code && (one.from ?? '') <= day && day < (one.to ?? '9999'));
  if (found === undefined) throw new Error(`${code} is no place on ${day}`);
  return found;
}

function lastOf(places: readonly FilePlace[], code: string): FilePlace {
  const found = places.findLast((one) => one.code === code);
  if (found === undefined) throw new Error(`${code} was never a place`);
  return found;
}

function before(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function filePlace(code: string, name: string, from: string | undefined, to: string | undefined): FilePlace {
  return { code, name, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
