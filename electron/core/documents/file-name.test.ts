import { expect, test } from 'vitest';
import { fileNameOf } from './file-name.ts';

test('a name is cut between two signs, and never empty', () => {
  expect(fileNameOf(`${'a'.repeat(99)}😀`, 'liste')).toBe('a'.repeat(99));
  expect(fileNameOf(`${'a'.repeat(98)}😀b`, 'liste')).toBe(`${'a'.repeat(98)}😀`);
  expect(fileNameOf('\uD83D/..\\', 'liste')).toBe('\uFFFD ..');
  expect(fileNameOf(' /:* ', 'liste')).toBe('liste');
});
