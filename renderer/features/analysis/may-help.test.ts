import { expect, it } from 'vitest';
import { mayHelp } from './may-help.ts';

const view = (...ids: readonly string[]) => ({ findings: ids.map((id) => ({ id: `analysis.finding.${id}`, params: {} })) });

it('[F38] where numbers are hidden, changes that nobody has tried are offered', () => {
  expect(mayHelp([view('hidden'), view()])).toBe(true);
  expect(mayHelp([view(), view()])).toBe(false);
});

it('[F38] where an earlier release stops a table, only what the gate has tried', () => {
  expect(mayHelp([view('hidden'), view('subtraction', 'hidden')])).toBe(false);
});
