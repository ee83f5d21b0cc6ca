import type { ConfirmReason } from '../../../shared/model/answer.ts';
import type { Spot } from './entry-layout.ts';
import { placeOf, recordAt, wantsReason } from './entry-model.ts';
import { change, currentSpot, goTo, type Desk, type EntryState } from './entry-store.ts';

/*
 * The words beside "other: what?" are a part of the answer. In a finished interview they are therefore not written while they are
 * typed, but with the reason for changing them, or not at all.
 */

/** Whether the words beside "other" wait for a reason here. A second pass is only compared. */
export function areHeld({ pass, store }: Pick<Desk, 'pass' | 'store'>): boolean {
  return pass.first !== null && wantsReason(store.get().model);
}

/** The words that stand in the field. */
export function wordsAt({ model, stay }: Pick<EntryState, 'model' | 'stay'>, spot: Spot): string {
  return stay.wantedWords ?? stay.words ?? recordAt(model, spot)?.specify ?? '';
}

/** Asks for the reason when other words have been typed; then the question is not left yet, and this is false. */
export function settleWords(desk: Desk): boolean {
  const state = desk.store.get();
  const spot = currentSpot(state);
  const { words } = state.stay;
  if (spot === null || words === null || words === (recordAt(state.model, spot)?.specify ?? '')) return true;
  change(desk, { words: null, wantedWords: words, roving: null });
  return false;
}

/** Writes them with their reason. What could not be written stands in its field again. */
export async function writeWords(desk: Desk, spot: Spot, text: string, reason: ConfirmReason): Promise<void> {
  const done = await desk.save(() => desk.pass.specify(placeOf(spot), text, { changeReason: reason }));
  if (done !== undefined) return;
  goTo(desk, spot.key);
  change(desk, { words: text });
}
