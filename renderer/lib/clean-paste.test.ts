import { expect, test } from 'vitest';
import { StoredText } from '../../shared/model/text.ts';
import { pastedWords } from './clean-paste.ts';

test('what is pasted from other programs is words that the file takes: breaks of lines and pages are lines, other signs of control are none', () => {
  for (const [pasted, words] of [
    ['Linje én\u000Blinje to\u000Cside to', 'Linje én\nlinje to\nside to'],
    ['\uFEFFTo\u0002 ord\u007F', 'To ord'],
    ['Vanlig\ttekst\r\nmed 😀', 'Vanlig\ttekst\r\nmed 😀'],
    ['\uD800', '\uFFFD'],
  ] as const) {
    expect(pastedWords(pasted)).toBe(words);
    expect(StoredText.safeParse(pastedWords(pasted)).success).toBe(true);
  }
});
