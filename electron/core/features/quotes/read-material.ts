import { z } from 'zod';
import type { QuoteSource } from '../../../../shared/contract/quotes.ts';
import type { CodedMaterial } from '../../../../shared/retrieval/index.ts';
import { readGroups } from '../../analysis/group-persons.ts';
import type { Statements } from '../../db/statements.ts';
import { isBlind, mayBeSeen } from '../coding/index.ts';
import { keptSince, type KeptKind } from '../coding/kept-since.ts';

const TextRow = z.object({
  id: z.string(),
  kind: z.enum(['answer', 'remark', 'specify', 'note', 'minutes', 'document']),
  interview_key: z.int(),
  instance: z.int(),
  respondent_id: z.string().nullable(),
  is_group: z.int(),
  wave_id: z.string().nullable(),
  place_id: z.string().nullable(),
  service_id: z.string().nullable(),
});
type TextRow = z.infer<typeof TextRow>;

/** A text that something is coded in. */
export interface QuotedText {
  readonly id: string;
  readonly source: QuoteSource;
  /** 0 for nobody's words. */
  readonly interviewKey: number;
  readonly instance: number;
  /** Whose words they are: a respondent, or a person told apart in a group; null for nobody's. */
  readonly person: string | null;
  readonly waveId: string | null;
  readonly placeId: string | null;
  readonly serviceId: string | null;
}

/** What is said of each coding, by row of the material. */
export interface CodingFacts {
  readonly coderId: string;
  readonly polarity: string | null;
  readonly level: string | null;
  readonly certainty: string;
  readonly origin: string;
  readonly serviceId: string | null;
}

/** Everything that is coded and counted in a project. Shared: nobody may change it. */
export interface QuoteMaterial extends CodedMaterial {
  readonly texts: readonly QuotedText[];
  readonly facts: readonly CodingFacts[];
  /** Theme ids by number, and the other way round. */
  readonly themeIds: readonly string[];
  readonly themeNumbers: ReadonlyMap<string, number>;
}

const sources = {
  answer: 'answers',
  specify: 'answers',
  remark: 'remarks',
  note: 'remarks',
  minutes: 'minutes',
  document: 'documents',
} as const satisfies Record<TextRow['kind'], QuoteSource>;

// Nobody who has withdrawn or declined; of answers the words that stand now.
const textSql = `
SELECT text.id, text.kind, coalesce(text.interview_key, 0) AS interview_key, text.instance, interview.respondent_id,
  coalesce(interview.kind = 'group', 0) AS is_group, interview.wave_id, coalesce(interview.place_id, meeting.place_id) AS place_id,
  interview.service_id
FROM text LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN question ON question.key = text.question_key LEFT JOIN meeting ON meeting.id = text.meeting_id
LEFT JOIN answer ON answer.interview_key = text.interview_key AND answer.question_key = text.question_key AND answer.instance = text.instance
WHERE text.project_id = :projectId AND EXISTS (SELECT 1 FROM coding WHERE coding.text_id = text.id)
  AND respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') NOT IN ('withdrawn', 'declined')
  AND (text.kind <> 'answer' OR (answer.text_id = text.id AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')))
ORDER BY text.interview_key IS NULL, text.interview_key, coalesce(question.ordinal, 1000000), text.instance,
  coalesce(meeting.held_on, meeting.planned_sort_on), text.meeting_id, text.id`;

const CodingRow = z.object({
  text_id: z.string(),
  theme_id: z.string(),
  coder_id: z.string(),
  start_offset: z.int(),
  end_offset: z.int(),
  polarity: z.string().nullable(),
  level: z.string().nullable(),
  certainty: z.string(),
  origin: z.string(),
  service_id: z.string().nullable(),
});
const codingSql = `
SELECT coding.text_id, coding.theme_id, coding.coder_id, coding.start_offset, coding.end_offset, coding.polarity, coding.level,
  coding.certainty, coding.origin, coding.service_id
FROM counted_coding AS coding JOIN text ON text.id = coding.text_id
WHERE text.project_id = :projectId AND ${mayBeSeen()}
ORDER BY coding.start_offset, coding.end_offset, coding.id`;
const ThemeRow = z.object({ id: z.string() });

/** Where a change can make other quotes. */
export const materialTables: ReadonlySet<string> = new Set([
  'project',
  'coding',
  'consensus',
  'coding_setting',
  'actor',
  'theme',
  'text',
  'answer',
  'interview',
  'respondent',
  'turn',
  'meeting',
  'document',
  'question',
]);
const kind: KeptKind<QuoteMaterial> = { tables: materialTables, limit: 2 };

/** Whose codings are seen: everybody's, or where coding is blind this coder's only. Part of the key of what is kept. */
export function sightKey(sql: Statements, projectId: string, actorId: string): string {
  return `${projectId} ${isBlind(sql, projectId) ? actorId : ''}`;
}

/** The counted codings of a project in the order of their texts: interviews, then meetings and other texts. */
export function readMaterial(sql: Statements, projectId: string, actorId: string): QuoteMaterial {
  return keptSince(sql, kind, sightKey(sql, projectId, actorId), () => makeMaterial(sql, projectId, actorId));
}

function makeMaterial(sql: Statements, projectId: string, actorId: string): QuoteMaterial {
  const ownerOf = readOwners(sql, projectId);
  const texts = sql.all(TextRow, textSql, { projectId }).flatMap((row) => {
    const person = ownerOf(row);
    return person === undefined ? [] : [toText(row, person)];
  });
  const placeOfText = new Map(texts.map(({ id }, at) => [id, at]));
  const themeIds = sql.all(ThemeRow, 'SELECT id FROM theme').map(({ id }) => id);
  const themeNumbers = new Map(themeIds.map((id, at) => [id, at]));
  const rows = sql.all(CodingRow, codingSql, { projectId, actorId });
  const { first, order } = byText(
    rows.map(({ text_id: id }) => placeOfText.get(id) ?? -1),
    texts.length,
  );
  const columns = { themes: new Int32Array(order.length), starts: new Int32Array(order.length), ends: new Int32Array(order.length) };
  const facts: CodingFacts[] = [];
  for (const [at, from] of order.entries()) {
    const row = rows[from];
    if (row === undefined) continue;
    columns.themes[at] = themeNumbers.get(row.theme_id) ?? -1;
    columns.starts[at] = row.start_offset;
    columns.ends[at] = row.end_offset;
    const { coder_id: coderId, polarity, level, certainty, origin, service_id: serviceId } = row;
    facts.push({ coderId, polarity, level, certainty, origin, serviceId });
  }
  return { first, ...columns, texts, facts, themeIds, themeNumbers };
}

function toText(row: TextRow, person: string | null): QuotedText {
  return {
    id: row.id,
    source: sources[row.kind],
    interviewKey: row.interview_key,
    instance: row.instance,
    person,
    waveId: row.wave_id,
    placeId: row.place_id,
    serviceId: row.service_id,
  };
}

/** Whose words a text is; undefined where they are of somebody in a group who said no to take part. */
function readOwners(sql: Statements, projectId: string): (row: TextRow) => string | null | undefined {
  const groupOf = readGroups(sql, projectId);
  return ({ respondent_id: respondentId, is_group: isGroup, interview_key: key, instance }) => {
    if (respondentId === null || isGroup === 0) return respondentId;
    const group = groupOf(key);
    const owner = group.ownerOf(instance);
    if (owner === 0) return respondentId;
    return group.persons.includes(owner) ? `${respondentId} ${owner}` : undefined;
  };
}

/** Rows sorted by text, those of one text as they came: a counting sort. −1 is left out. */
function byText(textOf: readonly number[], count: number): { first: Int32Array; order: Int32Array } {
  const first = new Int32Array(count + 1);
  for (const text of textOf) if (text >= 0) first[text + 1] = (first[text + 1] ?? 0) + 1;
  for (let text = 0; text < count; text++) first[text + 1] = (first[text + 1] ?? 0) + (first[text] ?? 0);
  const order = new Int32Array(first[count] ?? 0);
  const next = first.slice();
  for (const [row, text] of textOf.entries()) {
    if (text < 0) continue;
    const at = next[text] ?? 0;
    order[at] = row;
    next[text] = at + 1;
  }
  return { first, order };
}
