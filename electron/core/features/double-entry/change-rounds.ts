import type { Turn } from '../../../../shared/contract/interviews.ts';
import type { AnswerRecord } from '../../../../shared/model/answer.ts';
import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import { turnMark } from '../../../../shared/model/turn-mark.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { requireRepeat } from '../interviews/change-turns.ts';
import { requireNotWithdrawn } from '../interviews/interview-row.ts';
import { keepPlace } from '../interviews/place.ts';
import { instancesIn, mostRounds, siblingsIn } from '../interviews/turns.ts';
import { requireOpenPass } from './pass-row.ts';
import { judgeSecond, openSecond, secondRecords, type SecondEntry } from './second-answers.ts';
import { makeSecondRound, removeSecondRounds, settleRounds } from './second-turns.ts';

export interface AddRoundInput {
  readonly interviewId: InterviewId;
  readonly questionId: QuestionId;
  readonly parentInstance: number;
}

/**
 * Another round of a repeat in the second pass, after its last one. The place goes there, so that it is found again after a crash.
 * @throws AppError NOT_FOUND, NOT_ASKED (no repeat that it asks, or one whose count is reached; withdrawn), TOO_MANY_TURNS
 */
export function addSecondRound(call: Call, input: AddRoundInput): { turns: Turn[]; instance: number } {
  const { sql, workspace, windowId } = call;
  const { interviewId, questionId, parentInstance } = input;
  requireOpenPass(sql, interviewId);
  const entry = openSecond(sql, interviewId);
  requireNotWithdrawn(entry.interview);
  const number = requireRepeat(entry, judgeSecond(entry), questionId, parentInstance);
  if (siblingsIn(entry.turns, questionId, parentInstance).length >= mostRounds) throw new AppError('TOO_MANY_TURNS', { limit: mostRounds });
  const { instance } = makeSecondRound(call, entry, { questionId, parentInstance });
  const state = settleRounds(call, entry, judgeSecond(entry));
  call.operation.label(labelOf(entry, number, instance));
  const begin = state.places.find((place) => place.instance === instance && state.isAsked(place));
  const at = new Date(workspace.now()).toISOString();
  if (begin !== undefined) keepPlace(sql, interviewId, { questionId: begin.questionId, instance, at, windowId }, 'second');
  return { turns: [...entry.turns], instance };
}

/**
 * Takes a round of the second pass away, with all that it entered in it. Persons are the interview's and stay.
 * @throws AppError NOT_FOUND, NOT_ASKED (withdrawn)
 */
export function removeSecondRound(
  call: Call,
  { interviewId, instance }: { readonly interviewId: InterviewId; readonly instance: number },
): { turns: Turn[]; changed: AnswerRecord[] } {
  requireOpenPass(call.sql, interviewId);
  const entry = openSecond(call.sql, interviewId);
  const turn = entry.turns.find((candidate) => candidate.instance === instance && candidate.questionId !== null);
  if (turn === undefined) throw new AppError('NOT_FOUND');
  requireNotWithdrawn(entry.interview);
  const number = entry.loaded.questions.find((question) => question.id === turn.questionId)?.number ?? '';
  call.operation.label(labelOf(entry, number, instance));
  const old = secondRecords(entry, judgeSecond(entry));
  removeSecondRounds(call, entry, instancesIn(entry.turns, instance));
  const now = secondRecords(entry, settleRounds(call, entry, judgeSecond(entry)));
  return { turns: [...entry.turns], changed: [...now].filter(([key, one]) => one.state !== old.get(key)?.state).map(([, one]) => one) };
}

function labelOf({ interview, turns }: SecondEntry, question: string, instance: number) {
  return { code: interview.code, question, turn: turnMark(turns, instance) };
}
