import { z } from 'zod';
import type { InterviewStatus } from '../../../../shared/contract/interviews.ts';
import { yesCode } from '../../../../shared/model/questionnaire.ts';
import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { readVersion, type LoadedVersion } from '../questionnaires/read-version.ts';
import { judge, progressOf, type Answers } from './answer-states.ts';
import { findInterview, type InterviewRecord } from './interview-row.ts';
import { readAnswers } from './read-answers.ts';

export interface Finished {
  readonly status: InterviewStatus;
  readonly progress: { readonly answered: number; readonly asked: number; readonly problems: QuestionId[] };
}

/**
 * Ends an interview: complete, partial, or declined where the consent question was answered with no.
 * @throws AppError NOT_FOUND, NOT_COMPLETE (only when completing)
 */
export function finishInterview(call: Call, interviewId: InterviewId, wanted: 'complete' | 'partial'): Finished {
  const interview = findInterview(call.sql, interviewId);
  const loaded = readVersion(call.sql, interview.version_id);
  const answers = readAnswers(call.sql, interview.key, loaded);
  const progress = progressOf(loaded, answers, judge(loaded, answers));
  const status = isRefused(loaded, answers) ? 'declined' : wanted;
  call.operation.label(
    { code: interview.code, answered: progress.answered, asked: progress.asked },
    status === 'declined' ? 'interviews.decline.undo' : undefined,
  );
  if (status === 'complete' && progress.problems.length > 0) throw new AppError('NOT_COMPLETE', { count: progress.problems.length });
  if (interview.status === 'started' || (interview.status === 'partial' && status !== 'partial')) end(call, interview, status);
  return { status: findInterview(call.sql, interviewId).status, progress: { ...progress, problems: [...progress.problems] } };
}

function isRefused(loaded: LoadedVersion, answers: Answers): boolean {
  return loaded.questions.some((question) => {
    const value = question.type === 'consent' ? answers.get(question.id)?.value : undefined;
    return value?.kind === 'code' && value.code !== yesCode;
  });
}

function end(call: Call, interview: InterviewRecord, status: 'complete' | 'partial' | 'declined'): void {
  const { sql, workspace } = call;
  const at = new Date(workspace.now()).toISOString();
  sql.run('UPDATE interview SET status = :status, completed_at = :at WHERE id = :id', {
    id: interview.id,
    status,
    at: status === 'partial' ? null : at,
  });
  const happenedOn = interview.held_on ?? at.slice(0, 10);
  const known = sql.get(
    z.object({ id: z.string() }),
    'SELECT id FROM disposition_event WHERE respondent_id = :respondentId AND wave_id = :waveId AND kind = :kind AND happened_on = :happenedOn',
    { respondentId: interview.respondent_id, waveId: interview.wave_id, kind: status, happenedOn },
  );
  if (known !== undefined) return;
  sql.insert('disposition_event', {
    id: workspace.newId(),
    respondent_id: interview.respondent_id,
    wave_id: interview.wave_id,
    kind: status,
    happened_on: happenedOn,
  });
}
