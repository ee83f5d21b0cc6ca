import { expect, test } from 'vitest';
import { conflictWith } from './conflict.ts';

test('a conflict names the later step with its own words', () => {
  const params = { laterSeq: 9, laterLabel: 'actions.setStatus.undo', laterParams: '{"code":"T04","status":"done"}' };
  expect(conflictWith({ code: 'UNDO_CONFLICT', params })).toEqual({
    labelId: 'actions.setStatus.undo',
    params: { code: 'T04', status: 'done' },
  });
});

test('without a known later step the error keeps its general words', () => {
  expect(conflictWith({ code: 'UNDO_CONFLICT', params: { laterSeq: 0, laterLabel: '', laterParams: '{}' } })).toBeNull();
  expect(conflictWith({ code: 'NOTHING_TO_UNDO', params: {} })).toBeNull();
  expect(conflictWith({ code: 'UNDO_CONFLICT', params: { laterLabel: 'x', laterParams: 'not json' } })).toEqual({
    labelId: 'x',
    params: {},
  });
});
