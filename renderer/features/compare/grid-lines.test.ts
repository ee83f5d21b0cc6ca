import { describe, expect, it } from 'vitest';
import type { Change, ComparedTable } from '../../../shared/contract/compare.ts';
import { VariableId } from '../../../shared/model/ids.ts';
import type { ReleasedCell } from '../../../shared/model/exhibit.ts';
import { aRelease } from '../../../test/support/a-release.ts';
import { columnsOfTables, commonReason, linesOfTables, orderLines, scaleOf } from './grid-lines.ts';

const words = { range: 'fra {low} til {high}' };
const figure = (value: number): ReleasedCell => ({ state: 'figure', value, low: value - 9, high: value + 9 });
const told = (value: number): Change => ({ state: 'told', kind: 'apart', from: 'a', to: 'b', value, low: null, high: null, persons: null });
const none = (reason: 'boundary' | 'hidden'): Change => ({ state: 'none', reason });

/** A question over "Alle" and two waves. */
function table(id: string, cells: readonly ReleasedCell[], change: Change | null): ComparedTable {
  const variable = VariableId.parse(id);
  const definition = { kind: 'summary', rows: [variable], figure: 'top2', columns: 'wave', percent: 'column', language: 'nb' } as const;
  const column = (key: string, label: string) => ({ key, label, base: { n: 40, rule: 'normal' as const } });
  const exhibit = aRelease({
    kind: 'summary',
    unit: 'figure',
    columns: [column('all', 'Alle'), column('a', 'Våren 2023'), column('b', 'Våren 2025')],
    rows: [{ key: id, label: 'Jeg blir møtt med respekt', figure: 'top2', base: null, cells: [...cells] }],
  });
  return {
    definition: { ...definition, rows: [variable] },
    section: { nb: 'Møtet' },
    wording: { nb: 'Jeg blir møtt med respekt' },
    exhibit,
    changes: change === null ? null : [{ row: id, change }],
    breaks: [],
    isLinked: false,
  };
}

const one = '018f3b6e-0000-7000-8000-000000000001';
const two = '018f3b6e-0000-7000-8000-000000000002';
const three = '018f3b6e-0000-7000-8000-000000000003';

describe('lines of a comparison', () => {
  it('[F83] stand with the largest change first, up or down, and those without one last', () => {
    const shown = [figure(50), figure(40), figure(60)];
    const lines = linesOfTables([table(one, shown, none('hidden')), table(two, shown, told(5)), table(three, shown, told(-20))], words);
    expect(orderLines(lines, 'difference').map(({ key }) => key)).toEqual([three, two, one]);
    expect(orderLines(lines, 'given').map(({ key }) => key)).toEqual([one, two, three]);
  });

  it('issue 6.5: a hidden figure has no place on the scale and no part in the difference', () => {
    const [line] = linesOfTables([table(one, [figure(50), figure(40), { state: 'hidden' }], null)], words);
    expect(line?.cells.get('b')?.figure).toBeNull();
    expect(line?.difference).toBeNull();
  });

  it('leave "Alle" out of the difference, and out of the columns of waves', () => {
    const tables = [table(one, [figure(90), figure(40), figure(60)], null)];
    expect(linesOfTables(tables, words)[0]?.difference).toBe(20);
    expect(columnsOfTables(tables, false).map(({ key }) => key)).toEqual(['a', 'b']);
    expect(columnsOfTables(tables, true).map(({ key }) => key)).toEqual(['all', 'a', 'b']);
  });

  it('have one line where the gate stopped the table, without a number', () => {
    const [line] = linesOfTables([{ ...table(one, [figure(50), figure(40), figure(60)], null), exhibit: null }], words);
    expect(line).toMatchObject({ key: one, isStopped: true, difference: null });
    expect(line?.cells.size).toBe(0);
  });

  it('say a reason that all share once', () => {
    const shown = [figure(50), figure(40), figure(60)];
    expect(commonReason(linesOfTables([table(one, shown, none('boundary')), table(two, shown, none('boundary'))], words))).toBe('boundary');
    expect(commonReason(linesOfTables([table(one, shown, none('boundary')), table(two, shown, told(3))], words))).toBeNull();
  });

  it('[F83] beside a net score the share between is that of its persons, not a sum of rounded ones', () => {
    const shown = (count: number): ReleasedCell => ({
      state: 'shown',
      count,
      percent: Math.floor((200 * count + 40) / 80),
      low: null,
      high: null,
    });
    const made = table(one, [figure(10), figure(10), figure(10)], null);
    const line = (key: string, cells: ReleasedCell[]) => ({ key, label: key, base: null, cells });
    const answers = [13, 5, 5, 5, 12].map((count, at) => line(String(at), [shown(count), shown(count), { state: 'hidden' }]));
    const net = { ...line('figure:net', [figure(10), figure(10), figure(10)]), figure: 'net' as const };
    const exhibit =
      made.exhibit === null ? null : { ...made.exhibit, kind: 'crosstab' as const, unit: 'percent' as const, rows: [...answers, net] };
    const [first] = linesOfTables([{ ...made, exhibit }], words);
    // 15 of 40 is 37.5; three times 13 (12.5) would be 39.
    expect([first?.cells.get('all')?.middle, first?.cells.get('b')?.middle]).toEqual([38, null]);
  });

  it('share one scale', () => {
    expect(scaleOf(linesOfTables([table(one, [figure(50), figure(40), figure(60)], null)], words))).toEqual({ low: 0, high: 100 });
  });
});
