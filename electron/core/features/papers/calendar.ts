import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { EventState } from '../../../../shared/contract/papers.ts';
import { addDays } from '../../../../shared/model/calendar-day.ts';
import type { MeetingFacts } from './read-meeting.ts';
import { fixedDay } from './when.ts';

export const calendarType = 'text/calendar; charset=utf-8';

/** What a calendar entry says. Times are UTC; without a start it is the whole day. */
export interface CalendarEntry {
  /** The same for every version of one meeting (RFC 5545, 3.8.4.7). */
  readonly uid: string;
  readonly sequence: number;
  readonly isCancelled: boolean;
  /** ISO day. */
  readonly day: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  /** Who asks to the meeting. Without an address no answer can be asked for, and the entry is a plain one. */
  readonly organizer: { readonly name: string; readonly email: string } | null;
  /** When the entry was made, UTC ISO. */
  readonly madeAt: string;
}

/** Whether a meeting can be entered in a calendar: only when its day is known. */
export function eventStateOf(meeting: Pick<MeetingFacts, 'time' | 'status'>): EventState {
  const day = fixedDay(meeting.time);
  if (day !== null) return { kind: 'event', isAllDay: meeting.time.startsAt === null, isCancelled: meeting.status === 'cancelled' };
  const { planned, held, heldAsSaid } = meeting.time;
  const asSaid = held === null ? planned.asSaid : (heldAsSaid ?? held.on);
  return asSaid === null ? { kind: 'undated' } : { kind: 'vague', asSaid };
}

/**
 * A calendar file (RFC 5545) with one event. METHOD is REQUEST or CANCEL (RFC 5546, 3.2.2 and 3.2.5), for which an organizer is
 * needed. The one attendee is the organizer: those who are invited are never listed, for the file would show each of them the
 * others' addresses.
 */
export function calendarFile(entry: CalendarEntry): string {
  const { organizer, isCancelled } = entry;
  const calendar = ical({ prodId: { company: 'Røst', product: 'Røst', language: 'NB' } });
  if (organizer !== null) calendar.method(isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(entry.madeAt),
    ...timesOf(entry),
    summary: oneLine(entry.summary),
    ...(entry.description === '' ? {} : { description: clean(entry.description) }),
    ...(entry.location === '' ? {} : { location: oneLine(entry.location) }),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (organizer !== null) {
    const name = oneLine(organizer.name);
    const who = { name: name === '' ? organizer.email : name, email: organizer.email };
    event.organizer(who);
    event.createAttendee({ ...who, role: ICalAttendeeRole.CHAIR, status: ICalAttendeeStatus.ACCEPTED });
  }
  // The library folds by octets, and leaves out the last line's end.
  return `${calendar.toString().trimEnd()}\r\n`;
}

function timesOf({ day, startsAt, endsAt }: CalendarEntry) {
  if (startsAt === null) return { start: wholeDay(day), end: wholeDay(addDays(day, 1)), allDay: true };
  return { start: new Date(startsAt), ...(endsAt === null || endsAt <= startsAt ? {} : { end: new Date(endsAt) }) };
}

/** The library reads the day off UTC. */
function wholeDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Text as RFC 5545 allows it: no control characters but line feeds and tabs. */
function clean(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/\r\n?/gu, '\n')
      // eslint-disable-next-line no-control-regex -- naming the control characters is the point
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, ' ')
  );
}

function oneLine(text: string): string {
  return clean(text).replaceAll(/\s+/gu, ' ').trim();
}
