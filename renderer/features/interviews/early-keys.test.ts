import { afterEach, describe, expect, test } from 'vitest';
import { holdKeys, isHeld, takeHeldKeys } from './early-keys.ts';

/** A window as far as keys go. */
const source = new EventTarget() as unknown as Window;

function press(key: string, part: { ctrlKey?: boolean; repeat?: boolean } = {}): Event {
  const event = new Event('keydown', { cancelable: true });
  source.dispatchEvent(Object.assign(event, { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...part }));
  return event;
}

afterEach(() => void takeHeldKeys(source));

describe('keys typed before the interview stands on the screen', () => {
  test('are held in the order they came, and reach nothing else [F19]', () => {
    holdKeys(source);
    expect(['1', '4', 'Enter', 'å'].map((key) => press(key).defaultPrevented)).toEqual([true, true, true, true]);
    expect(takeHeldKeys(source).map(({ key }) => key)).toEqual(['1', '4', 'Enter', 'å']);
  });

  test('are taken once, and held no longer after that', () => {
    holdKeys(source);
    press('1');
    takeHeldKeys(source);
    expect(press('2').defaultPrevented).toBe(false);
    expect(takeHeldKeys(source)).toEqual([]);
  });

  test('a second start forgets what the first one held', () => {
    holdKeys(source);
    press('1');
    holdKeys(source);
    press('2');
    expect(takeHeldKeys(source).map(({ key }) => key)).toEqual(['2']);
  });

  test('commands, moves, compositions and the key still held down are let through', () => {
    const plain = { key: 'a', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(isHeld(plain)).toBe(true);
    expect(isHeld({ ...plain, key: 'Enter' })).toBe(true);
    for (const other of [
      { ctrlKey: true },
      { metaKey: true },
      { altKey: true },
      { key: 'ArrowDown' },
      { key: 'Tab' },
      { repeat: true },
      { isComposing: true },
    ])
      expect(isHeld({ ...plain, ...other })).toBe(false);
  });
});
