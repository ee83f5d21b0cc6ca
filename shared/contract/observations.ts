import { z } from 'zod';
import { ActionId, MeetingId, ProjectId } from '../model/ids.ts';
import { Language, Name, StoredText } from '../model/text.ts';
import { IsoDay } from '../model/vague.ts';
import { ActionStatus } from './actions.ts';
import { command, query } from './kit.ts';

export const ObservationKind = z.enum([
  'good-example',
  'challenge',
  'idea',
  'question-raised',
  'information',
  'case-story',
  'outcome',
  'new-contact',
]);
export type ObservationKind = z.infer<typeof ObservationKind>;
export const ObservationStatus = z.enum(['new', 'taken-up', 'shared', 'done', 'dropped']);
export type ObservationStatus = z.infer<typeof ObservationStatus>;
/** Who stands behind it: a named body or organisation, one who took part, or everybody. */
export const Attribution = z.enum(['body', 'one-participant', 'consensus']);
export type Attribution = z.infer<typeof Attribution>;
/** Whose view it is: relatives are kept apart from users. */
export const Perspective = z.enum(['users', 'relatives', 'staff', 'organisations', 'politicians']);
export type Perspective = z.infer<typeof Perspective>;

const Named = z.strictObject({ id: z.uuid(), name: z.string() });

export const ObservationRow = z.strictObject({
  id: z.uuid(),
  kind: ObservationKind,
  title: z.string(),
  body: z.string().nullable(),
  language: Language,
  projectId: ProjectId.nullable(),
  project: z.string().nullable(),
  meeting: z.strictObject({ id: MeetingId, title: z.string(), on: z.string().nullable() }).nullable(),
  /** The statement or the line it was made from. */
  said: z.string().nullable(),
  saidOn: z.string().nullable(),
  attribution: Attribution.nullable(),
  attributedBody: Named.nullable(),
  attributedOrganisation: Named.nullable(),
  perspective: Perspective.nullable(),
  amountAsSaid: z.string().nullable(),
  status: ObservationStatus,
  place: Named.nullable(),
  service: Named.nullable(),
  isShareable: z.boolean(),
  events: z.array(
    z.strictObject({ status: ObservationStatus, on: z.string(), note: z.string().nullable(), meeting: z.string().nullable() }),
  ),
  actions: z.array(z.strictObject({ id: ActionId, code: z.string(), wording: z.string(), status: ActionStatus })),
});
export type ObservationRow = z.infer<typeof ObservationRow>;

const optionalLine = StoredText.transform((text) => text.trim())
  .pipe(z.string().max(400))
  .transform((text) => (text === '' ? null : text))
  .nullable();
const optionalText = StoredText.pipe(z.string().max(20_000))
  .transform((text) => (text.trim() === '' ? null : text))
  .nullable();
const note = StoredText.transform((text) => text.trim()).pipe(z.string().max(2000));

export const ObservationFields = z.strictObject({
  kind: ObservationKind,
  title: Name,
  body: optionalText,
  language: Language,
  projectId: ProjectId.nullable(),
  meetingId: MeetingId.nullable(),
  saidOn: IsoDay.nullable(),
  attribution: Attribution.nullable(),
  attributedBodyId: z.uuid().nullable(),
  attributedOrganisationId: z.uuid().nullable(),
  perspective: Perspective.nullable(),
  amountAsSaid: optionalLine,
  placeId: z.uuid().nullable(),
  serviceId: z.uuid().nullable(),
});
export type ObservationFields = z.input<typeof ObservationFields>;

export const observations = {
  /** New ones first, then by the day they were said. The counts are of the same selection without `kind`. */
  list: query({
    input: z.strictObject({
      kind: ObservationKind.optional(),
      projectId: ProjectId.optional(),
      status: ObservationStatus.optional(),
      perspective: Perspective.optional(),
      placeIds: z.array(z.uuid()).max(500).optional(),
      meetingId: MeetingId.optional(),
      isShareable: z.boolean().optional(),
      text: z.string().max(100).optional(),
      limit: z.int().min(1).max(500).default(500),
      offset: z.int().min(0).default(0),
    }),
    output: z.strictObject({
      observations: z.array(ObservationRow),
      total: z.int(),
      counts: z.strictObject({ all: z.int(), byKind: z.partialRecord(ObservationKind, z.int()) }),
    }),
  }),
  create: command({
    input: z.strictObject({
      ...ObservationFields.partial().shape,
      kind: ObservationKind,
      title: Name,
      textId: z.uuid().optional(),
      today: IsoDay,
    }),
    output: z.strictObject({ observationId: z.uuid() }),
    touches: ['observations', 'meetings'],
    undo: 'observations.create.undo',
  }),
  change: command({
    input: z.strictObject({ observationId: z.uuid(), fields: ObservationFields.partial() }),
    output: z.strictObject({}),
    touches: ['observations', 'meetings'],
    undo: 'observations.change.undo',
  }),
  /** Dropping one is told with a reason; only what may be told to others can have been shared. The same status again, with a note, is a note. */
  setStatus: command({
    input: z
      .strictObject({
        observationId: z.uuid(),
        status: ObservationStatus,
        happenedOn: IsoDay,
        note: note.optional(),
        meetingId: MeetingId.optional(),
      })
      .refine(({ status, note: reason }) => status !== 'dropped' || (reason ?? '') !== '', { error: 'note-needed', path: ['note'] }),
    output: z.strictObject({}),
    errors: ['EVENT_IMPOSSIBLE'],
    touches: ['observations'],
    undo: 'observations.setStatus.undo',
  }),
  /**
   * Whether it may be told to others. A case story first has to be told so that nobody can be known again, and `howDeidentified` says what
   * was changed or left out; it is kept as a note in its life.
   */
  setShareable: command({
    input: z.strictObject({
      observationId: z.uuid(),
      isShareable: z.boolean(),
      howDeidentified: note.optional(),
      happenedOn: IsoDay,
    }),
    output: z.strictObject({}),
    errors: ['EVENT_IMPOSSIBLE'],
    touches: ['observations'],
    undo: 'observations.setShareable.undo',
  }),
  /** Carries it on to another place: it becomes shared, and its life says with whom. Only what may be told to others. */
  share: command({
    input: z.strictObject({
      observationId: z.uuid(),
      placeId: z.uuid(),
      happenedOn: IsoDay,
      note: note.optional(),
      meetingId: MeetingId.optional(),
    }),
    output: z.strictObject({}),
    errors: ['EVENT_IMPOSSIBLE'],
    touches: ['observations'],
    undo: 'observations.share.undo',
  }),
};
