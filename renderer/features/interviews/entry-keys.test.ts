import { afterEach, describe, expect, test } from 'vitest';
import { preferences } from '../../lib/preferences.ts';
import { readKey, type KeyPlace } from './entry-keys.ts';

const onChoice: KeyPlace = {
  hasCaret: false,
  isNumberField: false,
  isEmptyLine: false,
  isEmpty: false,
  isChoice: true,
  enterMakesLine: false,
};
const inText: KeyPlace = {
  hasCaret: true,
  isNumberField: false,
  isEmptyLine: false,
  isEmpty: false,
  isChoice: false,
  enterMakesLine: false,
};
const inNumber: KeyPlace = {
  hasCaret: true,
  isNumberField: true,
  isEmptyLine: false,
  isEmpty: false,
  isChoice: false,
  enterMakesLine: false,
};

function key(name: string, part: { code?: string; ctrl?: boolean; shift?: boolean; altGraph?: boolean; isComposing?: boolean } = {}) {
  return {
    key: name,
    code: part.code ?? '',
    ctrlKey: part.ctrl ?? false,
    metaKey: false,
    altKey: false,
    shiftKey: part.shift ?? false,
    isComposing: part.isComposing ?? false,
    getModifierState: (modifier: string) => modifier === 'AltGraph' && part.altGraph === true,
  };
}

describe('keys of a question without a caret', () => {
  test('arrows and Tab move and never answer [F20]', () => {
    for (const name of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Tab']) {
      expect(['move', 'rove', 'edge', 'section']).toContain(readKey(key(name), onChoice)?.do);
    }
  });

  test('digits of the main block and of the number pad are the same [F21]', () => {
    expect(readKey(key('7', { code: 'Digit7' }), onChoice)).toEqual({ do: 'digit', digit: '7' });
    expect(readKey(key('7', { code: 'Numpad7' }), onChoice)).toEqual({ do: 'digit', digit: '7' });
    expect(readKey(key('&', { code: 'Digit1' }), onChoice)).toEqual({ do: 'digit', digit: '1' });
    expect(readKey(key('/', { code: 'Digit7', shift: true }), onChoice)).toBeNull();
  });

  test('each reason has a letter, a chord and a sign on the number pad [F10]', () => {
    const reasons = ['dont-know', 'prefer-not-to-say', 'not-applicable', 'illegible', 'skipped'];
    expect(['v', 'p', 'a', 'u', 'h'].map((letter) => readKey(key(letter), onChoice))).toEqual(
      reasons.map((reason) => ({ do: 'reason', reason })),
    );
    expect([1, 2, 3, 4, 5].map((digit) => readKey(key(String(digit), { code: `Digit${digit}`, ctrl: true }), inText))).toEqual(
      reasons.map((reason) => ({ do: 'reason', reason })),
    );
    expect(
      ['Subtract', 'Multiply', 'Divide', 'Add', 'Decimal'].map((name) => readKey(key('', { code: `Numpad${name}` }), onChoice)),
    ).toEqual(reasons.map((reason) => ({ do: 'reason', reason })));
  });
});

describe('keys for persons and rounds', () => {
  test('Mod and a digit go to a person, also in a field; N and Mod+Delete make and remove a round', () => {
    expect(readKey(key('7', { code: 'Digit7', ctrl: true }), inText)).toEqual({ do: 'person', index: 1 });
    expect(readKey(key('n'), onChoice)).toEqual({ do: 'newRound' });
    expect(readKey(key('Delete', { ctrl: true }), onChoice)).toEqual({ do: 'removeRound' });
    expect(readKey(key('n'), inText)).toBeNull();
  });
});

describe('with single keys off', () => {
  const standard = preferences.get();
  afterEach(() => preferences.set(standard));

  test('letters and signs do nothing, digits answer, and Mod does the rest', () => {
    preferences.set({ ...standard, hasSingleKeys: false });
    expect(['v', 'p', 'l', 'm', 'n'].map((letter) => readKey(key(letter), onChoice))).toEqual([null, null, null, null, null]);
    expect(readKey(key('4', { code: 'Digit4' }), onChoice)).toEqual({ do: 'digit', digit: '4' });
    expect(readKey(key('1', { code: 'Digit1', ctrl: true }), onChoice)).toEqual({ do: 'reason', reason: 'dont-know' });
  });
});

describe('keys where a caret stands', () => {
  test('type: letters, digits, arrows and Backspace are the field’s', () => {
    for (const name of ['v', '7', 'l', 'm', 'ArrowUp', 'ArrowLeft', 'Backspace', 'Delete', ' ', 'Home'])
      expect(readKey(key(name, { code: name === '7' ? 'Digit7' : '' }), inText)).toBeNull();
  });

  test('leave the page keys to the question while the field is empty', () => {
    expect(readKey(key('PageDown'), { ...inText, isEmpty: true })).toEqual({ do: 'section', by: 1 });
    expect(readKey(key('ArrowUp'), { ...inText, isEmpty: true })).toBeNull();
  });

  test('Enter moves on, Shift+Enter is a new line, Mod keys still work', () => {
    expect(readKey(key('Enter'), inText)).toEqual({ do: 'enter' });
    expect(readKey(key('Enter', { shift: true }), inText)).toBeNull();
    expect(readKey(key('Enter', { ctrl: true }), inText)).toEqual({ do: 'done' });
    expect(readKey(key('L', { ctrl: true, shift: true }), inText)).toEqual({ do: 'language' });
  });

  test('Enter and Shift+Enter change places for those who want it so', () => {
    const swapped = { ...inText, enterMakesLine: true };
    expect(readKey(key('Enter'), swapped)).toBeNull();
    expect(readKey(key('Enter', { shift: true }), swapped)).toEqual({ do: 'enter' });
    expect(readKey(key('Enter', { ctrl: true }), swapped)).toEqual({ do: 'done' });
  });

  test('in a number field letters are reasons, and digits and signs are typed', () => {
    expect(readKey(key('v'), inNumber)).toEqual({ do: 'reason', reason: 'dont-know' });
    for (const name of [',', '.', '-', '7']) expect(readKey(key(name), inNumber)).toBeNull();
    expect(readKey(key('ArrowDown'), inNumber)).toEqual({ do: 'move', by: 1 });
  });

  test('what AltGr or a composition types is text everywhere', () => {
    expect(readKey(key('2', { code: 'Digit2', altGraph: true }), onChoice)).toBeNull();
    expect(readKey(key('v', { isComposing: true }), onChoice)).toBeNull();
    expect(readKey(key('Enter', { isComposing: true }), inText)).toBeNull();
  });
});
