import type { LineConflict, LineStep, MinutesOf } from '../../../shared/contract/minutes.ts';
import type { MeetingId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { createStore, type Store } from '../../lib/store.ts';
import { isUnsent, putOf, sent, tidied, typed, withConflict, withReading, type Draft, type Edited, type Spot } from './minutes-model.ts';

/** What is open under a line. */
export type Strip = 'action' | 'theme' | 'who' | 'reason';

export interface DeskState {
  readonly draft: Draft;
  /** The line that is written in, and where the caret was put last. `turn` grows when the caret is to be put anew. */
  readonly at: (Spot & { readonly turn: number }) | null;
  readonly strip: { readonly lineId: string; readonly kind: Strip } | null;
  /** Lines that were written in two places, by the line that holds what was written here. */
  readonly conflicts: ReadonlyMap<string, LineConflict>;
}

/** Writing goes through here: what is typed is in the file within half a second, and nothing waits for anything. */
export interface Desk {
  readonly meetingId: MeetingId;
  readonly store: Store<DeskState>;
  /** New words in a line. */
  readonly type: (lineId: string, body: string, caret: number) => void;
  /** Carries out an edit of several lines, as one step. */
  readonly edit: (deed: Deed, edited: Edited | null) => void;
  /** Puts the caret in a line. */
  readonly go: (spot: Spot) => void;
  readonly open: (strip: DeskState['strip']) => void;
  /** Puts a line in the file that has no words yet, because something else is to be said about it. */
  readonly keep: (lineId: string) => void;
  /** Sends what is typed and not sent; resolves when all that is under way has arrived. */
  readonly flush: () => Promise<void>;
  /** Reads the file; what is being written meanwhile is not overwritten. */
  readonly read: (language: 'nb' | 'nn' | 'sv' | 'en') => Promise<MinutesOf>;
  readonly settle: (ownLineId: string) => void;
}

export type Deed = 'split' | 'join' | 'move' | 'paste' | 'remove';

export interface DeskParts {
  readonly meetingId: MeetingId;
  /** Runs a change and answers undefined when it did not come into the file. */
  readonly save: <T>(change: () => Promise<T>) => Promise<T | undefined>;
  readonly tell: (told: { readonly kept: readonly string[] }) => void;
}

/** How long typed words may stay out of the file, in ms. */
const patienceMs = 450;
/** How long to wait before what the disk refused is tried again, in ms. */
const retryMs = 3000;
const stayMs = 800;

/**
 * The day the meeting was, also when its minutes are written later: the one it was held, else a day it was planned for that has been,
 * else today.
 */
export function dayOf({ held, planned }: Pick<MinutesOf, 'held' | 'planned'>): string {
  const now = today();
  if (held !== null) return held.on;
  return planned.precision === 'day' && planned.sortOn !== null && planned.sortOn < now ? planned.sortOn : now;
}

/** The items of an agenda in their order. What stands outside it comes first where there is some, or where there is no agenda. */
export function itemsOf({ agenda, lines }: Pick<MinutesOf, 'agenda' | 'lines'>): (string | null)[] {
  const hasOutside = agenda.length === 0 || lines.some((line) => line.agendaItemId === null);
  return [...(hasOutside ? [null] : []), ...agenda.map((item) => item.id)];
}

/** Makes the desk of one meeting. */
export function createDesk({ meetingId, save, tell }: DeskParts): Desk {
  const store = createStore<DeskState>({ draft: { lines: [], items: [] }, at: null, strip: null, conflicts: new Map() });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onTheWay = new Set<string>();
  let stayTimer: ReturnType<typeof setTimeout> | undefined;
  let underWay = 0;
  let writes = 0;
  let waiting: (() => void)[] = [];

  const change = (part: Partial<DeskState>): void => store.set({ ...store.get(), ...part });
  const draftNow = (): Draft => store.get().draft;
  const soon = (ms: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      rested();
    }, ms);
  };
  const arrived = (): void => {
    underWay -= 1;
    if (underWay > 0) return;
    const done = waiting;
    waiting = [];
    for (const tellThem of done) tellThem();
  };

  async function send<T>(steps: readonly LineStep[], work: () => Promise<T>): Promise<T | undefined> {
    const before = draftNow();
    change({ draft: sent(before, steps) });
    underWay += 1;
    writes += 1;
    const result = await save(work);
    if (result === undefined) {
      // Not in the file: as if it had not been sent, and tried again.
      change({ draft: unsentAgain(draftNow(), steps, before) });
      soon(retryMs);
    }
    return result;
  }

  async function write(lineId: string): Promise<void> {
    const line = draftNow().lines.find((one) => one.id === lineId);
    if (line === undefined) return;
    onTheWay.add(lineId);
    const step = putOf(draftNow(), line);
    const { at } = store.get();
    const caret = at?.lineId === lineId ? Math.min(at.caret, step.body.length) : step.body.length;
    const result = await send([step], () => client.minutes.write({ meetingId, step, caret }));
    onTheWay.delete(lineId);
    if (result?.conflict) takeConflict(result.conflict, step.body);
    arrived();
  }

  function takeConflict(conflict: LineConflict, wasSent: string): void {
    const state = store.get();
    const isHere = state.at?.lineId === conflict.lineId;
    change({
      draft: withConflict(state.draft, conflict, wasSent),
      conflicts: new Map([...state.conflicts, [conflict.ownLineId, conflict]]),
      at: isHere && state.at !== null ? { ...state.at, lineId: conflict.ownLineId, turn: state.at.turn + 1 } : state.at,
    });
  }

  /** A line whose last words are still on the way waits for its turn: the answer may be that somebody else has written there. */
  function rested(): void {
    for (const line of draftNow().lines) {
      if (!isUnsent(line)) continue;
      if (onTheWay.has(line.id)) soon(patienceMs);
      else void write(line.id);
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    for (const line of draftNow().lines) if (isUnsent(line)) void write(line.id);
    if (underWay > 0) await new Promise<void>((resolve) => waiting.push(resolve));
  }

  async function carryOut(deed: Deed, steps: readonly LineStep[]): Promise<void> {
    const result = await send(steps, () => client.minutes.edit({ meetingId, deed, steps: [...steps] }));
    for (const conflict of result?.conflicts ?? []) {
      const put = steps.find((step) => step.do === 'put' && step.lineId === conflict.lineId);
      takeConflict(conflict, put?.do === 'put' ? put.body : conflict.theirs);
    }
    if (result !== undefined && result.kept.length > 0) tell({ kept: result.kept });
    arrived();
  }

  function keepPlace(): void {
    clearTimeout(stayTimer);
    stayTimer = setTimeout(() => {
      const { at, draft } = store.get();
      const line = draft.lines.find((one) => one.id === at?.lineId);
      if (at === null || line === undefined || line.seen === null) return;
      // Where somebody is, is no change of the minutes; the next move tries again.
      client.minutes.stay({ meetingId, lineId: at.lineId, caret: Math.min(at.caret, line.body.length) }).catch(() => undefined);
    }, stayMs);
  }

  return {
    meetingId,
    store,
    type: (lineId, body, caret) => {
      const { at } = store.get();
      change({ draft: typed(draftNow(), lineId, body), at: { lineId, caret, turn: at?.turn ?? 0 } });
      soon(patienceMs);
    },
    edit: (deed, edited) => {
      if (edited === null) return;
      const { at } = store.get();
      change({ draft: edited.draft, at: { ...edited.spot, turn: (at?.turn ?? 0) + 1 }, strip: null });
      if (edited.steps.length > 0) void carryOut(deed, edited.steps);
    },
    go: (spot) => {
      const { at, strip } = store.get();
      const isSame = at?.lineId === spot.lineId;
      change({
        draft: isSame ? draftNow() : tidied(draftNow(), spot.lineId),
        at: { ...spot, turn: (at?.turn ?? 0) + 1 },
        strip: strip?.lineId === spot.lineId ? strip : null,
      });
      keepPlace();
    },
    open: (strip) => change({ strip }),
    keep: (lineId) => {
      const line = draftNow().lines.find((one) => one.id === lineId);
      if (line !== undefined && (line.seen === null || isUnsent(line))) void write(lineId);
    },
    flush,
    read: async (language) => {
      for (;;) {
        if (underWay > 0) await new Promise<void>((resolve) => waiting.push(resolve));
        const mark = writes;
        const minutes = await client.minutes.get({ meetingId, language });
        if (writes !== mark || underWay > 0) continue;
        change({ draft: withReading(draftNow(), { lines: minutes.lines, items: itemsOf(minutes) }) });
        return minutes;
      }
    },
    settle: (ownLineId) => {
      const conflicts = new Map(store.get().conflicts);
      conflicts.delete(ownLineId);
      change({ conflicts });
    },
  };
}

/** Lines whose words did not come into the file are not in it. */
function unsentAgain(draft: Draft, steps: readonly LineStep[], before: Draft): Draft {
  const seen = new Map(before.lines.map((line) => [line.id, line.seen]));
  const puts = new Set(steps.flatMap((step) => (step.do === 'put' ? [step.lineId] : [])));
  return { ...draft, lines: draft.lines.map((line) => (puts.has(line.id) ? { ...line, seen: seen.get(line.id) ?? null } : line)) };
}
