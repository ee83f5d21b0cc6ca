import { z } from 'zod';

/** What a meeting, its people and its papers can be; the screen says each in the reader's language. */
export const MeetingStatus = z.enum([
  'requested',
  'planned',
  'invited',
  'questions-sent',
  'in-session',
  'held',
  'minutes-sent',
  'changed-after-sending',
  'cancelled',
]);
export type MeetingStatus = z.infer<typeof MeetingStatus>;
/** `other` is called by its `kindName`. */
export const MeetingKind = z.enum([
  'dialogue-meeting',
  'dialogue-conference',
  'panel',
  'discussion',
  'follow-up',
  'workshop',
  'study-circle',
  'other',
]);
export type MeetingKind = z.infer<typeof MeetingKind>;
export const MeetingFormat = z.enum(['physical', 'digital', 'hybrid']);
export type MeetingFormat = z.infer<typeof MeetingFormat>;
/** What a line of the minutes is. Their order is that of the keys 1–8. */
export const LineMark = z.enum(['theme', 'finding', 'good-example', 'challenge', 'idea', 'question-raised', 'information', 'action']);
export type LineMark = z.infer<typeof LineMark>;
export const MeetingRole = z.enum(['initiator', 'host', 'supporter', 'chair', 'coordinator', 'presenter', 'process-guide']);
export type MeetingRole = z.infer<typeof MeetingRole>;
export const InvitationStatus = z.enum(['draft', 'prepared', 'sent', 'accepted', 'declined', 'no-answer']);
export type InvitationStatus = z.infer<typeof InvitationStatus>;
export const RequestStatus = z.enum(['new', 'accepted', 'declined']);
export type RequestStatus = z.infer<typeof RequestStatus>;
/** What can be sent out about a meeting. */
export const MeetingPaper = z.enum(['invitation', 'question-sheet', 'minutes', 'contact-list', 'follow-up-sheet', 'news']);
export type MeetingPaper = z.infer<typeof MeetingPaper>;

/** A record of a register as a picker shows it. */
export const Named = z.strictObject({ id: z.uuid(), name: z.string(), detail: z.string() });
export type Named = z.infer<typeof Named>;

/** Clock on the wall where the meeting is, "13:00"; the end is often not known. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);
export const MeetingTimes = z.strictObject({ from: ClockTime, to: ClockTime.nullable() });
export type MeetingTimes = z.infer<typeof MeetingTimes>;
