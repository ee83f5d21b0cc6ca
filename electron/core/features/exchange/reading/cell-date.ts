/** What spreadsheets count days from: a time of no day lies on it, or on the day after, by the way of counting. In 1904 it is a day, too. */
const noDay = /^1899-12-3[01]T|^1904-01-01T(?!00:00:00)/u;

/**
 * A date of a spreadsheet's cell as text: `2026-03-19`, `2026-03-19T14:30:00`, or `14:30` and `14:30:05` for a time of no day. Serials
 * are fractions of a day, so it is rounded to the second, as the cell shows it. Null for one that is none.
 */
export function cellDate(value: Date): string | null {
  if (Number.isNaN(value.getTime())) return null;
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  if (noDay.test(iso)) return iso.slice(11, iso.slice(16, 19) === ':00' ? 16 : 19);
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}
