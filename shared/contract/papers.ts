import { z } from 'zod';
import { MeetingId, Ticket } from '../model/ids.ts';
import { Language, StoredText } from '../model/text.ts';
import { IsoDay } from '../model/vague.ts';
import { command, query, session } from './kit.ts';

/** A piece of text, and its language where that is another than the paper's. */
const PaperText = z.strictObject({ text: z.string(), language: Language.nullable() });
export type PaperText = z.infer<typeof PaperText>;

/** One piece of a paper, from the top. */
export const PaperBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  z.strictObject({ kind: z.literal('text'), tone: z.enum(['plain', 'lead', 'quiet']), ...PaperText.shape }),
  /** To whom a letter goes, line by line, and when it was written. */
  z.strictObject({ kind: z.literal('address'), lines: z.array(z.string()), day: z.string() }),
  z.strictObject({ kind: z.literal('facts'), rows: z.array(z.strictObject({ label: z.string(), lines: z.array(z.string()) })) }),
  z.strictObject({
    kind: z.literal('list'),
    items: z.array(z.strictObject({ lead: z.string(), ...PaperText.shape, note: z.string() })),
  }),
  /** Questions with room to write under each. */
  z.strictObject({ kind: z.literal('questions'), lines: z.int(), items: z.array(z.strictObject({ number: z.int(), ...PaperText.shape })) }),
  /** `share`: hundredths of the width; the shares of a table make 100. `tone` warn marks a row that has waited too long. */
  z.strictObject({
    kind: z.literal('table'),
    columns: z.array(z.strictObject({ label: z.string(), share: z.int() })),
    rows: z.array(z.strictObject({ cells: z.array(z.string()), language: Language.nullable(), isLate: z.boolean() })),
  }),
  /** Lines of minutes: what was said, what it was marked as, who it was said by. */
  z.strictObject({
    kind: z.literal('lines'),
    items: z.array(z.strictObject({ ...PaperText.shape, mark: z.string(), isAgreed: z.boolean(), by: z.string() })),
  }),
  z.strictObject({
    kind: z.literal('photos'),
    photos: z.array(z.strictObject({ attachmentId: z.uuid(), caption: z.string(), credit: z.string() })),
  }),
  z.strictObject({ kind: z.literal('signature'), lines: z.array(z.string()) }),
]);
export type PaperBlock = z.infer<typeof PaperBlock>;

/** A paper as it is sent: the screen, the DOCX and the PDF show this one object. */
export const Paper = z.strictObject({
  title: z.string(),
  /** "Dialogmøte i Fjordvik, tirsdag 22. april 2025 kl. 13.00–16.00"; empty on a letter. */
  subtitle: z.string(),
  language: Language,
  blocks: z.array(PaperBlock),
});
export type Paper = z.infer<typeof Paper>;

/** Whom a paper is for: a person, an organisation, a place that was invited as such, or a body that came. */
export const RecipientRef = z.strictObject({ kind: z.enum(['person', 'organisation', 'place', 'body']), id: z.uuid() });
export type RecipientRef = z.infer<typeof RecipientRef>;

/** invitation: a sheet for all. letter: to one, with address. welcome-next: to those who missed this one. */
export const InvitationForm = z.enum(['invitation', 'letter', 'welcome-next']);
export type InvitationForm = z.infer<typeof InvitationForm>;

const ofMeeting = { meetingId: MeetingId, language: Language };
/** What somebody wants on paper. */
export const PaperOrder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('invitation'),
    ...ofMeeting,
    form: InvitationForm.default('invitation'),
    recipient: RecipientRef.nullable().default(null),
    /** The day a letter carries. */
    day: IsoDay.nullable().default(null),
    /** What the invited need to know beside the rest: food, travel, who to ask for at the door. */
    practical: StoredText.pipe(z.string().max(2000)).default(''),
    /** "Feel free to pass it on" [R89]. */
    mayBeSpread: z.boolean().default(false),
  }),
  /** Without a sheet the latest version is meant. */
  z.strictObject({ kind: z.literal('question-sheet'), ...ofMeeting, sheetId: z.uuid().nullable().default(null) }),
  /** Names stand in minutes only when they are asked for, and then only of those who said yes to it. */
  z.strictObject({
    kind: z.literal('minutes'),
    ...ofMeeting,
    hasNames: z.boolean().default(false),
    hasPhotos: z.boolean().default(true),
  }),
  z.strictObject({ kind: z.literal('contact-list'), ...ofMeeting }),
  /** What is to be brought to the next meeting in a place, with what was agreed under its earlier names and codes. */
  z.strictObject({ kind: z.literal('follow-up-sheet'), placeId: z.uuid(), language: Language, today: IsoDay }),
]);
export type PaperOrder = z.infer<typeof PaperOrder>;

export const PaperKind = z.enum(['invitation', 'question-sheet', 'minutes', 'contact-list', 'follow-up-sheet']);
export type PaperKind = z.infer<typeof PaperKind>;
/** What is sent from a meeting to people; a follow-up sheet is brought along. */
export const SentKind = PaperKind.exclude(['follow-up-sheet']);
export type SentKind = z.infer<typeof SentKind>;

/** Somebody a paper can go to. */
export const Recipient = z.strictObject({
  ref: RecipientRef,
  name: z.string(),
  /** Organisation or body the person is of; empty otherwise. */
  of: z.string(),
  /** In which they are written to: the invitation's, else the person's, else the meeting's. */
  language: Language,
  email: z.string().nullable(),
  /** How they answered the invitation; null when they were not invited. */
  invitation: z.enum(['draft', 'prepared', 'sent', 'accepted', 'declined', 'no-answer']).nullable(),
  /** When this kind of paper last went to them, in what state. */
  last: z.strictObject({ status: z.enum(['prepared', 'sent']), on: z.string() }).nullable(),
  /** Whether they are ticked from the start. */
  isSuggested: z.boolean(),
});
export type Recipient = z.infer<typeof Recipient>;

/** Why there is or is not an event for a calendar. */
export const EventState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), isAllDay: z.boolean(), isCancelled: z.boolean() }),
  /** The time is only known in words. */
  z.strictObject({ kind: z.literal('vague'), asSaid: z.string() }),
  z.strictObject({ kind: z.literal('undated') }),
]);
export type EventState = z.infer<typeof EventState>;

const MeetingRecipients = z.strictObject({
  meetingId: MeetingId,
  title: z.string(),
  language: Language,
  status: z.string(),
  event: EventState,
  /** Whether there is anything of this kind to send: a sheet, minutes, a list with somebody on it. */
  hasContent: z.boolean(),
  recipients: z.array(Recipient),
});
export type MeetingRecipients = z.infer<typeof MeetingRecipients>;

/** One line of the log: a paper, its recipient, and whether it has gone. */
export const DistributionRow = z.strictObject({
  id: z.uuid(),
  what: z.enum([...PaperKind.options, 'news']),
  recipient: z.string(),
  status: z.enum(['prepared', 'sent']),
  /** The day it was prepared or sent. */
  on: z.string(),
  language: Language.nullable(),
  /** "docx", "pdf", "letter/docx", "welcome-next/pdf", "names/docx". */
  format: z.string().nullable(),
  sheetVersion: z.int().nullable(),
  /** What stands in the paper now is not what was made then. Null where nobody can tell. */
  isChangedSince: z.boolean().nullable(),
});
export type DistributionRow = z.infer<typeof DistributionRow>;

/** A paper made for some: one row in the log for each of them. */
export const Preparation = z.strictObject({
  order: PaperOrder,
  /** The meeting under which it is logged; a follow-up sheet is logged under the meeting it is brought to. */
  meetingId: MeetingId,
  file: z.enum(['docx', 'pdf', 'mail']),
  recipients: z.array(RecipientRef).min(1).max(500),
});
export type Preparation = z.infer<typeof Preparation>;

const ids = z.array(z.uuid()).min(1).max(500);

export const papers = {
  /** A paper as it stands now. */
  paper: query({ input: PaperOrder, output: Paper, errors: ['NOTHING_TO_SEND'] }),
  /**
   * The papers as Word documents and the meetings as calendar files, to be fetched with the ticket: one file as itself, several in a
   * ZIP archive. A meeting without a day makes no event.
   */
  files: session({
    input: z.strictObject({ orders: z.array(PaperOrder).max(300), calendars: z.array(MeetingId).max(50), language: Language }),
    output: z.strictObject({ ticket: Ticket, fileName: z.string(), fileCount: z.int() }),
    errors: ['NOTHING_TO_SEND'],
  }),
  /**
   * Who a kind of paper can go to, meeting by meeting. Minutes and contact lists: those who were at that meeting, nobody else. Without
   * `what` it is the paper that the first meeting's state asks for.
   */
  recipients: query({
    input: z.strictObject({
      meetingIds: z.array(MeetingId).min(1).max(50),
      what: SentKind.optional(),
      form: InvitationForm.default('invitation'),
    }),
    output: z.strictObject({ what: SentKind, meetings: z.array(MeetingRecipients) }),
  }),
  /** Mail drafts that the person's own mail program opens; several when one would be too long. `without`: who has no address. */
  mail: query({
    input: z.strictObject({
      meetingId: MeetingId,
      what: SentKind,
      form: InvitationForm.default('invitation'),
      language: Language,
      recipients: z.array(RecipientRef).max(500),
    }),
    output: z.strictObject({
      links: z.array(z.strictObject({ href: z.string(), count: z.int() })),
      without: z.array(z.string()),
    }),
    errors: ['RECIPIENT_NOT_PRESENT'],
  }),
  /** Writes in the log that papers were made, and for whom. Nothing counts as sent until somebody says so. */
  prepare: command({
    input: z.strictObject({ preparations: z.array(Preparation).min(1).max(300), day: IsoDay }),
    output: z.strictObject({ ids: z.array(z.uuid()) }),
    touches: ['meetings'],
    undo: 'papers.prepare.undo',
    errors: ['RECIPIENT_NOT_PRESENT', 'NOTHING_TO_SEND'],
  }),
  /** Says that prepared papers have gone, and moves invitations, question sheets and meetings on. */
  markSent: command({
    input: z.strictObject({ ids, day: IsoDay }),
    output: z.strictObject({ count: z.int() }),
    touches: ['meetings'],
    undo: 'papers.markSent.undo',
    errors: ['RECIPIENT_NOT_PRESENT'],
  }),
  /** Takes prepared papers that never went out of the log. What was sent stays. */
  discard: command({
    input: z.strictObject({ ids }),
    output: z.strictObject({ count: z.int() }),
    touches: ['meetings'],
    undo: 'papers.discard.undo',
  }),
  /** What was made and sent from a meeting, newest first. */
  log: query({
    input: z.strictObject({ meetingId: MeetingId, limit: z.int().min(1).max(500).default(200), offset: z.int().min(0).default(0) }),
    output: z.strictObject({
      rows: z.array(DistributionRow),
      total: z.int(),
      hasPrepared: z.boolean(),
      isChangedAfterSending: z.boolean(),
    }),
  }),
  /** The meetings a follow-up sheet can be brought to: the coming ones in that place first. */
  sheetMeetings: query({
    input: z.strictObject({ placeId: z.uuid(), today: IsoDay }),
    output: z.strictObject({
      place: z.string(),
      meetings: z.array(z.strictObject({ id: MeetingId, title: z.string(), on: z.string().nullable(), isComing: z.boolean() })),
    }),
  }),
};
