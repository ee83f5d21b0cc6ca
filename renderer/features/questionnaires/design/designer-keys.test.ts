import { describe, expect, test } from 'vitest';
import { optionDeed, stripDeed, type OptionPlace, type Pressed } from './designer-keys.ts';

const press = (key: string, part: Partial<Pressed> = {}): Pressed => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...part });

describe('the strip of types', () => {
  test.each([
    ['1', 'one'],
    ['2', 'several'],
    ['3', 'scale'],
    ['4', 'scale-0-10'],
    ['5', 'number'],
    ['6', 'date'],
    ['7', 'open'],
    ['8', 'yes-no'],
  ])('%s chooses %s', (key, type) => {
    expect(stripDeed(press(key), false)).toEqual({ do: 'choose', type });
  });

  test.each([
    ['1', 'consent'],
    ['2', 'note'],
    ['3', 'rank'],
    ['4', 'calculated'],
    ['5', 'repeat'],
    ['6', 'register'],
    ['7', 'grid'],
  ])('after 9, %s chooses %s', (key, type) => {
    expect(stripDeed(press('9'), false)).toEqual({ do: 'turn' });
    expect(stripDeed(press(key), true)).toEqual({ do: 'choose', type });
  });

  test('a digit without a type, Enter and commands are not the strip’s', () => {
    for (const key of [press('0'), press('Enter'), press('a'), press('1', { ctrlKey: true })]) expect(stripDeed(key, false)).toBeNull();
    expect(stripDeed(press('8'), true)).toBeNull();
  });
});

const place = (part: Partial<OptionPlace>): OptionPlace => ({
  index: 0,
  count: 2,
  isEmpty: false,
  hasWords: true,
  isFixed: false,
  isMac: false,
  ...part,
});
const newLine = { index: 2, isEmpty: true, hasWords: false };

describe('[F8] keys in the answers', () => {
  test('Enter goes on to the next answer, and from the last to a new one', () => {
    expect(optionDeed(press('Enter'), place({}))).toEqual({ do: 'go', to: 1 });
    expect(optionDeed(press('Enter'), place({ index: 1 }))).toEqual({ do: 'go', to: 2 });
  });

  test('Enter on an empty line ends; an empty answer goes with it', () => {
    expect(optionDeed(press('Enter'), place(newLine))).toEqual({ do: 'end', dropsThis: false });
    expect(optionDeed(press('Enter'), place({ index: 1, isEmpty: true, hasWords: false }))).toEqual({ do: 'end', dropsThis: true });
  });

  test('an answer that only this language lacks is not empty', () => {
    expect(optionDeed(press('Enter'), place({ index: 1, isEmpty: true }))).toEqual({ do: 'go', to: 2 });
    expect(optionDeed(press('Backspace'), place({ index: 1, isEmpty: true }))).toBeNull();
  });

  test('Alt and an arrow order, but not on a Mac, where they move the caret', () => {
    expect(optionDeed(press('ArrowDown', { altKey: true }), place({}))).toEqual({ do: 'move', to: 1 });
    expect(optionDeed(press('ArrowDown', { altKey: true }), place({ isMac: true }))).toBeNull();
    expect(optionDeed(press('ArrowUp', { altKey: true }), place(newLine))).toBeNull();
  });

  test('arrows walk and stop at the ends', () => {
    expect(optionDeed(press('ArrowDown'), place({ index: 1 }))).toEqual({ do: 'go', to: 2 });
    expect(optionDeed(press('ArrowDown'), place(newLine))).toBeNull();
    expect(optionDeed(press('ArrowUp'), place({}))).toBeNull();
  });

  test('Backspace takes an empty answer away', () => {
    expect(optionDeed(press('Backspace'), place({ index: 1, isEmpty: true, hasWords: false }))).toEqual({ do: 'remove' });
    expect(optionDeed(press('Backspace'), place({ index: 1 }))).toBeNull();
  });

  test('yes and no stay two', () => {
    const fixed = place({ index: 1, isEmpty: true, hasWords: false, isFixed: true });
    expect(optionDeed(press('Enter'), fixed)).toEqual({ do: 'end', dropsThis: false });
    expect(optionDeed(press('Backspace'), fixed)).toBeNull();
    expect(optionDeed(press('ArrowDown'), fixed)).toBeNull();
  });
});
