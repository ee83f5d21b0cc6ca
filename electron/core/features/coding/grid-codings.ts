import { z } from 'zod';
import type { SqlParams, Statements } from '../../db/statements.ts';
import type { GridRows } from './grid-rows.ts';

/** Whose codings count for a view, and as of when. */
export interface CodingView {
  readonly sql: Statements;
  readonly projectId: string;
  /** Kind of the texts of the source. */
  readonly textKind: string;
  /** Coding is blind: only this coder's are seen. Null: everybody's. */
  readonly onlyCoderId: string | null;
  /** Codings and readings made later do not count for "uncoded" (ISO, UTC). */
  readonly asOf: string;
}

/** Whether something holds of the i-th row. */
export type RowTest = (rows: GridRows, index: number) => boolean;

const TextRow = z.object({ text: z.int() });
const RangeRow = z.object({ text: z.int(), start: z.int(), end: z.int() });
const DifferRow = z.object({
  text: z.int(),
  theme_id: z.string(),
  coder_id: z.string(),
  start: z.int(),
  end: z.int(),
});
const ReaderRow = z.object({ text: z.int(), coder_id: z.string() });

// Text by text, as the index says: by theme every text would go through all codings of the theme.
const visible = '(:onlyCoderId IS NULL OR coding.coder_id = :onlyCoderId)';

/**
 * Rows that carry a coding for which `condition` (SQL over `coding`) holds. A row that is a paragraph carries those that share at
 * least one sign with it.
 */
export function carries(view: CodingView, condition: string, params: SqlParams = {}): RowTest {
  const { sql, projectId, textKind, onlyCoderId } = view;
  const all = { ...params, projectId, textKind, onlyCoderId };
  if (textKind === 'answer') {
    const texts = new Set(
      sql
        .all(
          TextRow,
          `SELECT text.rowid AS text FROM text WHERE text.project_id = :projectId AND text.kind = :textKind
           AND EXISTS (SELECT 1 FROM coding INDEXED BY coding_by_text WHERE coding.text_id = text.id AND ${visible} AND (${condition}))`,
          all,
        )
        .map((row) => row.text),
    );
    return (rows, index) => texts.has(rows.texts[index] ?? 0);
  }
  const ranges = Map.groupBy(
    sql.all(
      RangeRow,
      `SELECT text.rowid AS text, coding.start_offset AS start, coding.end_offset AS "end" FROM text JOIN coding INDEXED BY coding_by_text ON coding.text_id = text.id
       WHERE text.project_id = :projectId AND text.kind = :textKind AND ${visible} AND (${condition})`,
      all,
    ),
    (row) => row.text,
  );
  return (rows, index) => (ranges.get(rows.texts[index] ?? 0) ?? []).some((range) => touches(rows, index, range));
}

/** Whether a stretch of a row's text lies in the row. */
export function touches(rows: GridRows, index: number, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const from = rows.starts[index] ?? -1;
  return from < 0 || (start < (rows.ends[index] ?? 0) && end > from);
}

/** Rows somebody has said something in that have no theme and were not read, as of the view's moment. */
export function uncoded(view: CodingView): RowTest {
  const { sql, projectId, textKind, onlyCoderId, asOf } = view;
  const isCoded = carries(view, 'coding.coded_at <= :asOf', { asOf });
  const read = new Set(
    sql
      .all(
        TextRow,
        `SELECT DISTINCT text.rowid AS text FROM text_reading JOIN text ON text.id = text_reading.text_id
         WHERE text.project_id = :projectId AND text.kind = :textKind AND text_reading.read_at <= :asOf
         AND (:onlyCoderId IS NULL OR text_reading.coder_id = :onlyCoderId)`,
        { projectId, textKind, onlyCoderId, asOf },
      )
      .map((row) => row.text),
  );
  return (rows, index) => {
    const text = rows.texts[index] ?? 0;
    return text !== 0 && !read.has(text) && !isCoded(rows, index);
  };
}

// Coders of a text are those who put a theme on it or read it; the consensus coder is none of them.
const severalCoders = `
WITH coder (text_id, coder_id) AS (
  SELECT coding.text_id, coding.coder_id FROM coding JOIN text ON text.id = coding.text_id
  WHERE text.project_id = :projectId AND text.kind = :textKind
  UNION SELECT text_reading.text_id, text_reading.coder_id FROM text_reading JOIN text ON text.id = text_reading.text_id
  WHERE text.project_id = :projectId AND text.kind = :textKind),
several (text_id) AS (
  SELECT text_id FROM coder JOIN actor ON actor.id = coder.coder_id AND actor.is_consensus = 0 GROUP BY text_id HAVING count(*) > 1)`;

/**
 * Rows where one coder of the text has put a theme that another has not, and they have not settled it. Nothing where coding is blind:
 * a coder is not told that others see it otherwise.
 */
export function differs(view: CodingView): RowTest {
  const { sql, projectId, textKind, onlyCoderId } = view;
  if (onlyCoderId !== null) return () => false;
  const where = { projectId, textKind };
  const codings = sql.all(
    DifferRow,
    `${severalCoders} SELECT text.rowid AS text, coding.theme_id, coding.coder_id, coding.start_offset AS start, coding.end_offset AS "end"
     FROM several JOIN text ON text.id = several.text_id JOIN coding ON coding.text_id = several.text_id
     JOIN actor ON actor.id = coding.coder_id AND actor.is_consensus = 0
     WHERE NOT EXISTS (SELECT 1 FROM consensus WHERE consensus.text_id = coding.text_id AND consensus.theme_id = coding.theme_id)`,
    where,
  );
  const coders = Map.groupBy(
    sql.all(
      ReaderRow,
      `${severalCoders} SELECT text.rowid AS text, coder.coder_id FROM several JOIN coder ON coder.text_id = several.text_id
       JOIN actor ON actor.id = coder.coder_id AND actor.is_consensus = 0 JOIN text ON text.id = several.text_id`,
      where,
    ),
    (row) => row.text,
  );
  const byText = Map.groupBy(codings, (row) => row.text);
  return (rows, index) => {
    const text = rows.texts[index] ?? 0;
    const here = (byText.get(text) ?? []).filter((coding) => touches(rows, index, coding));
    const count = coders.get(text)?.length ?? 0;
    return [...Map.groupBy(here, (coding) => coding.theme_id).values()].some(
      (of) => new Set(of.map((coding) => coding.coder_id)).size < count,
    );
  };
}
