import { z } from 'zod';
import { TextTurn, type TextView } from '../../../../shared/contract/texts.ts';
import { withBlanks } from '../../../../shared/expressions/text-pieces.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { readCodings } from '../coding/read-codings.ts';

const Row = z.object({
  project_id: z.string(),
  kind: z.enum(['answer', 'remark', 'specify', 'note', 'minutes', 'document']),
  body: z.string(),
  language: z.string(),
  speaker_role: z.string().nullable(),
  said_on: z.string().nullable(),
  code: z.string().nullable(),
  variable_id: z.string().nullable(),
  number: z.string().nullable(),
  wording: z.string().nullable(),
  meeting_id: z.string().nullable(),
  meeting_title: z.string().nullable(),
  held_on: z.string().nullable(),
  title: z.string().nullable(),
  turns: z.string(),
});

const textSql = `
SELECT text.project_id, text.kind, text.body, text.language, text.speaker_role, text.said_on, respondent.code, question.variable_id,
  question.number, question.wording, text.meeting_id, meeting.title AS meeting_title, meeting.held_on, document.title,
  (SELECT json_group_array(json_object('start', start_offset, 'end', end_offset, 'speaker', speaker, 'role', role, 'startsMs', starts_ms)
    ORDER BY start_offset) FROM text_turn WHERE text_turn.text_id = text.id) AS turns
FROM text LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN question ON question.key = text.question_key LEFT JOIN meeting ON meeting.id = text.meeting_id
LEFT JOIN document ON document.text_id = text.id
WHERE text.id = :textId AND respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') <> 'withdrawn'`;

/** One text with where it comes from, who speaks where, and what stands on it. @throws AppError NOT_FOUND */
export function readText(sql: Statements, textId: string, actorId: string): z.input<typeof TextView> {
  const row = sql.get(Row, textSql, { textId });
  const [on] = readCodings(sql, [textId], actorId);
  if (row === undefined || on === undefined) throw new AppError('NOT_FOUND');
  const { code, variable_id: variableId, number, wording, meeting_id: meetingId } = row;
  const hasAnswer = code !== null && variableId !== null && number !== null && wording !== null;
  return {
    ...on,
    projectId: row.project_id,
    kind: row.kind,
    body: row.body,
    language: row.language,
    speakerRole: row.speaker_role,
    saidOn: row.said_on,
    // Wordings are LocalisedText; the schema of the answer checks them in development.
    answer: hasAnswer ? { code, variableId, number, wording: withBlanks(JSON.parse(wording) as LocalisedText) } : null,
    meeting: meetingId === null ? null : { meetingId, title: row.meeting_title ?? '', heldOn: row.held_on },
    title: row.title,
    turns: z.array(TextTurn).parse(JSON.parse(row.turns)),
  };
}
