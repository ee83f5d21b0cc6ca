import { answerKey } from '../../../../../shared/expressions/form.ts';
import type { AnswerPlace } from '../../../../../shared/contract/interviews.ts';
import type { AnswerValue } from '../../../../../shared/model/answer.ts';
import type { QuestionId } from '../../../../../shared/model/ids.ts';
import type { Call } from '../../../rpc/call.ts';
import { removeText, turnIntoRemark, writeText } from '../../interviews/answer-text.ts';
import { noteConsent } from '../../interviews/consent.ts';
import { isUnderWay } from '../../interviews/interview-row.ts';
import { findSpot, openInterview, type OpenInterview, type Spot } from '../../interviews/open-interview.ts';
import { settle, standingOf } from '../../interviews/settle.ts';
import { writeValue } from '../../interviews/store-answer.ts';
import { makeTurn } from '../../interviews/store-turn.ts';
import type { WrittenQuestion, Writing } from '../writing.ts';
import type { PlannedRound } from './lay-rounds.ts';
import type { KnownInterview } from './people.ts';
import type { Write } from './row-values.ts';

/** What one row puts into an interview that is there. */
export interface CompareToWrite {
  readonly interview: KnownInterview;
  readonly writes: readonly Write[];
  readonly rounds: readonly PlannedRound[];
  /** One for each question of the mapping, in its order. */
  readonly questions: readonly WrittenQuestion[];
}

/** The reason that an interview's history gives for what an import changed in it after it was finished. */
const changeReason = 'import';

/**
 * Puts a row's values into an interview and brings it to rest by the rules of entry: routing, checks and calculations anew. A
 * finished interview keeps a note of every answer that changed, and a verified one has to be checked again.
 */
export function applyChange(call: Call, { at }: Writing, { interview, writes, rounds, questions }: CompareToWrite): void {
  const open = openInterview(call.sql, interview.id);
  const before = standingOf(open);
  const touched: AnswerPlace[] = [];
  const write = (place: AnswerPlace, { value, words }: Pick<Write, 'value' | 'words'>): void => {
    const spot = findSpot(open, place);
    if (value !== null) {
      putValue(call, open, spot, value);
      if (spot.question.type === 'consent' && spot.instance === 0) noteConsent(call, open, spot);
      touched.push(place);
    }
    if (words !== null) writeText(call, { ...textPlace(open, spot), kind: 'specify' }, words);
    noteImport(call, open, spot.questionId, at);
  };
  for (const { place, value, words } of writes) {
    const question = questions[place];
    if (question !== undefined) write({ questionId: question.id, instance: 0 }, { value, words });
  }
  const instances = new Map<number, number>();
  for (const { turn, isNew, answers } of rounds) {
    if (isNew) makeRound(call, open, { turn, instances, at });
    const instance = instances.get(turn.instance) ?? turn.instance;
    for (const answer of answers) write({ questionId: answer.questionId, instance }, answer);
  }
  // With another round everything is judged anew.
  settle(call, open, before, open.turns === before.turns ? touched : null);
}

interface RoundToMake {
  readonly turn: PlannedRound['turn'];
  /** The plan's instances of rounds that have been made, and what they are in the interview. */
  readonly instances: Map<number, number>;
  readonly at: string;
}

function makeRound(call: Call, open: OpenInterview, { turn, instances, at }: RoundToMake): void {
  const { questionId, label, parentInstance } = turn;
  const made = makeTurn(call, open, { questionId, label, parentInstance: instances.get(parentInstance) ?? parentInstance });
  instances.set(turn.instance, made.instance);
  noteImport(call, open, questionId, at);
}

function textPlace(open: OpenInterview, { questionKey, instance }: Spot) {
  return { interview: open.interview, questionKey, instance };
}

function putValue(call: Call, open: OpenInterview, spot: Spot, value: AnswerValue): void {
  const standing = open.answers.get(answerKey(spot.questionId, spot.instance));
  const place = { ...textPlace(open, spot), kind: 'answer' as const };
  const textId = value.kind === 'text' && spot.question.type === 'open' ? writeText(call, place, value.text) : null;
  writeValue(call.sql, open, spot, value, textId);
  const leftOver = standing?.textId ?? null;
  if (leftOver === null || leftOver === textId) return;
  // What somebody said is not lost when the file gives a reason instead.
  if (value.kind === 'missing') turnIntoRemark(call.sql, place, leftOver);
  else removeText(call.sql, leftOver);
}

function noteImport({ sql, workspace, actorId }: Call, { interview }: OpenInterview, questionId: QuestionId | null, at: string): void {
  if (isUnderWay(interview)) return;
  sql.insert('interview_change', {
    id: workspace.newId(),
    interview_id: interview.id,
    question_id: questionId,
    reason: changeReason,
    changed_by: actorId,
    changed_at: at,
  });
  if (interview.status !== 'verified') return;
  sql.run("UPDATE interview SET status = 'in-check' WHERE id = :id AND status = 'verified'", { id: interview.id });
  sql.run('UPDATE second_pass SET verified_at = NULL WHERE interview_id = :id AND verified_at IS NOT NULL', { id: interview.id });
}
