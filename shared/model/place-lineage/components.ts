import { endsWith } from './breaks.ts';
import type { PlaceChange } from './place.ts';
import type { PlaceRegister } from './place-register.ts';

/** Disjoint sets of place ids; the smallest id of a set stands for it, so the answer does not depend on the order. */
export class PlaceSets {
  readonly #parent = new Map<string, string>();

  find(id: string): string {
    const parent = this.#parent.get(id);
    if (parent === undefined) return id;
    const root = this.find(parent);
    this.#parent.set(id, root);
    return root;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one !== other) this.#parent.set(one < other ? other : one, one < other ? one : other);
  }

  /** Every place of a register under the set it is in. */
  members(register: PlaceRegister): ReadonlyMap<string, readonly string[]> {
    const ids = register.places.map((place) => place.id);
    return Map.groupBy(ids, (id) => this.find(id));
  }
}

/** Units that no change of the register cuts through: whole places that were joined, and a place with all it was divided into. */
export function unitSets(register: PlaceRegister): PlaceSets {
  const sets = new PlaceSets();
  for (const change of register.changes) {
    if (change.extent === 'whole' || isOfPureSplit(register, change)) sets.join(change.fromId, change.toId);
  }
  return sets;
}

/** Lines of one territory under changing codes and names. */
export function lineSets(register: PlaceRegister): PlaceSets {
  const sets = new PlaceSets();
  const wholesInto = Map.groupBy(
    register.changes.filter((change) => change.extent === 'whole'),
    (change) => change.toId,
  );
  for (const change of register.changes) {
    const isSame = change.kind === 'renumber' || change.kind === 'boundary';
    if (isSame && change.extent === 'whole' && wholesInto.get(change.toId)?.length === 1) sets.join(change.fromId, change.toId);
  }
  const restoredInto = Map.groupBy(register.restorations, (change) => change.toId);
  const restoredFrom = Map.groupBy(register.restorations, (change) => change.fromId);
  for (const change of register.restorations) {
    const isOnly = restoredInto.get(change.toId)?.length === 1 && restoredFrom.get(change.fromId)?.length === 1;
    if (isOnly && change.extent === 'whole') sets.join(change.fromId, change.toId);
  }
  return sets;
}

/** A division whose every part got nothing from anywhere else: the parts together are the old place. */
function isOfPureSplit(register: PlaceRegister, change: PlaceChange): boolean {
  const parts = register.successors(change.fromId).filter((link) => link.change.on === change.on);
  return endsWith(register, change) && parts.every((part) => part.change.extent === 'part' && isOnlySource(register, part.change));
}

function isOnlySource(register: PlaceRegister, change: PlaceChange): boolean {
  const isNew = register.place(change.toId)?.validFrom === change.on;
  return isNew && register.predecessors(change.toId).every((link) => link.change.fromId === change.fromId || link.change.on > change.on);
}

/** Whether a place ended by being divided so that nobody can say where what belonged to it went. */
export function isLost(register: PlaceRegister, id: string): boolean {
  const ending = register.successors(id).filter((link) => endsWith(register, link.change));
  return (
    ending.length > 0 &&
    ending.every((link) => link.change.extent === 'part') &&
    !ending.every((link) => isOfPureSplit(register, link.change))
  );
}

/**
 * The latest place whose territory is that of the whole unit; null when no single place ever was that large.
 * @param members the unit's places
 */
export function widest(register: PlaceRegister, members: readonly string[]): string | null {
  const inUnit = new Set(members);
  const covering = members.filter((id) => covered(register, id, inUnit).size === inUnit.size);
  return latest(register, covering);
}

/** Of some places the one that began last; on equal days the one with the largest code. */
export function latest(register: PlaceRegister, ids: readonly string[]): string | null {
  const keyOf = (id: string): string => `${register.place(id)?.validFrom ?? ''} ${register.place(id)?.code ?? ''} ${id}`;
  return ids.reduce<string | null>((best, id) => (best === null || keyOf(best) < keyOf(id) ? id : best), null);
}

/** The places of a unit whose territory lies wholly within that of one of them. */
function covered(register: PlaceRegister, id: string, inUnit: ReadonlySet<string>): ReadonlySet<string> {
  const inside = new Set([id]);
  // A set that is iterated while it grows hands out what is added.
  for (const at of inside) {
    for (const { change } of register.predecessors(at)) {
      if (change.extent === 'whole' && inUnit.has(change.fromId)) inside.add(change.fromId);
    }
    for (const { change } of register.successors(at)) {
      const sources = register.predecessors(change.toId).filter((link) => inUnit.has(link.place.id));
      if (inUnit.has(change.toId) && sources.every((link) => inside.has(link.place.id))) inside.add(change.toId);
    }
  }
  return inside;
}
