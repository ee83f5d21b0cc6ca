import type { AnswerRecord, AnswerValue, EnteredValue } from '../../../shared/model/answer.ts';
import type { QuestionId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { createStore, type Store } from '../../lib/store.ts';
import type { Say } from '../../lib/text.ts';
import type { NameOf } from './answer-sentence.ts';
import { isAsked, type EntryModel } from './entry-model.ts';
import { neighbour } from './entry-walk.ts';
import { isStop, type Spot } from './entry-layout.ts';
import { placeKey, type PlaceKey } from './entry-place.ts';
import type { EntryPass } from './entry-pass.ts';

/** A sentence at the question. `refused` and `guard` are read aloud at once; a guard is no fault and does not look like one. */
export interface EntryNote {
  readonly text: string;
  readonly tone: 'neutral' | 'guard' | 'refused';
}

/** A person or a round that comes or goes. */
export type Turning =
  | { readonly what: 'addPerson' }
  | { readonly what: 'addRound'; readonly questionId: QuestionId; readonly parentInstance: number }
  | { readonly what: 'removeRound'; readonly instance: number };

/** What belongs to one stay at one question and is forgotten when it is left. */
export interface Stay {
  readonly pending: string;
  /** Which habit key has been pressed once: Enter on an unanswered question, Backspace on an answered one. */
  readonly armed: 'skip' | 'clear' | null;
  /** Option or chip that the arrow keys have reached. */
  readonly roving: number | null;
  readonly note: EntryNote | null;
  readonly isRemarkOpen: boolean;
  /** The field for a question's number is open. */
  readonly isGoToOpen: boolean;
  /** A changed answer of a finished interview that waits for its reason. */
  readonly wanted: EnteredValue | null;
  /** Words beside "other" that are typed in a finished interview, and then those that wait for their reason. */
  readonly words: string | null;
  readonly wantedWords: string | null;
  /** A person or a round that is to come or go in a finished interview, and waits for its reason. */
  readonly turning: Turning | null;
  /** The fourth reason was chosen, and waits for its words. */
  readonly takesWords: boolean;
  /** What stands in the field when it is not what the file holds, and what the file held when typing began. */
  readonly typed: { readonly text: string; readonly seen: AnswerValue | null } | null;
  /** The answer before the first change of this stay, which Esc brings back; undefined while nothing has changed. */
  readonly before: AnswerValue | null | undefined;
}

export const freshStay: Stay = {
  pending: '',
  armed: null,
  roving: null,
  note: null,
  isRemarkOpen: false,
  isGoToOpen: false,
  wanted: null,
  words: null,
  wantedWords: null,
  turning: null,
  takesWords: false,
  typed: null,
  before: undefined,
};

/** An answer that somebody else had changed meanwhile: both are kept until one is chosen. */
export interface Conflict {
  readonly mine: EnteredValue;
  readonly theirs: AnswerRecord;
  readonly by: string;
  readonly at: string;
}

/** Entry's state: where one is, what is pending there, and what is not in the file. */
export interface EntryState {
  readonly model: EntryModel;
  /** Null is the last page. */
  readonly currentKey: PlaceKey | null;
  readonly stay: Stay;
  /** Said in passing. `isShown` also stands on the screen until something else is said: answers set aside, options cleared. */
  readonly voice: { readonly text: string; readonly isShown: boolean };
  readonly language: Language;
  /** Entered here and not in the file, because it could not be written. Sent again with the next answer. */
  readonly unsaved: ReadonlySet<PlaceKey>;
  readonly conflicts: ReadonlyMap<PlaceKey, Conflict>;
}

/** Everything an action of entry works with. */
export interface Desk {
  readonly store: Store<EntryState>;
  readonly pass: EntryPass;
  readonly say: () => Say;
  readonly nameOf: NameOf;
  /** Carries out a change and tells the status line; undefined when it failed. */
  readonly save: <T>(change: () => Promise<T>) => Promise<T | undefined>;
  /** Ends the interview or the second pass, from the last page. */
  readonly onEnd: () => void;
}

/** The state an interview opens in: where it was left, or at its first question. */
export function openState(model: EntryModel): EntryState {
  return {
    model,
    currentKey: firstPlace(model),
    stay: freshStay,
    voice: { text: '', isShown: false },
    language: model.interview.language,
    unsaved: new Set(),
    conflicts: new Map(),
  };
}

export function createEntryStore(model: EntryModel): Store<EntryState> {
  return createStore(openState(model));
}

/** Where the interview was left; a new one begins at its first question, one that was at its end opens there. */
function firstPlace(model: EntryModel): PlaceKey | null {
  const { currentQuestionId, currentInstance, answers } = model.interview;
  if (currentQuestionId === null) return answers.length === 0 ? (neighbourOfStart(model)?.key ?? null) : null;
  const key = placeKey(currentQuestionId, currentInstance);
  const spot = model.layout.byKey.get(key) ?? model.layout.spots.find(({ question }) => question.id === currentQuestionId);
  if (spot === undefined) return neighbourOfStart(model)?.key ?? null;
  return isAsked(model, spot) && isStop(spot) ? spot.key : (neighbour(model, spot.key, 1)?.key ?? null);
}

function neighbourOfStart(model: EntryModel): Spot | null {
  return model.layout.spots.find((spot) => isStop(spot) && isAsked(model, spot)) ?? null;
}

/** The spot one is at. One that is no longer asked gives way to the next that is, never to the last page. */
export function currentSpot({ model, currentKey }: Pick<EntryState, 'model' | 'currentKey'>): Spot | null {
  if (currentKey === null) return null;
  const spot = model.layout.byKey.get(currentKey);
  if (spot !== undefined && isAsked(model, spot)) return spot;
  return spot === undefined ? neighbourOfStart(model) : (neighbour(model, currentKey, 1) ?? neighbour(model, currentKey, -1));
}

export function change({ store }: Pick<Desk, 'store'>, part: Partial<Stay>): void {
  const state = store.get();
  store.set({ ...state, stay: { ...state.stay, ...part } });
}

export function speak({ store }: Pick<Desk, 'store'>, text: string, isShown = false): void {
  store.set({ ...store.get(), voice: { text, isShown } });
}

/** Says at the question why nothing was done. */
export function refuse(desk: Pick<Desk, 'store'>, text: string): void {
  change(desk, { note: { text, tone: 'refused' }, roving: null });
}

/** Goes to a spot, or with null to the last page, and keeps the place. `keeps` leaves a sentence standing at the new place. */
export function goTo(desk: Pick<Desk, 'store' | 'say' | 'pass'>, key: PlaceKey | null, keeps?: EntryNote): void {
  const spot = stand(desk, key, keeps);
  keepPlace(desk.pass, spot);
}

function stand(desk: Pick<Desk, 'store' | 'say'>, key: PlaceKey | null, keeps?: EntryNote): Spot | null {
  const state = desk.store.get();
  const { pending } = state.stay;
  const dropped: EntryNote | null =
    pending === '' ? null : { text: desk.say()('interviews.entry.pendingDropped', { typed: pending }), tone: 'neutral' };
  desk.store.set({ ...state, currentKey: key, stay: { ...freshStay, note: keeps ?? dropped } });
  return key === null ? null : (state.model.layout.byKey.get(key) ?? null);
}

/** Moves to the neighbour; past the last question stands the last page, before the first one nothing. */
export function move(desk: Pick<Desk, 'store' | 'say' | 'pass'>, by: -1 | 1): void {
  const { model, currentKey } = desk.store.get();
  const next = neighbour(model, currentKey, by);
  if (next !== null || by === 1) goTo(desk, next?.key ?? null);
}

/** Moves on after an answer that ends its question: writing it has kept the next question as the place. */
export function moveOn(desk: Pick<Desk, 'store' | 'say' | 'pass'>): void {
  const { model, currentKey } = desk.store.get();
  const spot = stand(desk, neighbour(model, currentKey, 1)?.key ?? null);
  // What asks for one more round is no question of the form's, and no place that an answer leads to; and a move that is still on
  // its way must not come after this one.
  if (spot?.kind === 'more' || waiting.has(desk.pass)) keepPlace(desk.pass, spot);
}

const waiting = new WeakMap<EntryPass, { next: Spot | null | undefined }>();

/** Writes the place to the file: one call at a time, and of several moves meanwhile only the last. */
function keepPlace(pass: EntryPass, spot: Spot | null): void {
  const { first } = pass;
  if (first === null) return;
  const busy = waiting.get(pass);
  if (busy !== undefined) {
    busy.next = spot;
    return;
  }
  const state: { next: Spot | null | undefined } = { next: undefined };
  waiting.set(pass, state);
  void first
    .moveTo(spot === null ? null : { questionId: spot.question.id, instance: spot.instance })
    // A place that could not be kept costs nobody an answer; the next move tries again.
    .catch(() => undefined)
    .then(() => {
      waiting.delete(pass);
      if (state.next !== undefined) keepPlace(pass, state.next);
    });
}
