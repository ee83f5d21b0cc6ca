import { breaksOf, sidesOf, type PlaceBreak } from './breaks.ts';
import { isLost, lineSets, PlaceSets, unitSets, widest } from './components.ts';
import type { Attribution } from './place.ts';
import { lineName } from './place-name.ts';
import type { PlaceRegister } from './place-register.ts';

/**
 * How places that changed are compared. as-recorded: each place by itself. rolled-up: with what it was joined to or divided
 * into, as far as that is certain. lines-apart: each territory a line of its own, through new codes and names.
 */
export type LineageMode = 'as-recorded' | 'rolled-up' | 'lines-apart';

/** Places counted as one. */
export interface PlaceGroup {
  /** The id of a place of the group: the same for the same register and mode, whatever was asked. */
  readonly id: string;
  /** "Ålesund (1507, 2020–2023)" */
  readonly name: string;
  /** The asked places counted here, in the order of time. */
  readonly placeIds: readonly string[];
  /** Asked places of which records count here because somebody decided so; all of them where the service is null. */
  readonly attributed: readonly { readonly placeId: string; readonly serviceId: string | null }[];
  /** Changes of territory that this group crosses. */
  readonly breaks: readonly PlaceBreak[];
}

/** A way to count places. */
export interface RollUp {
  readonly mode: LineageMode;
  /** In the order of their names. */
  readonly groups: readonly PlaceGroup[];
  /** Asked places that were divided so that nobody can say which group they belong to; never split. Decisions by service still hold. */
  readonly notAttributable: readonly string[];
  /** All breaks of all groups and of what is not attributable, by day, each once. */
  readonly breaks: readonly PlaceBreak[];
  /** The id of the group a record counts in, by the place it was recorded under and its service; null: not attributable, or not asked. */
  readonly groupOf: (placeId: string, serviceId?: string | null) => string | null;
}

/**
 * Groups places for counting. A record counts in exactly one group or is not attributable, so counts add up in every mode.
 * @param attributions recorded decisions; they hold where a place is not attributable, and between lines
 * @throws Error when a place is not in the register
 */
export function rollUp(
  register: PlaceRegister,
  placeIds: readonly string[],
  mode: LineageMode,
  attributions: readonly Attribution[] = [],
): RollUp {
  return new Grouping(register, placeIds, mode, attributions).result();
}

class Grouping {
  readonly #register: PlaceRegister;
  readonly #asked: readonly string[];
  readonly #mode: LineageMode;
  readonly #sets: PlaceSets;
  readonly #breaks: readonly PlaceBreak[];
  readonly #members: ReadonlyMap<string, readonly string[]>;
  readonly #decisions: ReadonlyMap<string, readonly Attribution[]>;

  constructor(register: PlaceRegister, placeIds: readonly string[], mode: LineageMode, attributions: readonly Attribution[]) {
    this.#register = register;
    this.#mode = mode;
    this.#asked = [...new Set(placeIds)].toSorted((a, b) => compare(this.#keyOf(a), this.#keyOf(b)));
    this.#sets = mode === 'rolled-up' ? unitSets(register) : mode === 'lines-apart' ? lineSets(register) : new PlaceSets();
    this.#members = this.#sets.members(register);
    this.#breaks = breaksOf(register);
    // A decision about a place holds for the same territory under its other codes.
    const lines = mode === 'lines-apart' ? this.#sets : lineSets(register);
    this.#decisions = this.#decided(attributions, lines);
  }

  result(): RollUp {
    const groups = this.#groups();
    const notAttributable = this.#asked.filter((id) => this.#isLost(this.#sets.find(id)) && this.#decision(id, null) === null);
    const lostBreaks = this.#breaksOf(notAttributable, this.#asked, true);
    const breaks = new Map([...groups.flatMap((group) => group.breaks), ...lostBreaks].map((found) => [found.id, found]));
    const byDay = [...breaks.values()].toSorted((a, b) => compare(`${a.on} ${a.id}`, `${b.on} ${b.id}`));
    const asked = new Set(this.#asked);
    const groupOf = (placeId: string, serviceId?: string | null): string | null =>
      asked.has(placeId) ? this.#groupOf(placeId, serviceId ?? null) : null;
    return { mode: this.#mode, groups, notAttributable, breaks: byDay, groupOf };
  }

  #groups(): PlaceGroup[] {
    const placeIds = new Map<string, string[]>();
    const attributed = new Map<string, { placeId: string; serviceId: string | null }[]>();
    for (const id of this.#asked) {
      const home = this.#groupOf(id, null);
      if (home !== null) add(placeIds, home, id);
      for (const [serviceId, to] of this.#services(id)) add(attributed, to, { placeId: id, serviceId });
      if (this.#decision(id, null) !== null && home !== null) add(attributed, home, { placeId: id, serviceId: null });
    }
    const ids = [...new Set([...placeIds.keys(), ...attributed.keys()])];
    return ids.map((id) => this.#group(id, placeIds.get(id) ?? [], attributed.get(id) ?? [])).toSorted((a, b) => compare(a.name, b.name));
  }

  #group(id: string, placeIds: readonly string[], attributed: PlaceGroup['attributed']): PlaceGroup {
    const own = this.#membersOf(id);
    const asked = this.#mode === 'rolled-up' ? [...new Set([...this.#asked.filter((place) => own.includes(place)), id])] : this.#asked;
    return { id, name: this.#nameOf(id), placeIds, attributed, breaks: this.#breaksOf(own, asked, false) };
  }

  /** Breaks that touch some of the places and have asked places on both sides. */
  #breaksOf(places: readonly string[], asked: readonly string[], isOneSideEnough: boolean): PlaceBreak[] {
    return this.#breaks.filter((found) => {
      const isTouched = places.some((id) => found.from.includes(id) || found.to.includes(id));
      if (!isTouched) return false;
      const { before, after } = sidesOf(this.#register, found, asked);
      return isOneSideEnough || (before.length > 0 && after.length > 0);
    });
  }

  #groupOf(id: string, serviceId: string | null): string | null {
    const decided = this.#decision(id, serviceId);
    if (decided !== null) return decided;
    const set = this.#sets.find(id);
    return this.#isLost(set) ? null : this.#idOf(set);
  }

  /** Where a recorded decision puts a place's records; null without one, or where it would change nothing. */
  #decision(id: string, serviceId: string | null): string | null {
    if (this.#mode === 'as-recorded') return null;
    if (this.#mode === 'rolled-up' && !this.#isLost(this.#sets.find(id))) return null;
    const decisions = this.#decisions.get(id) ?? [];
    const decision =
      decisions.find((one) => one.serviceId !== null && one.serviceId === serviceId) ?? decisions.find((one) => one.serviceId === null);
    if (decision === undefined) return null;
    const target = this.#sets.find(decision.toId);
    return this.#isLost(target) ? null : this.#idOf(target);
  }

  #services(id: string): [string, string][] {
    const services = (this.#decisions.get(id) ?? []).flatMap((one) => one.serviceId ?? []);
    return [...new Set(services)].flatMap((serviceId): [string, string][] => {
      const to = this.#decision(id, serviceId);
      return to === null ? [] : [[serviceId, to]];
    });
  }

  #decided(attributions: readonly Attribution[], lines: PlaceSets): ReadonlyMap<string, readonly Attribution[]> {
    const byLine = Map.groupBy(attributions, (one) => lines.find(one.fromId));
    return new Map(
      this.#asked.flatMap((id) => {
        const decisions = byLine.get(lines.find(id));
        return decisions === undefined ? [] : [[id, decisions] as const];
      }),
    );
  }

  /** A unit is lost when all it ended in was divided beyond telling; only rolling up asks for that. */
  #isLost(set: string): boolean {
    if (this.#mode !== 'rolled-up') return false;
    const members = this.#members.get(set) ?? [];
    const ends = members.filter((id) => !this.#register.successors(id).some((link) => members.includes(link.place.id)));
    return ends.every((id) => isLost(this.#register, id));
  }

  /** The place that stands for a set: the widest of a unit, else the last of a line. */
  #idOf(set: string): string {
    const members = this.#ordered(set);
    const last = members.at(-1) ?? set;
    return this.#mode === 'rolled-up' ? (widest(this.#register, members) ?? last) : last;
  }

  #membersOf(id: string): readonly string[] {
    return this.#members.get(this.#sets.find(id)) ?? [id];
  }

  #nameOf(id: string): string {
    const members = this.#ordered(this.#sets.find(id));
    if (this.#mode !== 'rolled-up') return this.#line(members);
    if (widest(this.#register, members) !== null) return this.#line([id]);
    // No one place was ever that large: the unit is what it is made of now.
    const ends = members.filter((member) => !this.#register.successors(member).some((link) => members.includes(link.place.id)));
    return ends.map((end) => this.#line([end])).join(' + ');
  }

  #line(ids: readonly string[]): string {
    return lineName(ids.flatMap((id) => this.#register.place(id) ?? []));
  }

  #ordered(set: string): readonly string[] {
    return [...(this.#members.get(set) ?? [])].toSorted((a, b) => compare(this.#keyOf(a), this.#keyOf(b)));
  }

  #keyOf(id: string): string {
    const place = this.#register.place(id);
    if (place === undefined) throw new Error(`the register does not hold the place ${id}`);
    return `${place.validFrom ?? ''} ${place.code ?? ''} ${id}`;
  }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
