import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Call } from '../../rpc/call.ts';
import type { OpenInterview } from './open-interview.ts';
import { readPlace, type Place } from './place.ts';

/** Longer than this nobody was entering: the telephone rang, the day ended. */
const idleMs = 5 * 60_000;

/**
 * Adds the seconds since this window's last event in the interview to the time spent in the section of a question, for who is at the
 * machine. Measured, not said: it is no operation. The time before a place was last kept by another window is nobody's.
 */
export function spendTime(
  call: Pick<Call, 'sql' | 'workspace' | 'windowId' | 'actorId'>,
  open: Pick<OpenInterview, 'interview' | 'loaded'>,
  { questionId, since }: { readonly questionId: QuestionId | null; readonly since: Place | undefined },
): void {
  const section = open.loaded.version.sections.find((candidate) => candidate.questions.some((question) => question.id === questionId));
  if (section === undefined || since === undefined || since.windowId !== call.windowId) return;
  const spent = call.workspace.now() - Date.parse(since.at);
  if (!(spent > 0 && spent <= idleMs)) return;
  call.sql.run(
    `INSERT INTO section_time (interview_key, section_id, actor_id, seconds) VALUES (:key, :sectionId, :actorId, :seconds)
     ON CONFLICT (interview_key, section_id, actor_id) DO UPDATE SET seconds = seconds + excluded.seconds`,
    { key: open.interview.key, sectionId: section.id, actorId: call.actorId, seconds: spent / 1000 },
  );
}

/** The last event of the first pass: where, when and in which window. */
export function lastEvent(call: Pick<Call, 'sql'>, open: Pick<OpenInterview, 'interview'>): Place | undefined {
  return readPlace(call.sql, open.interview.id);
}
