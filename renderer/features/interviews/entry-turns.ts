import type { ConfirmReason } from '../../../shared/model/answer.ts';
import { holdKeys, takeHeldKeys } from './early-keys.ts';
import { change, currentSpot, freshStay, goTo, move, speak, type Desk, type Turning } from './entry-store.ts';
import { isAsked, wantsReason, withRecords, type EntryModel } from './entry-model.ts';
import { isStop } from './entry-layout.ts';
import type { AddedTurn } from './entry-pass.ts';
import { releaseHeldKeys } from './use-held-keys.ts';

type TurningTo<What extends Turning['what']> = Extract<Turning, { readonly what: What }>;

/** One more round of the repeat one is in, or at the end of; its first question comes next. False where nothing repeats. */
export function addRound(desk: Desk): boolean {
  const spot = currentSpot(desk.store.get());
  if (spot === null) return false;
  const { turn } = spot;
  const isMore = spot.kind === 'more';
  const repeatId = isMore ? spot.question.id : (turn?.questionId ?? null);
  if (repeatId === null) return false;
  // A form that counts its rounds makes them itself.
  const repeat = desk.store.get().model.layout.byKey.get(`${repeatId}/${isMore ? spot.instance : (turn?.parentInstance ?? 0)}`);
  if (repeat === undefined) return false;
  askOrTake(desk, { what: 'addRound', questionId: repeatId, parentInstance: repeat.instance });
  return true;
}

/** A finished interview asks why first. */
function askOrTake(desk: Desk, turning: Turning): void {
  if (desk.pass.first !== null && wantsReason(desk.store.get().model)) change(desk, { turning, roving: null });
  else void takeTurn(desk, turning);
}

/** Lets a person or a round come or go, in a finished interview with the reason why. */
export function takeTurn(desk: Desk, turning: Turning, reason?: ConfirmReason): Promise<void> {
  switch (turning.what) {
    case 'addPerson':
      return makePerson(desk, reason);
    case 'addRound':
      return makeRound(desk, turning, reason);
    case 'removeRound':
      return remove(desk, turning.instance, reason);
  }
}

async function makeRound(desk: Desk, { questionId, parentInstance }: TurningTo<'addRound'>, reason?: ConfirmReason): Promise<void> {
  // Whoever asks for a round types on: the first answer may come before the round does.
  holdKeys();
  const added = await desk.save(() => desk.pass.addRound(questionId, parentInstance, reason));
  if (added === undefined) {
    takeHeldKeys();
    return;
  }
  const model = takeTurns(desk, added);
  const begin = model.layout.spots.find((spot) => spot.instance === added.instance && isStop(spot) && isAsked(model, spot));
  if (begin !== undefined) goTo(desk, begin.key);
  releaseHeldKeys();
}

/** Puts the persons and rounds there are now into the form. */
function takeTurns(desk: Desk, { turns }: AddedTurn): EntryModel {
  const state = desk.store.get();
  const model = withRecords(state.model, [], turns);
  desk.store.set({ ...state, model });
  return model;
}

/** Takes a round away with all that was answered in it; undo brings it back. False where it is none. */
export function removeRound(desk: Desk, instance: number): boolean {
  const { model } = desk.store.get();
  const turn = model.interview.turns.find((candidate) => candidate.instance === instance);
  if (turn === undefined || turn.questionId === null) return false;
  askOrTake(desk, { what: 'removeRound', instance });
  return true;
}

async function remove(desk: Desk, instance: number, reason?: ConfirmReason): Promise<void> {
  const before = currentSpot(desk.store.get());
  const removed = await desk.save(() => desk.pass.removeRound(instance, reason));
  if (removed === undefined) return;
  const state = desk.store.get();
  desk.store.set({ ...state, model: withRecords(state.model, removed.changed, removed.turns), stay: freshStay });
  speak(desk, desk.say()('entry.round.removed'), true);
  if (before !== null && !desk.store.get().model.layout.byKey.has(before.key)) leaveRemoved(desk, before.turn?.questionId ?? null);
}

/** The round one was in is gone: to the end of its repeat, where one more can be made. */
function leaveRemoved(desk: Desk, repeatId: string | null): void {
  const { layout } = desk.store.get().model;
  const end = layout.spots.find((spot) => spot.kind === 'more' && spot.question.id === repeatId);
  if (end === undefined) move(desk, -1);
  else goTo(desk, end.key);
}

/** In a group interview: to another person's answer of the same question. False where the question is the group's. */
export function toPerson(desk: Desk, index: number): boolean {
  const { model } = desk.store.get();
  const spot = currentSpot(desk.store.get());
  const person = model.layout.persons[index];
  if (spot === null || !spot.question.isPerPerson || person === undefined) return false;
  const wanted = model.layout.byKey.get(`${spot.question.id}/${person.instance}`);
  if (wanted === undefined || !isAsked(model, wanted)) return false;
  goTo(desk, wanted.key);
  return true;
}

/** One more person in the group. */
export function addPerson(desk: Desk): void {
  askOrTake(desk, { what: 'addPerson' });
}

async function makePerson(desk: Desk, reason?: ConfirmReason): Promise<void> {
  const { first } = desk.pass;
  if (first === null) return;
  const added = await desk.save(() => first.addPerson(reason));
  if (added !== undefined) takeTurns(desk, added);
}
