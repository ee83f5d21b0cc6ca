import { isValidOn, type PlaceChange } from './place.ts';
import { placeName } from './place-name.ts';
import type { PlaceRegister } from './place-register.ts';

/** A message id with what fills it; the words are in the catalogue `places`. Names are joined with commas. */
export interface BreakNote {
  readonly id: 'places.break.merge' | 'places.break.mergeWithPart' | 'places.break.split' | 'places.break.boundary';
  readonly params: { readonly on: string; readonly from: string; readonly to: string; readonly parts: string };
}

/** A change of territory that a comparison crosses: the mark in a table or chart, and its footnote. */
export interface PlaceBreak {
  readonly id: string;
  /** The day it took effect, ISO. */
  readonly on: string;
  readonly kind: 'merge' | 'split' | 'boundary';
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Those of `from` that gave only a part. */
  readonly parts: readonly string[];
  readonly note: BreakNote;
}

/** Every break of a register, by day. A renumbering or a new name is none: the territory is the same. */
export function breaksOf(register: PlaceRegister): readonly PlaceBreak[] {
  const breaks: PlaceBreak[] = [];
  for (const links of grouped(register.changes, (change) => change.toId)) {
    const found = arrival(register, links);
    if (found !== null) breaks.push(found);
  }
  for (const links of grouped(register.changes, (change) => change.fromId)) {
    const isDivided = links.length > 1 && links.every((link) => link.extent === 'part' && endsWith(register, link));
    if (isDivided) breaks.push(make(register, 'split', links));
  }
  return breaks.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}

/** What happened to the place that several changes of one day lead to. */
function arrival(register: PlaceRegister, links: readonly PlaceChange[]): PlaceBreak | null {
  const wholes = links.filter((link) => link.extent === 'whole');
  const isGrowth = wholes.every((link) => link.kind === 'boundary') && links.some((link) => link.kind === 'boundary');
  if (isGrowth) return make(register, 'boundary', links);
  return links.length > 1 ? make(register, 'merge', links) : null;
}

function make(register: PlaceRegister, kind: PlaceBreak['kind'], links: readonly PlaceChange[]): PlaceBreak {
  const on = links[0]?.on ?? '';
  const from = byCode(
    register,
    links.map((link) => link.fromId),
  );
  const to = byCode(
    register,
    links.map((link) => link.toId),
  );
  const parts = byCode(
    register,
    links.flatMap((link) => (link.extent === 'part' ? [link.fromId] : [])),
  );
  const wholes = from.filter((id) => !parts.includes(id));
  const hasMixture = kind === 'merge' && parts.length > 0 && wholes.length > 0;
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf(register, id)).join(', ');
  const note: BreakNote = {
    id: hasMixture ? 'places.break.mergeWithPart' : `places.break.${kind}`,
    params: { on, from: names(hasMixture ? wholes : from), to: names(to), parts: names(parts) },
  };
  return { id: `${kind}:${on}:${kind === 'split' ? from.join() : to.join()}`, on, kind, from, to, parts, note };
}

/** Places that were there before a break, and after it: those it names, and those whose territory leads to or comes from them. */
export function sidesOf(register: PlaceRegister, found: PlaceBreak, places: readonly string[]): { before: string[]; after: string[] } {
  const isBefore = (id: string): boolean => found.from.some((from) => from === id || register.flowOf(id).has(from));
  const isAfter = (id: string): boolean => found.to.some((to) => to === id || register.flowOf(to).has(id));
  const spans = (id: string): boolean => found.to.includes(id) && goesOnThrough(register, id, found.on);
  return {
    before: places.filter((id) => isBefore(id) || spans(id)),
    after: places.filter((id) => isAfter(id) || goesOnAsSource(register, found, id)),
  };
}

/** A boundary move takes from a place that goes on, which then is on both sides of it. */
function goesOnAsSource(register: PlaceRegister, found: PlaceBreak, id: string): boolean {
  return found.from.includes(id) && goesOnThrough(register, id, found.on);
}

function goesOnThrough(register: PlaceRegister, id: string, day: string): boolean {
  const place = register.place(id);
  return place !== undefined && place.validFrom !== day && isValidOn(place, day);
}

/** Whether the earlier place of a change ends with it. */
export function endsWith(register: PlaceRegister, change: PlaceChange): boolean {
  return register.place(change.fromId)?.validTo === change.on;
}

function nameOf(register: PlaceRegister, id: string): string {
  const place = register.place(id);
  return place === undefined ? id : placeName(place);
}

function grouped(changes: readonly PlaceChange[], end: (change: PlaceChange) => string): readonly PlaceChange[][] {
  return [...Map.groupBy(changes, (change) => `${change.on} ${end(change)}`).values()];
}

/** Each once, in the order of their codes. */
function byCode(register: PlaceRegister, ids: readonly string[]): string[] {
  const keyOf = (id: string): string => `${register.place(id)?.code ?? ''} ${id}`;
  return [...new Set(ids)].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
