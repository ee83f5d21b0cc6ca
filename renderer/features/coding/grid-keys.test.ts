import { describe, expect, it } from 'vitest';
import { gridKey, typesLetter } from './grid-keys.ts';

function press(key: string, more: Partial<Parameters<typeof gridKey>[0]> = {}): Parameters<typeof gridKey>[0] {
  const code = /^\d$/u.test(key) ? `Digit${key}` : '';
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}

describe('keys of the answer grid', () => {
  it('gives every letter of every keyboard to the theme box, dead keys and AltGr too [F44]', () => {
    for (const key of ['a', 'Å', 'ø', 'ä', 'Dead', 'Process']) expect(typesLetter(press(key))).toBe(true);
    expect(typesLetter(press('e', { ctrlKey: true, altKey: true, getModifierState: (name) => name === 'AltGraph' }))).toBe(true);
    for (const event of [press('k', { ctrlKey: true }), press('1'), press('+'), press('Enter'), press('F2')])
      expect(typesLetter(event)).toBe(false);
  });

  it('reads digits as quick themes, 0 as no theme, on the number pad too [F46]', () => {
    expect(gridKey(press('7'))).toEqual({ kind: 'quick', digit: 7 });
    expect(gridKey(press('7', { code: 'Numpad7' }))).toEqual({ kind: 'quick', digit: 7 });
    expect(gridKey(press('0'))).toEqual({ kind: 'noTheme' });
  });

  it('reads signs as polarity and the rest as printed [F46] [F53]', () => {
    expect(['+', '-', ',', '.'].map((key) => gridKey(press(key)))).toEqual(
      (['positive', 'negative', 'mixed', 'neutral'] as const).map((polarity) => ({ kind: 'polarity', polarity })),
    );
    expect(gridKey(press('+', { shiftKey: true }))).toEqual({ kind: 'polarity', polarity: 'positive' });
    expect(gridKey(press(' '))).toEqual({ kind: 'same' });
    expect(gridKey(press('Enter'))).toEqual({ kind: 'next' });
    expect(gridKey(press('Enter', { ctrlKey: true }))).toEqual({ kind: 'done' });
    expect(gridKey(press('i', { ctrlKey: true }))).toEqual({ kind: 'inferred' });
    expect(gridKey(press('ArrowDown', { ctrlKey: true }))).toEqual({ kind: 'needy', by: 1 });
    expect(gridKey(press('ArrowDown', { shiftKey: true }))).toEqual({ kind: 'extend', by: 1 });
    expect(gridKey(press('F2'))).toEqual({ kind: 'text' });
    expect(gridKey(press('Backspace'))).toEqual({ kind: 'removeLast' });
  });

  it('leaves the program its own keys', () => {
    for (const event of [press('z', { ctrlKey: true }), press('F6'), press('Tab'), press('k', { ctrlKey: true })])
      expect(gridKey(event)).toBeNull();
  });

  it('reads the keys for suggestions, what a theme is about, memo and the menu of a theme [R63] [R71]', () => {
    expect(['1', '2', '3'].map((key) => gridKey(press(key, { ctrlKey: true })))).toEqual(
      [0, 1, 2].map((place) => ({ kind: 'accept', place })),
    );
    expect(gridKey(press('Backspace', { ctrlKey: true }))).toEqual({ kind: 'reject' });
    expect(gridKey(press('L', { ctrlKey: true, shiftKey: true }))).toEqual({ kind: 'about' });
    expect(gridKey(press('M', { ctrlKey: true, shiftKey: true }))).toEqual({ kind: 'memo' });
    expect(gridKey(press('F10', { shiftKey: true }))).toEqual({ kind: 'chipMenu' });
  });
});
