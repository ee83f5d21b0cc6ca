import { z } from 'zod';
import { isSameMark, readMark, tablesChangedSince, valuesChangedSince, type LogMark } from '../../db/changes-since.ts';
import type { Statements } from '../../db/statements.ts';
import { sourceTables } from './grid-rows.ts';
import { readParents, readThemePairs } from './theme-persons.ts';

/** Distinct persons per theme: by the theme alone, and with everything under it. Themes nobody has are absent. */
export interface ThemeCounts {
  readonly own: ReadonlyMap<string, number>;
  readonly withDescendants: ReadonlyMap<string, number>;
}

const IdRow = z.object({ id: z.string() });

// Persons in whose words a coding was put, taken off, or settled.
const personsSql = `
SELECT DISTINCT interview.respondent_id AS id FROM json_each(:textIds) AS wanted JOIN text ON text.id = wanted.value
JOIN interview ON interview.key = text.interview_key`;

// A change there makes others the persons that count, or other themes the ones above.
const recountTables: ReadonlySet<string> = new Set([...sourceTables, 'theme']);
/** From here on counting everybody is quicker than person by person. */
const manyTexts = 2000;
const keptAtMost = 4;

/** What each person has, and from it how many have what; put right person by person. */
class PersonTally {
  mark: LogMark;
  readonly own = new Map<string, number>();
  readonly withDescendants = new Map<string, number>();
  readonly #themes = new Map<string, ReadonlySet<string>>();
  readonly #parents: ReadonlyMap<string, string | null>;

  constructor(mark: LogMark, parents: ReadonlyMap<string, string | null>) {
    this.mark = mark;
    this.#parents = parents;
  }

  /** From now on the person has these themes and no others. */
  set(person: string, themes: ReadonlySet<string>): void {
    const before = this.#themes.get(person) ?? new Set();
    this.#count(before, -1);
    this.#count(themes, 1);
    if (themes.size === 0) this.#themes.delete(person);
    else this.#themes.set(person, themes);
  }

  #count(themes: ReadonlySet<string>, by: 1 | -1): void {
    const above = new Set<string>();
    for (const theme of themes) {
      add(this.own, theme, by);
      for (let at: string | null = theme; at !== null && !above.has(at); at = this.#parents.get(at) ?? null) above.add(at);
    }
    // Each person once in a theme, however many under it they have.
    for (const theme of above) add(this.withDescendants, theme, by);
  }
}

function add(counts: Map<string, number>, theme: string, by: number): void {
  const count = (counts.get(theme) ?? 0) + by;
  if (count === 0) counts.delete(theme);
  else counts.set(theme, count);
}

const memory = new WeakMap<Statements, Map<string, PersonTally>>();

/**
 * Distinct respondents per theme, of one project or (null) of all, as `countThemePersons` counts them. Counted once; afterwards only
 * the persons are counted again in whose words something was coded since, so that a theme put on one of a hundred thousand answers does
 * not count the others.
 */
export function countPersonsOfThemes(sql: Statements, projectId: string | null, actorId: string): ThemeCounts {
  const tallies = memory.get(sql) ?? new Map<string, PersonTally>();
  memory.set(sql, tallies);
  const key = `${projectId ?? ''} ${actorId}`;
  const now = readMark(sql);
  const known = tallies.get(key);
  if (known !== undefined && isSameMark(known.mark, now)) return known;
  const persons = known === undefined || now.seq < known.mark.seq ? null : personsSince(sql, known.mark);
  tallies.delete(key);
  const tally = known === undefined || persons === null ? tallyOfAll(sql, projectId, { actorId, now }) : known;
  if (tally === known && persons !== null) setAnew(sql, tally, persons, { projectId, actorId });
  tally.mark = now;
  tallies.set(key, tally);
  for (const old of [...tallies.keys()].slice(0, -keptAtMost)) tallies.delete(old);
  return tally;
}

/** Persons whose codings changed; null when everybody must be counted again. */
function personsSince(sql: Statements, mark: LogMark): readonly string[] | null {
  const tables = tablesChangedSince(sql, mark);
  if (tables === null || !tables.isDisjointFrom(recountTables)) return null;
  const of = (table: string): ReadonlySet<string> =>
    tables.has(table) ? valuesChangedSince(sql, mark, table, 'text_id') : new Set<string>();
  const textIds = of('coding').union(of('consensus'));
  if (textIds.size > manyTexts) return null;
  return sql.all(IdRow, personsSql, { textIds: JSON.stringify([...textIds]) }).map((row) => row.id);
}

function tallyOfAll(
  sql: Statements,
  projectId: string | null,
  { actorId, now }: { readonly actorId: string; readonly now: LogMark },
): PersonTally {
  const tally = new PersonTally(now, readParents(sql));
  const pairs = Map.groupBy(readThemePairs(sql, projectId, actorId), (pair) => pair.respondent_id);
  for (const [person, own] of pairs) tally.set(person, new Set(own.map((pair) => pair.theme_id)));
  return tally;
}

function setAnew(
  sql: Statements,
  tally: PersonTally,
  persons: readonly string[],
  { projectId, actorId }: { readonly projectId: string | null; readonly actorId: string },
): void {
  if (persons.length === 0) return;
  const pairs = Map.groupBy(readThemePairs(sql, projectId, actorId, persons), (pair) => pair.respondent_id);
  for (const person of persons) tally.set(person, new Set((pairs.get(person) ?? []).map((pair) => pair.theme_id)));
}
