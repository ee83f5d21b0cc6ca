import { z } from 'zod';
import { Name } from '../model/text.ts';
import { HeldDate, IsoDay, VagueDate } from '../model/vague.ts';

export const PlaceKind = z.enum(['country', 'county', 'municipality', 'district', 'locality', 'area']);
export type PlaceKind = z.infer<typeof PlaceKind>;
/** Kinds that a workspace makes itself; the others come from the register. */
export const OwnPlaceKind = z.enum(['area', 'district', 'locality']);
export type OwnPlaceKind = z.infer<typeof OwnPlaceKind>;

/** A place as it is named: names repeat, so code and years always go with it. `validTo` is the first day it is no longer. */
export const PlaceRef = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  code: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
export type PlaceRef = z.infer<typeof PlaceRef>;

export const PlaceItem = PlaceRef.extend({ kind: PlaceKind, countryCode: z.string(), parent: PlaceRef.nullable() });
export type PlaceItem = z.infer<typeof PlaceItem>;

const Extent = z.enum(['whole', 'part']);
const ChangeKind = z.enum(['merge', 'split', 'renumber', 'boundary']);

/** A place that shares territory with another. `extent`: whether all of the earlier of the two is in the later one. */
export const PlaceKin = z.strictObject({
  place: PlaceRef,
  direction: z.enum(['before', 'self', 'after']),
  extent: Extent,
  on: z.string().nullable(),
});
export type PlaceKin = z.infer<typeof PlaceKin>;

/** A change between two places of a lineage. `isRestored`: the earlier one had ended before; the later is what it was. */
export const PlaceLineageChange = z.strictObject({
  id: z.uuid(),
  fromId: z.uuid(),
  toId: z.uuid(),
  on: z.string(),
  kind: ChangeKind,
  extent: Extent,
  note: z.string().nullable(),
  isRestored: z.boolean(),
});
export type PlaceLineageChange = z.infer<typeof PlaceLineageChange>;

/** That an area holds a place, from the first day to the day it no longer does. */
export const AreaMember = z.strictObject({
  id: z.uuid(),
  place: PlaceRef,
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
export type AreaMember = z.infer<typeof AreaMember>;

/** A decision that what belonged to a divided place counts with one of its successors; for all of it where the service is null. */
export const PlaceDecision = z.strictObject({
  id: z.uuid(),
  from: PlaceRef,
  to: PlaceRef,
  service: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  decidedOn: z.string(),
  decidedBy: z.string().nullable(),
  reason: z.string(),
});
export type PlaceDecision = z.infer<typeof PlaceDecision>;

/** Everything about one place but what has happened in it. */
export const PlaceRecord = z.strictObject({
  ...PlaceItem.shape,
  source: z.string().nullable(),
  note: z.string().nullable(),
  /** Whether it was made here and may be renamed or taken away. */
  isOwn: z.boolean(),
  lineage: z.array(PlaceKin),
  changes: z.array(PlaceLineageChange),
  /** Districts and localities in it, and what lies in a county. */
  parts: z.array(PlaceItem),
  /** Places an area holds. */
  holds: z.array(AreaMember),
  /** Areas that hold it; `place` is the area. */
  heldBy: z.array(AreaMember),
  decisions: z.array(PlaceDecision),
  /** Places of the lineage that were divided: where what belonged to them counts, somebody has to decide. */
  notAttributable: z.array(PlaceRef),
  /** Services of the lineage, which a decision may be about. */
  services: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
});
export type PlaceRecord = z.infer<typeof PlaceRecord>;

/** Places that changed in the same way on the same day: who else is going through it. */
export const SameProcess = z.strictObject({
  on: z.string(),
  kind: z.enum(['merge', 'split']),
  total: z.int(),
  places: z.array(PlaceRef),
});
export type SameProcess = z.infer<typeof SameProcess>;

export const TimelineKind = z.enum(['meeting', 'finding', 'action', 'project', 'observation']);
export type TimelineKind = z.infer<typeof TimelineKind>;

/** Something that happened, under the place it was recorded at. `status` is the status of its own kind of record. */
export const TimelineEntry = z.strictObject({
  kind: TimelineKind,
  id: z.uuid(),
  title: z.string(),
  language: z.string().nullable(),
  status: z.string().nullable(),
  /** What sorts it; null where nobody knows when. */
  on: z.string().nullable(),
  precision: HeldDate.shape.precision.nullable(),
  asSaid: z.string().nullable(),
  /** For an action: until when. */
  due: VagueDate.nullable(),
  place: PlaceRef,
  /** Whether all of that place is in the one that is looked at, or it in that. */
  extent: Extent,
  projectId: z.uuid().nullable(),
  meetingId: z.uuid().nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A municipality or an area with what goes on in it, under all the codes that its territory has had. */
export const OverviewRow = z.strictObject({
  ...PlaceRef.shape,
  kind: PlaceKind,
  county: z.string().nullable(),
  /** Other places whose records are counted here. */
  with: z.array(PlaceRef),
  /** How many places an area holds. */
  holds: z.int(),
  lastMeeting: z.strictObject({ id: z.uuid(), title: z.string(), held: HeldDate }).nullable(),
  nextMeeting: z.strictObject({ id: z.uuid(), title: z.string(), planned: VagueDate }).nullable(),
  meetings: z.int(),
  openActions: z.int(),
  overdueActions: z.int(),
  /** Done or dropped, and the users have not been told. */
  untoldActions: z.int(),
  findings: z.int(),
  projects: z.array(z.strictObject({ id: z.uuid(), name: z.string(), isRunning: z.boolean() })),
});
export type OverviewRow = z.infer<typeof OverviewRow>;

export const OverviewFilter = z.enum(['all', 'overdue', 'open', 'planned', 'unplanned', 'untold']);
export type OverviewFilter = z.infer<typeof OverviewFilter>;
export const OverviewSort = z.enum(['name', 'last', 'next', 'overdue']);
export type OverviewSort = z.infer<typeof OverviewSort>;

/** What writing a new register would do. Nothing has been written. */
export const RegisterChange = z.strictObject({
  country: z.string(),
  name: z.string(),
  asOf: z.string(),
  source: z.string(),
  licence: z.string(),
  newPlaces: z.int(),
  changedPlaces: z.int(),
  newChanges: z.int(),
  changedChanges: z.int(),
  same: z.int(),
  /** Some of what is new or changed, to be read. */
  examples: z.array(
    z.strictObject({ what: z.enum(['new', 'ended', 'renamed', 'changed']), place: z.string(), before: z.string().nullable() }),
  ),
});
export type RegisterChange = z.infer<typeof RegisterChange>;

const Years = { validFrom: IsoDay.nullable(), validTo: IsoDay.nullable() };

export const NewPlace = z.strictObject({
  kind: OwnPlaceKind,
  name: Name,
  /** What it lies in; for an area nothing or a county. */
  parentId: z.uuid().nullable(),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .default('NO'),
  note: z.string().max(2000).nullable().default(null),
});
export const OwnPlaceFields = z.strictObject({
  name: Name.optional(),
  parentId: z.uuid().nullable().optional(),
  note: z.string().max(2000).nullable().optional(),
  validFrom: IsoDay.nullable().optional(),
  validTo: IsoDay.nullable().optional(),
});
export const MemberFields = z.strictObject({ id: z.uuid().optional(), areaId: z.uuid(), placeId: z.uuid(), ...Years });
export const DecisionFields = z.strictObject({
  id: z.uuid().optional(),
  fromId: z.uuid(),
  toId: z.uuid(),
  serviceId: z.uuid().nullable(),
  decidedOn: IsoDay,
  decidedBy: z.string().max(200).nullable(),
  reason: z.string().trim().min(1).max(1000),
});
