import type { InterviewDetail } from '../../../../shared/contract/interviews.ts';
import type { InterviewId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { currentPlace, readFacts } from '../interviews/detail.ts';
import { noteEvent } from '../interviews/disposition.ts';
import { requireNotWithdrawn } from '../interviews/interview-row.ts';
import { judge, openInterview } from '../interviews/open-interview.ts';
import { readPlace } from '../interviews/place.ts';
import { progressOf } from '../interviews/progress.ts';
import { firstBy, readPass } from './pass-row.ts';
import { judgeSecond, openSecond, secondRecords } from './second-answers.ts';
import { settleRounds } from './second-turns.ts';

/** Begins the second pass of a finished interview, or goes on with it. @throws AppError NOT_FOUND, NOT_ASKED (withdrawn), NOT_COMPLETE */
export function startPass(call: Call, interviewId: InterviewId): { isSamePerson: boolean } {
  const { sql, workspace, actorId } = call;
  const open = openInterview(sql, interviewId);
  const { interview } = open;
  call.operation.label({ code: interview.code });
  const isSamePerson = firstBy(sql, interviewId) === actorId;
  requireNotWithdrawn(interview);
  const begun = readPass(sql, interviewId);
  // Somebody may have joined the group since, and has rounds that are counted.
  if (begun?.finished_at === null) fitSecond(call, interviewId);
  if (begun !== undefined) return { isSamePerson };
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
  fitSecond(call, interviewId);
  return { isSamePerson };
}

/** Rounds whose number the form itself knows stand from the beginning. */
function fitSecond(call: Call, interviewId: InterviewId): void {
  const entry = openSecond(call.sql, interviewId);
  settleRounds(call, entry, judgeSecond(entry));
}

/** The interview as the second pass sees it: how it was held, and only what the second pass has entered. @throws AppError NOT_FOUND */
export function readSecond({ sql }: Call, interviewId: InterviewId): InterviewDetail {
  const entry = openSecond(sql, interviewId);
  if (readPass(sql, interviewId) === undefined) throw new AppError('NOT_FOUND');
  const kept = readPlace(sql, interviewId, 'second');
  const place = kept === undefined ? { questionId: entry.loaded.questions[0]?.id ?? null, instance: 0 } : currentPlace(entry, kept);
  return {
    ...readFacts(sql, entry),
    remark: '',
    notes: '',
    answers: [...secondRecords(entry, judgeSecond(entry)).values()],
    currentQuestionId: place.questionId,
    currentInstance: place.instance,
  };
}
