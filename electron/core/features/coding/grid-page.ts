import { z } from 'zod';
import { type GridRow, Missing } from '../../../../shared/contract/coding.ts';
import type { Statements } from '../../db/statements.ts';
import type { BackgroundOf } from './background.ts';
import { touches } from './grid-codings.ts';
import type { GridRows } from './grid-rows.ts';
import { readCodings, type PlainCoding, type PlainTextCodings } from './read-codings.ts';

type PlainRow = z.input<typeof GridRow>;

const PersonRow = z.object({
  at: z.int(),
  interview_id: z.string(),
  code: z.string(),
  service_id: z.string().nullable(),
  place_id: z.string().nullable(),
  wave_id: z.string(),
  interviewer_id: z.string().nullable(),
  language: z.string(),
  variable_id: z.string().nullable(),
  number: z.string().nullable(),
  missing: Missing.nullable(),
});
const WordsRow = z.object({
  at: z.int(),
  text_id: z.string(),
  body: z.string(),
  language: z.string(),
  meeting_id: z.string().nullable(),
  title: z.string().nullable(),
  on: z.string().nullable(),
  item: z.string().nullable(),
});

// Each wanted row as [place in the page, interview, question, instance, text].
const personsSql = `
SELECT wanted.key AS at, interview.id AS interview_id, respondent.code, interview.service_id, interview.place_id, interview.wave_id,
  interview.interviewer_id, interview.language, question.variable_id, question.number,
  CASE WHEN answer.state = 'parked' THEN 'not-asked' ELSE coalesce(answer.missing, 'not-recorded') END AS missing
FROM json_each(:rows) AS wanted CROSS JOIN interview ON interview.key = wanted.value ->> 0
JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN question ON question.key = wanted.value ->> 1
LEFT JOIN answer ON answer.interview_key = interview.key AND answer.question_key = question.key AND answer.instance = wanted.value ->> 2`;

// The item under discussion, or who speaks from before the paragraph begins.
const wordsSql = `
SELECT wanted.key AS at, text.id AS text_id, text.body, text.language, text.meeting_id, coalesce(meeting.title, document.title) AS title,
  coalesce(meeting.held_on, text.said_on) AS "on",
  coalesce(agenda_item.title, (SELECT text_turn.speaker FROM text_turn
    WHERE text_turn.text_id = text.id AND text_turn.start_offset <= max(wanted.value ->> 4, 0)
    ORDER BY text_turn.start_offset DESC LIMIT 1)) AS item
FROM json_each(:rows) AS wanted CROSS JOIN text ON text.rowid = wanted.value ->> 3
LEFT JOIN meeting ON meeting.id = text.meeting_id LEFT JOIN document ON document.text_id = text.id
LEFT JOIN minute_line ON minute_line.text_id = text.id LEFT JOIN agenda_item ON agenda_item.id = minute_line.agenda_item_id`;

/** Rows to show, by their places among all of a source: as many statements whatever they hold. */
export function readPage(
  sql: Statements,
  rows: GridRows,
  places: readonly number[],
  { actorId, background }: { readonly actorId: string; readonly background: BackgroundOf },
): PlainRow[] {
  const keys = places.map((index) => [
    rows.interviews[index],
    rows.questions[index],
    rows.instances[index],
    rows.texts[index],
    rows.starts[index],
  ]);
  const wanted = { rows: JSON.stringify(keys) };
  const persons = new Map(sql.all(PersonRow, personsSql, wanted).map((row) => [row.at, row]));
  const words = new Map(sql.all(WordsRow, wordsSql, wanted).map((row) => [row.at, row]));
  const textIds = [...new Set([...words.values()].map((row) => row.text_id))];
  const codings = new Map(readCodings(sql, textIds, actorId).map((one) => [one.textId, one]));
  return places.map((index, at) => {
    const person = persons.get(at);
    const said = words.get(at);
    const interview = rows.interviews[index] ?? 0;
    return {
      ...placeOf(rows, index, person, said),
      ...spokenBy(person),
      ...wordsOf(rows, index, said),
      missing: said === undefined ? (person?.missing ?? 'not-recorded') : null,
      background: interview === 0 ? [] : background(interview, rows.instances[index] ?? 0),
      ...codedOn(rows, index, said === undefined ? undefined : codings.get(said.text_id)),
      language: said?.language ?? person?.language ?? 'nb',
    };
  });
}

type Person = z.infer<typeof PersonRow> | undefined;
type Words = z.infer<typeof WordsRow> | undefined;

function placeOf(rows: GridRows, index: number, person: Person, said: Words): Pick<PlainRow, 'id' | 'question' | 'heading'> {
  const { variable_id: variableId = null, number = null } = person ?? {};
  const question = variableId === null || number === null ? null : { variableId, number };
  const isAnswer = (rows.questions[index] ?? 0) !== 0;
  return {
    id: isAnswer
      ? `${person?.interview_id ?? ''}/${question?.number ?? ''}/${rows.instances[index] ?? 0}`
      : `${said?.text_id ?? ''}/${rows.starts[index] ?? -1}`,
    question,
    heading: isAnswer
      ? null
      : { title: said?.title ?? '', item: said?.item ?? '', on: said?.on ?? null, meetingId: said?.meeting_id ?? null },
  };
}

function spokenBy(person: Person): Pick<PlainRow, 'interviewId' | 'code' | 'serviceId' | 'placeId' | 'waveId' | 'interviewerId'> {
  return {
    interviewId: person?.interview_id ?? null,
    code: person?.code ?? '',
    serviceId: person?.service_id ?? null,
    placeId: person?.place_id ?? null,
    waveId: person?.wave_id ?? null,
    interviewerId: person?.interviewer_id ?? null,
  };
}

function wordsOf(rows: GridRows, index: number, said: Words): Pick<PlainRow, 'textId' | 'range' | 'body'> {
  if (said === undefined) return { textId: null, range: null, body: '' };
  const start = rows.starts[index] ?? -1;
  if (start < 0) return { textId: said.text_id, range: null, body: said.body };
  const end = rows.ends[index] ?? 0;
  return { textId: said.text_id, range: { start, end }, body: said.body.slice(start, end) };
}

function codedOn(rows: GridRows, index: number, on: PlainTextCodings | undefined): Pick<PlainRow, 'codings' | 'reading'> {
  const codings: PlainCoding[] = (on?.codings ?? []).filter((coding) => touches(rows, index, coding));
  return { codings, reading: on?.reading ?? null };
}
