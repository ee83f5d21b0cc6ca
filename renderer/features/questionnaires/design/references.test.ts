import { expect, test } from 'vitest';
import { isAskedFor } from './references.ts';
import { questionWith, versionWith } from './sample-version.ts';

test('[F1] codes have a meaning where an expression asks for the answer, one of the question itself among them', () => {
  const plain = questionWith(1, { name: 'hjelp', type: 'one' });
  expect(isAskedFor(versionWith([plain, questionWith(2)]), plain)).toBe(false);
  expect(isAskedFor(versionWith([plain, questionWith(2, { relevant: '${hjelp} = 2' })]), plain)).toBe(true);
  expect(isAskedFor(versionWith([plain, questionWith(2, { relevant: '${q1} = 2' })]), plain)).toBe(true);
  const own = [
    questionWith(1, { defaultValue: '2' }),
    questionWith(1, { optionFilter: 'fylke = 1' }),
    questionWith(1, { checks: [{ severity: 'hard', expression: '. != 3', message: {} }] }),
  ];
  for (const question of own) expect(isAskedFor(versionWith([question]), question)).toBe(true);
});
