import type { Place, PlaceChange } from './place.ts';
import { keyOf, type RegisterFile } from './register-file.ts';

/** The places and changes of a register file, the country first. Ids are the keys, with the country before them: "NO 1507@2020-01-01". */
export function rowsOfFile(file: RegisterFile): { places: Place[]; changes: PlaceChange[] } {
  const { code: countryCode, name } = file.country;
  const id = (key: string): string => `${countryCode} ${key}`;
  const country: Place = {
    id: id(''),
    kind: 'country',
    countryCode,
    code: countryCode,
    name,
    parentId: null,
    validFrom: null,
    validTo: null,
  };
  const place = (kind: Place['kind'], one: RegisterFile['counties'][number]): Place => ({
    id: id(keyOf(one)),
    kind,
    countryCode,
    code: one.code,
    name: one.name,
    parentId: id(one.county ?? ''),
    validFrom: one.from ?? null,
    validTo: one.to ?? null,
  });
  const changes = file.changes.map((change): PlaceChange => ({
    id: `${countryCode} ${change.from}>${change.to} ${change.on}`,
    fromId: id(change.from),
    toId: id(change.to),
    on: change.on,
    kind: change.kind,
    extent: change.extent,
    note: change.note ?? null,
  }));
  const places = [
    country,
    ...file.counties.map((one) => place('county', one)),
    ...file.municipalities.map((one) => place('municipality', one)),
  ];
  return { places, changes };
}
