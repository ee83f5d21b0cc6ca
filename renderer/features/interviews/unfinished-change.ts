import type { InterviewId } from '../../../shared/model/ids.ts';
import { notice } from '../../lib/status.ts';
import { valueAt, wantsReason } from './entry-model.ts';
import type { PlaceKey } from './entry-place.ts';
import { change, currentSpot, goTo, type Desk, type Stay } from './entry-store.ts';

/*
 * A change of a finished interview is written together with its reason. Who leaves in between has typed something that is not in
 * the file: it is kept while the program runs, said, and stands in its field again on the way back.
 */
const kept = new Map<InterviewId, { readonly key: PlaceKey; readonly part: Partial<Stay> }>();

/** Keeps what waits for its reason when the interview is left. */
export function keepUnfinished({ store, pass, say }: Desk): void {
  const state = store.get();
  const spot = currentSpot(state);
  const { typed, wanted, words, wantedWords } = state.stay;
  const isAny = [typed, wanted, words, wantedWords].some((part) => part !== null);
  if (pass.first === null || spot === null || !wantsReason(state.model) || !isAny) return;
  kept.set(state.model.interview.id, { key: spot.key, part: { typed, wanted, words: words ?? wantedWords } });
  const { code } = state.model.interview;
  notice.set({ text: say()('entry.unfinishedChange', { code, number: spot.question.number }), tone: 'bad' });
}

/** Puts it back where it stood. */
export function takeUnfinished(desk: Desk): void {
  // A second pass is blind, also to what was meant to be changed in the first.
  if (desk.pass.first === null) return;
  const { model } = desk.store.get();
  const back = kept.get(model.interview.id);
  const spot = back === undefined ? undefined : model.layout.byKey.get(back.key);
  if (back === undefined || spot === undefined) return;
  kept.delete(model.interview.id);
  goTo(desk, spot.key);
  const seen = valueAt(model, spot);
  change(desk, { ...back.part, typed: back.part.typed === null || back.part.typed === undefined ? null : { ...back.part.typed, seen } });
}
