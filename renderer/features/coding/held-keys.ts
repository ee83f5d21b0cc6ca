import { hasCaret } from '../../lib/commands.tsx';
import { markPressedAgain } from '../../lib/pressed-again.ts';

/** A key that was pressed before the row it is meant for was there. */
export type HeldKey = Pick<KeyboardEventInit, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'modifierAltGraph'>;

/** Keys that do nothing by themselves or that no program can press: these are left to the browser. */
const unheld = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Tab', 'Unidentified']);

/** What of an event is needed to press its key again; null for a key that cannot be held. */
export function heldKey(event: KeyboardEvent): HeldKey | null {
  if (unheld.has(event.key) || event.isComposing) return null;
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, modifierAltGraph: event.getModifierState('AltGraph') };
}

/** A line in which keys stand until they can be pressed. */
export interface KeyLine<Key> {
  /** Whether keys that come now must stand in line. */
  readonly isHolding: () => boolean;
  /** From now on keys wait for the row that is being looked up. */
  readonly hold: () => void;
  /** The row is there: the keys in line are pressed in their order, and those that come meanwhile after them. */
  readonly letGo: () => void;
  readonly add: (key: Key) => void;
  /** Nobody waits for the row any more: the keys are let go of unpressed. */
  readonly forget: () => void;
}

/**
 * Keeps the order of keys. A key that is pressed again takes a moment, and the hand does not wait for it: until the line is empty every
 * new key goes to its end. A pressed key may itself look a row up, and then the rest waits for that one.
 *
 * @param press presses one key where focus is; settled once what the key changed has been drawn.
 */
export function keyLine<Key>(press: (key: Key) => Promise<void>): KeyLine<Key> {
  let keys: Key[] = [];
  let isWaiting = false;
  let isPressing = false;
  const run = async (): Promise<void> => {
    isPressing = true;
    while (!isWaiting) {
      const key = keys.shift();
      if (key === undefined) break;
      // A key that fails is that key alone.
      await press(key).catch(() => {});
    }
    isPressing = false;
  };
  return {
    isHolding: () => isWaiting || isPressing,
    hold: () => {
      isWaiting = true;
    },
    letGo: () => {
      if (!isWaiting) return;
      isWaiting = false;
      if (!isPressing) void run();
    },
    add: (key) => void keys.push(key),
    forget: () => {
      keys = [];
      isWaiting = false;
    },
  };
}

/**
 * Presses a held key where focus is now, as if it came just now: digits and commands on the row, letters in the theme box that the
 * first of them opens.
 */
export async function pressAgain(key: HeldKey): Promise<void> {
  const event = new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true });
  markPressedAgain(event);
  const isTaken = !(document.activeElement ?? document.body).dispatchEvent(event);
  if (!isTaken && hasCaret(document.activeElement)) type(key);
  // What the key changed is drawn before the next one.
  await new Promise((resolve) => setTimeout(resolve));
}

/** The browser types only for keys a person presses; the field the key went to gets its letter here. */
function type({ key = '', ctrlKey, metaKey, altKey, modifierAltGraph }: HeldKey): void {
  const isPlain = ctrlKey !== true && metaKey !== true && altKey !== true;
  if (key.length === 1 && (isPlain || modifierAltGraph === true)) document.execCommand('insertText', false, key);
  else if (isPlain && key === 'Backspace') document.execCommand('delete');
  else if (isPlain && key === 'Delete') document.execCommand('forwardDelete');
}
