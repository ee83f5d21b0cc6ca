import { expect, it } from 'vitest';
import { orderRows } from './order-rows.ts';

function row(themeId: string, meetings: number, mentions: number) {
  return { themeId, all: { meetings, inferredMeetings: 0, mentions, inferred: 0 } };
}

it('[R70] puts what recurs most first and keeps subthemes under their theme', () => {
  const themes = new Map([
    ['access', { parentId: null }],
    ['waiting', { parentId: 'access' }],
    ['hours', { parentId: 'access' }],
    ['information', { parentId: null }],
  ]);
  const rows = [row('access', 2, 9), row('waiting', 1, 1), row('hours', 1, 4), row('information', 3, 3)];
  expect(orderRows(rows, themes).map(({ themeId }) => themeId)).toEqual(['information', 'access', 'hours', 'waiting']);
});

it('keeps a row whose theme above it is not there', () => {
  expect(orderRows([row('waiting', 1, 1)], new Map([['waiting', { parentId: 'access' }]]))).toHaveLength(1);
});
