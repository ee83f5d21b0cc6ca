const dayMs = 24 * 60 * 60 * 1000;

/** Monday to Friday in a period, both ends included, as ISO days. */
export function workingDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) {
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(isoDay(at));
  }
  return days;
}

/** The day `count` days after (or, negative, before) an ISO day. */
export function daysAfter(day: string, count: number): string {
  return isoDay(Date.parse(day) + count * dayMs);
}

/** A moment on an ISO day, so many minutes after midnight UTC. */
export function momentOn(day: string, minutes: number): string {
  return new Date(Date.parse(day) + minutes * 60_000).toISOString();
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
