import { z } from 'zod';
import type { CellPlace, CellQuote } from '../../../../shared/contract/framework.ts';
import { InterviewId, TextId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import { findCell, type CellRecord } from './find-cell.ts';
import { columnsAbove, readSegments } from './said.ts';

const WordsRow = z.object({
  text_id: TextId,
  body: z.string(),
  language: z.string(),
  code: z.string().nullable(),
  interview_id: InterviewId.nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
});
const wordsSql = `
SELECT text.id AS text_id, text.body, text.language, respondent.code, interview.id AS interview_id, question.number, document.title
FROM json_each(:textIds) AS wanted JOIN text ON text.id = wanted.value
LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN question ON question.key = text.question_key LEFT JOIN document ON document.text_id = text.id
WHERE respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') NOT IN ('withdrawn', 'declined')`;
const LinkRow = z.object({ id: z.string(), text_id: z.string(), start: z.int(), end: z.int() });
const linksSql = `
SELECT quote.id, quote.text_id, quote.start_offset AS start, quote.end_offset AS "end" FROM framework_cell_quote
JOIN quote ON quote.id = framework_cell_quote.quote_id WHERE framework_cell_quote.cell_id = :cellId ORDER BY framework_cell_quote.id`;

const most = 200;
type PlainQuote = z.input<typeof CellQuote>;
interface Stretch {
  readonly quoteId: string | null;
  readonly textId: string;
  readonly start: number;
  readonly end: number;
  readonly themeIds: readonly string[];
}

/** What a cell rests on, and what else its row says under the theme. @throws AppError NOT_FOUND */
export function readCellQuotes(sql: Statements, actorId: string, place: CellPlace): { linked: PlainQuote[]; suggested: PlainQuote[] } {
  const known = findCell(sql, place);
  const said = saidInCell(sql, actorId, known);
  const links = known.cell === undefined ? [] : sql.all(LinkRow, linksSql, { cellId: known.cell.id });
  const isAt = (one: { start: number; end: number }, textId: string, link: z.infer<typeof LinkRow>): boolean =>
    link.text_id === textId && link.start === one.start && link.end === one.end;
  const linked = links.slice(0, most).map((link) => ({
    quoteId: link.id,
    textId: link.text_id,
    start: link.start,
    end: link.end,
    themeIds: said.find((one) => isAt(one, one.textId, link))?.themeIds ?? [],
  }));
  const suggested = said.filter((one) => !links.some((link) => isAt(one, one.textId, link))).slice(0, most);
  const worded = readWords(sql, [...linked, ...suggested]);
  return { linked: linked.flatMap(worded), suggested: suggested.flatMap(worded) };
}

/** Stretches of the row's words under the theme of the cell or one below it, each once. */
function saidInCell(sql: Statements, actorId: string, { row, themeId }: CellRecord): Stretch[] {
  const above = columnsAbove(sql, [themeId]);
  const keys = row.interviews.map(({ key }) => key);
  const found = new Map<string, Stretch & { themeIds: string[] }>();
  for (const one of readSegments(sql, keys, actorId)) {
    if (!row.holds(one.interview_key, one.instance) || above(one.theme_id).length === 0) continue;
    const key = `${one.text_id} ${one.start} ${one.end}`;
    const known = found.get(key);
    if (known === undefined)
      found.set(key, { quoteId: null, textId: one.text_id, start: one.start, end: one.end, themeIds: [one.theme_id] });
    else known.themeIds.push(one.theme_id);
  }
  return [...found.values()];
}

/** Puts words to stretches; of whoever has withdrawn there are none. */
function readWords(sql: Statements, stretches: readonly Stretch[]): (one: Stretch) => PlainQuote[] {
  const textIds = JSON.stringify([...new Set(stretches.map(({ textId }) => textId))]);
  const texts = new Map<string, z.infer<typeof WordsRow>>(sql.all(WordsRow, wordsSql, { textIds }).map((row) => [row.text_id, row]));
  return ({ textId, start, end, quoteId, themeIds }) => {
    const text = texts.get(textId);
    if (text === undefined) return [];
    const { body, language, code, interview_id: interviewId, number, title } = text;
    return [
      { quoteId, textId, start, end, words: body.slice(start, end), language, code, interviewId, number, title, themeIds: [...themeIds] },
    ];
  };
}
