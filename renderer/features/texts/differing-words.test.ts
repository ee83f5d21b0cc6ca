import { expect, test } from 'vitest';
import { differingWords } from './differing-words.ts';

test('of two long versions the place where they differ is shown, between whole words', () => {
  const before = 'Vi ventet og ventet på at noen skulle ringe oss tilbake om søknaden vår, ';
  const after = ' og imens fikk vi ikke hjelp av noen andre heller, det var en lang vår for oss alle.';
  const { mine, theirs } = differingWords(`${before}elleve uker${after}`, `${before}tolv uker${after}`);
  expect(mine).toMatch(/^… .*elleve uker.* …$/u);
  expect(theirs).toMatch(/^… .*tolv uker.* …$/u);
  expect(mine.slice(2).startsWith(' ')).toBe(false);
  expect(differingWords('kort', 'kurt')).toEqual({ mine: 'kort', theirs: 'kurt' });
});
