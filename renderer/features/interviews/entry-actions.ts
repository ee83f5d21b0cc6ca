import { confirmReasons, type ConfirmReason } from '../../../shared/model/answer.ts';
import type { MissingReason } from '../../../shared/model/questionnaire.ts';
import { takePending, typeDigit } from './code-entry.ts';
import {
  bringBack,
  clear,
  conflictChoices,
  confirm,
  giveReason,
  isWaiting,
  offeredReasons,
  settleConflict,
  stopsAt,
  takeCode,
  takeEntry,
  takeRecord,
} from './entry-acts.ts';
import type { EntryAction } from './entry-keys.ts';
import { brokenAt, offeredAt, typedCodes, valueAt } from './entry-model.ts';
import { canLeave, moveAbout, nextLanguage } from './entry-moves.ts';
import type { PlaceKey } from './entry-place.ts';
import { change, currentSpot, goTo, move, refuse, type Desk, type EntryNote } from './entry-store.ts';
import { addPerson, addRound, removeRound, toPerson } from './entry-turns.ts';
import { hasTypedAnswer, settleField, type } from './entry-typing.ts';

/** What can be done in entry, by key or by pointer. Made once; every act looks at the state of its own moment. */
export interface EntryActions {
  /** Carries out a key's meaning; false when there is nothing to do and the key is the browser's. */
  readonly perform: (action: EntryAction) => boolean;
  readonly takeCode: (code: number) => void;
  readonly takeRecord: (id: string) => void;
  readonly giveReason: (reason: MissingReason) => void;
  readonly confirm: (reason: ConfirmReason, words?: string) => void;
  readonly settleConflict: (choice: 'mine' | 'theirs' | 'new') => void;
  readonly type: (text: string) => void;
  readonly settle: () => boolean;
  readonly next: () => void;
  /** By pointer: to a spot, or with null to the last page. */
  readonly goTo: (key: PlaceKey | null, keeps?: EntryNote) => void;
  readonly openGoTo: () => void;
  readonly closeGoTo: () => void;
  readonly closeRemark: () => void;
  readonly closeWords: () => void;
  readonly nextLanguage: () => void;
  readonly addRound: () => void;
  readonly removeRound: (instance: number) => void;
  readonly toPerson: (index: number) => void;
  readonly addPerson: () => void;
}

export function createEntryActions(desk: Desk): EntryActions {
  return {
    perform: (action) => perform(desk, action),
    takeCode: (code) => takeCode(desk, code),
    takeRecord: (id) => takeRecord(desk, id),
    giveReason: (reason) => giveReason(desk, reason),
    confirm: (reason, words) => confirm(desk, reason, words),
    settleConflict: (choice) => settleConflict(desk, choice),
    type: (text) => type(desk, text),
    settle: () => settleField(desk),
    next: () => void goOn(desk, false),
    goTo: (key, keeps) => leaveFor(desk, key, keeps),
    openGoTo: () => change(desk, { isGoToOpen: true, isRemarkOpen: false }),
    closeGoTo: () => change(desk, { isGoToOpen: false }),
    closeRemark: () => change(desk, { isRemarkOpen: false }),
    closeWords: () => change(desk, { takesWords: false }),
    nextLanguage: () => nextLanguage(desk),
    addRound: () => void addRound(desk),
    removeRound: (instance) => void removeRound(desk, instance),
    toPerson: (index) => toPerson(desk, index),
    addPerson: () => addPerson(desk),
  };
}

function perform(desk: Desk, action: EntryAction): boolean {
  switch (action.do) {
    case 'digit':
      return takeDigit(desk, action.digit);
    case 'reason':
      giveReason(desk, action.reason);
      return true;
    case 'enter':
      return takeWaiting(desk) || (currentSpot(desk.store.get()) !== null && goOn(desk, true));
    case 'done':
      return takeWaiting(desk) || goOn(desk, false);
    case 'back':
      return stepBack(desk);
    case 'clear':
      clear(desk);
      return true;
    case 'take':
      return takeReached(desk);
    case 'rove':
      return rove(desk, action.by);
    case 'escape':
      return escape(desk);
    case 'person':
      return canLeave(desk) && toPerson(desk, action.index);
    case 'newRound':
      return canLeave(desk) && addRound(desk);
    case 'removeRound':
      return removeRound(desk, currentSpot(desk.store.get())?.turn?.instance ?? 0);
    default:
      return moveAbout(desk, action);
  }
}

function leaveFor(desk: Desk, key: PlaceKey | null, keeps?: EntryNote): void {
  if (canLeave(desk)) goTo(desk, key, keeps);
  // Refused: the pointer has taken focus away from what must be corrected.
  else document.querySelector<HTMLElement>('[data-current] [data-answer-field]')?.focus({ preventScroll: true });
}

/** Leaves the question forwards. `guards`: an unanswered question is passed only at the second press. */
function goOn(desk: Desk, guards: boolean): boolean {
  const { stay } = desk.store.get();
  const spot = currentSpot(desk.store.get());
  if (spot === null) {
    desk.onEnd();
    return true;
  }
  const hadTyped = stay.typed !== null;
  if (!canLeave(desk)) return true;
  const state = desk.store.get();
  const isAnswered = valueAt(state.model, spot) !== null || spot.kind === 'more' || hasTypedAnswer(desk);
  if (guards && !isAnswered && stay.armed !== 'skip') {
    change(desk, { armed: 'skip', note: { text: desk.say()('interviews.entry.unanswered'), tone: 'guard' } });
    return true;
  }
  // An answer that has just become unusual stays, so that its reason can be given.
  if (hadTyped && isWaiting(desk) === 'confirm' && brokenAt(state.model, spot) !== null) change(desk, { armed: null, note: null });
  else move(desk, 1);
  return true;
}

/** Enter and Mod+Enter take the digits that wait. */
function takeWaiting(desk: Desk): boolean {
  const { stay, model } = desk.store.get();
  const spot = currentSpot(desk.store.get());
  if (stay.pending === '' || spot === null) return false;
  takeEntry(desk, takePending(stay.pending, typedCodes(spot.question, offeredAt(model, spot))));
  return true;
}

function takeDigit(desk: Desk, digit: string): boolean {
  const { stay, model } = desk.store.get();
  const spot = currentSpot(desk.store.get());
  if (spot === null) return false;
  if (isWaiting(desk) !== null) return takeChoice(desk, Number(digit) - 1, digit);
  if (spot.kind === 'more') return takeMore(desk, Number(digit) - 1);
  const offered = offeredAt(model, spot);
  if (offered.length === 0) return false;
  takeEntry(desk, typeDigit(stay.pending, digit, typedCodes(spot.question, offered)));
  return true;
}

/** A digit where a reason or one of two answers is asked for. */
function takeChoice(desk: Desk, index: number, typed: string): boolean {
  const reason = confirmReasons[index];
  const side = conflictChoices[index];
  if (isWaiting(desk) === 'conflict' && side !== undefined) settleConflict(desk, side);
  else if (isWaiting(desk) !== 'conflict' && reason !== undefined) confirm(desk, reason);
  else refuse(desk, desk.say()('interviews.entry.noSuchCode', { code: typed }));
  return true;
}

/** After the last round: 1 for one more, 2 to go on. */
function takeMore(desk: Desk, index: number): boolean {
  if (index === 0) return addRound(desk);
  if (index === 1) move(desk, 1);
  else refuse(desk, desk.say()('interviews.entry.noSuchCode', { code: String(index + 1) }));
  return true;
}

function stepBack(desk: Desk): boolean {
  const { stay, model } = desk.store.get();
  const spot = currentSpot(desk.store.get());
  if (spot === null) return false;
  if (stay.pending !== '') change(desk, { pending: stay.pending.slice(0, -1), note: null });
  else if (valueAt(model, spot) !== null && stay.armed !== 'clear')
    change(desk, { armed: 'clear', note: { text: desk.say()('interviews.entry.backspaceOnce'), tone: 'neutral' } });
  else clear(desk);
  return true;
}

/** Moves along options and chips. Focus is never value: nothing is answered by it. */
function rove(desk: Desk, by: -1 | 1): boolean {
  const stops = stopsAt(desk);
  if (stops === 0) return false;
  const from = desk.store.get().stay.roving ?? (by === 1 ? -1 : stops);
  change(desk, { roving: Math.min(stops - 1, Math.max(0, from + by)), armed: null });
  return true;
}

/** Space takes the option or chip that the arrows have reached. */
function takeReached(desk: Desk): boolean {
  const { stay, model } = desk.store.get();
  const spot = currentSpot(desk.store.get());
  if (spot === null) return false;
  if (stay.roving === null) return true;
  if (isWaiting(desk) !== null) return takeChoice(desk, stay.roving, '');
  if (spot.kind === 'more') return takeMore(desk, stay.roving);
  const offered = offeredAt(model, spot);
  const option = offered[stay.roving];
  const reason = offeredReasons(spot.question)[stay.roving - offered.length];
  if (option !== undefined) takeCode(desk, option.code);
  else if (reason !== undefined) giveReason(desk, reason);
  return true;
}

/** One layer out: pending digits, what waits for a reason, a refused answer, the arrows' place. */
function escape(desk: Desk): boolean {
  const { stay, model } = desk.store.get();
  const spot = currentSpot(desk.store.get());
  const isHere = stay.pending !== '' || stay.roving !== null || stay.note !== null || isWaiting(desk) === 'reason' || stay.takesWords;
  const nothing = { wanted: null, words: null, wantedWords: null, turning: null };
  change(desk, { pending: '', note: null, armed: null, roving: null, ...nothing, takesWords: false });
  if (spot === null) return isHere;
  const isHeld = brokenAt(model, spot)?.severity === 'hard' || valueAt(model, spot)?.kind === 'draft';
  // In words nothing is thrown away; a number or date steps back to what it was, and so does any answer that cannot stay.
  if (isHeld || spot.question.type === 'number' || spot.question.type === 'date') return bringBack(desk) || isHere;
  return isHere;
}
