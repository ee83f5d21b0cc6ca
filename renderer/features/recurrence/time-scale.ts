/** Where days lie along a line, and where its ticks stand. Places are in percent. */
export interface TimeScale {
  readonly at: (day: string) => number;
  readonly ticks: readonly { readonly year: number; readonly at: number }[];
}

const margin = 3;

/** A line over whole years that holds all the days; one year wide when there are none. @param days ISO, in any order */
export function timeScale(days: readonly string[], thisYear: number): TimeScale {
  const years = days.map((day) => Number(day.slice(0, 4)));
  const first = Math.min(...years, ...(years.length === 0 ? [thisYear] : []));
  const last = Math.max(...years, ...(years.length === 0 ? [thisYear] : []));
  const start = Date.UTC(first, 0, 1);
  const span = Date.UTC(last + 1, 0, 1) - start;
  const place = (time: number): number => margin + ((time - start) / span) * (100 - 2 * margin);
  // Not more than a dozen ticks, however long the line.
  const step = Math.max(1, Math.ceil((last - first + 2) / 12));
  const ticks = Array.from({ length: last - first + 2 }, (_, index) => first + index)
    .filter((year) => (year - first) % step === 0)
    .map((year) => ({ year, at: place(Date.UTC(year, 0, 1)) }));
  return { at: (day) => place(Date.parse(`${day.slice(0, 10).padEnd(10, '-01')}T00:00:00Z`)), ticks };
}
