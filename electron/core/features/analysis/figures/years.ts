/**
 * A day (or a month, or a year: ISO text as far as it is known) as a real year: 2023.5 is about midsummer. Of a month or a year alone its first day.
 * Null for no day and for what is none.
 */
export function yearOf(day: string | null): number | null {
  const [, year, month = '01', date = '01'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(day ?? '') ?? [];
  if (year === undefined) return null;
  const [from, at, to] = [
    Date.UTC(Number(year), 0),
    Date.UTC(Number(year), Number(month) - 1, Number(date)),
    Date.UTC(Number(year) + 1, 0),
  ];
  return Number(year) + (at - from) / (to - from);
}
