import { describe, expect, it } from 'vitest';
import { linkRows, type InterviewRows, type LooseRow, type PreparedRound } from './link-rows.ts';

const interviews: InterviewRows = new Map([
  ['1', { mark: 'a', isTwice: false }],
  ['2', { mark: 'b', isTwice: true }],
]);

function row(sheet: number, own: string, parent: LooseRow['parent'], mark = ''): LooseRow {
  return { sheet, own, parent, mark, isOfOtherSheet: false, prepared: { row: Number(own) || 1, slots: [], specified: [] } };
}

const inInterview = (key: string): LooseRow['parent'] => ({ sheet: null, key });
const shape = ({ sheet, row: at, rounds }: PreparedRound): unknown => [sheet, at, rounds.map(shape)];
const link = (rows: readonly LooseRow[], most = 200) => {
  const { byInterview, unlinked } = linkRows(rows, interviews, () => most);
  return {
    rounds: Object.fromEntries([...byInterview].map(([key, all]) => [key, all.map(shape)])),
    unlinked: unlinked.map(({ row: { sheet, own }, why }) => `${sheet}:${own} ${why}`),
  };
};

describe('rows of rounds', () => {
  it('are tied to what they lie in, whichever sheet is read first', () => {
    const rows = [row(1, '7', { sheet: 0, key: '3' }), row(0, '3', inInterview('1')), row(1, '8', { sheet: 0, key: '3' })];
    expect(link(rows)).toEqual({
      rounds: {
        1: [
          [
            0,
            3,
            [
              [1, 7, []],
              [1, 8, []],
            ],
          ],
        ],
      },
      unlinked: [],
    });
  });

  it('are left out with everything in them where nobody can say what they lie in', () => {
    const rows = [
      row(0, '1', inInterview('9')),
      row(1, '2', { sheet: 0, key: '1' }),
      row(0, '3', inInterview('2')),
      row(0, '4', inInterview('1'), 'b'),
      row(0, '5', inInterview('')),
      row(0, '6', { sheet: undefined, key: '1' }),
    ];
    expect(link(rows)).toEqual({
      rounds: {},
      unlinked: ['0:1 no-parent', '1:2 no-parent', '0:3 parent-twice', '0:4 other-interview', '0:5 no-parent', '0:6 no-parent'],
    });
  });

  it('end where rows lie in each other, and where one has more than there is room for', () => {
    const circle = [row(0, '1', { sheet: 0, key: '2' }), row(0, '2', { sheet: 0, key: '1' })];
    expect(link(circle)).toEqual({ rounds: {}, unlinked: ['0:1 no-parent', '0:2 no-parent'] });
    const many = ['1', '2', '3'].map((own) => row(0, own, inInterview('1')));
    expect(link(many, 2).unlinked).toEqual(['0:3 too-many-rounds']);
  });
});
