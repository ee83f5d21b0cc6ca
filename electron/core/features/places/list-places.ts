import type { PlaceItem, PlaceKind } from '../../../../shared/contract/place-rows.ts';
import { isValidOn, type Place, type PlaceRegister } from '../../../../shared/model/place-lineage/index.ts';
import { fold } from '../../../../shared/texts/fold.ts';
import { remembered } from '../../db/remembered.ts';
import { placeRegister, refOf } from '../../places/place-register.ts';
import type { Workspace } from '../../workspace/workspace.ts';

interface Wanted {
  readonly text?: string | undefined;
  readonly on?: string | undefined;
  readonly kinds?: readonly PlaceKind[] | undefined;
  readonly country?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

interface Indexed {
  readonly place: Place;
  readonly folded: string;
}

/** Norwegian order: a–z, æ and ä, ø and ö, å. */
const order = new Intl.Collator('nb', { numeric: true });

/** A page of the places that are wanted, by name, code and years. */
export function listPlaces(workspace: Workspace, wanted: Wanted): { total: number; places: PlaceItem[] } {
  const register = placeRegister(workspace.sql);
  const text = fold(wanted.text ?? '');
  const found = indexOf(workspace, register).filter(
    ({ place, folded }) =>
      (wanted.kinds === undefined || wanted.kinds.includes(place.kind)) &&
      (wanted.country === undefined || place.countryCode === wanted.country) &&
      (wanted.on === undefined || isValidOn(place, wanted.on)) &&
      (text === '' || folded.includes(text) || (place.code ?? '').startsWith(text)),
  );
  const page = found.slice(wanted.offset, wanted.offset + wanted.limit);
  return { total: found.length, places: page.map(({ place }) => itemOf(register, place)) };
}

/** A place with what it lies in. */
export function itemOf(register: PlaceRegister, place: Place): PlaceItem {
  const parent = place.parentId === null ? undefined : register.place(place.parentId);
  return { ...refOf(place), kind: place.kind, countryCode: place.countryCode, parent: parent === undefined ? null : refOf(parent) };
}

/** Whether one place's name comes before another's: by name, then by code and first day. */
export function byName(a: Pick<Place, 'name' | 'code' | 'validFrom'>, b: Pick<Place, 'name' | 'code' | 'validFrom'>): number {
  return order.compare(a.name, b.name) || order.compare(a.code ?? '', b.code ?? '') || order.compare(a.validFrom ?? '', b.validFrom ?? '');
}

function indexOf(workspace: Workspace, register: PlaceRegister): readonly Indexed[] {
  return remembered(workspace, 'places by name', () =>
    register.places.toSorted(byName).map((place) => ({ place, folded: fold(place.name) })),
  );
}
