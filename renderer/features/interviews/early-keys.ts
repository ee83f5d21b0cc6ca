import type { KeyEventLike } from '../../../shared/commands/keys.ts';
import { createStore } from '../../lib/store.ts';

/** Keys typed between "start" and the moment the interview stands on the screen, or while a round is being made; null while nothing is held. */
const held = createStore<readonly KeyEventLike[] | null>(null);

/** Where keys come from: the window. */
type KeySource = Pick<Window, 'addEventListener' | 'removeEventListener'>;

/** A person who starts an interview types on: what comes in the meantime is held, in order, for the first question. */
export function holdKeys(source: KeySource | undefined = globalThis.window): void {
  if (held.get() === null) source?.addEventListener('keydown', hold, { capture: true });
  held.set([]);
}

/** Ends the holding and gives what was typed. Empty when nothing was held. */
export function takeHeldKeys(source: KeySource | undefined = globalThis.window): readonly KeyEventLike[] {
  source?.removeEventListener('keydown', hold, { capture: true });
  const keys = held.get() ?? [];
  held.set(null);
  return keys;
}

function hold(event: KeyboardEvent): void {
  if (!isHeld(event)) return;
  event.preventDefault();
  event.stopPropagation();
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  held.set([...(held.get() ?? []), { key, code, ctrlKey, metaKey, altKey, shiftKey }]);
}

/** Plain characters and Enter answer; everything else, and the key that still repeats from the start, is let through. */
export function isHeld(event: KeyEventLike & { readonly repeat?: boolean }): boolean {
  if (event.repeat === true || event.isComposing === true || event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.key.length === 1 || event.key === 'Enter';
}
