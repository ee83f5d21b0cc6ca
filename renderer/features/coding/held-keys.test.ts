import { expect, test } from 'vitest';
import { keyLine } from './held-keys.ts';

/** Lets everything that is under way get one step further. */
function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

test('[F46] keys wait for the row that is being looked up, and are pressed there in their order', async () => {
  const pressed: string[] = [];
  const line = keyLine<string>(async (key) => void pressed.push(key));
  line.hold();
  for (const key of ['s', 't']) line.add(key);
  await tick();
  expect(pressed).toEqual([]);
  line.letGo();
  await tick();
  expect(pressed).toEqual(['s', 't']);
  expect(line.isHolding()).toBe(false);
});

test('[F46] a key that comes while the held ones are being pressed goes behind them, never between', async () => {
  const pressed: string[] = [];
  const line = keyLine<string>(async (key) => {
    await tick();
    pressed.push(key);
    // The hand goes on: Enter comes after the last letter was pressed, and before the program has come to it.
    if (key === 's') for (const later of ['Enter', '2']) line.add(later);
  });
  line.hold();
  for (const key of ['s', 't', 'i', 'g']) line.add(key);
  line.letGo();
  expect(line.isHolding()).toBe(true);
  while (line.isHolding()) await tick();
  expect(pressed).toEqual(['s', 't', 'i', 'g', 'Enter', '2']);
});

test('[F46] a held key that looks a row up itself keeps the rest waiting for that row', async () => {
  const pressed: string[] = [];
  const line = keyLine<string>(async (key) => {
    pressed.push(key);
    if (key === 'next') line.hold();
  });
  line.hold();
  for (const key of ['1', 'next', '2']) line.add(key);
  line.letGo();
  await tick();
  expect(pressed).toEqual(['1', 'next']);
  line.letGo();
  await tick();
  expect(pressed).toEqual(['1', 'next', '2']);
});

test('[F46] a key that fails does not take the others with it, and an abandoned line presses nothing', async () => {
  const pressed: string[] = [];
  const line = keyLine<string>(async (key) => {
    if (key === 'bad') throw new Error(key);
    pressed.push(key);
  });
  line.hold();
  for (const key of ['bad', '2']) line.add(key);
  line.letGo();
  await tick();
  line.hold();
  line.add('3');
  line.forget();
  line.letGo();
  await tick();
  expect(pressed).toEqual(['2']);
  expect(line.isHolding()).toBe(false);
});
