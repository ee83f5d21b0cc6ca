import { z } from 'zod';
import type { GridSource } from '../../../../shared/contract/coding.ts';
import { paragraphs } from '../../../../shared/texts/index.ts';
import type { Statements } from '../../db/statements.ts';
import { keptSince, type KeptKind } from './kept-since.ts';

/**
 * All rows of a source, in the order asked, held in columns: a hundred thousand take two megabytes. 0 is "none" for keys, −1 for
 * offsets of a row that is a whole text.
 */
export interface GridRows {
  readonly count: number;
  readonly interviews: Int32Array;
  readonly questions: Int32Array;
  readonly instances: Int32Array;
  /** Row numbers of the table of texts. */
  readonly texts: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Kind of the texts that a source is made of. */
export const textKinds = { answers: 'answer', minutes: 'minutes', documents: 'document' } as const;

// Who was asked what, and what they said. Codings are not among them: they change neither which rows there are nor their order.
const rowTables = [
  'project',
  'interview',
  'respondent',
  'answer',
  'text',
  'question',
  'questionnaire_version',
  'variable',
  'minute_line',
  'agenda_item',
  'meeting',
  'document',
  'turn',
] as const;
/** Where a change can make other rows, or change what they are sorted and filtered by, other than what is coded. */
export const sourceTables: ReadonlySet<string> = new Set([
  ...rowTables,
  'answer_option',
  'scale',
  'service',
  'place',
  'wave',
  'actor',
  'coding_setting',
]);

const RowKey = z.object({ interview_key: z.int(), question_key: z.int(), instance: z.int(), text: z.int() });

// Whoever was asked in a version that has the question, whether they answered or not; nobody who has withdrawn.
const answersSql = `
WITH asked_question AS MATERIALIZED (
  SELECT key, version_id, ordinal FROM question WHERE variable_id IN (SELECT value FROM json_each(:variableIds)))
SELECT interview.key AS interview_key, asked_question.key AS question_key, coalesce(answer.instance, 0) AS instance,
  coalesce(text.rowid, 0) AS text
FROM interview JOIN respondent ON respondent.id = interview.respondent_id AND respondent.withdrawn_at IS NULL
JOIN asked_question ON asked_question.version_id = interview.version_id
LEFT JOIN answer ON answer.interview_key = interview.key AND answer.question_key = asked_question.key
LEFT JOIN text ON text.id = answer.text_id AND text.body <> '' AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')
WHERE interview.project_id = :projectId AND interview.status NOT IN ('withdrawn', 'declined')
ORDER BY interview.key, asked_question.ordinal, coalesce(answer.instance, 0)`;

const TextRow = z.object({ interview_key: z.int(), text: z.int(), body: z.string() });

const minutesSql = `
SELECT 0 AS interview_key, text.rowid AS text, text.body
FROM meeting JOIN minute_line ON minute_line.meeting_id = meeting.id JOIN text ON text.id = minute_line.text_id AND text.body <> ''
LEFT JOIN agenda_item ON agenda_item.id = minute_line.agenda_item_id
WHERE meeting.project_id = :projectId
ORDER BY coalesce(meeting.held_on, meeting.planned_sort_on), meeting.id, agenda_item.ordinal NULLS FIRST, minute_line.ordinal, minute_line.id`;

const documentsSql = `
SELECT coalesce(text.interview_key, 0) AS interview_key, text.rowid AS text, text.body
FROM document JOIN text ON text.id = document.text_id AND text.body <> ''
LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
WHERE document.project_id = :projectId AND respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') NOT IN ('withdrawn', 'declined')
ORDER BY coalesce(interview.key, 0), document.added_at, document.id`;

const kind: KeptKind<GridRows> = { tables: new Set(rowTables), limit: 4 };

/** Rows of a source of a project. Shared: nobody may change them. */
export function readRows(sql: Statements, projectId: string, source: GridSource): GridRows {
  return keptSince(sql, kind, JSON.stringify([projectId, source]), () =>
    source.kind === 'answers' ? answerRows(sql, projectId, source.variableIds) : paragraphRows(sql, projectId, source.kind),
  );
}

function answerRows(sql: Statements, projectId: string, variableIds: readonly string[]): GridRows {
  const rows = sql.all(RowKey, answersSql, { projectId, variableIds: JSON.stringify(variableIds) });
  return {
    count: rows.length,
    interviews: Int32Array.from(rows, (row) => row.interview_key),
    questions: Int32Array.from(rows, (row) => row.question_key),
    instances: Int32Array.from(rows, (row) => row.instance),
    texts: Int32Array.from(rows, (row) => row.text),
    starts: new Int32Array(rows.length).fill(-1),
    ends: new Int32Array(rows.length).fill(-1),
  };
}

/** Texts by paragraph. A text of one paragraph is one row and that row the whole text, so that its codings are whole too. */
function paragraphRows(sql: Statements, projectId: string, of: 'minutes' | 'documents'): GridRows {
  const rows = sql.all(TextRow, of === 'minutes' ? minutesSql : documentsSql, { projectId }).flatMap((text) => {
    const parts = paragraphs(text.body);
    return parts.length > 1 ? parts.map((range) => ({ ...text, ...range })) : [{ ...text, start: -1, end: -1 }];
  });
  return {
    count: rows.length,
    interviews: Int32Array.from(rows, (row) => row.interview_key),
    questions: new Int32Array(rows.length),
    instances: new Int32Array(rows.length),
    texts: Int32Array.from(rows, (row) => row.text),
    starts: Int32Array.from(rows, (row) => row.start),
    ends: Int32Array.from(rows, (row) => row.end),
  };
}
