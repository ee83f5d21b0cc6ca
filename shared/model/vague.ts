import { z } from 'zod';

/** How sure a count is: "18", "ca. 12", "i snitt 15", "minst 30", only a total, or worked out from something else. */
export const Precision = z.enum(['exact', 'about', 'average', 'at-least', 'total-only', 'inferred']);
export type Precision = z.infer<typeof Precision>;

/** A number of persons with how sure it is. */
export const Counted = z.strictObject({ count: z.int(), precision: Precision });
export type Counted = z.infer<typeof Counted>;

/** A day without a clock: "2025-04-22". */
export const IsoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

/**
 * A time as somebody said it ("innen jul"). `sortOn` is the last day of the period it means; null when nobody can say
 * ("så snart som mulig"), and then it never passes.
 */
export const VagueDate = z.strictObject({
  asSaid: z.string().nullable(),
  sortOn: z.string().nullable(),
  precision: z.enum(['day', 'week', 'month', 'season', 'year', 'about', 'none']).nullable(),
});
export type VagueDate = z.infer<typeof VagueDate>;

/** When something was, as far as anyone knows. */
export const HeldDate = z.strictObject({ on: z.string(), precision: z.enum(['day', 'month', 'year', 'inferred']) });
export type HeldDate = z.infer<typeof HeldDate>;

/** Days from one ISO day to another; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whole days a due has passed by on a given day, or 0. A vague due passes at the end of its period, which is its `sortOn`. */
export function daysOverdue(due: VagueDate, today: string): number {
  return due.sortOn === null ? 0 : Math.max(0, daysBetween(due.sortOn, today));
}

/** Days in the unit people say them in: days up to two weeks, weeks up to half a year, months up to two whole years, then years. */
export function inWords(days: number): { readonly unit: 'days' | 'weeks' | 'months' | 'years'; readonly n: number } {
  if (days < 14) return { unit: 'days', n: days };
  if (days < 183) return { unit: 'weeks', n: Math.floor(days / 7) };
  if (days < 731) return { unit: 'months', n: Math.floor(days / 30.44) };
  return { unit: 'years', n: Math.floor(days / 365.25) };
}

/** A count as stored in two columns; null when there is none. A count without a precision is exact. */
export function counted(count: number | null, precision: Precision | null): Counted | null {
  return count === null ? null : { count, precision: precision ?? 'exact' };
}

/** A date as stored in two columns; null when there is none. */
export function heldDate(on: string | null, precision: HeldDate['precision'] | null): HeldDate | null {
  return on === null ? null : { on, precision: precision ?? 'day' };
}
