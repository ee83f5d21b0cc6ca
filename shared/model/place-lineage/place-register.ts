import { isValidOn, type Extent, type Place, type PlaceChange } from './place.ts';
import { flowFrom, type Flow } from './flow.ts';

/** A change seen from one of its ends, with the place at the other. */
export interface PlaceLink {
  readonly place: Place;
  readonly change: PlaceChange;
}

/** A place that shares territory with another, earlier or later. */
export interface Kin {
  readonly place: Place;
  readonly direction: 'before' | 'self' | 'after';
  /** Whether all of the earlier of the two is in the later one. */
  readonly extent: Extent;
  /** The day of the change that leads to the later of the two; null for the place itself. */
  readonly on: string | null;
}

/**
 * Places with the changes between them, indexed. Immutable; made from the rows of a workspace or of a shipped register.
 * @throws Error when a change names a place that is not there
 */
export class PlaceRegister {
  readonly places: readonly Place[];
  /** Changes that take effect as the earlier place ends, or while it goes on (boundary moves). */
  readonly changes: readonly PlaceChange[];
  /** Declared restorations: the earlier place had ended before. */
  readonly restorations: readonly PlaceChange[];
  readonly #byId: ReadonlyMap<string, Place>;
  readonly #byCode: ReadonlyMap<string, readonly Place[]>;
  readonly #out: ReadonlyMap<string, readonly PlaceChange[]>;
  readonly #in: ReadonlyMap<string, readonly PlaceChange[]>;
  readonly #restored: ReadonlyMap<string, readonly PlaceChange[]>;
  readonly #flows = new Map<string, ReadonlyMap<string, Flow>>();
  #sources: ReadonlyMap<string, ReadonlyMap<string, Flow>> | null = null;

  constructor(places: readonly Place[], changes: readonly PlaceChange[]) {
    this.places = places;
    this.#byId = new Map(places.map((place) => [place.id, place]));
    this.#byCode = Map.groupBy(places, (place) => keyOf(place.countryCode, place.code ?? ''));
    const isRestoration = (change: PlaceChange): boolean => {
      const end = this.#known(change.fromId).validTo;
      this.#known(change.toId);
      return end !== null && end < change.on;
    };
    this.restorations = changes.filter(isRestoration);
    this.changes = changes.filter((change) => !isRestoration(change));
    this.#out = Map.groupBy(this.changes, (change) => change.fromId);
    this.#in = Map.groupBy(this.changes, (change) => change.toId);
    this.#restored = Map.groupBy(this.restorations, (change) => change.fromId);
  }

  place(id: string): Place | undefined {
    return this.#byId.get(id);
  }

  /** The one place a code means on an ISO day; null when the code is not valid then. */
  placeOn(countryCode: string, code: string, day: string): Place | null {
    const places = this.#byCode.get(keyOf(countryCode, code)) ?? [];
    return places.find((place) => isValidOn(place, day)) ?? null;
  }

  /** Places that territory came from directly; restorations not among them. */
  predecessors(id: string): readonly PlaceLink[] {
    return (this.#in.get(id) ?? []).map((change) => ({ place: this.#known(change.fromId), change }));
  }

  /** Places that territory went to directly; restorations not among them. */
  successors(id: string): readonly PlaceLink[] {
    return (this.#out.get(id) ?? []).map((change) => ({ place: this.#known(change.toId), change }));
  }

  /**
   * Every place that shares territory with this one, earlier, itself and later, in the order of time. Symmetric: if A is in the
   * lineage of B, B is in the lineage of A with the same extent. Empty for a place the register does not know.
   */
  lineageOf(id: string): readonly Kin[] {
    const self = this.#byId.get(id);
    if (self === undefined) return [];
    const before = [...this.#sourcesOf(id)].map(([other, flow]) => kin(this.#known(other), 'before', flow));
    const after = [...this.flowOf(id)].map(([other, flow]) => kin(this.#known(other), 'after', flow));
    return [...before.toSorted(byTime), { place: self, direction: 'self', extent: 'whole', on: null }, ...after.toSorted(byTime)];
  }

  /** The later places this one's territory went to, directly or on the way, with how much of it. */
  flowOf(id: string): ReadonlyMap<string, Flow> {
    const known = this.#flows.get(id);
    if (known !== undefined) return known;
    const flow = flowFrom(id, { out: (from) => this.#out.get(from) ?? [], restored: (from) => this.#restored.get(from) ?? [] });
    this.#flows.set(id, flow);
    return flow;
  }

  /**
   * Whether all of a place's territory lies in that of another of its lineage, as far as the changes tell: what was recorded under
   * `inner` was then also recorded within `outer`. Small areas that moved across a boundary do not count.
   */
  contains(outer: string, inner: string): boolean {
    if (outer === inner) return true;
    if (this.flowOf(inner).get(outer)?.extent === 'whole') return true;
    if (!this.flowOf(outer).has(inner)) return false;
    const isOnlyRestored = (from: string): boolean =>
      this.restorations.filter((one) => one.toId === inner).every((one) => one.fromId === from);
    if ((this.#restored.get(outer) ?? []).some((one) => one.toId === inner) && isOnlyRestored(outer)) return true;
    const sources = (this.#in.get(inner) ?? []).filter((change) => change.kind !== 'boundary' || change.extent === 'whole');
    // Flows only lead on to later days, so this ends.
    return (
      sources.length > 0 &&
      sources.every((change) => change.fromId === outer || (this.flowOf(outer).has(change.fromId) && this.contains(outer, change.fromId)))
    );
  }

  #sourcesOf(id: string): ReadonlyMap<string, Flow> {
    if (this.#sources === null) {
      const sources = new Map<string, Map<string, Flow>>();
      for (const place of this.places) {
        for (const [to, flow] of this.flowOf(place.id)) {
          const known = sources.get(to) ?? new Map<string, Flow>();
          sources.set(to, known.set(place.id, flow));
        }
      }
      this.#sources = sources;
    }
    return this.#sources.get(id) ?? new Map();
  }

  #known(id: string): Place {
    const place = this.#byId.get(id);
    if (place === undefined) throw new Error(`a change names the place ${id}, which the register does not hold`);
    return place;
  }
}

function keyOf(countryCode: string, code: string): string {
  return `${countryCode} ${code}`;
}

function kin(place: Place, direction: 'before' | 'after', flow: Flow): Kin {
  return { place, direction, extent: flow.extent, on: flow.on };
}

/** Earlier places first, then by code. */
function byTime(a: Kin, b: Kin): number {
  const [from, other] = [a.place.validFrom ?? '', b.place.validFrom ?? ''];
  if (from !== other) return from < other ? -1 : 1;
  const [code, otherCode] = [a.place.code ?? '', b.place.code ?? ''];
  return code < otherCode ? -1 : code > otherCode ? 1 : 0;
}
