import { describe, expect, it } from 'vitest';
import type { MarginChoice, Weighting } from '../../../shared/contract/analysis-weights.ts';
import { draftOf, emptyMargin, pasteCounts, weightingOf } from './draft.ts';

const place: MarginChoice = {
  by: 'place',
  label: {},
  options: ['a', 'b', 'c'].map((key) => ({ key, label: { nb: key } })),
};
const stored: Weighting = {
  name: 'Sted',
  source: 'Fagsystemet',
  countedOn: '2025-02-01',
  margins: [
    {
      by: 'place',
      counts: [
        { keys: ['a'], count: 120 },
        { keys: ['b', 'c'], count: 80 },
      ],
    },
  ],
};

describe('weights being filled in', () => {
  it('come back as they were stored, joined answers with them', () => {
    expect(weightingOf(draftOf(stored, [place]), '')).toEqual(stored);
    expect(draftOf(stored, [place]).margins[0]?.lines.map(({ isJoined }) => isJoined)).toEqual([false, false, true]);
  });

  it('are not looked at before every grouping has two numbers', () => {
    const draft = draftOf(null, [place]);
    expect(draft.margins).toEqual([emptyMargin(place)]);
    expect(weightingOf(draft, 'Vekter')).toBeNull();
    const pasted = pasteCounts(emptyMargin(place), 0, '120\n80');
    expect(weightingOf({ ...draft, margins: pasted === null ? [] : [pasted] }, 'Vekter')).toMatchObject({
      name: 'Vekter',
      source: '',
      countedOn: '',
      margins: [
        {
          counts: [
            { keys: ['a'], count: 120 },
            { keys: ['b'], count: 80 },
          ],
        },
      ],
    });
  });

  it('joined answers have the sum of their numbers', () => {
    const draft = draftOf(stored, [place]);
    const margins = draft.margins.map((margin) => ({ ...margin, lines: margin.lines.map((line) => ({ ...line, count: 10 })) }));
    expect(weightingOf({ ...draft, margins }, '')?.margins[0]?.counts).toEqual([
      { keys: ['a'], count: 10 },
      { keys: ['b', 'c'], count: 20 },
    ]);
  });

  it('take a pasted column, with the answers before the numbers or not, from the field it was pasted into', () => {
    const counts = (from: number, text: string) => pasteCounts(emptyMargin(place), from, text)?.lines.map(({ count }) => count);
    expect(counts(0, 'Fjordvik\t1 200\r\nHeim\t80\r\nAndre\t7\r\n')).toEqual([1200, 80, 7]);
    expect(counts(1, '5\n6\n7')).toEqual([null, 5, 6]);
    expect(pasteCounts(emptyMargin(place), 0, '12')).toBeNull();
    expect(pasteCounts(emptyMargin(place), 0, 'a\nb')).toBeNull();
  });
});
