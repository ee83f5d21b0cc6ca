import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type { AnswerOutcome, InterviewDetail } from '../../../shared/contract/interviews.ts';
import { isSameAnswer, type AnswerValue, type ConfirmReason, type EnteredValue } from '../../../shared/model/answer.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { formatTime } from '../../lib/format.ts';
import { spoken } from '../../lib/errors.ts';
import { platform } from '../../lib/platform.ts';
import { preferences } from '../../lib/preferences.ts';
import { fieldText, paintOf, type ReadingContext } from './entry-field.ts';
import { dayOf, placeOf, valueAt, wantsReason, withOverlay, withReading, withRecords, type EntryModel } from './entry-model.ts';
import type { Spot } from './entry-layout.ts';
import type { EntryPass } from './entry-pass.ts';
import type { PlaceKey } from './entry-place.ts';
import { change, currentSpot, goTo, speak, type Desk } from './entry-store.ts';

/** The disk's trouble, not the answer's: what was entered stays on the screen and is tried again. */
const storageTrouble: ReadonlySet<ErrorCode> = new Set([
  'DISK_FULL',
  'DISK_GONE',
  'WORKSPACE_REPLACED',
  'WORKSPACE_READ_ONLY',
  'INTERNAL',
  'NO_WORKSPACE',
  'CANCELLED',
]);

/** An answer on its way: what was entered, and what its writer saw in the file before. */
interface Write {
  readonly spot: Spot;
  readonly entered: EnteredValue;
  readonly seen: AnswerValue | null;
  readonly reason: ConfirmReason | undefined;
}

interface Traffic {
  /** The latest write of each place that has not come back. */
  readonly latest: Map<PlaceKey, Write>;
  /** Writes that the disk refused. */
  readonly unsent: Map<PlaceKey, Write>;
  underWay: number;
  lastAt: number;
}

const trafficOf = new WeakMap<EntryPass, Traffic>();

function traffic(pass: EntryPass): Traffic {
  const known = trafficOf.get(pass) ?? { latest: new Map(), unsent: new Map(), underWay: 0, lastAt: Number.NEGATIVE_INFINITY };
  trafficOf.set(pass, known);
  return known;
}

/** How long nothing must have been written before the interview is read anew, in ms. */
const quietMs = 250;

/** Settles when nothing is being written: a reading from before an answer must not come after it. */
export async function quiet(pass: EntryPass): Promise<void> {
  for (;;) {
    const { underWay, lastAt } = traffic(pass);
    const left = lastAt + quietMs - performance.now();
    if (underWay === 0 && left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, Math.max(left, 20)));
  }
}

/** Takes a new reading of the file, unless something has been written since it began: then another one follows. */
export function takeReading(desk: Pick<Desk, 'store' | 'pass'>, interview: InterviewDetail): void {
  const state = desk.store.get();
  if (interview === state.model.interview || traffic(desk.pass).underWay > 0) return;
  const model = withReading(state.model, interview);
  const spot = currentSpot(state);
  const { typed } = state.stay;
  // A field that holds nothing but what was in the file shows the file: an undo from outside is seen, and not written over.
  const isFollowing = spot !== null && typed !== null && typed.text === fieldText(valueAt(state.model, spot));
  desk.store.set({
    ...state,
    model,
    stay: isFollowing && !isSameAnswer(valueAt(model, spot), typed.seen) ? { ...state.stay, typed: null } : state.stay,
  });
}

/** The day and language that dates are read against. */
export function readingContext({ interview }: Pick<EntryModel, 'interview'>): ReadingContext {
  return { today: dayOf(interview), language: interview.language };
}

/**
 * Paints an answer at once and writes it to the file; what the file says wins as soon as it has spoken. At no moment is an
 * answer on neither side: routing would take away the question somebody is just answering. `seen` is what the writer saw before;
 * left out, it is what stands now.
 */
export async function send(
  desk: Desk,
  spot: Spot,
  entered: EnteredValue,
  reason?: ConfirmReason,
  seen?: AnswerValue | null,
): Promise<void> {
  const { pass, store } = desk;
  const state = store.get();
  if (reason === undefined && pass.first !== null && wantsReason(state.model)) {
    change(desk, { wanted: entered, roving: null });
    return;
  }
  const before = seen === undefined ? valueAt(state.model, spot) : seen;
  const isHere = currentSpot(state)?.key === spot.key;
  store.set({
    ...state,
    model: withOverlay(state.model, placeOf(spot), paintOf(spot.question, entered, readingContext(state.model))),
    stay: isHere && state.stay.before === undefined ? { ...state.stay, before: before } : state.stay,
  });
  const { unsent } = traffic(pass);
  await write(desk, { spot, entered, reason, seen: unsent.get(spot.key)?.seen ?? before });
}

async function write(desk: Desk, order: Write): Promise<void> {
  const { pass, save } = desk;
  const now = traffic(pass);
  const { spot, entered, reason, seen } = order;
  now.latest.set(spot.key, order);
  now.underWay += 1;
  let code: ErrorCode = 'INTERNAL';
  const outcome = await save(async () => {
    try {
      return await pass.answer(placeOf(spot), entered, { seen, ...(reason === undefined ? {} : { changeReason: reason }) });
    } catch (error) {
      code = spoken(error).code;
      throw error;
    }
  });
  now.underWay -= 1;
  now.lastAt = performance.now();
  if (outcome !== undefined) takeOutcome(desk, order, outcome);
  else takeFailure(desk, order, code);
}

function takeOutcome(desk: Desk, order: Write, outcome: AnswerOutcome): void {
  const { store, pass } = desk;
  const { spot } = order;
  const { latest, unsent } = traffic(pass);
  const isLatest = latest.get(spot.key) === order;
  const { changed, turns, conflict } = outcome;
  const state = store.get();
  const records = conflict === null ? changed : [...changed, conflict.theirs];
  const unpainted = isLatest ? withOverlay(state.model, placeOf(spot), undefined) : state.model;
  if (isLatest) {
    latest.delete(spot.key);
    unsent.delete(spot.key);
  }
  store.set({
    ...state,
    model: withRecords(unpainted, records, turns),
    unsaved: new Set(unsent.keys()),
    conflicts: conflict === null ? state.conflicts : new Map([...state.conflicts, [spot.key, { mine: order.entered, ...conflict }]]),
  });
  if (conflict === null) sayOutcome(desk, outcome);
  else sayConflict(desk, spot, conflict.at);
  retry(desk);
}

function sayOutcome(desk: Desk, { parked, returned, stale }: AnswerOutcome): void {
  const say = desk.say();
  if (parked.length > 0) speak(desk, say('interviews.entry.parked', { count: parked.length }), true);
  if (returned.length > 0) speak(desk, say('interviews.entry.returned', { count: returned.length }), true);
  if (stale.length > 0) speak(desk, say('entry.stale', { count: stale.length }), true);
}

function sayConflict(desk: Desk, spot: Spot, at: string): void {
  // Both values stand at the question; what is typed is in the conflict as well.
  if (currentSpot(desk.store.get())?.key === spot.key) {
    change(desk, { pending: '', note: null, roving: null });
    return;
  }
  // Whoever has gone on is told and not taken back: the next key would choose what nobody has seen.
  const time = formatTime(at, preferences.get().language);
  const key = printedKey('Mod+ArrowUp', platform);
  speak(desk, desk.say()('entry.conflictAt', { number: spot.question.number, time, key }), true);
}

function takeFailure(desk: Desk, order: Write, code: ErrorCode): void {
  const { store, pass } = desk;
  const { spot, entered } = order;
  const { latest, unsent } = traffic(pass);
  if (latest.get(spot.key) !== order) return;
  if (storageTrouble.has(code)) {
    unsent.set(spot.key, order);
    store.set({ ...store.get(), unsaved: new Set(unsent.keys()) });
    return;
  }
  latest.delete(spot.key);
  const state = store.get();
  store.set({ ...state, model: withOverlay(state.model, placeOf(spot), undefined) });
  // Finished meanwhile, in another window. Whoever is typing is asked when the field is left.
  if (code !== 'REASON_NEEDED' || (currentSpot(state)?.key === spot.key && state.stay.typed !== null)) return;
  goTo(desk, spot.key);
  change(desk, { wanted: entered });
}

function retry(desk: Desk): void {
  const { unsent } = traffic(desk.pass);
  const orders = [...unsent.values()];
  unsent.clear();
  for (const order of orders) void write(desk, order);
}
