import { answerKey } from '../../../../shared/expressions/form.ts';
import type { Turn } from '../../../../shared/contract/interviews.ts';
import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import { takesAnswer } from '../../../../shared/model/questionnaire.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { requireNotWithdrawn } from '../interviews/interview-row.ts';
import { findSpot } from '../interviews/open-interview.ts';
import { settle, standingOf } from '../interviews/settle.ts';
import { makeTurn, removeTurns } from '../interviews/store-turn.ts';
import { instancesIn } from '../interviews/turns.ts';
import { storeValue } from '../interviews/write-answer.ts';
import { placesIn } from './compare-rounds.ts';
import { keepDecision, leaveBehind, takeSpecify } from './decide.ts';
import { comparePasses, type Comparison } from './discrepancies.ts';
import { requireFinishedPass } from './pass-row.ts';

export interface DecideRoundInput {
  readonly interviewId: InterviewId;
  /** The repeat, and the round's own instance on the side that has it. */
  readonly questionId: QuestionId;
  readonly instance: number;
  readonly choice: 'first' | 'second';
}

/**
 * Decides about a round that only one pass has: the interview keeps what it has, or takes the second's, which brings the round in or
 * takes it away with all that is answered in it. Deciding again is possible as long as nothing was moved; then only undo goes back.
 * @throws AppError NOT_FOUND (no such difference), REASON_NEEDED (verified already), NOT_ASKED (withdrawn)
 */
export function decideRound(call: Call, { interviewId, questionId, instance, choice }: DecideRoundInput): { left: number } {
  requireFinishedPass(call.sql, interviewId);
  const comparison = comparePasses(call.sql, interviewId);
  const { open, rounds, decidedRounds } = comparison;
  requireNotWithdrawn(open.interview);
  if (open.interview.status === 'verified') throw new AppError('REASON_NEEDED');
  const round = rounds.find((one) => one.questionId === questionId && one.instance === instance && one.isAsked);
  const repeat = open.loaded.questions.find((question) => question.id === questionId);
  if (round === undefined || repeat === undefined) throw new AppError('NOT_FOUND');
  const { has, content } = round;
  call.operation.label({ code: open.interview.code, question: repeat.number, turn: content.mark, choice });
  if (choice === 'second') {
    const before = standingOf(open);
    if (has === 'first') removeTurns(call, open, instancesIn(open.turns, instance));
    else takeRound(call, comparison, instance);
    settle(call, open, before, null);
  }
  const stored = JSON.stringify(content);
  const nothing = JSON.stringify(null);
  const spot = { questionKey: open.loaded.keyById.get(questionId) ?? -1, instance };
  keepDecision(call, open.interview, spot, {
    // Taking a round away takes what was decided in it and about it along.
    known: choice === 'second' && has === 'first' ? undefined : decidedRounds.get(answerKey(questionId, instance))?.id,
    choice,
    first_value: has === 'first' ? stored : nothing,
    second_value: has === 'second' ? stored : nothing,
    decided_value: nothing,
    first_specify: null,
    second_specify: null,
  });
  return leaveBehind(call, interviewId);
}

/** Makes a round of the second pass one of the interview, with the rounds in it and all that the second pass asked and answered there. */
function takeRound(call: Call, { open, second, secondState, pairs }: Comparison, instance: number): void {
  const made = new Map<number, number>();
  const make = (turn: Turn, parentInstance: number): void => {
    const own = makeTurn(call, open, { questionId: turn.questionId, parentInstance, label: '' });
    made.set(turn.instance, own.instance);
    call.sql.run('UPDATE second_turn SET pairs_with = :own, is_taken = 1 WHERE id = :id', { own: own.instance, id: turn.id });
    for (const inner of second.turns) if (inner.parentInstance === turn.instance) make(inner, own.instance);
  };
  const round = second.turns.find((turn) => turn.instance === instance);
  if (round === undefined) throw new AppError('NOT_FOUND');
  // A person has the same instance in both; the form itself is 0.
  make(round, pairs.get(round.parentInstance) ?? round.parentInstance);
  for (const place of placesIn(secondState, new Set(made.keys()))) {
    const spot = findSpot(open, { questionId: place.questionId, instance: made.get(place.instance) ?? 0 });
    const key = answerKey(place.questionId, place.instance);
    const value = second.answers.get(key)?.value ?? null;
    if (value === null || !takesAnswer(spot.question)) continue;
    storeValue(call, open, spot, value);
    takeSpecify(call, open, spot, second.specify.get(key) ?? '');
  }
}
