import { isSameAnswer, type EnteredValue } from '../../../shared/model/answer.ts';
import { fieldText, isTyped, paintOf, readField, type Reading } from './entry-field.ts';
import { valueAt, wantsReason } from './entry-model.ts';
import { change, currentSpot, refuse, type Desk, type EntryState } from './entry-store.ts';
import { readingContext, send } from './entry-writing.ts';
import type { Spot } from './entry-layout.ts';

/** The text in the field of the current question: what is being typed, or the answer. */
export function textInField(state: EntryState): string {
  const spot = currentSpot(state);
  if (spot === null) return '';
  return state.stay.typed?.text ?? fieldText(valueAt(state.model, spot));
}

/** Whether characters stand in the field. */
export function hasTypedAnswer({ store }: Pick<Desk, 'store'>): boolean {
  return textInField(store.get()).trim() !== '';
}

/** How long typing must rest before it is written, in ms. */
const restMs = 600;

const timers = new WeakMap<Desk, ReturnType<typeof setTimeout>>();

/** Takes what stands in the field now; it goes to the file when typing rests, and when the field is left. */
export function type(desk: Desk, text: string): void {
  const state = desk.store.get();
  const spot = currentSpot(state);
  if (spot === null) return;
  const seen = state.stay.typed === null ? valueAt(state.model, spot) : state.stay.typed.seen;
  change(desk, { typed: { text, seen }, note: null, armed: null, takesWords: false });
  clearTimeout(timers.get(desk));
  timers.set(
    desk,
    setTimeout(() => flush(desk), restMs),
  );
}

/**
 * Writes what has been typed and not been written: an answer as an answer, anything else as a draft, which is on disk and never
 * counted. In a finished interview nothing is written before its reason is given.
 */
export function flush(desk: Desk): void {
  const state = desk.store.get();
  const spot = currentSpot(state);
  const { typed } = state.stay;
  clearTimeout(timers.get(desk));
  if (spot === null || typed === null || !isTyped(spot.question)) return;
  if (desk.pass.first !== null && wantsReason(state.model)) return;
  const context = readingContext(state.model);
  const entered = enteredIn(readField(spot.question, typed.text, context), typed.text);
  if (isSameAnswer(paintOf(spot.question, entered, context), valueAt(state.model, spot))) return;
  const conflict = state.conflicts.get(spot.key);
  if (conflict !== undefined) {
    desk.store.set({ ...state, conflicts: new Map([...state.conflicts, [spot.key, { ...conflict, mine: entered }]]) });
    return;
  }
  void send(desk, spot, entered, undefined, typed.seen);
  const now = desk.store.get();
  // The next chunk is held against this one.
  if (now.stay.typed !== null) change(desk, { typed: { ...now.stay.typed, seen: valueAt(now.model, spot) } });
}

/** What a field's text is written as. */
function enteredIn(reading: Reading, text: string): EnteredValue {
  if (reading.kind === 'empty') return { kind: 'clear' };
  return reading.kind === 'value' ? reading.entered : { kind: 'draft', typed: text };
}

/**
 * Sends what stands in the field before it is left. False when it is no possible answer, waits for the reason of a change, or has
 * been changed by somebody else meanwhile: then it is not left.
 */
export function settleField(desk: Desk): boolean {
  const state = desk.store.get();
  const spot = currentSpot(state);
  if (spot === null || !isTyped(spot.question)) return true;
  const text = textInField(state);
  const reading = readField(spot.question, text, readingContext(state.model));
  if (reading.kind === 'unreadable') {
    flush(desk);
    refuse(desk, refusalOf(desk, spot, reading.why, text.trim()));
    return false;
  }
  if (state.stay.typed === null) return true;
  if (desk.pass.first !== null && wantsReason(state.model)) {
    const entered = enteredIn(reading, text);
    const isChanged = !isSameAnswer(paintOf(spot.question, entered, readingContext(state.model)), valueAt(state.model, spot));
    if (isChanged) void send(desk, spot, entered);
    else change(desk, { typed: null });
    return !isChanged;
  }
  flush(desk);
  change(desk, { typed: null });
  return !desk.store.get().conflicts.has(spot.key);
}

/** Why the field's text is no answer, in words. */
export function refusalOf(desk: Desk, spot: Spot, why: Extract<Reading, { kind: 'unreadable' }>['why'], typed: string): string {
  const say = desk.say();
  const { minimum, maximum, decimals } = spot.question;
  switch (why) {
    case 'number':
      return say('interviews.entry.notANumber', { typed });
    case 'range':
      return say('interviews.entry.outOfRange', { value: typed, minimum: minimum ?? '–', maximum: maximum ?? '–' });
    case 'decimals':
      return say('entry.tooManyDecimals', { value: typed, count: decimals ?? 0 });
    case 'date':
      return say('entry.notADate', { typed });
    case 'time':
      return say('entry.notATime', { typed });
  }
}
