import { z } from 'zod';
import type { MeetingTimes } from '../../../../shared/contract/meeting-terms.ts';
import { momentOf, wallClockOf } from '../../../../shared/model/wall-clock.ts';
import { AppError } from '../../app-error.ts';

/** The dates of a meeting as the file holds them. */
export const TimeRow = z.object({
  planned_sort_on: z.string().nullable(),
  planned_precision: z.string().nullable(),
  held_on: z.string().nullable(),
  held_precision: z.string().nullable(),
});
export type TimeRow = z.infer<typeof TimeRow>;

/** The one day a meeting is on: when it was held, else when it is planned; null while only a period is known. */
export function dayOf(row: TimeRow): string | null {
  if (row.held_on !== null) return row.held_precision === 'month' || row.held_precision === 'year' ? null : row.held_on;
  return row.planned_precision === 'day' ? row.planned_sort_on : null;
}

/** Clocks on the wall as the two UTC columns. @throws AppError DATE_NEEDED for times without a day */
export function timeColumns(day: string | null, times: MeetingTimes | null): { starts_at: string | null; ends_at: string | null } {
  if (times === null) return { starts_at: null, ends_at: null };
  if (day === null) throw new AppError('DATE_NEEDED');
  return {
    starts_at: momentOf({ day, clock: times.from }),
    ends_at: times.to === null ? null : momentOf({ day, clock: times.to }),
  };
}

/** The two UTC columns as clocks on the wall. */
export function timesOf(startsAt: string | null, endsAt: string | null): MeetingTimes | null {
  if (startsAt === null) return null;
  return { from: wallClockOf(startsAt).clock, to: endsAt === null ? null : wallClockOf(endsAt).clock };
}
