import type { QuestionSheet } from '../../../../shared/contract/meetings.ts';
import type { AgreedAction, Attendance, Line, Outcomes, Photo } from '../../../../shared/contract/minutes.ts';
import type { Paper, PaperBlock } from '../../../../shared/contract/papers.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { CoreWords } from '../../words.ts';
import { actionTable, ownerWords } from './action-table.ts';
import { purposeBlocks, whenAndWhere } from './invitation.ts';
import { facts, quoted, section, words } from './paper-parts.ts';
import { inLanguage } from './question-sheet.ts';
import type { AgendaFact, MeetingFacts } from './read-meeting.ts';
import { capital, countOf, dueOf } from './when.ts';

/** What minutes are made of. */
export interface MinutesInput {
  readonly meeting: MeetingFacts;
  readonly language: Language;
  readonly say: CoreWords;
  readonly attendance: Attendance;
  readonly lines: readonly Line[];
  readonly actions: readonly AgreedAction[];
  readonly sheet: QuestionSheet | undefined;
  readonly outcomes: Outcomes;
  /** Those that may leave the program. */
  readonly photos: readonly Pick<Photo, 'id' | 'caption' | 'credit'>[];
  /** Who may be named: nobody unless names were asked for, and then those who agreed to it [R22]. */
  readonly named: ReadonlyMap<string, string>;
}

/** Minutes as they are sent to those who were there [R18]. Pure. */
export function minutesPaper(input: MinutesInput): Paper {
  const { meeting, language, say, actions, photos } = input;
  return {
    title: say('papers.minutes.title', { title: meeting.title }),
    subtitle: '',
    language,
    blocks: [
      ...facts([
        ...whenAndWhere(meeting, language, say),
        formRow(meeting, say),
        ...roleRows(input),
        { label: say('papers.minutes.continues'), lines: [meeting.follows] },
      ]),
      ...section(say('papers.on.purpose', { n: meeting.purposes.length }), purposeBlocks(meeting, language)),
      ...section(say('papers.minutes.present'), presentBlocks(input)),
      ...noteBlocks(input),
      ...section(
        say('papers.minutes.agreed'),
        actionTable(
          actions.map((action) => actionLine(action, input)),
          language,
          say,
        ),
      ),
      ...section(say('papers.minutes.questions'), questionBlocks(input)),
      ...section(say('papers.minutes.outcomes'), outcomeBlocks(input)),
      ...section(say('papers.minutes.photos'), photoBlocks(photos, say)),
      words(say('papers.minutes.only'), 'quiet'),
    ],
  };
}

function formRow({ format, isFirstOfKind }: MeetingFacts, say: CoreWords) {
  const first = isFirstOfKind ? say('papers.minutes.first') : null;
  return { label: say('papers.on.format'), lines: [say(`papers.minutes.format.${format}`), first] };
}

/** Roles kept apart; a person who may not be named stands as their organisation, or not at all. */
function roleRows({ meeting, say, named }: MinutesInput) {
  const roles = Map.groupBy(meeting.roles, (role) => role.role);
  return [...roles].map(([role, holders]) => ({
    label: say(`meetings.role.${role}`),
    lines: holders.map(({ person, organisation }) => {
      const name = person === null ? undefined : named.get(person.id);
      return [name, organisation?.name].filter((part) => part !== undefined).join(', ');
    }),
  }));
}

function presentBlocks({ attendance, meeting, language, say, named }: MinutesInput): PaperBlock[] {
  const rows = attendance.attendees.map((row) => {
    const name = row.person === null ? null : (named.get(row.person.id) ?? null);
    const from = [name, row.organisation?.name, row.body?.name].filter((part) => part !== null && part !== undefined).join(', ');
    const count =
      row.count === null
        ? row.person === null
          ? ''
          : '1'
        : countOf({ count: row.count, precision: row.precision ?? 'exact' }, language, say);
    return { cells: [from === '' ? '–' : from, capital(row.role, language), count], language: null, isLate: false };
  });
  const table: PaperBlock[] =
    rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { label: say('papers.minutes.from'), share: 52 },
              { label: say('papers.minutes.as'), share: 32 },
              { label: say('papers.minutes.count'), share: 16 },
            ],
            rows,
          },
        ];
  return [...totalBlocks(meeting, language, say), ...table];
}

/** The number as it was said; an average over a round is said to be that, for no meeting's number may be worked out from it. */
function totalBlocks({ attendance, attendanceAsSaid }: MeetingFacts, language: Language, say: CoreWords): PaperBlock[] {
  if (attendance === null) return attendanceAsSaid === null ? [] : [words(say('papers.minutes.total', { n: attendanceAsSaid }))];
  const n = attendanceAsSaid ?? countOf(attendance, language, say);
  const id = attendance.precision === 'average' ? 'papers.minutes.totalAverage' : 'papers.minutes.total';
  return [words(capital(say(id, { n }), language))];
}

/** Lines under their agenda item, in its order; those of no item first. */
function noteBlocks(input: MinutesInput): PaperBlock[] {
  const { meeting, lines, say } = input;
  const known = new Set(meeting.agenda.map((item) => item.id));
  const byItem = Map.groupBy(lines, (line) => (line.agendaItemId !== null && known.has(line.agendaItemId) ? line.agendaItemId : null));
  const free = byItem.get(null) ?? [];
  const items = meeting.agenda.flatMap((item, index) => itemBlocks(item, index + 1, byItem.get(item.id) ?? [], input));
  return [...section(say('papers.minutes.notes'), lineBlock(free, input)), ...items];
}

function itemBlocks(item: AgendaFact, number: number, lines: readonly Line[], input: MinutesInput): PaperBlock[] {
  const { say, named } = input;
  const person = item.presenterPerson === null ? null : (named.get(item.presenterPerson.id) ?? null);
  const who = person ?? item.presenter;
  return [
    { kind: 'heading', text: `${number}. ${item.title}` },
    ...(who === null ? [] : [words(capital(say('papers.on.presenter', { who }), input.language), 'quiet')]),
    ...(lines.length === 0 ? [words(say('papers.minutes.nothing'), 'quiet')] : lineBlock(lines, input)),
  ];
}

function lineBlock(lines: readonly Line[], { language, say }: MinutesInput): PaperBlock[] {
  const said = lines.filter((line) => line.body.trim() !== '');
  if (said.length === 0) return [];
  return [
    {
      kind: 'lines',
      items: said.map((line) => ({
        // The column holds one of the four languages; a merged file might hold another word.
        ...quoted(line.body, (line.language as Language) ?? language, language),
        mark: markOf(line, say),
        isAgreed: line.mark === 'action',
        by: saidBy(line, say),
      })),
    },
  ];
}

/** What a line was marked as; nothing when it begins with the word itself. A theme is for the coding, not for the reader. */
function markOf({ mark, body }: Line, say: CoreWords): string {
  if (mark === null || mark === 'theme') return '';
  const word = say(`meetings.mark.${mark}`);
  return body.trimStart().toLowerCase().startsWith(`${word.toLowerCase()}:`) ? '' : word;
}

function saidBy({ attribution, attributedBody, attributedOrganisation, perspective }: Line, say: CoreWords): string {
  const who = attributedBody?.name ?? attributedOrganisation?.name ?? null;
  const by =
    attribution === null
      ? ''
      : attribution === 'body' && who !== null
        ? say('papers.minutes.saidBy', { who })
        : say(`meetings.attribution.${attribution}`);
  return [by, perspective === null ? '' : say(`papers.minutes.view.${perspective}`)].filter((part) => part !== '').join(', ');
}

function actionLine(action: AgreedAction, { language, say, meeting, named }: MinutesInput) {
  const due = dueOf(action.due, language);
  const person = action.ownerPerson === null ? null : (named.get(action.ownerPerson.id) ?? null);
  const unnamed = action.ownerPerson === null ? null : say('papers.action.unnamed');
  return {
    code: action.code,
    wording: action.wording,
    language: meeting.language,
    notes: [],
    owner: ownerWords(action.ownerAsSaid ?? person ?? action.ownerOrganisation?.name ?? unnamed, action.parties, say),
    due: due === '' ? say('papers.action.noDue') : due,
    status: capital(say(`actions.status.${action.status}`), language),
    isLate: false,
  };
}

function questionBlocks({ sheet, language, say }: MinutesInput): PaperBlock[] {
  if (sheet === undefined || sheet.questions.length === 0) return [];
  const items = sheet.questions.map(({ wording, wasDiscussed }, index) => ({
    lead: `${index + 1}.`,
    ...inLanguage(wording, language),
    note: wasDiscussed === null ? '' : say(wasDiscussed ? 'papers.minutes.discussed' : 'papers.minutes.notDiscussed'),
  }));
  return [{ kind: 'list', items }];
}

function outcomeBlocks({ outcomes, language }: MinutesInput): PaperBlock[] {
  if (outcomes.outcomes.length === 0) return [];
  const items = outcomes.outcomes.map(({ title, body }) => ({ lead: '', ...quoted(title, outcomes.language, language), note: body ?? '' }));
  return [{ kind: 'list', items }];
}

function photoBlocks(photos: MinutesInput['photos'], say: CoreWords): PaperBlock[] {
  if (photos.length === 0) return [];
  const shown = photos.map(({ id, caption, credit }) => ({
    attachmentId: id,
    caption: caption ?? '',
    credit: credit === null || credit === '' ? '' : say('papers.minutes.credit', { who: credit }),
  }));
  return [{ kind: 'photos', photos: shown }];
}
