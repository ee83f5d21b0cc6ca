import { confirmReasons, type AnswerValue, type ConfirmReason, type EnteredValue } from '../../../shared/model/answer.ts';
import { isOneChoice, printedCode, takesAnswer, type MissingReason, type Question } from '../../../shared/model/questionnaire.ts';
import type { Say } from '../../lib/text.ts';
import { confirmMessages, reasonMessages, spokenAnswer } from './answer-sentence.ts';
import type { CodeEntry } from './code-entry.ts';
import { askedWith, brokenWith, stateOf, toggleCode, wantsReason } from './entry-model.ts';
import type { Draft } from './use-draft.ts';
import type { Entry } from './use-entry.ts';

/** Everything an action of entry needs: the state, the field, the words, and an answer that waits for its reason. */
export interface Desk {
  readonly entry: Entry;
  readonly draft: Draft;
  readonly say: Say;
  readonly onComplete: () => void;
}

/** Whether the current question waits for a reason rather than for an answer. */
export function isConfirming({ current, model, stay }: Entry): boolean {
  return current !== null && (stay.wanted !== null || stateOf(model, current.id) === 'to-confirm');
}

/** How many stops ←/→ have on a question: options, then reasons for missing; or the reasons why an answer stands. */
export function stopsOf(entry: Entry, question: Question): number {
  return isConfirming(entry) ? confirmReasons.length : question.options.length + entry.offered.length;
}

/** Says at the question why nothing was done. */
export function refuse({ entry }: Desk, text: string): void {
  entry.change({ note: { text, tone: 'refused' }, roving: null });
}

/** Sends an answer and says what routing made of it; a finished interview asks for the reason first. */
export async function send(desk: Desk, question: Question, entered: EnteredValue, reason?: ConfirmReason): Promise<void> {
  const { entry, say } = desk;
  if (reason === undefined && wantsReason(entry.model)) {
    entry.change({ wanted: entered, roving: null });
    return;
  }
  const sent = await entry.answers.send(question.id, entered, reason);
  // Finished meanwhile, in another window.
  if (sent.kind === 'failed' && sent.code === 'REASON_NEEDED') {
    entry.goTo(question.id);
    entry.change({ wanted: entered });
  }
  if (sent.kind !== 'saved') return;
  if (sent.parked.length > 0) entry.speak(say('interviews.entry.parked', { count: sent.parked.length }), true);
  if (sent.returned.length > 0) entry.speak(say('interviews.entry.returned', { count: sent.returned.length }), true);
}

/** Answers and, when no check, no "what?" and no reason holds it back, goes on; the answer is said on the way. */
function answer(desk: Desk, question: Question, value: AnswerValue, goesOn: boolean): void {
  const { entry, say } = desk;
  const { model, language } = entry;
  const asksWhat = value.kind === 'code' && question.options.some((option) => option.code === value.code && option.asksWhat);
  const isHeld = wantsReason(model) || asksWhat || brokenWith(model, question.id, value) !== null;
  void send(desk, question, value);
  entry.speak(spokenAnswer(question, value, language, say));
  entry.change({ pending: '', armed: null, note: null });
  if (goesOn && !isHeld) entry.move(1, askedWith(model, question.id, value));
}

/** Takes a code: the answer of a choice, one more or less of several, the next of a ranking. */
export function takeCode(desk: Desk, code: number): void {
  const { current } = desk.entry;
  if (current === null) return;
  if (isOneChoice(current)) answer(desk, current, { kind: 'code', code }, true);
  else toggle(desk, current, code);
}

function toggle(desk: Desk, question: Question, code: number): void {
  const { entry, say } = desk;
  const value = entry.model.valueOf(question.id);
  const { codes, cleared } = toggleCode(question, value?.kind === 'codes' ? value.codes : [], code);
  const room = question.type === 'rank' ? (question.rankCount ?? question.options.length) : Infinity;
  if (codes.length > room) {
    refuse(desk, say('interviews.entry.rankFull', { count: room }));
    return;
  }
  if (codes.length === 0) clear(desk);
  else answer(desk, question, { kind: 'codes', codes: [...codes] }, codes.length === room);
  if (cleared.length > 0)
    entry.speak(say('interviews.entry.cleared', { codes: cleared.map((other) => printedCode(question, other)).join(', ') }), true);
}

/** Carries out what the prefix rule made of a key. */
export function takeEntry(desk: Desk, step: CodeEntry): void {
  const { entry, say } = desk;
  if (step.kind === 'taken') {
    takeCode(desk, step.code);
  } else if (step.kind === 'pending') {
    entry.change({ pending: step.pending, note: null, armed: null });
    entry.speak(say('interviews.entry.pending', { typed: step.pending }));
  } else {
    entry.change({ pending: step.pending });
    refuse(desk, say('interviews.entry.noSuchCode', { code: step.typed }));
  }
}

/** Gives a reason in place of an answer, if the question offers it. */
export function giveReason(desk: Desk, reason: MissingReason): void {
  const { entry, draft, say } = desk;
  const { current, model } = entry;
  if (current === null || !takesAnswer(current)) return;
  if (!current.reasons.includes(reason)) {
    refuse(desk, say('interviews.entry.reasonNotOffered', { question: current.number, reason: say(reasonMessages[reason]) }));
    return;
  }
  const hadText = current.type === 'open' && (model.valueOf(current.id)?.kind === 'text' || draft.text.trim() !== '');
  draft.flush();
  draft.drop();
  answer(desk, current, { kind: 'missing', reason }, true);
  if (hadText) entry.speak(say('interviews.entry.becameRemark'), true);
}

/** Says why an unusual answer stands, or why a finished interview changes. */
export function confirm(desk: Desk, reason: ConfirmReason): void {
  const { entry, say } = desk;
  const { current, stay } = entry;
  if (current === null) return;
  if (stay.wanted === null) void entry.answers.confirm(current.id, reason);
  else void send(desk, current, stay.wanted, reason);
  entry.speak(say(confirmMessages[reason]));
  entry.move(1);
}

/** Back to "not recorded". */
export function clear(desk: Desk): void {
  const { entry, draft, say } = desk;
  const { current, model } = entry;
  if (current === null || model.valueOf(current.id) === null) return;
  draft.drop();
  void send(desk, current, { kind: 'clear' });
  entry.change({ pending: '', armed: null, note: null });
  if (!wantsReason(model)) entry.speak(say('interviews.entry.clearedAnswer'));
}

/** Sends what stands in the field before it is left. False when it is no possible answer: then it is not left. */
export function settleField(desk: Desk): boolean {
  const { entry, draft, say } = desk;
  const { current, model } = entry;
  if (current === null || !draft.isTyped) return true;
  const { entered, text } = draft;
  if (current.type !== 'number') return hand(desk, current, entered);
  if (entered === null) {
    refuse(desk, say('interviews.entry.notANumber', { typed: text }));
    return false;
  }
  if (entered.kind === 'number' && brokenWith(model, current.id, entered)?.severity === 'hard') {
    const { minimum, maximum } = current;
    refuse(desk, say('interviews.entry.outOfRange', { value: text.trim(), minimum: minimum ?? '–', maximum: maximum ?? '–' }));
    return false;
  }
  return hand(desk, current, entered);
}

/** Sends the field's answer; in a finished interview it waits in the field for its reason instead, and false is given. */
function hand(desk: Desk, question: Question, entered: EnteredValue | null): boolean {
  if (entered === null || !wantsReason(desk.entry.model)) {
    desk.draft.flush();
    return true;
  }
  void send(desk, question, entered);
  return false;
}
