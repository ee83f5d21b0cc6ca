import { z } from 'zod';
import { Ticket } from '../model/ids.ts';
import { IsoDay } from '../model/vague.ts';
import { command, query, session } from './kit.ts';
import {
  DecisionFields,
  MemberFields,
  NewPlace,
  OverviewFilter,
  OverviewRow,
  OverviewSort,
  OwnPlaceFields,
  PlaceItem,
  PlaceKind,
  PlaceRecord,
  PlaceRef,
  RegisterChange,
  SameProcess,
  TimelineEntry,
  TimelineKind,
} from './place-rows.ts';

const One = z.strictObject({ id: z.uuid() });
const Nothing = z.strictObject({});
const Paged = { limit: z.int().min(1).max(500).default(200), offset: z.int().min(0).default(0) };

/** Where a register is read from: the files that came with the program, or one that was sent in. */
const RegisterSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('shipped') }),
  z.strictObject({ from: z.literal('file'), ticket: Ticket }),
]);

export const places = {
  /** Places by name and code. `text` is found in names whatever its case and diacritics, and at the start of codes. */
  list: query({
    input: z.strictObject({
      text: z.string().max(60).optional(),
      on: IsoDay.optional(),
      kinds: z.array(PlaceKind).max(6).optional(),
      country: z.string().max(2).optional(),
      ...Paged,
    }),
    output: z.strictObject({ total: z.int(), places: z.array(PlaceItem) }),
  }),
  get: query({ input: One, output: PlaceRecord }),
  /** The place a code means on a day. */
  placeOn: query({
    input: z.strictObject({ country: z.string().length(2), code: z.string().max(12), on: IsoDay }),
    output: z.strictObject({ place: PlaceItem.nullable() }),
  }),
  /** For planning: which of these places are not there on a day, with those to choose among instead. */
  onDay: query({
    input: z.strictObject({ ids: z.array(z.uuid()).max(500), on: IsoDay }),
    output: z.strictObject({
      places: z.array(z.strictObject({ place: PlaceRef, isThere: z.boolean(), choices: z.array(PlaceRef) })),
    }),
  }),
  /** Other places that were merged or divided on the same day as this one. */
  sameProcess: query({ input: One, output: z.strictObject({ processes: z.array(SameProcess) }) }),
  /** What has happened at a place under all codes its territory has had, the latest first; what nobody can date stands last. */
  timeline: query({
    input: One.extend({ kinds: z.array(TimelineKind).max(5).optional(), ...Paged }),
    output: z.strictObject({ total: z.int(), entries: z.array(TimelineEntry) }),
  }),
  /** Municipalities or areas where something has happened or is planned. */
  overview: query({
    input: z.strictObject({
      by: z.enum(['municipality', 'area']),
      today: IsoDay,
      text: z.string().max(60).optional(),
      filter: OverviewFilter.default('all'),
      sort: OverviewSort.default('name'),
      ...Paged,
    }),
    output: z.strictObject({
      total: z.int(),
      rows: z.array(OverviewRow),
      counts: z.record(OverviewFilter, z.int()),
      /** Records of places that were divided beyond telling, which stand under the former place. */
      notAttributable: z.array(PlaceRef),
    }),
  }),

  /** Makes an area, a district or a locality. */
  create: command({ input: NewPlace, output: One, touches: ['places'], undo: 'places.create.undo' }),
  /** Changes a place that was made here; of one from the register only the note. */
  change: command({
    input: One.extend({ fields: OwnPlaceFields }),
    output: Nothing,
    errors: ['HIERARCHY_LOOP'],
    touches: ['places'],
    undo: 'places.change.undo',
  }),
  /** Takes a place away that was made here and is not used. */
  remove: command({ input: One, output: Nothing, errors: ['REGISTER_IN_USE'], touches: ['places'], undo: 'places.remove.undo' }),
  /** Puts a place in an area, or changes from when to when it is in it. */
  saveMember: command({ input: MemberFields, output: One, errors: ['NAME_TAKEN'], touches: ['places'], undo: 'places.saveMember.undo' }),
  removeMember: command({ input: One, output: Nothing, touches: ['places'], undo: 'places.removeMember.undo' }),
  /** Records the decision that what belonged to a divided place counts with one of its successors. */
  decide: command({
    input: DecisionFields,
    output: One,
    touches: ['places'],
    undo: 'places.decide.undo',
  }),
  removeDecision: command({ input: One, output: Nothing, touches: ['places'], undo: 'places.removeDecision.undo' }),

  /** What a register would change here. Writes nothing. */
  lookAtUpdate: query({
    input: z.strictObject({ source: RegisterSource }),
    output: z.strictObject({ digest: z.string(), registers: z.array(RegisterChange) }),
    errors: ['TICKET_UNKNOWN', 'FILE_UNREADABLE', 'FILE_TOO_LARGE'],
  }),
  /** Writes what lookAtUpdate showed. Own areas, districts, localities and notes stay as they are; nothing is taken away. */
  updateRegister: command({
    input: z.strictObject({ source: RegisterSource, digest: z.string() }),
    output: z.strictObject({ newPlaces: z.int(), changedPlaces: z.int(), changes: z.int() }),
    errors: ['TICKET_UNKNOWN', 'FILE_UNREADABLE', 'FILE_TOO_LARGE', 'STALE'],
    touches: ['places'],
    undo: 'places.updateRegister.undo',
  }),
  discardFile: session({ input: z.strictObject({ ticket: Ticket }), output: Nothing }),
};
