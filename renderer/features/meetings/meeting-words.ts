import type { MeetingKind, MeetingRow } from '../../../shared/contract/meetings.ts';
import type { Dates } from '../../lib/dates.ts';
import type { Say } from '../../lib/text.ts';
import { periodOf } from './wheel.ts';

/** What sort of meeting it is; one of an own sort by its own name. */
export function kindName(meeting: { readonly kind: MeetingKind; readonly kindName: string | null }, say: Say): string {
  return meeting.kind === 'other' && meeting.kindName !== null ? meeting.kindName : say(`meetings.kind.${meeting.kind}`);
}

/** "22. april 2025 kl. 13.00–16.00", or the words of the plan. */
export function whenText(meeting: Pick<MeetingRow, 'held' | 'planned' | 'times'>, say: Say, dates: Dates): string {
  const day = meeting.held === null ? dates.due(meeting.planned) : dates.held(meeting.held);
  if (meeting.times === null) return day;
  const clock = (at: string): string => at.replace(':', say('meetings.clockSign'));
  const { from, to } = meeting.times;
  // The two clocks stay on one line.
  return say('meetings.at', { day, from: `${clock(from)}\u2060`, to: to === null ? 'none' : `\u2060${clock(to)}` });
}

/** Whether a meeting is, or was, on a day outside the period its round was planned for. Nothing is wrong with that. */
export function isOutsidePeriod(meeting: Pick<MeetingRow, 'held' | 'planned' | 'round'>): boolean {
  const period = meeting.round === null ? null : periodOf(meeting.round.planned);
  if (period === null || meeting.round?.planned.precision === 'about') return false;
  const on = meeting.held?.precision === 'day' ? meeting.held.on : meeting.planned.precision === 'day' ? meeting.planned.sortOn : null;
  return on !== null && (on < period.from || on > period.to);
}
