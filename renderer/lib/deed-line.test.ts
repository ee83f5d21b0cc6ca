import { expect, test } from 'vitest';
import { afterDeeds } from './deed-line.ts';

test('[F46] deeds are done one after the other in the order they were begun, and one that fails keeps nobody waiting', async () => {
  const done: string[] = [];
  const slow = afterDeeds(async () => {
    await new Promise((resolve) => setTimeout(resolve));
    done.push('theme');
  });
  const failed = afterDeeds(() => Promise.reject(new Error('gone')));
  const undone = afterDeeds(() => done.push('undo'));
  await expect(failed).rejects.toThrow('gone');
  await expect(undone).resolves.toBe(2);
  await slow;
  expect(done).toEqual(['theme', 'undo']);
});
