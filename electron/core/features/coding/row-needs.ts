import { z } from 'zod';
import { touches, type CodingView } from './grid-codings.ts';
import type { GridRows } from './grid-rows.ts';

const CodingRow = z.object({
  text: z.int(),
  theme_id: z.string(),
  coder_id: z.string(),
  start: z.int(),
  end: z.int(),
  is_doubtful: z.int(),
  is_consensus: z.int(),
  is_settled: z.int(),
});
type CodingRow = z.infer<typeof CodingRow>;
const ReadingRow = z.object({ text: z.int(), coder_id: z.string() });

const codingsSql = `
SELECT wanted.value AS text, coding.theme_id, coding.coder_id, coding.start_offset AS start, coding.end_offset AS "end", coding.is_doubtful,
  actor.is_consensus,
  EXISTS (SELECT 1 FROM consensus WHERE consensus.text_id = coding.text_id AND consensus.theme_id = coding.theme_id) AS is_settled
FROM json_each(:texts) AS wanted CROSS JOIN text ON text.rowid = wanted.value CROSS JOIN coding ON coding.text_id = text.id
JOIN actor ON actor.id = coding.coder_id
WHERE :onlyCoderId IS NULL OR coding.coder_id = :onlyCoderId`;

const readingsSql = `
SELECT wanted.value AS text, text_reading.coder_id
FROM json_each(:texts) AS wanted CROSS JOIN text ON text.rowid = wanted.value CROSS JOIN text_reading ON text_reading.text_id = text.id
WHERE :onlyCoderId IS NULL OR text_reading.coder_id = :onlyCoderId`;

/**
 * Whether each of these rows needs somebody as things stand now: uncoded; or, for `attention`, also a coding whose place is doubtful,
 * or coders who differ and have not settled it.
 */
export function readNeeds(view: CodingView, rows: GridRows, places: readonly number[], needs: 'uncoded' | 'attention'): boolean[] {
  const { sql, onlyCoderId } = view;
  const texts = JSON.stringify([...new Set(places.map((index) => rows.texts[index] ?? 0))]);
  const codings = Map.groupBy(sql.all(CodingRow, codingsSql, { texts, onlyCoderId }), (row) => row.text);
  const readings = Map.groupBy(sql.all(ReadingRow, readingsSql, { texts, onlyCoderId }), (row) => row.text);
  return places.map((index) => {
    const text = rows.texts[index] ?? 0;
    if (text === 0) return false;
    const onText = codings.get(text) ?? [];
    const here = onText.filter((coding) => touches(rows, index, coding));
    const readers = (readings.get(text) ?? []).map((reading) => reading.coder_id);
    if (here.length === 0) return readers.length === 0;
    return needs === 'attention' && (here.some((coding) => coding.is_doubtful === 1) || isUnsettled(here, onText, readers));
  });
}

function isUnsettled(here: readonly CodingRow[], onText: readonly CodingRow[], readers: readonly string[]): boolean {
  const own = (codings: readonly CodingRow[]): CodingRow[] => codings.filter((coding) => coding.is_consensus === 0);
  const coders = new Set([...own(onText).map((coding) => coding.coder_id), ...readers]);
  if (coders.size < 2) return false;
  const open = own(here).filter((coding) => coding.is_settled === 0);
  return [...Map.groupBy(open, (coding) => coding.theme_id).values()].some(
    (of) => new Set(of.map((coding) => coding.coder_id)).size < coders.size,
  );
}
