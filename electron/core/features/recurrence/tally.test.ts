import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tally, type Parents, type SpokenLine } from './tally.ts';

const parents: Parents = new Map([
  ['access', null],
  ['waiting', 'access'],
  ['hours', 'access'],
  ['nights', 'hours'],
  ['information', null],
]);

function line(meetingId: string, themes: Readonly<Record<string, boolean>>): SpokenLine {
  return { meetingId, themes: new Map(Object.entries(themes)) };
}

describe('how often themes recur', () => {
  it('[R70] counts meetings first and mentions second', () => {
    const found = tally([line('a', { waiting: true }), line('a', { waiting: true }), line('b', { waiting: true })], parents, () => 'all');
    expect(found.get('waiting')?.all).toEqual({ meetings: 2, inferredMeetings: 0, mentions: 3, inferred: 0 });
    expect(found.has('information')).toBe(false);
  });

  it('[R70] rolls up without counting a line twice that holds two subthemes', () => {
    const found = tally([line('a', { waiting: true, nights: false, hours: true })], parents, () => 'all');
    expect(found.get('access')?.all).toEqual({ meetings: 1, inferredMeetings: 0, mentions: 1, inferred: 0 });
    expect(found.get('hours')?.all).toEqual({ meetings: 1, inferredMeetings: 0, mentions: 1, inferred: 0 });
    expect(found.get('nights')?.all).toEqual({ meetings: 1, inferredMeetings: 1, mentions: 1, inferred: 1 });
  });

  it('[R61] keeps what was only read between the lines apart, for lines and for meetings', () => {
    const found = tally([line('a', { waiting: false }), line('a', { waiting: true }), line('b', { waiting: false })], parents, () => 'all');
    expect(found.get('waiting')?.all).toEqual({ meetings: 2, inferredMeetings: 1, mentions: 3, inferred: 2 });
  });

  it('counts no line twice, and no column more than the row, whatever the lines', () => {
    const theme = fc.constantFrom(...parents.keys());
    const lines = fc.array(
      fc.record({
        meetingId: fc.constantFrom('a', 'b', 'c'),
        themes: fc.array(fc.tuple(theme, fc.boolean())),
        column: fc.constantFrom('x', 'y'),
      }),
    );
    fc.assert(
      fc.property(lines, (drawn) => {
        const spoken = drawn.map(({ meetingId, themes, column }) => ({ meetingId, column, themes: new Map(themes) }));
        for (const [themeId, { all, byColumn }] of tally(spoken, parents, ({ column }) => column)) {
          const isUnder = (id: string): boolean => id === themeId || [...ancestors(id)].includes(themeId);
          const having = spoken.filter(({ themes }) => [...themes.keys()].some(isUnder));
          expect(all.mentions).toBe(having.length);
          expect(all.meetings).toBe(new Set(having.map(({ meetingId }) => meetingId)).size);
          expect(all.inferred).toBe(
            having.filter(({ themes }) => ![...themes].some(([id, isExplicit]) => isExplicit && isUnder(id))).length,
          );
          const columns = [...byColumn.values()];
          expect(columns.reduce((sum, cell) => sum + cell.mentions, 0)).toBe(all.mentions);
          for (const cell of columns) expect(cell.meetings).toBeLessThanOrEqual(all.meetings);
        }
      }),
    );
  });
});

function* ancestors(id: string): Generator<string> {
  for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) yield at;
}
