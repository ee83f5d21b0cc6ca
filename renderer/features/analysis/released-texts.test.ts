import { headingRows } from '../../../shared/charts/index.ts';
import { describe, expect, it } from 'vitest';
import type { ExhibitWords } from '../../../shared/charts/index.ts';
import type { ReleasedCell } from '../../../shared/model/exhibit.ts';
import { aRelease } from '../../../test/support/a-release.ts';
import { copiedTable } from './copy-exhibit.ts';
import { orderRows } from './order-rows.ts';
import { tableModel } from './table-model.ts';

const base = (n: number | null) => ({ n, rule: n === null ? 'hidden' : n < 30 ? 'low' : 'normal' }) as const;
const exhibit = aRelease({
  title: 'Jeg blir møtt <med> respekt.',
  subtitle: 'Prosent.',
  columns: [
    { key: 'all', label: 'Alle', base: base(60) },
    { key: '1', label: 'Botjenesten', base: base(25) },
  ],
  rows: [
    {
      key: '1',
      label: 'Helt enig',
      base: null,
      cells: [{ state: 'shown', count: 28, percent: 47, low: 35, high: 59 }, { state: 'hidden' }],
    },
    { key: '2', label: 'Annet', base: null, cells: [{ state: 'hidden' }, { state: 'words', words: 'half' }] },
  ],
  notes: ['Merknad.'],
  source: 'Bruker Spør Bruker',
  releaseNumber: 3,
});
const words: Pick<ExhibitWords, 'stub' | 'n' | 'shareWords' | 'legend' | 'release' | 'roundedNote' | 'lowBaseNote' | 'weightedNote'> = {
  stub: 'Svar',
  n: 'n',
  shareWords: { few: 'noen få', half: 'omtrent halvparten', most: 'de fleste' },
  legend: { ':': 'Vises ikke.', '..': 'Mangler.', '.': 'Ikke aktuelt.' },
  release: 'Utlevering 3',
  roundedNote: 'Avrundet.',
  lowBaseNote: 'Liten base.',
  weightedNote: '',
};

describe('the copied table', () => {
  // The copy reads only these of the words.
  const copied = copiedTable(exhibit, words as ExhibitWords);

  it('holds the released figures, the signs and the release number, as text and as HTML', () => {
    expect(copied.text.split('\n')).toContain('Helt enig\t47 (35–59)\t:');
    expect(copied.text.split('\n')).toContain('Annet\t:\tomtrent halvparten');
    expect(copied.text.split('\n')).toContain('n\t60\t25');
    expect(copied.text).toContain('Utlevering 3');
    expect(copied.html).toContain('<th scope="row">Helt enig</th><td align="right">47 (35–59)</td>');
  });

  it('writes no markup of its texts', () => {
    expect(copied.html).toContain('møtt &lt;med&gt; respekt');
  });
});

describe('the table on the screen', () => {
  const say = Object.assign((id: string) => id, { any: (id: string) => id, intl: undefined as never });

  it('says the same figures, without intervals when they are off or when counts are shown', () => {
    const percent = tableModel(exhibit, { measure: 'percent', hasIntervals: true }, say);
    expect(percent.rows[0]).toMatchObject({
      cells: [
        { kind: 'value', text: '47', interval: '35–59' },
        { kind: 'suppressed', text: ':' },
      ],
    });
    const counts = tableModel(exhibit, { measure: 'counts', hasIntervals: true }, say);
    expect(counts.rows[0]).toMatchObject({ cells: [{ kind: 'value', text: '28' }, { kind: 'suppressed' }] });
    expect(JSON.stringify(tableModel(exhibit, { measure: 'percent', hasIntervals: false }, say))).not.toContain('35–59');
  });

  it('[F84] says which base is small', () => {
    expect(tableModel(exhibit, { measure: 'percent', hasIntervals: true }, say).bases).toEqual([
      { text: '60' },
      { text: '25', note: 'analysis.table.lowBase' },
    ]);
  });
});

describe('the rows in another order', () => {
  const hidden = { state: 'hidden' } as const;
  const row = (key: string, cell: ReleasedCell, figure?: 'mean') => ({
    key,
    label: key,
    base: null,
    cells: [cell, hidden],
    ...(figure === undefined ? {} : { figure }),
  });
  const shown = (percent: number): ReleasedCell => ({ state: 'shown', count: percent, percent, low: 0, high: 100 });
  const mixed = aRelease({
    ...exhibit,
    columns: [
      { key: 'all', label: 'Alle', base: base(100) },
      { key: '1', label: 'B', base: base(50) },
    ],
    rows: [
      row('a', shown(20)),
      row('hidden', hidden),
      row('b', shown(60)),
      row('mean', { state: 'figure', value: 99, low: null, high: null }, 'mean'),
    ],
  });

  it('puts the largest first, hidden figures after all others, and figures still under the answers', () => {
    expect(orderRows(mixed, 'size').rows.map(({ key }) => key)).toEqual(['b', 'a', 'hidden', 'mean']);
    expect(orderRows(mixed, 'given')).toBe(mixed);
  });
});

describe('the headings of a banner', () => {
  it('are shared by neighbours that have the same one under the same', () => {
    const columns = [
      { key: 'all' },
      { key: '1', headings: ['Kjønn', '18–29'] },
      { key: '2', headings: ['Kjønn', '18–29'] },
      { key: '3', headings: ['Kjønn', '30–49'] },
      { key: '4', headings: ['Tjeneste'] },
      { key: '5', headings: ['Tjeneste'] },
    ];
    expect(headingRows(columns).map((line) => line.map(({ label, span }) => `${label} ${span}`))).toEqual([
      [' 1', 'Kjønn 3', ' 2'],
      [' 1', '18–29 2', '30–49 1', 'Tjeneste 2'],
    ]);
    expect(headingRows([{ key: 'all' }])).toEqual([]);
  });
});
