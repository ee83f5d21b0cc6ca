import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import type { Call } from '../../rpc/call.ts';
import { readVersion } from '../questionnaires/read-version.ts';
import { findInterview } from './interview-row.ts';
import { keepPlace } from './place.ts';
import { lastEvent, spendTime } from './section-time.ts';

export interface MoveInput {
  readonly interviewId: InterviewId;
  readonly questionId: QuestionId | null;
  readonly instance: number;
}

/** Keeps the place, and the time spent where the window was before. @throws AppError NOT_FOUND */
export function moveTo(call: Call, { interviewId, questionId, instance }: MoveInput): Record<string, never> {
  const { sql, workspace } = call;
  // Who reads a file that cannot be written keeps the place in the window only.
  if (workspace.isReadOnly) return {};
  const interview = findInterview(sql, interviewId);
  const loaded = readVersion(sql, interview.version_id);
  const since = lastEvent(call, { interview });
  // One commit, not two: the key that moved the window is waiting.
  workspace.db.transaction(() => {
    spendTime(call, { interview, loaded }, { questionId: since?.questionId ?? null, since });
    keepPlace(sql, interviewId, { questionId, instance, at: new Date(workspace.now()).toISOString(), windowId: call.windowId });
  })();
  return {};
}
