import type { InvitationForm, RecipientRef, SentKind } from '../../../../shared/contract/papers.ts';
import type { MeetingId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { wordsIn } from '../../words.ts';
import { mailLinks, type MailLink } from './mail-links.ts';
import { assertPresent } from './present.ts';
import { readMeeting } from './read-meeting.ts';
import { isAttendeesOnly, recipientName } from './recipients.ts';
import { whenOf } from './when.ts';

/** What a mail is about, and to whom. */
export interface MailInput {
  readonly meetingId: MeetingId;
  readonly what: SentKind;
  readonly form: InvitationForm;
  readonly language: Language;
  readonly recipients: readonly RecipientRef[];
}

/** A longer subject would leave no room for recipients. */
const longestTitle = 120;

/** Mail drafts with a short text, and the names of those who have no address. @throws AppError RECIPIENT_NOT_PRESENT, NOT_FOUND */
export function makeMail(sql: Statements, input: MailInput): { links: MailLink[]; without: string[] } {
  const { meetingId, what, form, language } = input;
  if (isAttendeesOnly(what)) assertPresent(sql, meetingId, input.recipients);
  const meeting = readMeeting(sql, meetingId);
  const say = wordsIn(language);
  const people = input.recipients.map((ref) => recipientName(sql, ref));
  const kind = what === 'invitation' && form === 'welcome-next' ? 'welcome-next' : what;
  const title = [...meeting.title].slice(0, longestTitle).join('');
  const when = whenOf(meeting.time, language, say);
  return {
    links: mailLinks({
      subject: say(`papers.mail.subject.${kind}`, { title }),
      body: say(`papers.mail.body.${kind}`, { title, when: when === '' ? say('papers.mail.undated') : when }),
      addresses: people.flatMap(({ email }) => email ?? []),
    }),
    without: people.filter(({ email }) => email === null).map(({ name }) => name),
  };
}
