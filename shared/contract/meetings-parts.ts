import { z } from 'zod';
import { MeetingId } from '../model/ids.ts';
import { Language, LocalisedText, StoredText } from '../model/text.ts';
import { IsoDay } from '../model/vague.ts';
import { command } from './kit.ts';
import { ClockTime, InvitationStatus, MeetingRole } from './meeting-terms.ts';

const Line = StoredText.pipe(z.string().max(300));
const Words = StoredText.pipe(z.string().max(4000));
const Nothing = z.strictObject({});
const Id = z.strictObject({ id: z.uuid() });
const touches = ['meetings'] as const;
const Ids = z.array(z.uuid()).max(500);
const Direction = z.enum(['up', 'down']);

/** Which question sheet: that of one meeting, or the one a whole round shares. */
export const SheetOwner = z.union([z.strictObject({ meetingId: MeetingId }), z.strictObject({ roundId: z.uuid() })]);
export type SheetOwner = z.infer<typeof SheetOwner>;

/** What an agenda item can be given. `startsAt` is the clock on the wall; it needs a day. */
export const AgendaFields = z.strictObject({
  title: Line.pipe(z.string().trim().min(1)),
  presenterPersonId: z.uuid().nullable(),
  presenterOrganisationId: z.uuid().nullable(),
  presenterAsSaid: Line.nullable(),
  startsAt: ClockTime.nullable(),
  note: Words.nullable(),
});
export type AgendaFields = z.infer<typeof AgendaFields>;

export const parts = {
  /** Roles are kept apart, and several may have one. At least a person or an organisation. */
  addRole: command({
    input: z.strictObject({ meetingId: MeetingId, role: MeetingRole, personId: z.uuid().nullable(), organisationId: z.uuid().nullable() }),
    output: Id,
    touches: [...touches],
    undo: 'meetings.addRole.undo',
  }),
  removeRole: command({ input: Id, output: Nothing, touches: [...touches], undo: 'meetings.removeRole.undo' }),

  /** Draft invitations to organisations, people and places; whoever is on the list already is left as it is. */
  invite: command({
    input: z.strictObject({ meetingId: MeetingId, organisationIds: Ids, personIds: Ids, placeIds: Ids }),
    output: z.strictObject({ added: z.int() }),
    touches: [...touches],
    undo: 'meetings.invite.undo',
  }),
  /** Those who were asked to an earlier round's meetings and missed them are asked to the meetings of this one. */
  inviteMissed: command({
    input: z.strictObject({ fromRoundId: z.uuid(), toRoundId: z.uuid() }),
    output: z.strictObject({ added: z.int() }),
    touches: [...touches],
    undo: 'meetings.inviteMissed.undo',
  }),
  /** Marks many at once. `on` is the day it was sent or answered. A meeting with a sent invitation is invited. */
  markInvitations: command({
    input: z.strictObject({ ids: Ids.min(1), status: InvitationStatus, on: IsoDay }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.markInvitations.undo',
  }),
  changeInvitation: command({
    input: z.strictObject({ id: z.uuid(), note: Line.nullable(), language: Language.nullable(), personId: z.uuid().nullable() }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.changeInvitation.undo',
  }),
  removeInvitations: command({
    input: z.strictObject({ ids: Ids.min(1) }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.removeInvitations.undo',
  }),

  /** Below another item, or at the end. */
  addAgendaItem: command({
    input: z.strictObject({ meetingId: MeetingId, afterId: z.uuid().nullable(), title: AgendaFields.shape.title }),
    output: Id,
    touches: [...touches],
    undo: 'meetings.addAgendaItem.undo',
  }),
  changeAgendaItem: command({
    input: z.strictObject({ id: z.uuid(), fields: AgendaFields.partial() }),
    output: Nothing,
    errors: ['DATE_NEEDED'],
    touches: [...touches],
    undo: 'meetings.changeAgendaItem.undo',
  }),
  moveAgendaItem: command({
    input: z.strictObject({ id: z.uuid(), to: Direction }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.moveAgendaItem.undo',
  }),
  /** Lines of the minutes under it stay, under no item. */
  removeAgendaItem: command({ input: Id, output: Nothing, touches: [...touches], undo: 'meetings.removeAgendaItem.undo' }),

  /**
   * Changing a sheet that was sent makes the next version; what was sent stays as it was. A meeting of a round shares the round's
   * sheet until its own is changed.
   */
  addBankQuestions: command({
    input: z.strictObject({ owner: SheetOwner, bankQuestionIds: z.array(z.string()).min(1).max(100) }),
    output: z.strictObject({ sheetId: z.uuid() }),
    touches: [...touches, 'questionnaires'],
    undo: 'meetings.addBankQuestions.undo',
  }),
  /** A question of one's own, for this sheet only. */
  addQuestion: command({
    input: z.strictObject({ owner: SheetOwner, wording: LocalisedText }),
    output: z.strictObject({ sheetId: z.uuid() }),
    touches: [...touches],
    undo: 'meetings.addQuestion.undo',
  }),
  changeQuestion: command({
    input: z.strictObject({ owner: SheetOwner, questionId: z.uuid(), wording: LocalisedText }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.changeQuestion.undo',
  }),
  moveQuestion: command({
    input: z.strictObject({ owner: SheetOwner, questionId: z.uuid(), to: Direction }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.moveQuestion.undo',
  }),
  removeQuestion: command({
    input: z.strictObject({ owner: SheetOwner, questionId: z.uuid() }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.removeQuestion.undo',
  }),
  changeSheet: command({
    input: z.strictObject({ owner: SheetOwner, title: Line.nullable(), intro: Words.nullable() }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.changeSheet.undo',
  }),
  /** The questions went out; the version is frozen. */
  markSheetSent: command({
    input: z.strictObject({ meetingId: MeetingId, on: IsoDay }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.markSheetSent.undo',
  }),
  /** Whether a question was talked about in this meeting; null when nobody has said. The frozen wording stays as it was. */
  markDiscussed: command({
    input: z.strictObject({ meetingId: MeetingId, questionId: z.uuid(), wasDiscussed: z.boolean().nullable() }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.markDiscussed.undo',
  }),
};
