import { hasCaret } from '../../lib/commands.tsx';

/** A key that was pressed before the row it is meant for was there. */
export type HeldKey = Pick<KeyboardEventInit, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process']);

/** What of an event is needed to press its key again; null for a key that does nothing by itself. */
export function heldKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): HeldKey | null {
  return modifiers.has(key) ? null : { key, code, ctrlKey, metaKey, altKey, shiftKey };
}

/**
 * Presses held keys again where focus is now, one after the other, as if they came just now: digits and commands on the row, letters
 * in the theme box that the first of them opens.
 */
export async function replayKeys(keys: readonly HeldKey[]): Promise<void> {
  for (const key of keys) {
    const target = document.activeElement;
    if (target === null) return;
    const isLetter = (key.key ?? '').length === 1 && key.ctrlKey !== true && key.metaKey !== true;
    const event = new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true });
    const isTaken = !target.dispatchEvent(event);
    // The browser types only for keys a person presses; the field the key went to gets its letter here.
    if (!isTaken && isLetter && hasCaret(document.activeElement)) document.execCommand('insertText', false, key.key);
    // What the key changed is drawn before the next one.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
