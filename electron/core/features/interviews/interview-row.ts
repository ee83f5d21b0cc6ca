import { z } from 'zod';
import { Assistance, Helper, InterviewStatus } from '../../../../shared/contract/interviews.ts';
import { InterviewId, ProjectId, QuestionId, VersionId, WaveId } from '../../../../shared/model/ids.ts';
import { InterviewMode } from '../../../../shared/model/questionnaire.ts';
import { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

/** An interview as the file holds it, with its respondent's code. */
export const InterviewRecord = z.object({
  id: InterviewId,
  key: z.int(),
  project_id: ProjectId,
  respondent_id: z.string(),
  wave_id: WaveId,
  version_id: VersionId,
  code: z.string(),
  withdrawn_at: z.string().nullable(),
  kind: z.enum(['person', 'group']),
  mode: InterviewMode,
  language: Language,
  interviewer_id: z.string().nullable(),
  place_id: z.string().nullable(),
  service_id: z.string().nullable(),
  status: InterviewStatus,
  held_on: z.string().nullable(),
  started_at: z.string(),
  completed_at: z.string().nullable(),
  current_question_id: QuestionId.nullable(),
  seed: z.int(),
  began_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  co_interviewers: z.string().nullable(),
  assistance: Assistance.nullable(),
  helper: Helper.nullable(),
});
export type InterviewRecord = z.infer<typeof InterviewRecord>;

const sqlText = `
SELECT interview.id, interview.key, interview.project_id, respondent_id, wave_id, version_id, respondent.code, respondent.withdrawn_at, kind, mode,
  language, interviewer_id, place_id, service_id, status, held_on, started_at, completed_at, current_question_id, seed, began_at, ended_at,
  co_interviewers, assistance, helper
FROM interview JOIN respondent ON respondent.id = interview.respondent_id WHERE interview.id = :interviewId`;

/** @throws AppError NOT_FOUND */
export function findInterview(sql: Statements, interviewId: InterviewId): InterviewRecord {
  const row = sql.get(InterviewRecord, sqlText, { interviewId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

/** Nothing is written about an interview of somebody who has withdrawn. @throws AppError NOT_ASKED */
export function requireNotWithdrawn({ code, status, withdrawn_at: withdrawnAt }: InterviewRecord, question = ''): void {
  if (status === 'withdrawn' || withdrawnAt !== null) throw new AppError('NOT_ASKED', { code, question }, 'interviews.error.withdrawn');
}

/** The day it was held, or at least begun, ISO. */
export function dayOf(interview: Pick<InterviewRecord, 'held_on' | 'started_at'>): string {
  return interview.held_on ?? interview.started_at.slice(0, 10);
}

/** Whether entry is still going on, so that answers change without a reason. */
export function isUnderWay({ status }: Pick<InterviewRecord, 'status'>): boolean {
  return status === 'started' || status === 'partial';
}
