import type { Deed, RostEvent } from '../../shared/contract/events.ts';
import { useEffect } from 'react';
import { createStore } from './store.ts';

/** Whether what has been done is in the file, as far as the core has answered. */
export type SaveState =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsaved'; readonly message: string; readonly params: Readonly<Record<string, string | number>> };

export const saveState = createStore<SaveState>({ kind: 'quiet' });

/** Whether a change is on its way to the file. */
export const isSaving = createStore(false);

let underWay = 0;
let hasFailed = false;

/** Tells that a change has been sent; the status line says "saved" only when none is under way any more. */
export function beginSave(): void {
  if (underWay === 0) hasFailed = false;
  underWay += 1;
  isSaving.set(true);
}

/** Tells that a change has come back. `outcome` null means that it is in the file. */
export function endSave(outcome: SaveState | null, at: string): void {
  underWay -= 1;
  if (outcome !== null) {
    hasFailed = true;
    saveState.set(outcome);
  } else if (underWay === 0 && !hasFailed) saveState.set({ kind: 'saved', at });
  isSaving.set(underWay > 0);
}

/** Tells that the file has changed, by the core's own word. */
export function sawSave(at: string): void {
  if (underWay === 0) saveState.set({ kind: 'saved', at });
}

/** The last named deed of this window, for the status line. */
export const lastDeed = createStore<{ readonly deed: Deed; readonly verb: 'done' | 'undone' | 'redone' } | null>(null);

/** What stands about the thing on the screen, at the end of the status line: how long it is, its language. */
export const standing = createStore<readonly string[]>([]);

/** Says it for as long as the component is on screen. */
export function useStanding(texts: readonly string[]): void {
  const words = texts.join('\n');
  useEffect(() => {
    standing.set(words === '' ? [] : words.split('\n'));
    return () => standing.set([]);
  }, [words]);
}

/** A sentence for the status line that is no deed: what was done for the person, or refused. */
export const notice = createStore<{ readonly text: string; readonly tone: 'neutral' | 'bad' } | null>(null);

export type JobState = Extract<RostEvent, { type: 'job' }>;
export const jobs = createStore<readonly JobState[]>([]);

/** Connection to the core. lost: the page tries again by itself. */
export const connection = createStore<'connecting' | 'connected' | 'lost' | 'refused' | 'outdated'>('connecting');
