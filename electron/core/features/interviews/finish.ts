import type { InterviewStatus } from '../../../../shared/contract/interviews.ts';
import type { InterviewId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { consentIn } from './consent.ts';
import { noteEvent } from './disposition.ts';
import { findInterview, type InterviewRecord } from './interview-row.ts';
import { judge, openInterview } from './open-interview.ts';
import { progressOf, type Progress } from './progress.ts';

export interface Finished {
  readonly status: InterviewStatus;
  readonly progress: Progress;
}

/**
 * Ends an interview: complete, partial, or declined where the consent question was answered with no. How much is answered is told and
 * decides nothing; answers that wait for a reason stay flagged and hold nobody up.
 * @throws AppError NOT_FOUND, NOT_COMPLETE (only when completing)
 */
export function finishInterview(call: Call, interviewId: InterviewId, wanted: 'complete' | 'partial'): Finished {
  const open = openInterview(call.sql, interviewId);
  const { interview } = open;
  const progress = progressOf(open, judge(open));
  const status = consentIn(open) === 'no' ? 'declined' : wanted;
  call.operation.label(
    { code: interview.code, answered: progress.answered, asked: progress.asked },
    status === 'declined' ? 'interviews.decline.undo' : undefined,
  );
  if (status === 'complete' && progress.problems.length > 0) throw new AppError('NOT_COMPLETE', { count: progress.problems.length });
  if (interview.status === 'started' || (interview.status === 'partial' && status !== 'partial')) end(call, interview, status);
  return { status: findInterview(call.sql, interviewId).status, progress };
}

function end(call: Call, interview: InterviewRecord, status: 'complete' | 'partial' | 'declined'): void {
  call.sql.run('UPDATE interview SET status = :status, completed_at = :at WHERE id = :id', {
    id: interview.id,
    status,
    at: status === 'partial' ? null : new Date(call.workspace.now()).toISOString(),
  });
  noteEvent(call, interview, status);
}
