import { z } from 'zod';
import type { InterviewId, ProjectId, QuestionId } from '../../../../shared/model/ids.ts';
import type { Call } from '../../rpc/call.ts';

export interface ConfirmInput {
  readonly projectId: ProjectId;
  readonly answers: readonly {
    readonly interviewId: InterviewId;
    readonly questionId: QuestionId;
    readonly instance: number;
    readonly message: string;
  }[];
}

const KeyRow = z.object({ id: z.string(), key: z.int() });

/**
 * Puts ordinary answers among those to confirm, with what is asked about them, so that they wait until somebody has given a reason or
 * another answer. Those with a state of their own (set aside, drafts, standing with a reason) keep it; values are never touched.
 */
export function askToConfirm(call: Call, { projectId, answers }: ConfirmInput): { marked: number } {
  const { sql } = call;
  const interviewKeys = new Map(
    sql
      .all(KeyRow, 'SELECT id, key FROM interview WHERE project_id = :projectId AND id IN (SELECT value FROM json_each(:ids))', {
        projectId,
        ids: JSON.stringify([...new Set(answers.map((answer) => answer.interviewId))]),
      })
      .map((row) => [row.id, row.key]),
  );
  const questionKeys = new Map(
    sql
      .all(KeyRow, 'SELECT id, key FROM question WHERE id IN (SELECT value FROM json_each(:ids))', {
        ids: JSON.stringify([...new Set(answers.map((answer) => answer.questionId))]),
      })
      .map((row) => [row.id, row.key]),
  );
  let marked = 0;
  for (const answer of answers) {
    const [interviewKey, questionKey] = [interviewKeys.get(answer.interviewId), questionKeys.get(answer.questionId)];
    if (interviewKey === undefined || questionKey === undefined) continue;
    marked += sql.run(
      `UPDATE answer SET state = 'to-confirm', asked_about = :message
       WHERE interview_key = :interviewKey AND question_key = :questionKey AND instance = :instance AND state IS NULL`,
      { interviewKey, questionKey, instance: answer.instance, message: answer.message === '' ? null : answer.message },
    );
  }
  call.operation.label({ count: marked });
  return { marked };
}
