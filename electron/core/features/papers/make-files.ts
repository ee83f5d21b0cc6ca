import type { PaperOrder } from '../../../../shared/contract/papers.ts';
import { Ticket, type MeetingId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { fileNameOf } from '../../documents/file-name.ts';
import { wordType } from '../../documents/word.ts';
import { zipOf, type ZipEntry } from '../../documents/zip.ts';
import type { Call } from '../../rpc/call.ts';
import { wordsIn } from '../../words.ts';
import { exportablePhotos } from '../minutes/photos.ts';
import { calendarFile, calendarType, eventStateOf } from './calendar.ts';
import { organizerOf } from './contact.ts';
import { makePaper } from './make-paper.ts';
import { paperToDocx } from './paper-docx.ts';
import { photoOf, type PaperPhoto } from './photo-size.ts';
import { readMeeting, type MeetingFacts } from './read-meeting.ts';
import { sheetPlace } from './read-follow-up.ts';
import { recipientName } from './recipients.ts';
import { fixedDay, whenOf } from './when.ts';

interface FileInput {
  readonly orders: readonly PaperOrder[];
  readonly calendars: readonly MeetingId[];
  /** Of the archive's name and of the calendar's texts. */
  readonly language: Language;
}

/** Makes the papers and calendar files and puts them out as one file. @throws AppError NOTHING_TO_SEND, NOT_FOUND */
export async function makeFiles(call: Pick<Call, 'workspace' | 'session'>, input: FileInput) {
  const { workspace, session } = call;
  const { sql } = workspace;
  const files: ZipEntry[] = [];
  for (const order of input.orders) {
    // eslint-disable-next-line no-await-in-loop -- one after the other: each holds its photos in memory while it is made
    const bytes = await paperToDocx(makePaper(workspace, order), photosFor(sql, order));
    files.push({ name: `${paperName(sql, order)}.docx`, bytes });
  }
  for (const meetingId of new Set(input.calendars)) files.push(...calendarEntries(sql, meetingId, session.deps.now()));
  const [only] = files;
  if (only === undefined) throw new AppError('NOTHING_TO_SEND');
  if (files.length === 1) {
    const type = only.name.endsWith('.ics') ? calendarType : wordType;
    return { ticket: Ticket.parse(session.blobs.offer(only.name, type, only.bytes)), fileName: only.name, fileCount: 1 };
  }
  const fileName = `${fileNameOf(archiveName(sql, input), 'papirer')}.zip`;
  const bytes = zipOf(distinctNames(files));
  return { ticket: Ticket.parse(session.blobs.offer(fileName, 'application/zip', bytes)), fileName, fileCount: files.length };
}

function photosFor(sql: Statements, order: PaperOrder): ReadonlyMap<string, PaperPhoto> {
  if (order.kind !== 'minutes' || !order.hasPhotos) return new Map();
  return new Map(
    exportablePhotos(sql, order.meetingId).flatMap(({ id, bytes }) => {
      const photo = photoOf(bytes);
      return photo === null ? [] : [[id, photo] as const];
    }),
  );
}

/** "Invitasjon Dialogmøte i Fjordvik 2025-04-22", "Brev Dialogmøte i Fjordvik Oddrun Fjellvågen" */
function paperName(sql: Statements, order: PaperOrder): string {
  const say = wordsIn(order.language);
  if (order.kind === 'follow-up-sheet')
    return fileNameOf(`${say('papers.file.follow-up-sheet')} ${sheetPlace(sql, order.placeId)} ${order.today}`, 'ark');
  const meeting = readMeeting(sql, order.meetingId);
  const kind = order.kind === 'invitation' ? order.form : order.kind;
  const to = order.kind === 'invitation' && order.recipient !== null ? recipientName(sql, order.recipient).name : '';
  return fileNameOf(
    [say(`papers.file.${kind}`), meeting.title, fixedDay(meeting.time) ?? '', to].filter((part) => part !== '').join(' '),
    'papir',
  );
}

function archiveName(sql: Statements, { orders, calendars, language }: FileInput): string {
  const ids = new Set([...orders.flatMap((order) => ('meetingId' in order ? [order.meetingId] : [])), ...calendars]);
  const [only] = ids;
  const title = ids.size === 1 && only !== undefined ? ` ${readMeeting(sql, only).title}` : '';
  return `${wordsIn(language)('papers.file.all')}${title}`;
}

function calendarEntries(sql: Statements, meetingId: MeetingId, now: number): ZipEntry[] {
  const meeting = readMeeting(sql, meetingId);
  const day = fixedDay(meeting.time);
  if (day === null) return [];
  const text = calendarFile({
    uid: `${meeting.id}@rost`,
    sequence: meeting.sequence,
    isCancelled: eventStateOf(meeting).kind === 'event' && meeting.status === 'cancelled',
    day,
    startsAt: meeting.time.startsAt,
    endsAt: meeting.time.endsAt,
    summary: meeting.title,
    description: descriptionOf(meeting),
    location: [meeting.venue, meeting.place].filter((part) => part !== null && part !== '').join(', '),
    organizer: organizerOf(meeting),
    madeAt: new Date(now).toISOString(),
  });
  return [{ name: `${fileNameOf(`${meeting.title} ${day}`, 'kalender')}.ics`, bytes: new TextEncoder().encode(text) }];
}

function descriptionOf(meeting: MeetingFacts): string {
  const say = wordsIn(meeting.language);
  const when = whenOf(meeting.time, meeting.language, say);
  const format = say(`papers.on.format.${meeting.format}`);
  const reason = meeting.status === 'cancelled' ? [say('papers.invitation.leadCancelled'), meeting.gapReason ?? ''] : [];
  return [...reason, when, format, ...meeting.purposes].filter((line) => line !== '').join('\n');
}

/** Two papers of one name get a number: an archive with one name twice unpacks as one file. */
function distinctNames(files: readonly ZipEntry[]): ZipEntry[] {
  const used = new Map<string, number>();
  return files.map(({ name, bytes }) => {
    const key = name.toLocaleLowerCase('nb');
    const seen = used.get(key) ?? 0;
    used.set(key, seen + 1);
    return { name: seen === 0 ? name : name.replace(/(\.\w+)$/u, ` (${seen + 1})$1`), bytes };
  });
}
