import { z } from 'zod';
import type { CodedTextView } from '../../../../shared/contract/coding.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { readCodings } from './read-codings.ts';

const Row = z.object({
  id: z.string(),
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
  title: z.string().nullable(),
  held_on: z.string().nullable(),
});

const textSql = `
SELECT text.id, text.kind, text.body, text.language, text.speaker_role, text.said_on, respondent.code, question.variable_id, question.number,
  question.wording, text.meeting_id, meeting.title, meeting.held_on
FROM text LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN question ON question.key = text.question_key LEFT JOIN meeting ON meeting.id = text.meeting_id
WHERE text.id = :textId AND respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') <> 'withdrawn'`;

/** One text with where it comes from and what stands on it. @throws AppError NOT_FOUND */
export function readText(sql: Statements, textId: string, actorId: string): z.input<typeof CodedTextView> {
  const row = sql.get(Row, textSql, { textId });
  const [on] = readCodings(sql, [textId], actorId);
  if (row === undefined || on === undefined) throw new AppError('NOT_FOUND');
  const { code, variable_id: variableId, number, wording, meeting_id: meetingId } = row;
  const hasAnswer = code !== null && variableId !== null && number !== null && wording !== null;
  return {
    ...on,
    kind: row.kind,
    body: row.body,
    language: row.language,
    speakerRole: row.speaker_role,
    saidOn: row.said_on,
    // Wordings are LocalisedText; the schema of the answer checks them in development.
    answer: hasAnswer ? { code, variableId, number, wording: JSON.parse(wording) as LocalisedText } : null,
    meeting: meetingId === null ? null : { meetingId, title: row.title ?? '', heldOn: row.held_on },
  };
}
