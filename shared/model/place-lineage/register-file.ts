import { z } from 'zod';
import { IsoDay } from '../vague.ts';

const Code = z.string().regex(/^[0-9A-Z]{1,12}$/u);
/** A place's code, with its first day where it has not been there since before the register begins: "1507@2020-01-01", "1504". */
const Key = z.string().regex(/^[0-9A-Z]{1,12}(@\d{4}-\d{2}-\d{2})?$/u);

const FilePlace = z.strictObject({
  code: Code,
  name: z.string().min(1).max(120),
  /** Key of the county it lies in; missing for a county. */
  county: Key.optional(),
  /** First day; missing where it was there before the register begins. */
  from: IsoDay.optional(),
  /** The day it was no more; missing where it still is. */
  to: IsoDay.optional(),
});
export type FilePlace = z.infer<typeof FilePlace>;

const FileChange = z.strictObject({
  from: Key,
  to: Key,
  on: IsoDay,
  kind: z.enum(['merge', 'split', 'renumber', 'boundary']),
  extent: z.enum(['whole', 'part']),
  note: z.string().max(300).optional(),
});
export type FileChange = z.infer<typeof FileChange>;

/** A country's register of places, as resources/places has it and as an update is read. */
export const RegisterFile = z.strictObject({
  format: z.literal('rost-places/1'),
  country: z.strictObject({ code: z.string().regex(/^[A-Z]{2}$/u), name: z.string().min(1).max(60) }),
  /** The first day the file speaks for. */
  knownFrom: IsoDay,
  /** The day of the latest facts in it. */
  asOf: IsoDay,
  /** Short name of the source, kept with each place. */
  source: z.string().min(1).max(120),
  licence: z.string().max(300),
  counties: z.array(FilePlace).max(2000),
  municipalities: z.array(FilePlace).max(20_000),
  changes: z.array(FileChange).max(20_000),
});
export type RegisterFile = z.infer<typeof RegisterFile>;

/** How a place of a register file is named in it. */
export function keyOf(place: Pick<FilePlace, 'code' | 'from'>): string {
  return place.from === undefined ? place.code : `${place.code}@${place.from}`;
}

/** What in a register file contradicts itself. */
export interface RegisterFault {
  readonly kind: 'twice' | 'overlap' | 'unknown' | 'backwards';
  /** The key or the code it is about. */
  readonly at: string;
}

/** Holds a register file against itself: a code means one place on a day, and changes name places that are there. Empty when it is sound. */
export function faultsOf(file: RegisterFile): RegisterFault[] {
  const places = [...file.counties, ...file.municipalities];
  const keys = new Set(places.map(keyOf));
  const faults: RegisterFault[] = [];
  for (const [code, ofCode] of Map.groupBy(places, (place) => place.code)) faults.push(...faultsOfCode(code, ofCode));
  for (const { county } of places) if (county !== undefined && !keys.has(county)) faults.push({ kind: 'unknown', at: county });
  for (const { from, to } of file.changes) {
    for (const key of [from, to]) if (!keys.has(key)) faults.push({ kind: 'unknown', at: key });
  }
  return faults;
}

function faultsOfCode(code: string, places: readonly FilePlace[]): RegisterFault[] {
  const ordered = places.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return ordered.flatMap((place, index): RegisterFault[] => {
    if (place.from !== undefined && place.to !== undefined && place.to <= place.from) return [{ kind: 'backwards', at: keyOf(place) }];
    const next = ordered[index + 1];
    if (next === undefined) return [];
    if (next.from === place.from) return [{ kind: 'twice', at: keyOf(place) }];
    return place.to === undefined || (next.from !== undefined && next.from < place.to) ? [{ kind: 'overlap', at: code }] : [];
  });
}
