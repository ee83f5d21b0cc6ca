import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { lastDeed } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { useFrameLater } from './after-frame.ts';
import type { NameOf } from './answer-sentence.ts';
import { createEntryActions, type EntryActions } from './entry-actions.ts';
import { waitingFor, type Waiting } from './entry-acts.ts';
import { openModel } from './entry-model.ts';
import { spotOfDeed } from './entry-walk.ts';
import type { Spot } from './entry-layout.ts';
import type { EntryPass } from './entry-pass.ts';
import { createEntryStore, currentSpot, freshStay, goTo, speak, type Desk, type EntryState } from './entry-store.ts';
import { flush } from './entry-typing.ts';
import { takeReading } from './entry-writing.ts';
import { keepUnfinished, takeUnfinished } from './unfinished-change.ts';
import type { EntryFile } from './use-entry-file.ts';

/** An interview being entered, through all its states. */
export interface EntryHandle {
  readonly desk: Desk;
  readonly actions: EntryActions;
}

/** An interview being entered: its state of this moment, and what can be done. */
export interface Entry extends EntryState, EntryHandle {
  readonly isSecond: boolean;
  /** Where one is; null is the last page. */
  readonly spot: Spot | null;
  readonly waits: Waiting;
  /** The spot whose question is drawn ahead of time, unseen, because one comes to it next. */
  readonly ready: Spot | null;
  /** Order of the spot around which rows are drawn. */
  readonly around: number;
}

/** The state of this moment; whoever asks is drawn anew with every key. */
export function useEntry({ desk, actions }: EntryHandle): Entry {
  return entryOf({ desk, actions }, desk.store.use());
}

/** The interview as it will be when one comes to this spot. */
export function entryAt(entry: Entry, spot: Spot): Entry {
  return entryOf(entry, { ...entry, currentKey: spot.key, stay: freshStay });
}

function entryOf({ desk, actions }: EntryHandle, state: EntryState): Entry {
  const isSecond = desk.pass.kind === 'second';
  const spot = currentSpot(state);
  const around = spot?.order ?? state.model.layout.spots.length;
  return { ...state, desk, actions, isSecond, spot, waits: waitingFor(state, isSecond), ready: null, around };
}

/** The state of a frame ago, for the panes beside the question. */
export function useEntryBeside(handle: EntryHandle): Entry {
  return entryOf(handle, useFrameLater(handle.desk.store));
}

/** Begins to enter an interview: its store, and what keeps it in step with the file, with undo, and with what was left unfinished. */
export function useEntryHandle({ interview, version }: EntryFile, pass: EntryPass, onEnd: () => void, nameOf: NameOf): EntryHandle {
  const latest = useLatest(onEnd, nameOf);
  const [desk] = useState((): Desk => {
    const store = createEntryStore(openModel(interview, version));
    return {
      store,
      pass,
      say: () => latest.current.say,
      nameOf: (id) => latest.current.nameOf(id),
      save: (run) => latest.current.save(run),
      onEnd: () => latest.current.onEnd(),
    };
  });
  const [handle] = useState((): EntryHandle => ({ desk, actions: createEntryActions(desk) }));
  useEffect(() => takeReading(desk, interview), [desk, interview]);
  useEffect(() => {
    takeUnfinished(desk);
    const leave = (): void => flush(desk);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      keepUnfinished(desk);
    };
  }, [desk]);
  useFollowUndo(desk);
  return handle;
}

/** The words, the save line and the way out of the latest render, for acts that outlive it. */
function useLatest(onEnd: () => void, nameOf: NameOf) {
  const say = useText();
  const save = useSave();
  const latest = useRef({ say, save, onEnd, nameOf });
  useLayoutEffect(() => {
    latest.current = { say, save, onEnd, nameOf };
  });
  return latest;
}

/** Undo and redo of an answer here bring the person back to its question. */
function useFollowUndo(desk: Desk): void {
  useEffect(
    () =>
      lastDeed.follow(() => {
        const { deed, verb } = lastDeed.get() ?? { deed: null, verb: 'done' };
        const { model } = desk.store.get();
        if (deed === null || verb === 'done' || deed.params['code'] !== model.interview.code) return;
        const spot = spotOfDeed(model, String(deed.params['question'] ?? ''), currentSpot(desk.store.get()));
        if (spot === null) return;
        speak(desk, '');
        goTo(desk, spot.key);
      }),
    [desk],
  );
}
