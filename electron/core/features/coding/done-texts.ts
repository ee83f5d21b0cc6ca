import { z } from 'zod';
import { isSameMark, readMark, tablesChangedSince, valuesChangedSince, type LogMark } from '../../db/changes-since.ts';
import type { Statements } from '../../db/statements.ts';

const IdRow = z.object({ id: z.string() });

const doneSql = `
SELECT wanted.value AS id FROM json_each(:textIds) AS wanted
WHERE EXISTS (SELECT 1 FROM coding WHERE coding.text_id = wanted.value AND (:onlyCoderId IS NULL OR coding.coder_id = :onlyCoderId))
OR EXISTS (SELECT 1 FROM text_reading WHERE text_reading.text_id = wanted.value AND (:onlyCoderId IS NULL OR text_reading.coder_id = :onlyCoderId))`;

interface Done {
  mark: LogMark;
  readonly texts: Set<string>;
  readonly counts: Map<string, number>;
}

/** Texts looked up in one statement. */
const perStatement = 10_000;
/** From here on counting anew is quicker than text by text. */
const manyTexts = 20_000;

// By the groups they were counted for: whoever reads those anew counts anew.
const memory = new WeakMap<ReadonlyMap<string, string>, Map<string, Done>>();

/**
 * Texts with a theme or read without one, counted by group (`groups`: text id to group). Counted once; afterwards only the texts that
 * were coded or read since are looked at again, so that putting a theme on one of a hundred thousand answers costs one look.
 */
export function countDone(sql: Statements, groups: ReadonlyMap<string, string>, onlyCoderId: string | null): ReadonlyMap<string, number> {
  const byCoder = memory.get(groups) ?? new Map<string, Done>();
  memory.set(groups, byCoder);
  const now = readMark(sql);
  const known = byCoder.get(onlyCoderId ?? '');
  if (known !== undefined && isSameMark(known.mark, now)) return known.counts;
  const touched = known === undefined ? null : touchedSince(sql, known.mark);
  const done =
    known === undefined || touched === null || touched.size > manyTexts
      ? { mark: now, texts: new Set<string>(), counts: new Map() }
      : known;
  lookAgain(sql, done, groups, { textIds: done === known && touched !== null ? [...touched] : [...groups.keys()], onlyCoderId });
  done.mark = now;
  byCoder.set(onlyCoderId ?? '', done);
  return done.counts;
}

/** Texts whose codings or readings changed; null when the log cannot tell. */
function touchedSince(sql: Statements, mark: LogMark): ReadonlySet<string> | null {
  const tables = tablesChangedSince(sql, mark);
  if (tables === null) return null;
  const of = (table: string): ReadonlySet<string> =>
    tables.has(table) ? valuesChangedSince(sql, mark, table, 'text_id') : new Set<string>();
  return of('coding').union(of('text_reading'));
}

function lookAgain(
  sql: Statements,
  { texts, counts }: Done,
  groups: ReadonlyMap<string, string>,
  { textIds, onlyCoderId }: { readonly textIds: readonly string[]; readonly onlyCoderId: string | null },
): void {
  for (let from = 0; from < textIds.length; from += perStatement) {
    const asked = textIds.slice(from, from + perStatement).filter((id) => groups.has(id));
    const done = new Set(sql.all(IdRow, doneSql, { textIds: JSON.stringify(asked), onlyCoderId }).map((row) => row.id));
    for (const id of asked) {
      if (done.has(id) === texts.has(id)) continue;
      const group = groups.get(id) ?? '';
      counts.set(group, (counts.get(group) ?? 0) + (done.has(id) ? 1 : -1));
      if (done.has(id)) texts.add(id);
      else texts.delete(id);
    }
  }
}
