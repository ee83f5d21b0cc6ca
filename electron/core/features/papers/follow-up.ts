import { inWords } from '../../../../shared/model/vague.ts';
import type { ActionRow } from '../../../../shared/contract/actions.ts';
import type { Paper, PaperBlock } from '../../../../shared/contract/papers.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { dayIn, type CoreWords } from '../../words.ts';
import { actionTable, ownerWords, type ActionLine } from './action-table.ts';
import { facts, quoted, section, words } from './paper-parts.ts';
import type { MeetingTime } from './when.ts';
import { capital, dueOf, whenOf } from './when.ts';

export interface SheetExample {
  readonly title: string;
  readonly body: string | null;
  readonly language: Language;
  readonly place: string | null;
}

interface SheetMeeting {
  readonly title: string;
  readonly time: MeetingTime;
}

/** What a follow-up sheet is made of. */
export interface FollowUpInput {
  /** "Fjordvik (9931, fra 2024)" */
  readonly place: string;
  /** Earlier names and codes that share its ground, and areas it is in, of which anything is on the sheet. */
  readonly formerly: readonly string[];
  readonly today: string;
  readonly language: Language;
  readonly say: CoreWords;
  readonly last: SheetMeeting | null;
  /** The day of the last meeting, ISO; what was done before it is old news. */
  readonly lastOn: string | null;
  readonly next: SheetMeeting | null;
  readonly actions: readonly ActionRow[];
  readonly examples: readonly SheetExample[];
  /** Ids of the owners who may be named to anybody. */
  readonly named: ReadonlySet<string>;
}

const longest = 100;

/** What to bring to the next meeting in a place: what is late, open, untold and done, and what went well elsewhere. Pure. */
export function followUpPaper(input: FollowUpInput): Paper {
  const { place, formerly, today, language, say, last, next, examples } = input;
  const parts = partsOf(input);
  const isEmpty = Object.values(parts).every((list) => list.length === 0);
  return {
    title: say('papers.followUp.title', { place }),
    subtitle: say('papers.followUp.asOf', { day: dayIn(language, today) }),
    language,
    blocks: [
      ...facts([
        { label: say('papers.followUp.lastMeeting'), lines: meetingLines(last, input) },
        { label: say('papers.followUp.nextMeeting'), lines: meetingLines(next, input) },
        { label: say('papers.followUp.formerly'), lines: formerly },
      ]),
      ...(isEmpty ? [words(say('papers.followUp.nothing'), 'lead')] : []),
      ...table('papers.followUp.overdue', parts.overdue, input),
      ...table('papers.followUp.open', parts.open, input),
      ...table('papers.followUp.unreported', parts.unreported, input),
      ...table('papers.followUp.done', parts.done, input),
      ...section(say('papers.followUp.examples'), exampleBlocks(examples, language)),
    ],
  };
}

function meetingLines(meeting: SheetMeeting | null, { language, say }: FollowUpInput): string[] {
  return meeting === null ? [] : [meeting.title, capital(whenOf(meeting.time, language, say), language)];
}

/**
 * Every action stands in one list, or, when it is over, told and from before the last meeting, in none. What was handed over to others
 * stays open until the users have been told.
 */
export function partsOf({ actions, lastOn }: Pick<FollowUpInput, 'actions' | 'lastOn'>) {
  const isUntold = ({ isReportedBack }: ActionRow): boolean => !isReportedBack;
  const open = actions.filter(({ status, isReportedBack }) => isUnderWay(status) || (status === 'handed-over' && !isReportedBack));
  const ended = actions.filter(({ status }) => status === 'done' || status === 'not-done');
  const told = actions.filter(({ status, isReportedBack }) => !isUnderWay(status) && isReportedBack);
  return {
    overdue: open.filter(isLate),
    open: open.filter((action) => !isLate(action)),
    unreported: ended.filter(isUntold),
    done: told.filter((action) => lastOn === null || (endOf(action) ?? lastOn) >= lastOn),
  };
}

function isUnderWay(status: ActionRow['status']): boolean {
  return status === 'agreed' || status === 'under-way';
}

function isLate({ daysOverdue }: ActionRow): boolean {
  return daysOverdue > 0;
}

/** The day an action came to stand as it does, ISO. */
function endOf({ events, status }: ActionRow): string | null {
  return events.findLast(({ kind }) => kind === status)?.on ?? null;
}

type HeadingId = 'papers.followUp.overdue' | 'papers.followUp.open' | 'papers.followUp.unreported' | 'papers.followUp.done';

function table(heading: HeadingId, actions: readonly ActionRow[], input: FollowUpInput): PaperBlock[] {
  const { language, say } = input;
  const left = actions.length - longest;
  return section(say(heading), [
    ...actionTable(
      actions.slice(0, longest).map((action) => lineOf(action, input)),
      language,
      say,
    ),
    ...(left > 0 ? [words(say('papers.followUp.truncated', { n: left }), 'quiet')] : []),
  ]);
}

function lineOf(action: ActionRow, { language, say, named }: FollowUpInput): ActionLine {
  const due = dueOf(action.due, language);
  const late = action.daysOverdue === 0 ? '' : say('dates.overdue', inWords(action.daysOverdue));
  const told = action.isReportedBack ? (action.reportedBack.at(-1)?.on ?? null) : null;
  const notes = [
    action.isExistingMeasure ? say('actions.existing') : '',
    action.addressee === null ? '' : say('papers.action.addressee', { who: action.addressee }),
    action.channel === null ? '' : say('papers.action.channel', { channel: action.channel }),
    action.result === null ? '' : `${say('papers.action.result')}: ${action.result}`,
    told === null ? '' : say('papers.followUp.told', { day: dayIn(language, told) }),
    action.meeting === null ? '' : say('papers.action.from', { meeting: action.meeting.title }),
  ];
  return {
    code: action.code,
    wording: action.wording,
    language: action.language,
    notes: notes.filter((note) => note !== '').map((note) => capital(note, language)),
    owner: ownerWords(ownerOf(action, named, say), action.parties, say),
    due: [due === '' ? say('papers.action.noDue') : due, late].filter((part) => part !== '').join('\n'),
    status: capital(say(`actions.status.${action.status}`), language),
    isLate: action.daysOverdue > 0,
  };
}

/** Who owns it: as it was said, an organisation, or a person who has agreed to be named. */
function ownerOf({ ownerAsSaid, ownerOrganisation, ownerPerson }: ActionRow, named: ReadonlySet<string>, say: CoreWords): string | null {
  const known = ownerAsSaid ?? ownerOrganisation?.name ?? null;
  if (known !== null || ownerPerson === null) return known;
  return named.has(ownerPerson.id) ? ownerPerson.name : say('papers.action.unnamed');
}

function exampleBlocks(examples: readonly SheetExample[], language: Language): PaperBlock[] {
  if (examples.length === 0) return [];
  const items = examples.map(({ title, body, language: own, place }) => ({
    lead: '',
    ...quoted(title, own, language),
    note: [place, body].filter((part) => part !== null && part !== '').join('. '),
  }));
  return [{ kind: 'list', items }];
}
