import { confirmReasons, isSameAnswer, type AnswerValue, type ConfirmReason, type EnteredValue } from '../../../shared/model/answer.ts';
import {
  isOneChoice,
  missingReasons,
  printedCode,
  takesAnswer,
  type MissingReason,
  type Question,
} from '../../../shared/model/questionnaire.ts';
import { localised } from '../../../shared/model/text.ts';
import { preferences } from '../../lib/preferences.ts';
import { confirmMessages, reasonMessages, spokenAnswer } from './answer-sentence.ts';
import type { CodeEntry } from './code-entry.ts';
import { enteredOf } from './entry-field.ts';
import { filledAt } from './entry-filled.ts';
import type { Spot } from './entry-layout.ts';
import { brokenAt, offeredAt, placeOf, stateAt, toggleCode, valueAt, wantsReason, withRecords } from './entry-model.ts';
import { change, currentSpot, freshStay, move, moveOn, refuse, speak, type Desk, type EntryState } from './entry-store.ts';
import { takeTurn } from './entry-turns.ts';
import { hasTypedAnswer } from './entry-typing.ts';
import { send } from './entry-writing.ts';
import { writeWords } from './entry-words.ts';

/** The reasons for a missing answer that a question offers, in the order of their keys. */
export function offeredReasons(question: Question): readonly MissingReason[] {
  return takesAnswer(question) ? missingReasons.filter((reason) => question.reasons.includes(reason)) : [];
}

/** What the current question waits for before it is answered in the ordinary way. */
export type Waiting = 'conflict' | 'reason' | 'confirm' | null;

/** A conflict goes before everything; then the reason for a change; then the reason why an unusual answer stands. */
export function waitingFor(state: EntryState, isSecond: boolean): Waiting {
  const spot = currentSpot(state);
  if (spot === null) return null;
  // Whoever is typing types on: the keys are asked about the conflict when the field is left.
  if (state.conflicts.has(spot.key) && state.stay.typed === null) return 'conflict';
  if (state.stay.wanted !== null || state.stay.wantedWords !== null || state.stay.turning !== null) return 'reason';
  // While one types a new answer, the old one's check has nothing to say.
  return !isSecond && state.stay.typed === null && stateAt(state.model, spot) === 'to-confirm' ? 'confirm' : null;
}

export function isWaiting({ store, pass }: Pick<Desk, 'store' | 'pass'>): Waiting {
  return waitingFor(store.get(), pass.kind === 'second');
}

/** How many stops ←/→ have here: the choices of what waits, or options and then reasons for missing. */
export function stopsAt(desk: Pick<Desk, 'store' | 'pass'>): number {
  const state = desk.store.get();
  const spot = currentSpot(state);
  if (spot === null) return 0;
  const waits = isWaiting(desk);
  if (waits === 'conflict') return conflictChoices.length;
  if (waits !== null) return confirmReasons.length;
  if (spot.kind === 'more') return 2;
  return offeredAt(state.model, spot).length + offeredReasons(spot.question).length;
}

/** Why an answer cannot be left, in words; null when it can. Soft checks and answers of others never hold anybody. */
export function refusalAt(desk: Desk, spot: Spot): string | null {
  const { model, stay, language } = desk.store.get();
  if (stay.before === undefined || valueAt(model, spot)?.kind === 'missing') return null;
  const broken = brokenAt(model, spot);
  if (broken?.severity !== 'hard') return null;
  const message = localised(saidAt(desk, spot).checks[broken.index]?.message ?? {}, language);
  return desk.say()('entry.mustCorrect', { message });
}

/** The question as it is said here, with the answers that its words mention. */
function saidAt(desk: Desk, spot: Spot): Question {
  const { model, language } = desk.store.get();
  return filledAt(model, spot, { language, say: desk.say(), nameOf: desk.nameOf });
}

/** Answers and, when no check, no "what?" and no reason holds it back, goes on; the answer is said on the way. */
function answer(desk: Desk, spot: Spot, value: EnteredValue & AnswerValue, goesOn: boolean): void {
  const { question } = spot;
  const isHeld = wantsReason(desk.store.get().model) && desk.pass.first !== null;
  void send(desk, spot, value);
  speak(desk, spokenAnswer(saidAt(desk, spot), value, desk.store.get().language, desk.say()));
  change(desk, { pending: '', armed: null, note: null });
  const refusal = refusalAt(desk, spot);
  if (refusal !== null) refuse(desk, refusal);
  const asksWhat = value.kind === 'code' && question.options.some((option) => option.code === value.code && option.asksWhat);
  const isSettled = !isHeld && !asksWhat && refusal === null && isWaiting(desk) === null;
  if (!goesOn || !isSettled || !preferences.get().movesOn) return;
  if (value.kind === 'code' || value.kind === 'missing') moveOn(desk);
  else move(desk, 1);
}

/** Takes a code: the answer of a choice, one more or less of several, the next of a ranking. */
export function takeCode(desk: Desk, code: number): void {
  const spot = currentSpot(desk.store.get());
  if (spot === null) return;
  if (isOneChoice(spot.question)) answer(desk, spot, { kind: 'code', code }, true);
  else toggle(desk, spot, code);
}

function toggle(desk: Desk, spot: Spot, code: number): void {
  const { question } = spot;
  const { model } = desk.store.get();
  const value = valueAt(model, spot);
  const { codes, cleared } = toggleCode(question, value?.kind === 'codes' ? value.codes : [], code);
  const room = question.type === 'rank' ? Math.min(question.rankCount ?? Infinity, offeredAt(model, spot).length) : Infinity;
  if (codes.length > room) {
    refuse(desk, desk.say()('interviews.entry.rankFull', { count: room }));
    return;
  }
  if (codes.length === 0) clear(desk);
  else answer(desk, spot, { kind: 'codes', codes: [...codes] }, codes.length === room);
  if (cleared.length === 0) return;
  const names = cleared.map((other) => printedCode(question, other)).join(', ');
  speak(desk, desk.say()('interviews.entry.cleared', { codes: names }), true);
}

/** Carries out what the prefix rule made of a key. */
export function takeEntry(desk: Desk, step: CodeEntry): void {
  const say = desk.say();
  if (step.kind === 'taken') {
    takeCode(desk, step.code);
  } else if (step.kind === 'pending') {
    change(desk, { pending: step.pending, note: null, armed: null });
    speak(desk, say('interviews.entry.pending', { typed: step.pending }));
  } else {
    change(desk, { pending: step.pending });
    refuse(desk, say('interviews.entry.noSuchCode', { code: step.typed }));
  }
}

/** A place, service or organisation of the registers. */
export function takeRecord(desk: Desk, id: string): void {
  const spot = currentSpot(desk.store.get());
  if (spot !== null) answer(desk, spot, { kind: 'record', id }, true);
}

/** Gives a reason in place of an answer, if the question offers it. */
export function giveReason(desk: Desk, reason: MissingReason): void {
  const state = desk.store.get();
  const spot = currentSpot(state);
  if (spot === null || spot.kind === 'more' || !takesAnswer(spot.question)) return;
  const { question } = spot;
  if (!question.reasons.includes(reason)) {
    refuse(
      desk,
      desk.say()('interviews.entry.reasonNotOffered', { question: question.number, reason: desk.say()(reasonMessages[reason]) }),
    );
    return;
  }
  const hadText = question.type === 'open' && hasTypedAnswer(desk);
  // What is typed must be in the file before it becomes the remark.
  if (hadText && state.stay.typed !== null && !wantsReason(state.model))
    void send(desk, spot, { kind: 'text', text: state.stay.typed.text }, undefined, state.stay.typed.seen);
  change(desk, { typed: null });
  answer(desk, spot, { kind: 'missing', reason }, true);
  if (hadText && desk.pass.first !== null) speak(desk, desk.say()('interviews.entry.becameRemark'), true);
}

/** Says why an unusual answer stands, or why a finished interview changes. The fourth reason asks for words first. */
export function confirm(desk: Desk, reason: ConfirmReason, words = ''): void {
  const state = desk.store.get();
  const spot = currentSpot(state);
  const waits = isWaiting(desk);
  const { wanted, wantedWords } = state.stay;
  if (spot === null || desk.pass.first === null) return;
  if (waits === 'confirm' && reason === 'other' && words === '') {
    change(desk, { takesWords: true, roving: null, note: null });
    return;
  }
  speak(desk, desk.say()(confirmMessages[reason]));
  if (waits === 'reason' && state.stay.turning !== null) {
    change(desk, { turning: null, roving: null });
    void takeTurn(desk, state.stay.turning, reason);
    return;
  }
  if (waits === 'reason' && wantedWords !== null) {
    change(desk, { wantedWords: null });
    void writeWords(desk, spot, wantedWords, reason);
    move(desk, 1);
    return;
  }
  if (waits === 'reason' && wanted !== null) {
    change(desk, { wanted: null, typed: null });
    void send(desk, spot, wanted, reason);
    const refusal = refusalAt(desk, spot);
    if (refusal !== null) refuse(desk, refusal);
    else if (isWaiting(desk) === null) move(desk, 1);
    return;
  }
  void writeConfirm(desk, spot, reason, words);
  move(desk, 1);
}

async function writeConfirm(desk: Desk, spot: Spot, reason: ConfirmReason, words: string): Promise<void> {
  const { first } = desk.pass;
  if (first === null) return;
  const changed = await desk.save(() => first.confirm(placeOf(spot), reason, words));
  const state = desk.store.get();
  if (changed !== undefined) desk.store.set({ ...state, model: withRecords(state.model, changed) });
}

/** What can be done about a conflict, in the order of the digits. */
export const conflictChoices = ['mine', 'theirs', 'new'] as const;
export type ConflictChoice = (typeof conflictChoices)[number];

/** Settles a conflict: mine is written over theirs, theirs stands, or a new answer is entered. */
export function settleConflict(desk: Desk, choice: ConflictChoice): void {
  const state = desk.store.get();
  const spot = currentSpot(state);
  const conflict = spot === null ? undefined : state.conflicts.get(spot.key);
  if (spot === null || conflict === undefined) return;
  const conflicts = new Map([...state.conflicts].filter(([key]) => key !== spot.key));
  const { mine, theirs } = conflict;
  const typed = choice === 'new' && 'text' in mine ? { text: mine.text, seen: theirs.value } : null;
  desk.store.set({ ...state, conflicts, stay: { ...freshStay, typed, before: theirs.value } });
  if (choice === 'mine') void send(desk, spot, mine, undefined, theirs.value);
  speak(desk, desk.say()(`entry.conflict.${choice}`));
  if (choice !== 'new' && isWaiting(desk) === null && refusalAt(desk, spot) === null) move(desk, 1);
}

/** Back to "not recorded". */
export function clear(desk: Desk): void {
  const state = desk.store.get();
  const spot = currentSpot(state);
  if (spot === null || spot.kind === 'more') return;
  change(desk, { typed: null, pending: '', armed: null, note: null });
  if (valueAt(state.model, spot) === null) return;
  void send(desk, spot, { kind: 'clear' });
  if (!wantsReason(state.model)) speak(desk, desk.say()('interviews.entry.clearedAnswer'));
}

/** Esc: what is typed is dropped, and the answer from before this stay's first change comes back. False when nothing has changed. */
export function bringBack(desk: Desk): boolean {
  const { model, stay } = desk.store.get();
  const spot = currentSpot(desk.store.get());
  const { before, typed } = stay;
  if (spot === null || (before === undefined && typed === null)) return false;
  change(desk, { typed: null });
  if (before !== undefined && !isSameAnswer(valueAt(model, spot), before)) void send(desk, spot, enteredOf(before));
  change(desk, { before: undefined });
  return true;
}
