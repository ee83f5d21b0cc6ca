/** What a place is, as the register's `kind` column has it. */
export type PlaceKind = 'country' | 'county' | 'municipality' | 'district' | 'locality' | 'area';

/**
 * A place: a code with its years of validity, never a name. Three territories have been called Ålesund.
 * `validFrom` is inclusive and `validTo` exclusive: ISO days, or reduced ("2021", "2021-03"); null where it always was or still is.
 */
export interface Place {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly countryCode: string;
  /** Null for what has no official code: a district, a locality, an area somebody drew. */
  readonly code: string | null;
  readonly name: string;
  readonly parentId: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** What kind of change it was. A renumbering keeps the territory; every other kind breaks a comparison. */
export type ChangeKind = 'merge' | 'split' | 'renumber' | 'boundary';
/** Whether all of the earlier place went into the later one. */
export type Extent = 'whole' | 'part';

/**
 * That territory went from one place to another on a day. A change whose earlier place had ended before that day is a declared
 * restoration: the later place is the earlier one again (Haram 1580 is what Haram 1534 was).
 */
export interface PlaceChange {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  /** The day it took effect, ISO. */
  readonly on: string;
  readonly kind: ChangeKind;
  readonly extent: Extent;
  readonly note?: string | null;
}

/** A recorded decision that what belonged to a divided place counts with one of its successors; for one service, or for all. */
export interface Attribution {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly serviceId: string | null;
}

/** Whether a place is valid on an ISO day: from inclusive, to exclusive. Reduced dates mean their first day. */
export function isValidOn(place: Pick<Place, 'validFrom' | 'validTo'>, day: string): boolean {
  // ISO text sorts as time does, and a reduced date sorts as its first day.
  return (place.validFrom === null || place.validFrom <= day) && (place.validTo === null || day < place.validTo);
}
