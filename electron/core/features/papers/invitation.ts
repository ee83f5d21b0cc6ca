import type { InvitationForm, Paper, PaperBlock } from '../../../../shared/contract/papers.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { dayIn, type CoreWords } from '../../words.ts';
import { contactLines } from './contact.ts';
import { facts, quoted, section, words } from './paper-parts.ts';
import type { AgendaFact, MeetingFacts } from './read-meeting.ts';
import { capital, clockAt, fixedDay, whenOf } from './when.ts';

/** What an invitation needs beside the meeting. */
export interface InvitationInput {
  readonly meeting: MeetingFacts;
  readonly language: Language;
  readonly say: CoreWords;
  readonly form: InvitationForm;
  /** To whom a letter goes. */
  readonly addressee: { readonly name: string; readonly of: string } | null;
  /** The day a letter carries, ISO. */
  readonly day: string | null;
  readonly practical: string;
  readonly mayBeSpread: boolean;
  readonly hasSheet: boolean;
  /** Organisations and places that are invited, and how many persons by themselves. */
  readonly invited: { readonly names: readonly string[]; readonly persons: number };
  /** The next meeting in the same series or place, for those who missed this one. */
  readonly next: MeetingFacts | null;
}

/** An invitation for all, a letter to one, or a welcome to the next meeting for those who missed this one [R10, R27]. Pure. */
export function invitationPaper(input: InvitationInput): Paper {
  if (input.form === 'welcome-next') return welcome(input);
  const { meeting, language, say, form } = input;
  const isLetter = form === 'letter';
  return {
    title: say(titleIds[noticeOf(meeting)], { title: meeting.title }),
    subtitle: '',
    language,
    blocks: [
      ...(isLetter ? head(input) : []),
      ...lead(input),
      ...facts([...whenAndWhere(meeting, language, say), formatRow(meeting, say)]),
      ...(meeting.status === 'cancelled' ? [] : aboutTheMeeting(input)),
      ...(isLetter ? foot(input) : section(say('papers.on.contact'), contactBlock(meeting, say))),
    ],
  };
}

const titleIds = {
  invited: 'papers.invitation.title',
  moved: 'papers.invitation.moved',
  cancelled: 'papers.invitation.cancelled',
} as const;

/** What a paper about a meeting has to tell first. */
function noticeOf({ status, sequence }: MeetingFacts): keyof typeof titleIds {
  if (status === 'cancelled') return 'cancelled';
  return sequence > 0 ? 'moved' : 'invited';
}

function lead({ meeting, say, language }: InvitationInput): PaperBlock[] {
  const notice = noticeOf(meeting);
  if (notice === 'cancelled') {
    const why = meeting.gapReason === null ? [] : facts([{ label: say('papers.invitation.why'), lines: [meeting.gapReason] }]);
    return [words(say('papers.invitation.leadCancelled'), 'lead'), ...why, words(say('papers.invitation.again'))];
  }
  const kind = meeting.kind === 'other' ? (meeting.kindName ?? say('papers.on.kind.other')) : say(`papers.on.kind.${meeting.kind}`);
  const invite = words(say('papers.invitation.lead', { kind }), 'lead');
  const first = meeting.isFirstOfKind ? [words(capital(`${say('papers.minutes.first')}.`, language))] : [];
  return notice === 'moved' ? [words(say('papers.invitation.leadMoved'), 'lead'), invite] : [invite, ...first];
}

function aboutTheMeeting(input: InvitationInput): PaperBlock[] {
  const { meeting, language, say, practical, invited, hasSheet, mayBeSpread } = input;
  const practicalTexts = [practical.trim(), say('papers.invitation.free'), hasSheet ? say('papers.invitation.sheet') : ''].filter(isSaid);
  const asked = [...invited.names, ...(invited.persons === 0 ? [] : [say('papers.invitation.persons', { n: invited.persons })])];
  return [
    ...section(say('papers.on.purpose', { n: meeting.purposes.length }), purposeBlocks(meeting, language)),
    ...section(say('papers.on.programme'), programme(meeting.agenda, language, say)),
    ...section(say('papers.invitation.invited'), asked.length === 0 ? [] : [words(asked.join(' · '))]),
    ...section(
      say('papers.invitation.practical'),
      practicalTexts.map((text) => words(text)),
    ),
    ...(mayBeSpread ? [words(say('papers.invitation.spread'))] : []),
  ];
}

/** One purpose is a sentence, several are a list. */
export function purposeBlocks({ purposes, language: own }: MeetingFacts, language: Language): PaperBlock[] {
  const texts = purposes.map((purpose) => quoted(purpose, own, language));
  if (texts.length === 0) return [];
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return [{ kind: 'text', tone: 'plain', ...only }];
  return [{ kind: 'list', items: texts.map((text) => ({ lead: '', ...text, note: '' })) }];
}

function programme(agenda: readonly AgendaFact[], language: Language, say: CoreWords): PaperBlock[] {
  if (agenda.length === 0) return [];
  const items = agenda.map((item) => {
    const who = item.presenter ?? item.presenterPerson?.name ?? null;
    return {
      lead: item.startsAt === null ? '' : clockAt(item.startsAt, language),
      text: item.title,
      language: null,
      note: [who === null ? '' : say('papers.on.presenter', { who }), item.note ?? ''].filter(isSaid).join('. '),
    };
  });
  return [{ kind: 'list', items }];
}

/** When and where; what is not decided says so. */
export function whenAndWhere(meeting: MeetingFacts, language: Language, say: CoreWords) {
  const when = whenOf(meeting.time, language, say);
  const isOpen = fixedDay(meeting.time) === null && meeting.time.held === null;
  const openNote = !isOpen ? null : say(when === '' ? 'papers.on.timeOpen' : 'papers.on.dayOpen');
  const isLink = /^https?:\/\//u.test(meeting.venue ?? '');
  return [
    { label: say('papers.on.when'), lines: [capital(when, language), openNote] },
    { label: say('papers.on.where'), lines: [isLink ? null : meeting.venue, meeting.place] },
    { label: say('papers.on.link'), lines: [isLink ? meeting.venue : null] },
  ];
}

/** In which form those invited can take part. */
function formatRow({ format }: MeetingFacts, say: CoreWords) {
  return { label: say('papers.on.format'), lines: [say(`papers.on.format.${format}`)] };
}

function contactBlock(meeting: MeetingFacts, say: CoreWords): PaperBlock[] {
  const lines = contactLines(meeting, say);
  return lines.length === 0 ? [] : [{ kind: 'signature', lines }];
}

function head({ addressee, day, language, say }: InvitationInput): PaperBlock[] {
  const lines = addressee === null ? [] : [addressee.name, addressee.of].filter(isSaid);
  return [
    { kind: 'address', lines, day: day === null ? '' : dayIn(language, day) },
    ...(addressee === null ? [] : [words(say('papers.invitation.greeting', { name: addressee.name }))]),
  ];
}

function foot({ meeting, say }: InvitationInput): PaperBlock[] {
  const reply = meeting.status === 'cancelled' ? [] : [words(say('papers.invitation.reply'))];
  return [...reply, { kind: 'signature', lines: [say('papers.invitation.regards'), ...contactLines(meeting, say)] }];
}

function welcome(input: InvitationInput): Paper {
  const { meeting, next, language, say, addressee, day } = input;
  const ahead: PaperBlock[] =
    next === null
      ? [words(say('papers.welcome.undecided'))]
      : section(say('papers.welcome.next'), [
          words(next.title, 'lead'),
          ...facts([
            ...whenAndWhere(next, language, say),
            formatRow(next, say),
            { label: say('papers.on.purpose', { n: next.purposes.length }), lines: next.purposes },
          ]),
        ]);
  return {
    title: say('papers.welcome.title'),
    subtitle: '',
    language,
    blocks: [
      ...(addressee === null && day === null ? [] : head(input)),
      words(say('papers.welcome.lead', { title: meeting.title, when: whenOf(meeting.time, language, say) }), 'lead'),
      ...ahead,
      words(say('papers.welcome.wish')),
      { kind: 'signature', lines: [say('papers.invitation.regards'), ...contactLines(next ?? meeting, say)] },
    ],
  };
}

function isSaid(text: string | null): text is string {
  return text !== null && text !== '';
}
