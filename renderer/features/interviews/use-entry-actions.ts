import { confirmReasons, type ConfirmReason } from '../../../shared/model/answer.ts';
import type { QuestionId } from '../../../shared/model/ids.ts';
import { takesAnswer, type MissingReason } from '../../../shared/model/questionnaire.ts';
import { useText } from '../../lib/text.ts';
import { takePending, typeDigit } from './code-entry.ts';
import { clear, confirm, giveReason, isConfirming, refuse, settleField, stopsOf, takeCode, takeEntry, type Desk } from './entry-desk.ts';
import type { EntryAction } from './entry-keys.ts';
import { brokenWith, typedCodes } from './entry-model.ts';
import type { Draft } from './use-draft.ts';
import type { Entry } from './use-entry.ts';

/** What can be done to the current question, by key or by pointer. */
export interface EntryActions {
  /** Carries out a key's meaning; false when there is nothing to do and the key is the browser's. */
  readonly perform: (action: EntryAction) => boolean;
  readonly takeCode: (code: number) => void;
  readonly giveReason: (reason: MissingReason) => void;
  readonly confirm: (reason: ConfirmReason) => void;
  readonly next: () => void;
  /** Opens the field for a question's number. */
  readonly openGoTo: () => void;
  /** By pointer: to a question, or with null to the last page. */
  readonly goTo: (id: QuestionId | null) => void;
}

/** The actions of entry over its state. */
export function useEntryActions(entry: Entry, draft: Draft, onComplete: () => void): EntryActions {
  const say = useText();
  const desk: Desk = { entry, draft, say, onComplete };
  return {
    perform: (action) => perform(desk, action),
    takeCode: (code) => takeCode(desk, code),
    giveReason: (reason) => giveReason(desk, reason),
    confirm: (reason) => confirm(desk, reason),
    next: () => void goOn(desk, false),
    openGoTo: () => entry.change({ isGoToOpen: true, isRemarkOpen: false }),
    goTo: (id) => {
      if (settleField(desk)) entry.goTo(id);
      // Refused: the pointer has taken focus away from what must be corrected.
      else document.querySelector<HTMLElement>('[data-answer-field]')?.focus({ preventScroll: true });
    },
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
      return takeWaiting(desk) || (desk.entry.current !== null && goOn(desk, true));
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
    default:
      return moveAbout(desk, action);
  }
}

/** Leaves the question forwards. `guards`: an unanswered question is passed only at the second press. */
function goOn(desk: Desk, guards: boolean): boolean {
  const { entry, draft, say } = desk;
  const { current, model, stay } = entry;
  if (current === null) {
    desk.onComplete();
    return true;
  }
  const isTyped = draft.isTyped && draft.text.trim() !== '';
  if (!settleField(desk)) return true;
  const isAnswered = isTyped || (model.valueOf(current.id) !== null && !(draft.isTyped && !isTyped)) || !takesAnswer(current);
  if (guards && !isAnswered && stay.armed !== 'skip') {
    entry.change({ armed: 'skip', note: { text: say('interviews.entry.unanswered'), tone: 'guard' } });
    return true;
  }
  // A number that has just become unusual stays, so that its reason can be given.
  const isUnusual = isTyped && draft.entered?.kind === 'number' && brokenWith(model, current.id, draft.entered) !== null;
  if (isUnusual) entry.change({ armed: null, note: null });
  else entry.move(1);
  return true;
}

/** Enter and Mod+Enter take the digits that wait. */
function takeWaiting(desk: Desk): boolean {
  const { current, stay } = desk.entry;
  if (stay.pending === '' || current === null) return false;
  takeEntry(desk, takePending(stay.pending, typedCodes(current)));
  return true;
}

function takeDigit(desk: Desk, digit: string): boolean {
  const { entry, say } = desk;
  const { current, stay } = entry;
  if (current === null) return false;
  if (isConfirming(entry)) {
    const reason = confirmReasons[Number(digit) - 1];
    if (reason === undefined) refuse(desk, say('interviews.entry.noSuchCode', { code: digit }));
    else confirm(desk, reason);
    return true;
  }
  if (current.options.length === 0) return false;
  takeEntry(desk, typeDigit(stay.pending, digit, typedCodes(current)));
  return true;
}

function stepBack(desk: Desk): boolean {
  const { entry, say } = desk;
  const { current, stay, model } = entry;
  if (current === null) return false;
  if (stay.pending !== '') entry.change({ pending: stay.pending.slice(0, -1), note: null });
  else if (model.valueOf(current.id) !== null && stay.armed !== 'clear')
    entry.change({ armed: 'clear', note: { text: say('interviews.entry.backspaceOnce'), tone: 'neutral' } });
  else clear(desk);
  return true;
}

/** Moves along options and chips. Focus is never value: nothing is answered by it. */
function rove({ entry }: Desk, by: -1 | 1): boolean {
  const { current, stay } = entry;
  const stops = current === null ? 0 : stopsOf(entry, current);
  if (stops === 0) return false;
  const from = stay.roving ?? (by === 1 ? -1 : stops);
  entry.change({ roving: Math.min(stops - 1, Math.max(0, from + by)), armed: null });
  return true;
}

/** Space takes the option or chip that the arrows have reached. */
function takeReached(desk: Desk): boolean {
  const { entry } = desk;
  const { current, stay } = entry;
  if (current === null) return false;
  if (stay.roving === null) return true;
  const why = isConfirming(entry) ? confirmReasons[stay.roving] : undefined;
  const option = current.options[stay.roving];
  const reason = entry.offered[stay.roving - current.options.length];
  if (why !== undefined) confirm(desk, why);
  else if (option !== undefined) takeCode(desk, option.code);
  else if (reason !== undefined) giveReason(desk, reason);
  return true;
}

/** One layer out: pending digits, what was typed into a number, the arrows' place. */
function escape({ entry, draft }: Desk): boolean {
  const { stay, current } = entry;
  const isHere = stay.pending !== '' || stay.roving !== null || stay.note !== null || stay.wanted !== null;
  if (current?.type === 'number' && draft.isTyped) draft.drop();
  entry.change({ pending: '', note: null, armed: null, roving: null, wanted: null });
  return isHere;
}

function moveAbout(desk: Desk, action: EntryAction): boolean {
  const { entry } = desk;
  const { current, model } = entry;
  if (action.do === 'language') entry.nextLanguage();
  else if (action.do === 'remark') entry.change({ isRemarkOpen: current !== null });
  // Tab leaves entry at both ends.
  else if (action.do === 'move' && (action.by === 1 ? current === null : current !== null && isFirst(entry))) return false;
  else if (settleField(desk)) {
    const asked = model.questions.filter((question) => model.asked.has(question.id));
    if (action.do === 'move') entry.move(action.by);
    else if (action.do === 'section') entry.moveSection(action.by);
    else if (action.do === 'open') entry.moveOpen(action.by);
    else if (action.do === 'edge') entry.goTo((action.to === 'first' ? asked[0] : asked.at(-1))?.id ?? null);
  }
  return true;
}

function isFirst({ model, current }: Entry): boolean {
  return model.questions.find((question) => model.asked.has(question.id)) === current;
}
