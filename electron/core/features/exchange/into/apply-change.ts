import { answerKey } from '../../../../../shared/expressions/form.ts';
import type { AnswerPlace } from '../../../../../shared/contract/interviews.ts';
import type { AnswerValue } from '../../../../../shared/model/answer.ts';
import type { Call } from '../../../rpc/call.ts';
import { removeText, turnIntoRemark, writeText } from '../../interviews/answer-text.ts';
import { noteImport } from '../../interviews/change-reason.ts';
import { consentIn, noteConsent } from '../../interviews/consent.ts';
import { noteEvent } from '../../interviews/disposition.ts';
import { moveDay } from '../../interviews/facts.ts';
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
  /** The day of the interview, and when it began, where the answer that says it is written; else null. */
  readonly heldOn: { readonly day: string; readonly beganAt: string | null } | null;
  /** Who imports. */
  readonly changedBy: string;
}

/** The reason that an interview's history gives for what an import changed in it after it was finished. */
/**
 * Puts a row's values into an interview and brings it to rest by the rules of entry: routing, checks and calculations anew. A
 * finished interview keeps a note of every answer that changed, and a verified one has to be checked again.
 */
export function applyChange(
  call: Call,
  { at }: Writing,
  { interview, writes, rounds, questions, heldOn, changedBy }: CompareToWrite,
): void {
  const open = openInterview(call.sql, interview.id);
  const noted: Noted = { open, changedBy, at };
  const before = standingOf(open);
  const touched: AnswerPlace[] = [];
  let isConsentTouched = false;
  const write = (place: AnswerPlace, { value, words }: Pick<Write, 'value' | 'words'>): void => {
    const spot = findSpot(open, place);
    if (value !== null) {
      putValue(call, open, spot, value);
      if (spot.question.type === 'consent' && spot.instance === 0) {
        noteConsent(call, open, spot);
        isConsentTouched = true;
      }
      touched.push(place);
    }
    if (words !== null) writeText(call, { ...textPlace(open, spot), kind: 'specify' }, words);
    noteImport(call, noted.open.interview, { ...noted, questionId: spot.questionId });
  };
  for (const { place, value, words } of writes) {
    const question = questions[place];
    if (question !== undefined) write({ questionId: question.id, instance: 0 }, { value, words });
  }
  const instances = new Map<number, number>();
  for (const { turn, isNew, answers } of rounds) {
    if (isNew) makeRound(call, noted, { turn, instances });
    const instance = instances.get(turn.instance) ?? turn.instance;
    for (const answer of answers) write({ questionId: answer.questionId, instance }, answer);
  }
  // With another round everything is judged anew.
  settle(call, open, before, open.turns === before.turns ? touched : null);
  if (isConsentTouched) followConsent(call, open, at);
  if (heldOn !== null) setDay(call, open, heldOn);
}

/** The interview is dated by the answer that gave it its day when it came in. */
function setDay({ sql }: Call, { interview }: OpenInterview, { day, beganAt }: Exclude<CompareToWrite['heldOn'], null>): void {
  if (interview.held_on === day && (beganAt === null || interview.began_at === beganAt)) return;
  sql.run('UPDATE interview SET held_on = :day, began_at = coalesce(:beganAt, began_at) WHERE id = :id', {
    id: interview.id,
    day,
    beganAt,
  });
  moveDay(sql, interview, day);
}

/** The interview that is changed, and what its history says of that. */
interface Noted {
  readonly open: OpenInterview;
  readonly changedBy: string;
  readonly at: string;
}

interface RoundToMake {
  readonly turn: PlannedRound['turn'];
  /** The plan's instances of rounds that have been made, and what they are in the interview. */
  readonly instances: Map<number, number>;
}

function makeRound(call: Call, noted: Noted, { turn, instances }: RoundToMake): void {
  const { questionId, label, parentInstance } = turn;
  const made = makeTurn(call, noted.open, { questionId, label, parentInstance: instances.get(parentInstance) ?? parentInstance });
  instances.set(turn.instance, made.instance);
  noteImport(call, noted.open.interview, { ...noted, questionId });
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

/**
 * Who says no to taking part has declined, whatever was answered before; who says yes after a no has answered what the file says. An
 * interview that somebody is entering is ended there.
 */
function followConsent({ sql, workspace }: Call, { loaded, interview, answers }: OpenInterview, at: string): void {
  if (isUnderWay(interview)) return;
  const consent = consentIn({ loaded, answers });
  const status = consent === 'no' ? 'declined' : consent === 'yes' && interview.status === 'declined' ? 'complete' : interview.status;
  if (status === interview.status) return;
  sql.run('UPDATE interview SET status = :status, completed_at = :at WHERE id = :id', { id: interview.id, status, at });
  noteEvent({ sql, workspace }, interview, status === 'declined' ? 'declined' : 'complete');
}
