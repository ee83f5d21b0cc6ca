/** What of a keyboard event the matching needs; both React's and the browser's events have it. */
export interface KeyEventLike {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean;
  readonly getModifierState?: (key: string) => boolean;
}

export type Platform = 'mac' | 'other';

/**
 * Names the key of an event as the registry writes it: "Mod+Shift+Z", "F6", "V", "+". Letters by what is printed on the key,
 * digits by their place. Empty for anything that is text: composition, dead keys, and whatever AltGr or Option types.
 */
export function keyName(event: KeyEventLike, platform: Platform): string {
  if (event.isComposing === true || event.key === 'Dead' || event.key === 'Process') return '';
  if (event.getModifierState?.('AltGraph') === true || (event.ctrlKey && event.altKey)) return '';
  if (platform === 'mac' && event.altKey && event.key.length === 1) return '';
  const mod = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const plain = baseKey(event, mod);
  if (plain === '') return '';
  // Shift is part of a sign ("?" , "+") but a modifier of a letter or a named key.
  const shiftCounts = event.shiftKey && (plain.length > 1 || /^[A-Z0-9]$/u.test(plain));
  const ctrl = platform === 'mac' && event.ctrlKey;
  return `${mod ? 'Mod+' : ''}${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shiftCounts ? 'Shift+' : ''}${plain}`;
}

function baseKey(event: KeyEventLike, mod: boolean): string {
  const digit = /^(?:Digit|Numpad)(\d)$/u.exec(event.code)?.[1];
  if (digit !== undefined && (mod || /^\d$/u.test(event.key))) return digit;
  if (event.key === ' ') return 'Space';
  if (event.key.length === 1) return event.key.toUpperCase();
  return ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(event.key) ? '' : event.key;
}

/** Whether a binding such as "Ctrl+Y" or "Mod+K" names this key. Ctrl is Mod where there is no Cmd. */
export function isBinding(binding: string, name: string, platform: Platform): boolean {
  return binding === name || (platform === 'other' && binding.replace(/^Ctrl\+/u, 'Mod+') === name);
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };
const signs: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Backspace: '⌫',
};

/** A binding as it is printed on a keycap: "Ctrl K", "⌘K". */
export function printedKey(binding: string, platform: Platform): string {
  const parts = binding.split(/\+(?=.)/u);
  const printed = parts.map((part) => signs[part] ?? (platform === 'mac' ? (macSigns[part] ?? part) : part === 'Mod' ? 'Ctrl' : part));
  return printed.join(platform === 'mac' ? '' : ' ');
}
