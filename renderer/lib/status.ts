import type { Deed, RostEvent } from '../../shared/contract/events.ts';
import { createStore } from './store.ts';

/** Whether what has been done is in the file. */
export type SaveState =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsaved'; readonly message: string; readonly params: Readonly<Record<string, string | number>> };

export const saveState = createStore<SaveState>({ kind: 'quiet' });

/** The last named deed of this window, for the status line. */
export const lastDeed = createStore<{ readonly deed: Deed; readonly verb: 'done' | 'undone' | 'redone' } | null>(null);

/** A sentence for the status line that is no deed: what was done for the person, or refused. */
export const notice = createStore<{ readonly text: string; readonly tone: 'neutral' | 'bad' } | null>(null);

export type JobState = Extract<RostEvent, { type: 'job' }>;
export const jobs = createStore<readonly JobState[]>([]);

/** Connection to the core. lost: the page tries again by itself. */
export const connection = createStore<'connecting' | 'connected' | 'lost' | 'refused' | 'outdated'>('connecting');
