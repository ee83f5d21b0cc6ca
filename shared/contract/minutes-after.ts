import { z } from 'zod';
import { MeetingId, Ticket } from '../model/ids.ts';
import { Language, StoredText } from '../model/text.ts';
import { Counted, IsoDay, Precision } from '../model/vague.ts';
import { command, query, session } from './kit.ts';

const Named = z.strictObject({ id: z.uuid(), name: z.string() });
/** Names of records that stay although they are no longer asked for here: somebody has worked on them since. */
const Kept = z.array(z.string());
const InMeeting = z.strictObject({ meetingId: MeetingId });
const Words = (most: number) => StoredText.pipe(z.string().trim().max(most));

/** Who was there: a person, a body, an organisation, or only a role; a count, and how sure it is. */
export const Attendee = z.strictObject({
  id: z.uuid(),
  role: z.string(),
  organisation: Named.nullable(),
  body: Named.nullable(),
  person: Named.nullable(),
  count: z.int().nullable(),
  precision: Precision.nullable(),
  note: z.string().nullable(),
  /** Only for a person by name: whether contact details may go to the others who were there. */
  contact: z.strictObject({ consentedOn: z.string(), withdrawnOn: z.string().nullable() }).nullable(),
});
export type Attendee = z.infer<typeof Attendee>;

export const Attendance = z.strictObject({
  language: Language,
  attendees: z.array(Attendee),
  /** The number that was said for the whole meeting. */
  total: z.strictObject({
    count: z.int().nullable(),
    precision: Precision.nullable(),
    asSaid: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  /** The rows added together; null as long as a row's number is missing, an average or a total only: then nothing may be added. */
  sum: Counted.nullable(),
  /** Invited and not among those who came. */
  absent: z.array(z.string()),
});
export type Attendance = z.infer<typeof Attendance>;

export const OutcomeKind = z.enum(['outcome', 'new-contact']);
export type OutcomeKind = z.infer<typeof OutcomeKind>;
export const Outcomes = z.strictObject({
  language: Language,
  impression: z.string().nullable(),
  outcomes: z.array(z.strictObject({ id: z.uuid(), kind: OutcomeKind, title: z.string(), body: z.string().nullable() })),
});
export type Outcomes = z.infer<typeof Outcomes>;

export const Shown = z.strictObject({
  id: z.uuid(),
  person: Named.nullable(),
  shownAs: z.string(),
  consentedOn: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
});
export type Shown = z.infer<typeof Shown>;
export const Photo = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.enum(['image/jpeg', 'image/png']),
  byteCount: z.int(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  showsPeople: z.boolean(),
  people: z.array(Shown),
  /** Whether it may leave the program: nobody is shown, or each one shown has said yes and none has taken it back. */
  isExportable: z.boolean(),
});
export type Photo = z.infer<typeof Photo>;

/** Attendance, outcomes and photos: what stands beside the text of the minutes. */
export const minutesAfter = {
  attendance: query({ input: InMeeting, output: Attendance }),
  putAttendee: command({
    input: z.strictObject({
      meetingId: MeetingId,
      /** Null for a new row. */
      id: z.uuid().nullable(),
      role: Words(120),
      organisationId: z.uuid().nullable(),
      bodyId: z.uuid().nullable(),
      personId: z.uuid().nullable(),
      count: z.int().min(0).max(100_000).nullable(),
      precision: Precision.nullable(),
      note: Words(300).nullable(),
    }),
    output: z.strictObject({ id: z.uuid() }),
    touches: ['meetings'],
    undo: 'minutes.putAttendee.undo',
  }),
  removeAttendee: command({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.removeAttendee.undo',
  }),
  setTotal: command({
    input: z.strictObject({
      meetingId: MeetingId,
      ...Attendance.shape.total.shape,
      reason: Words(300).nullable(),
      asSaid: Words(120).nullable(),
    }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.setTotal.undo',
  }),
  /** Whether a person who was there may stand on this meeting's contact list. */
  setContact: command({
    input: z.strictObject({ meetingId: MeetingId, personId: z.uuid(), isConsenting: z.boolean(), on: IsoDay }),
    output: z.strictObject({}),
    touches: ['meetings', 'organisations'],
    undo: 'minutes.setContact.undo',
  }),
  outcomes: query({ input: InMeeting, output: Outcomes }),
  setImpression: command({
    input: z.strictObject({ meetingId: MeetingId, impression: Words(2000).nullable() }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.setImpression.undo',
  }),
  addOutcome: command({
    input: z.strictObject({ meetingId: MeetingId, kind: OutcomeKind, title: Words(500).pipe(z.string().min(1)) }),
    output: z.strictObject({ id: z.uuid() }),
    touches: ['meetings', 'findings'],
    undo: 'minutes.addOutcome.undo',
  }),
  changeOutcome: command({
    input: z.strictObject({ id: z.uuid(), title: Words(500).pipe(z.string().min(1)) }),
    output: z.strictObject({}),
    touches: ['meetings', 'findings'],
    undo: 'minutes.changeOutcome.undo',
  }),
  removeOutcome: command({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({ kept: Kept }),
    touches: ['meetings', 'findings'],
    undo: 'minutes.removeOutcome.undo',
  }),
  photos: query({ input: InMeeting, output: z.strictObject({ language: Language, photos: z.array(Photo) }) }),
  /** A picture that was sent in: JPEG or PNG by its own bytes, without what the camera wrote beside it (place, time, device). */
  addPhoto: command({
    input: z.strictObject({ meetingId: MeetingId, ticket: Ticket }),
    output: z.strictObject({ id: z.uuid() }),
    touches: ['meetings'],
    undo: 'minutes.addPhoto.undo',
    errors: ['FILE_UNREADABLE', 'FILE_TOO_LARGE', 'TICKET_UNKNOWN'],
  }),
  changePhoto: command({
    input: z.strictObject({
      id: z.uuid(),
      caption: Words(500).nullable().optional(),
      credit: Words(120).nullable().optional(),
      showsPeople: z.boolean().optional(),
    }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.changePhoto.undo',
  }),
  removePhoto: command({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.removePhoto.undo',
  }),
  /** Somebody seen in a photo. A yes without a day, and a yes taken back, keep it inside. */
  putShown: command({
    input: z.strictObject({
      photoId: z.uuid(),
      /** Null for somebody new. */
      id: z.uuid().nullable(),
      personId: z.uuid().nullable(),
      shownAs: Words(200).pipe(z.string().min(1)),
      consentedOn: IsoDay.nullable(),
      withdrawnOn: IsoDay.nullable(),
    }),
    output: z.strictObject({ id: z.uuid() }),
    touches: ['meetings'],
    undo: 'minutes.putShown.undo',
  }),
  removeShown: command({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.removeShown.undo',
  }),
  /** A ticket for looking at a photo inside the program. */
  seePhoto: session({ input: z.strictObject({ id: z.uuid() }), output: z.strictObject({ ticket: Ticket }) }),
};
