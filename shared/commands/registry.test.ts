import { describe, expect, test } from 'vitest';
import catalogue from '../messages/generated/nb.json' with { type: 'json' };
import { isBinding, keyName, printedKey, type KeyEventLike } from './keys.ts';
import { commands, type CommandEntry } from './registry.ts';

const messages: Readonly<Record<string, string>> = catalogue;

function event(parts: Partial<KeyEventLike>): KeyEventLike {
  return { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...parts };
}

describe('the table of keys', () => {
  test('every command has a name in the catalogue', () => {
    expect(commands.filter((command) => messages[command.message] === undefined).map((command) => command.message)).toEqual([]);
  });

  test('no two commands share a key where both could be meant', () => {
    const clash: string[] = [];
    for (const [index, a] of commands.entries()) {
      for (const b of commands.slice(index + 1)) {
        const canMeet = a.context === b.context || a.context === 'global' || b.context === 'global';
        const bothReached = a.caret === b.caret || a.caret === 'both' || b.caret === 'both';
        const key = a.keys.find((wanted) => b.keys.includes(wanted));
        if (canMeet && bothReached && key !== undefined && a.id !== b.id) clash.push(`${a.id} and ${b.id}: ${key}`);
      }
    }
    expect(clash).toEqual([]);
  });

  test('ids are unique', () => {
    expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
  });

  const forbidden: readonly (readonly [why: string, is: (key: string, command: CommandEntry) => boolean])[] = [
    ['AltGr types text', (key) => /(Mod|Ctrl)\+.*Alt\+|Alt\+.*(Mod|Ctrl)\+/u.test(key)],
    [
      'the browser keeps it',
      (key) =>
        /^Mod\+(Shift\+)?[TNWQ]$/u.test(key) || /^Mod\+(H|Tab|PageUp|PageDown)$/u.test(key) || key === 'Mod+M' || key === 'Mod+Shift+P',
    ],
    ['dead or moved on Nordic keyboards', (key) => /(^|\+)[[\]\\|@#$~^¨´'<>/`]$/u.test(key)],
    ['not on the neighbour’s keyboard', (key) => /[^\x20-\x7e]/u.test(key)],
    ['the browser’s own function keys', (key) => /^(F5|F7|F11|F12)$/u.test(key)],
    ['a screenshot on macOS', (key) => /^Mod\+Shift\+[3-6]$/u.test(key)],
    ['an emoji picker or input source', (key) => /^Mod\+[.;]$|^Mod\+Space$/u.test(key)],
    ['Windows types characters with it', (key) => /^Alt\+\d$/u.test(key)],
    ['Option types characters', (key) => /^Alt\+[A-Z0-9]$/u.test(key)],
  ];
  test.each(forbidden)('binds nothing of this kind: %s', (_why, is) => {
    expect(commands.flatMap((command) => command.keys.filter((key) => is(key, command)).map((key) => `${command.id}: ${key}`))).toEqual([]);
  });
});

describe('reading a key', () => {
  test('letters by what is printed, with Shift named, and Cmd as Mod on a Mac', () => {
    expect(keyName(event({ key: 'z', code: 'KeyW', ctrlKey: true, shiftKey: true }), 'other')).toBe('Mod+Shift+Z');
    expect(keyName(event({ key: 'k', metaKey: true }), 'mac')).toBe('Mod+K');
    expect(keyName(event({ key: 'v' }), 'other')).toBe('V');
  });

  test('digits by their place, also on the number pad', () => {
    expect(keyName(event({ key: '"', code: 'Digit2', ctrlKey: true, shiftKey: false }), 'other')).toBe('Mod+2');
    expect(keyName(event({ key: '7', code: 'Numpad7' }), 'other')).toBe('7');
  });

  test('AltGr, dead keys and composition are always text', () => {
    expect(keyName(event({ key: '@', code: 'Digit2', getModifierState: (name) => name === 'AltGraph' }), 'other')).toBe('');
    expect(keyName(event({ key: '@', ctrlKey: true, altKey: true }), 'other')).toBe('');
    expect(keyName(event({ key: 'Dead', code: 'Equal' }), 'other')).toBe('');
    expect(keyName(event({ key: 'k', isComposing: true }), 'other')).toBe('');
    expect(keyName(event({ key: '™', altKey: true }), 'mac')).toBe('');
  });

  test('a sign made with Shift is the sign', () => {
    expect(keyName(event({ key: '?', shiftKey: true }), 'other')).toBe('?');
    expect(keyName(event({ key: '+' }), 'other')).toBe('+');
  });

  test('Ctrl+Y means Mod+Y where Ctrl is the command key, and not on a Mac', () => {
    expect(isBinding('Ctrl+Y', 'Mod+Y', 'other')).toBe(true);
    expect(isBinding('Ctrl+Y', 'Mod+Y', 'mac')).toBe(false);
  });

  test('keys are printed as the platform prints them', () => {
    expect(printedKey('Mod+Shift+Z', 'other')).toBe('Ctrl Shift Z');
    expect(printedKey('Mod+Shift+Z', 'mac')).toBe('⌘⇧Z');
    expect(printedKey('+', 'other')).toBe('+');
  });
});
