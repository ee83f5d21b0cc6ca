import type {
  InvitationForm,
  MeetingRecipients,
  PaperOrder,
  Preparation,
  Recipient,
  RecipientRef,
  SentKind,
} from '../../../shared/contract/papers.ts';
import type { MeetingId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';

/** What is sent and how. */
export interface SendChoices {
  readonly what: SentKind;
  readonly form: Exclude<InvitationForm, 'letter'>;
  readonly file: Preparation['file'];
  /** own: everybody in the language they are written to in. */
  readonly language: Language | 'own';
  readonly hasCalendar: boolean;
  readonly hasNames: boolean;
  readonly hasPhotos: boolean;
  readonly mayBeSpread: boolean;
  readonly practical: string;
}

/** One mail to write: to whom of a meeting, in which language. */
export interface MailGroup {
  readonly meetingId: MeetingId;
  readonly language: Language;
  readonly recipients: readonly RecipientRef[];
}

export interface SendPlan {
  readonly preparations: readonly Preparation[];
  readonly orders: readonly PaperOrder[];
  readonly calendars: readonly MeetingId[];
  readonly mails: readonly MailGroup[];
}

/** A recipient of a meeting as one key. */
export function recipientKey(meetingId: string, { kind, id }: RecipientRef): string {
  return `${meetingId} ${kind} ${id}`;
}

/**
 * What has to be made and logged so that everybody chosen gets their paper: one paper for each meeting and language, a letter by name
 * for whoever is invited and has no address, and a mail for those who have one. `day` is what letters carry, ISO.
 */
export function planSending(
  meetings: readonly MeetingRecipients[],
  chosen: ReadonlySet<string>,
  choices: SendChoices,
  day: string,
): SendPlan {
  const preparations: Preparation[] = [];
  const mails: MailGroup[] = [];
  for (const { meetingId, recipients } of meetings) {
    const wanted = recipients.filter(({ ref }) => chosen.has(recipientKey(meetingId, ref)));
    const languageOf = (recipient: Recipient): Language => (choices.language === 'own' ? recipient.language : choices.language);
    for (const [language, people] of Map.groupBy(wanted, languageOf)) {
      const byLetter = people.filter((recipient) => getsLetter(recipient, choices));
      const others = people.filter((recipient) => !byLetter.includes(recipient));
      const of = { meetingId, file: choices.file };
      if (others.length > 0)
        preparations.push({ ...of, order: orderFor(choices, meetingId, language), recipients: others.map(({ ref }) => ref) });
      for (const { ref } of byLetter)
        preparations.push({ ...of, order: letterFor(choices, { meetingId, language, ref, day }), recipients: [ref] });
      const reachable = people.filter(({ email }) => email !== null);
      if (reachable.length > 0) mails.push({ meetingId, language, recipients: reachable.map(({ ref }) => ref) });
    }
  }
  const hasCalendar = choices.what === 'invitation' && choices.form === 'invitation' && choices.hasCalendar;
  const going = new Set(preparations.map(({ meetingId }) => meetingId));
  return {
    preparations,
    orders: choices.file === 'mail' ? [] : preparations.map(({ order }) => order),
    calendars: hasCalendar
      ? meetings.filter(({ meetingId, event }) => going.has(meetingId) && event.kind === 'event').map(({ meetingId }) => meetingId)
      : [],
    mails,
  };
}

/** Whoever is invited and has no address gets a letter with theirs on it. */
export function getsLetter({ email }: Pick<Recipient, 'email'>, { what, file }: Pick<SendChoices, 'what' | 'file'>): boolean {
  return what === 'invitation' && file !== 'mail' && email === null;
}

/** The paper for all who read one language. */
export function orderFor(choices: SendChoices, meetingId: MeetingId, language: Language): PaperOrder {
  const of = { meetingId, language };
  switch (choices.what) {
    case 'invitation': {
      const { form, practical, mayBeSpread } = choices;
      return { kind: 'invitation', ...of, form, practical, mayBeSpread, recipient: null, day: null };
    }
    case 'question-sheet':
      return { kind: 'question-sheet', ...of, sheetId: null };
    case 'minutes':
      return { kind: 'minutes', ...of, hasNames: choices.hasNames, hasPhotos: choices.hasPhotos };
    case 'contact-list':
      return { kind: 'contact-list', ...of };
  }
}

interface LetterFacts {
  readonly meetingId: MeetingId;
  readonly language: Language;
  readonly ref: RecipientRef;
  readonly day: string;
}

function letterFor({ form, practical, mayBeSpread }: SendChoices, { meetingId, language, ref, day }: LetterFacts): PaperOrder {
  const variant = form === 'welcome-next' ? form : 'letter';
  return { kind: 'invitation', meetingId, language, form: variant, recipient: ref, day, practical, mayBeSpread };
}
