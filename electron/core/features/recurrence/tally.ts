import type { Mentions } from '../../../../shared/contract/recurrence.ts';

/** A line of minutes as the count sees it: where it was said, and the themes coded on it, true for those said outright. */
export interface SpokenLine {
  readonly meetingId: string;
  readonly themes: ReadonlyMap<string, boolean>;
}

/** Every theme's parent; null at the top. */
export type Parents = ReadonlyMap<string, string | null>;

/** A theme's counts, whole and by column. */
export interface ThemeTally {
  readonly all: Mentions;
  readonly byColumn: ReadonlyMap<string, Mentions>;
}

interface Counter {
  mentions: number;
  inferred: number;
  /** Meetings by id; true once one of their lines says it outright. */
  readonly meetings: Map<string, boolean>;
}

/** The themes of a line with every theme above them. One said outright makes those above it so. */
export function rolledUp(themes: ReadonlyMap<string, boolean>, parents: Parents): Map<string, boolean> {
  const all = new Map<string, boolean>();
  for (const [themeId, isExplicit] of themes) {
    // The set guards against a broken file whose tree has a circle.
    const seen = new Set<string>();
    for (let at: string | null = themeId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      seen.add(at);
      all.set(at, isExplicit || all.get(at) === true);
    }
  }
  return all;
}

/**
 * Counts meetings and mentions per theme and column. A line counts once for a theme and once for each theme above it, however many
 * of its subthemes it holds; a meeting counts once, however many lines it has.
 */
export function tally<L extends SpokenLine>(
  lines: readonly L[],
  parents: Parents,
  columnOf: (line: L) => string,
): ReadonlyMap<string, ThemeTally> {
  const counters = new Map<string, { readonly all: Counter; readonly byColumn: Map<string, Counter> }>();
  for (const line of lines) {
    const column = columnOf(line);
    for (const [themeId, isExplicit] of rolledUp(line.themes, parents)) {
      const own = counters.get(themeId) ?? { all: emptyCounter(), byColumn: new Map<string, Counter>() };
      counters.set(themeId, own);
      const cell = own.byColumn.get(column) ?? emptyCounter();
      own.byColumn.set(column, cell);
      count(own.all, line.meetingId, isExplicit);
      count(cell, line.meetingId, isExplicit);
    }
  }
  return new Map(
    [...counters].map(([themeId, { all, byColumn }]) => [
      themeId,
      { all: mentionsOf(all), byColumn: new Map([...byColumn].map(([key, counter]) => [key, mentionsOf(counter)])) },
    ]),
  );
}

function emptyCounter(): Counter {
  return { mentions: 0, inferred: 0, meetings: new Map() };
}

function count(counter: Counter, meetingId: string, isExplicit: boolean): void {
  counter.mentions += 1;
  if (!isExplicit) counter.inferred += 1;
  counter.meetings.set(meetingId, isExplicit || counter.meetings.get(meetingId) === true);
}

function mentionsOf({ mentions, inferred, meetings }: Counter): Mentions {
  let inferredMeetings = 0;
  for (const isExplicit of meetings.values()) if (!isExplicit) inferredMeetings += 1;
  return { meetings: meetings.size, inferredMeetings, mentions, inferred };
}
