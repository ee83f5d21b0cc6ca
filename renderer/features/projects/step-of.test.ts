import { expect, test } from 'vitest';
import { codedShare, stepOf } from './step-of.ts';

const fresh = {
  status: 'running',
  interviews: 0,
  frame: null,
  openAnswers: 0,
  openAnswersDone: 0,
  meetings: 0,
  findings: 0,
  report: null,
} as const;

test('a project stands where its data say', () => {
  expect(stepOf(fresh)).toBe('start');
  expect(stepOf({ ...fresh, meetings: 3 })).toBe('meetings');
  expect(stepOf({ ...fresh, interviews: 5, openAnswers: 9 })).toBe('asking');
  expect(stepOf({ ...fresh, interviews: 5, openAnswers: 9, openAnswersDone: 8 })).toBe('coding');
  expect(stepOf({ ...fresh, interviews: 5, openAnswers: 9, openAnswersDone: 9 })).toBe('analysis');
  expect(stepOf({ ...fresh, interviews: 5, report: { title: 'x', updatedOn: null } })).toBe('report');
  expect(stepOf({ ...fresh, status: 'finished', interviews: 5 })).toBe('over');
});

test('everything is coded only when nothing is left', () => {
  expect(codedShare({ openAnswers: 1000, openAnswersDone: 999 })).toBe(99);
  expect(codedShare({ openAnswers: 1000, openAnswersDone: 1000 })).toBe(100);
  expect(codedShare({ openAnswers: 0, openAnswersDone: 0 })).toBeNull();
});
