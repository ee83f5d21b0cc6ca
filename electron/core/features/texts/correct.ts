import { z } from 'zod';
import { InterviewId, QuestionId, type CodingId } from '../../../../shared/model/ids.ts';
import type { TextView } from '../../../../shared/contract/texts.ts';
import { mergedText } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { labelOnTexts, readTextFacts } from '../coding/text-facts.ts';
import { noteReason } from '../interviews/change-reason.ts';
import { findInterview, isUnderWay } from '../interviews/interview-row.ts';
import { movePositions } from './move-positions.ts';
import { readText } from './read-text.ts';

export interface CorrectInput {
  readonly textId: string;
  readonly body: string;
  readonly base: string;
}

export interface CorrectOutcome {
  readonly text: z.input<typeof TextView>;
  readonly doubtful: string[];
  readonly conflict: { readonly by: string; readonly at: string } | null;
}

const Standing = z.object({
  kind: z.string(),
  body: z.string(),
  interview_id: InterviewId.nullable(),
  question_id: QuestionId.nullable(),
});
const standingSql = `
SELECT text.kind, body, interview.id AS interview_id, question.id AS question_id FROM text
LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN question ON question.key = text.question_key WHERE text.id = :textId`;

/**
 * Writes the corrected words of a text, with everything that points into them moved along, as one step. Where somebody has corrected
 * other places meanwhile both corrections stand; where they touched the same, nothing is written and both versions are handed back.
 * @throws AppError NOT_FOUND, IN_MINUTES
 */
export function correctText(call: Call, { textId, body, base }: CorrectInput): CorrectOutcome {
  const { sql } = call;
  // Refuses texts of somebody who has withdrawn.
  const facts = readTextFacts(sql, [textId]);
  const standing = sql.get(Standing, standingSql, { textId });
  if (standing === undefined) throw new AppError('NOT_FOUND');
  if (standing.kind === 'minutes') throw new AppError('IN_MINUTES');
  const wanted = standing.body === base ? body : mergedText(base, body, standing.body);
  if (wanted === null || wanted.trim() === '') return { ...now(call, textId), conflict: lastWritten(call, textId) };
  labelOnTexts(call.operation, 'texts.correct.undo', {}, facts);
  if (wanted !== standing.body) write(call, textId, standing, wanted);
  return { ...now(call, textId), conflict: null };
}

/** An answer changes as it does in entry: a finished interview keeps that, by whom and when. */
function write(call: Call, textId: string, standing: z.infer<typeof Standing>, body: string): void {
  call.sql.run('UPDATE text SET body = :body WHERE id = :textId', { textId, body });
  movePositions(call, textId, standing.body, body);
  if (standing.interview_id === null) return;
  const interview = findInterview(call.sql, standing.interview_id);
  if (!isUnderWay(interview)) noteReason(call, { interview }, { questionId: standing.question_id, reason: 'other' });
}

function now({ sql, actorId }: Call, textId: string): Pick<CorrectOutcome, 'text' | 'doubtful'> {
  const text = readText(sql, textId, actorId);
  return { text, doubtful: text.codings.filter((coding) => coding.isDoubtful).map((coding): CodingId | string => coding.id) };
}

const Written = z.object({ at: z.string(), by: z.string() });
const writtenSql = `
SELECT op.at, coalesce(actor.name, '') AS by FROM op_change JOIN op ON op.seq = op_change.op_seq
LEFT JOIN actor ON actor.id = op.actor_id WHERE table_name = 'text' AND row_id = :textId ORDER BY op_change.n DESC LIMIT 1`;

function lastWritten({ sql, workspace }: Call, textId: string): { by: string; at: string } {
  return sql.get(Written, writtenSql, { textId }) ?? { by: '', at: new Date(workspace.now()).toISOString() };
}
