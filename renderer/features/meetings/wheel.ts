import type { HeldDate, VagueDate } from '../../../shared/model/vague.ts';

/** Geometry of the year wheel: the year begins at the top and runs clockwise; one ring per area, the first one outermost. */
export const wheelSize = 348;
const centre = wheelSize / 2;
export const rimRadius = 140;
const outerRing = 122;
const innerRing = 54;
/** More areas than this have no room as rings; a list says it better. */
export const mostRings = 8;
const day = 86_400_000;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a meeting stands on the wheel. */
export type MarkKind = 'held' | 'planned' | 'about' | 'cancelled';

/** Degrees from the top of a day in its year; a day before or after the year is held at its ends. */
export function angleOf(iso: string, year: number): number {
  const start = Date.UTC(year, 0, 1);
  const length = Date.UTC(year + 1, 0, 1) - start;
  const at = Math.min(Math.max(Date.parse(iso.slice(0, 10)) - start, 0), length - day);
  return (at / length) * 360;
}

/** A point at an angle and a radius from the centre. */
export function pointAt(angle: number, radius: number): Point {
  const radians = ((angle - 90) * Math.PI) / 180;
  return { x: round(centre + radius * Math.cos(radians)), y: round(centre + radius * Math.sin(radians)) };
}

/** The path of an arc, clockwise. */
export function arcPath(from: number, to: number, radius: number): string {
  const [start, end] = [pointAt(from, radius), pointAt(to, radius)];
  return `M${start.x} ${start.y}A${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${end.x} ${end.y}`;
}

/** The radius of the n-th of so many rings. Few rings lie close together at the outside. */
export function ringRadius(index: number, count: number): number {
  const step = count < 2 ? 0 : Math.min(26, (outerRing - innerRing) / (count - 1));
  return outerRing - index * step;
}

interface Dated {
  readonly status: string;
  readonly planned: VagueDate;
  readonly held: HeldDate | null;
}

/** Whether a meeting was held, has a day, has only a period, or was called off; null when nothing places it in a year. */
export function markKind(meeting: Dated): MarkKind | null {
  if (meeting.held !== null) return 'held';
  if (meeting.planned.sortOn === null) return null;
  if (meeting.status === 'cancelled') return 'cancelled';
  return meeting.planned.precision === 'day' || meeting.planned.precision === null ? 'planned' : 'about';
}

const periodDays = { week: 7, month: 30, season: 91, year: 365 } as const;

/** First and last day a vague plan may mean: the period before its last day. */
export function periodOf(planned: VagueDate): { readonly from: string; readonly to: string } | null {
  const { sortOn, precision } = planned;
  if (sortOn === null) return null;
  if (precision === null || precision === 'day' || precision === 'about' || precision === 'none') return { from: sortOn, to: sortOn };
  return { from: new Date(Date.parse(sortOn) - (periodDays[precision] - 1) * day).toISOString().slice(0, 10), to: sortOn };
}

/** The areas of a year's meetings, one ring each, in order of name; without those that have no area. */
export function ringsOf(meetings: readonly { readonly area: string }[], locale: string): readonly string[] {
  return [...new Set(meetings.map((meeting) => meeting.area))].filter((area) => area !== '').toSorted((a, b) => a.localeCompare(b, locale));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
