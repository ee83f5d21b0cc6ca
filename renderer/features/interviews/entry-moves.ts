import { refusalAt } from './entry-acts.ts';
import type { EntryAction } from './entry-keys.ts';
import { isStop, type Spot } from './entry-layout.ts';
import { isAsked } from './entry-model.ts';
import { change, currentSpot, goTo, move, refuse, speak, type Desk } from './entry-store.ts';
import { settleField } from './entry-typing.ts';
import { settleWords } from './entry-words.ts';
import { neighbourSection, nextOpen } from './entry-walk.ts';

/** Whether the question may be left: what is typed is an answer, and no hard check of this stay is broken. Says why not. */
export function canLeave(desk: Desk): boolean {
  if (!settleField(desk) || !settleWords(desk)) return false;
  const spot = currentSpot(desk.store.get());
  const refusal = spot === null ? null : refusalAt(desk, spot);
  if (refusal !== null) refuse(desk, refusal);
  return refusal === null;
}

/** What is left when the keys that answer are taken out. */
export type Moving = Exclude<EntryAction, { do: 'digit' | 'reason' | 'rove' | 'person' }>;

/** Carries out what moves or only looks; false at both ends for Tab, which then leaves entry. */
export function moveAbout(desk: Desk, action: Moving): boolean {
  const spot = currentSpot(desk.store.get());
  if (action.do === 'language') nextLanguage(desk);
  else if (action.do === 'remark') change(desk, { isRemarkOpen: spot !== null && spot.kind !== 'more' && desk.pass.first !== null });
  // Tab leaves entry at both ends.
  else if (action.do === 'move' && (action.by === 1 ? spot === null : spot !== null && isFirst(desk, spot))) return false;
  else if (canLeave(desk)) {
    if (action.do === 'move') move(desk, action.by);
    else if (action.do === 'section') toSection(desk, action.by);
    else if (action.do === 'open') toOpen(desk, action.by);
    else if (action.do === 'edge') toEdge(desk, action.to);
  }
  return true;
}

function toSection(desk: Desk, by: -1 | 1): void {
  const { model, currentKey } = desk.store.get();
  const next = neighbourSection(model, currentKey, by);
  if (next !== null || by === 1) goTo(desk, next?.key ?? null);
}

function toOpen(desk: Desk, by: -1 | 1): void {
  const { model, currentKey, conflicts } = desk.store.get();
  const next = nextOpen(model, currentKey, by, conflicts);
  if (next === null) speak(desk, desk.say()('interviews.entry.noOpen'), true);
  else goTo(desk, next.key);
}

function toEdge(desk: Desk, to: 'first' | 'last'): void {
  const { model } = desk.store.get();
  const stops = model.layout.spots.filter((spot) => isStop(spot) && isAsked(model, spot));
  goTo(desk, (to === 'first' ? stops[0] : stops.at(-1))?.key ?? null);
}

function isFirst(desk: Desk, spot: Spot): boolean {
  const { model } = desk.store.get();
  return model.layout.spots.find((candidate) => isStop(candidate) && isAsked(model, candidate)) === spot;
}

/** The next of the form's languages; what is typed, pending or chosen stays as it is. */
export function nextLanguage(desk: Desk): void {
  const state = desk.store.get();
  const { languages } = state.model.version;
  const next = languages[(languages.indexOf(state.language) + 1) % languages.length];
  if (next !== undefined) desk.store.set({ ...state, language: next });
}
