import { expect, it } from 'vitest';
import type { CodeColumn } from './stored-answers.ts';
import { mergeEnds } from './merge-ends.ts';

function scale(count: number, first: number): CodeColumn {
  const categories = Array.from({ length: count }, (_, at) => ({ code: first + at, label: { nb: `svar ${first + at}` } }));
  return { kind: 'codes', categories, values: Int16Array.from([-3, ...categories.keys()]) };
}

const join = (a: { code: number; label: { nb?: string | undefined } }, b: { label: { nb?: string | undefined } }) => ({
  code: a.code,
  label: { nb: `${a.label.nb} + ${b.label.nb}` },
});

it('joins the two outermost answers of a scale of five at each end, and keeps reasons as they are', () => {
  const merged = mergeEnds(scale(5, 1), join);
  expect(merged.categories.map(({ label }) => label.nb)).toEqual(['svar 1 + svar 2', 'svar 3', 'svar 4 + svar 5']);
  expect([...merged.values]).toEqual([-3, 0, 0, 1, 2, 2]);
});

it('joins 0–10 into thirds', () => {
  const merged = mergeEnds(scale(11, 0), join);
  expect(merged.categories.map(({ label }) => label.nb)).toEqual(['0–3', '4–6', '7–10']);
  expect([...merged.values]).toEqual([-3, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2]);
});

it('leaves short scales alone', () => {
  expect(mergeEnds(scale(4, 1), join).categories).toHaveLength(4);
});
