import { answerKey } from '../../../../shared/expressions/form.ts';
import { isSameAnswer, type AnswerValue, type EnteredValue } from '../../../../shared/model/answer.ts';
import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { findText, removeText, writeText } from '../interviews/answer-text.ts';
import { answerWords } from '../interviews/answer-words.ts';
import { checkValue } from '../interviews/check-value.ts';
import { noteEvent } from '../interviews/disposition.ts';
import { requireNotWithdrawn, type InterviewRecord } from '../interviews/interview-row.ts';
import { findSpot, judge, type OpenInterview, type Spot } from '../interviews/open-interview.ts';
import { progressOf } from '../interviews/progress.ts';
import { standingOf } from '../interviews/settle.ts';
import { putAnswer, requireAsked, spotParams, valueContext } from '../interviews/write-answer.ts';
import { comparePasses, countOf, sidesOf, undecided, type Comparison } from './discrepancies.ts';
import { firstBy, readPass, requireFinishedPass, requireOpenPass } from './pass-row.ts';
import { readSecondRounds } from './second-rounds.ts';

/** Ends the second pass; from now on the two may be held against each other. @throws AppError NOT_FOUND, NOT_ASKED (withdrawn) */
export function finishPass(call: Call, interviewId: InterviewId): { fields: number; discrepancies: number } {
  const { sql, workspace } = call;
  const pass = requireOpenPass(sql, interviewId);
  const comparison = comparePasses(sql, interviewId);
  const { interview } = comparison.open;
  requireNotWithdrawn(interview);
  const counted = countOf(comparison);
  call.operation.label({ code: interview.code, ...counted });
  keepPairs(sql, comparison);
  sql.run('UPDATE second_pass SET finished_at = :at, field_count = :fields, discrepancy_count = :discrepancies WHERE id = :id', {
    id: pass.id,
    at: new Date(workspace.now()).toISOString(),
    ...counted,
  });
  return counted;
}

export interface DecideInput {
  readonly interviewId: InterviewId;
  readonly questionId: QuestionId;
  readonly instance: number;
  readonly choice: 'first' | 'second' | 'other';
  readonly value?: EnteredValue | undefined;
}

/**
 * Decides one difference, or decides it again. The interview's answer becomes what was decided, by the same way as in entry: what
 * routing makes of it follows.
 * @throws AppError NOT_FOUND (no difference there), REASON_NEEDED (verified already), NOT_ASKED, and what checkValue throws
 */
export function decide(call: Call, input: DecideInput): { left: number } {
  const { sql } = call;
  requireFinishedPass(sql, input.interviewId);
  const { open, fields, decided } = comparePasses(sql, input.interviewId);
  const spot = findSpot(open, input);
  requireNotWithdrawn(open.interview, spot.question.number);
  if (open.interview.status === 'verified') throw new AppError('REASON_NEEDED');
  const key = answerKey(spot.questionId, spot.instance);
  const known = decided.get(key);
  const field = fields.find((candidate) => candidate.questionId === spot.questionId && candidate.instance === spot.instance);
  const both = known ?? (field?.isSame === false ? field : undefined);
  if (both === undefined) throw new AppError('NOT_FOUND');
  const sides = sidesOf(both);
  const before = standingOf(open);
  const value = input.choice === 'other' ? thirdValue(call, open, spot, input.value) : sides[input.choice];
  call.operation.label({
    ...spotParams(open, spot),
    choice: input.choice,
    ...answerWords('to', spot.question, value, { sql, language: open.interview.language }),
  });
  if (!isSameAnswer(open.answers.get(key)?.value ?? null, value)) {
    requireAsked(open, before.state, spot);
    putAnswer(call, open, before, spot, value);
  }
  if (input.choice !== 'other' && sides.firstSpecify !== sides.secondSpecify)
    takeSpecify(call, open, spot, input.choice === 'first' ? sides.firstSpecify : sides.secondSpecify);
  keepDecision(call, open.interview, spot, {
    known: known?.id,
    choice: input.choice,
    first_value: JSON.stringify(sides.first),
    second_value: JSON.stringify(sides.second),
    decided_value: JSON.stringify(value),
    first_specify: sides.firstSpecify === '' ? null : sides.firstSpecify,
    second_specify: sides.secondSpecify === '' ? null : sides.secondSpecify,
  });
  return leaveBehind(call, input.interviewId);
}

/** Keeps which rounds are held against each other after a decision. Answers how much is left to decide. */
export function leaveBehind({ sql }: Call, interviewId: InterviewId): { left: number } {
  const comparison = comparePasses(sql, interviewId);
  keepPairs(sql, comparison);
  return { left: undecided(comparison).length };
}

/** From the end of the second pass a round is held against the same round, whatever comes and goes before it. */
function keepPairs(sql: Statements, { open, second, pairs }: Comparison): void {
  for (const round of readSecondRounds(sql, open.interview.key, second.loaded)) {
    const own = pairs.get(round.instance);
    if (own !== undefined && own !== round.pairsWith)
      sql.run('UPDATE second_turn SET pairs_with = :own WHERE id = :id', { own, id: round.id });
  }
}

function thirdValue(call: Call, open: OpenInterview, spot: Spot, entered: EnteredValue | undefined): AnswerValue | null {
  if (entered === undefined) throw new AppError('BAD_MESSAGE');
  return checkValue(spot.question, entered, valueContext(call.sql, open, judge(open), spot));
}

/** The words beside "other: what?" come with the answer they stood beside. */
export function takeSpecify(call: Call, { interview }: Pick<OpenInterview, 'interview'>, spot: Spot, words: string): void {
  const place = { interview, questionKey: spot.questionKey, instance: spot.instance, kind: 'specify' as const };
  const standing = findText(call.sql, place);
  if (words !== '') writeText(call, place, words);
  else if (standing !== undefined) removeText(call.sql, standing.id);
}

interface Decision {
  /** The decision that stood already. */
  readonly known: string | undefined;
  readonly choice: 'first' | 'second' | 'other';
  readonly first_value: string;
  readonly second_value: string;
  readonly decided_value: string;
  readonly first_specify: string | null;
  readonly second_specify: string | null;
}

/** Writes who decided what, and how both sides stood; a decision that is made again keeps the sides it was made about. */
export function keepDecision(
  call: Call,
  interview: InterviewRecord,
  { questionKey, instance }: Pick<Spot, 'questionKey' | 'instance'>,
  { known, choice, decided_value, ...sides }: Decision,
): void {
  const { sql, workspace, actorId } = call;
  const decision = { choice, decided_value, decided_by: actorId, decided_at: new Date(workspace.now()).toISOString() };
  if (known !== undefined) {
    sql.run(
      'UPDATE discrepancy SET choice = :choice, decided_value = :decided_value, decided_by = :decided_by, decided_at = :decided_at WHERE id = :id',
      { ...decision, id: known },
    );
    return;
  }
  sql.insert('discrepancy', {
    id: workspace.newId(),
    interview_key: interview.key,
    question_key: questionKey,
    instance,
    ...sides,
    first_by: firstBy(sql, interview.id),
    second_by: readPass(sql, interview.id)?.entered_by ?? null,
    ...decision,
  });
}

/**
 * Everything is decided: the interview is verified.
 * @throws AppError NOT_FOUND, NOT_ASKED (withdrawn), NOT_DECIDED, NOT_COMPLETE (a decision has brought up something that must be corrected)
 */
export function verify(call: Call, interviewId: InterviewId): Record<string, never> {
  const { sql, workspace } = call;
  const pass = readPass(sql, interviewId);
  if (pass === undefined) throw new AppError('NOT_FOUND');
  const comparison = comparePasses(sql, interviewId);
  const { interview } = comparison.open;
  requireNotWithdrawn(interview);
  call.operation.label({ code: interview.code });
  const left = undecided(comparison).length;
  if (left > 0 || pass.finished_at === null) throw new AppError('NOT_DECIDED', { count: Math.max(1, left) });
  const { problems } = progressOf(comparison.open, judge(comparison.open));
  if (problems.length > 0) throw new AppError('NOT_COMPLETE', { count: problems.length });
  if (interview.status === 'verified') return {};
  const at = new Date(workspace.now()).toISOString();
  sql.run("UPDATE interview SET status = 'verified' WHERE id = :interviewId", { interviewId });
  sql.run('UPDATE second_pass SET verified_at = :at WHERE id = :id', { id: pass.id, at });
  noteEvent(call, interview, 'verified', at.slice(0, 10));
  return {};
}
