import type { InterviewDetail } from '../../../../shared/contract/interviews.ts';
import type { InterviewId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { readFacts } from '../interviews/detail.ts';
import { noteEvent } from '../interviews/disposition.ts';
import { requireNotWithdrawn } from '../interviews/interview-row.ts';
import { judge, openInterview } from '../interviews/open-interview.ts';
import { readPlace } from '../interviews/place.ts';
import { progressOf } from '../interviews/progress.ts';
import { firstBy, readPass } from './pass-row.ts';
import { judgeSecond, openSecond, secondRecords } from './second-answers.ts';

/** Begins the second pass of a finished interview, or goes on with it. @throws AppError NOT_FOUND, NOT_ASKED (withdrawn), NOT_COMPLETE */
export function startPass(call: Call, interviewId: InterviewId): { isSamePerson: boolean } {
  const { sql, workspace, actorId } = call;
  const open = openInterview(sql, interviewId);
  const { interview } = open;
  call.operation.label({ code: interview.code });
  const isSamePerson = firstBy(sql, interviewId) === actorId;
  requireNotWithdrawn(interview);
  if (readPass(sql, interviewId) !== undefined) return { isSamePerson };
  if (interview.status !== 'complete' && interview.status !== 'in-check') {
    const { problems, asked, answered } = progressOf(open, judge(open));
    throw new AppError('NOT_COMPLETE', { count: Math.max(1, problems.length, asked - answered) });
  }
  const at = new Date(workspace.now()).toISOString();
  sql.insert('second_pass', { id: workspace.newId(), interview_id: interviewId, entered_by: actorId, started_at: at });
  if (interview.status === 'complete') {
    sql.run("UPDATE interview SET status = 'in-check' WHERE id = :interviewId", { interviewId });
    noteEvent(call, interview, 'in-check', at.slice(0, 10));
  }
  return { isSamePerson };
}

/** The interview as the second pass sees it: how it was held, and only what the second pass has entered. @throws AppError NOT_FOUND */
export function readSecond({ sql }: Call, interviewId: InterviewId): InterviewDetail {
  const entry = openSecond(sql, interviewId);
  if (readPass(sql, interviewId) === undefined) throw new AppError('NOT_FOUND');
  const place = readPlace(sql, interviewId, 'second');
  return {
    ...readFacts(sql, entry),
    remark: '',
    notes: '',
    answers: [...secondRecords(entry, judgeSecond(entry)).values()],
    currentQuestionId: place === undefined ? (entry.loaded.questions[0]?.id ?? null) : place.questionId,
    currentInstance: place?.instance ?? 0,
  };
}
