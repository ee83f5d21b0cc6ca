import { expect, test } from 'vitest';
import { createClosing } from './closing.ts';

interface Tried {
  readonly quit: () => boolean;
  readonly done: string[];
}

function tried(flush: () => Promise<void>, end: () => Promise<void> = async () => {}): Tried & { settled: Promise<void> } {
  const done: string[] = [];
  let settle: () => void = () => {};
  const settled = new Promise<void>((resolve) => (settle = resolve));
  const closing = createClosing({
    flush: () => (done.push('flush'), flush()),
    end: () => (done.push('end'), end()),
    quit: () => {
      done.push('quit');
      settle();
    },
  });
  const quit = (): boolean => {
    let isHeld = false;
    closing({ preventDefault: () => (isHeld = true) });
    return isHeld;
  };
  return { quit, done, settled };
}

test('the first quit is held back until fields are written and the core has ended', async () => {
  const { quit, done, settled } = tried(async () => {});
  expect(quit()).toBe(true);
  await settled;
  expect(done).toEqual(['flush', 'end', 'quit']);
  expect(quit()).toBe(false);
});

test('a second quit meanwhile is held back and starts nothing anew', async () => {
  const { quit, done, settled } = tried(async () => {});
  quit();
  expect(quit()).toBe(true);
  await settled;
  expect(done).toEqual(['flush', 'end', 'quit']);
});

test('a core that cannot end keeps nobody', async () => {
  const { quit, done, settled } = tried(
    () => Promise.reject(new Error('gone')),
    () => Promise.reject(new Error('dead')),
  );
  quit();
  await settled;
  expect(done).toEqual(['flush', 'end', 'quit']);
});
