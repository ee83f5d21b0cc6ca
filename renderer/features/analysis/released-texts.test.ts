import { describe, expect, it } from 'vitest';
import type { ExhibitWords } from '../../../shared/charts/index.ts';
import { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { copiedTable } from './copy-exhibit.ts';
import { tableModel } from './table-model.ts';

const base = (n: number | null) => ({ n, rule: n === null ? 'hidden' : n < 30 ? 'low' : 'normal' }) as const;
const exhibit = ReleasedExhibit.parse({
  kind: 'crosstab',
  title: 'Jeg blir møtt <med> respekt.',
  subtitle: 'Prosent.',
  filter: null,
  language: 'nb',
  unit: 'percent',
  decimals: 0,
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
  symbolsUsed: [':'],
  rule: { threshold: 5, minimumBase: 10, lowBase: 30 },
  audit: { ok: true },
  createdAt: '2026-01-01T00:00:00.000Z',
  releaseNumber: 3,
  scale: null,
  definition: {},
});
const words: Pick<ExhibitWords, 'stub' | 'n' | 'shareWords' | 'legend' | 'release' | 'roundedNote' | 'lowBaseNote'> = {
  stub: 'Svar',
  n: 'n',
  shareWords: { few: 'noen få', half: 'omtrent halvparten', most: 'de fleste' },
  legend: { ':': 'Vises ikke.', '..': 'Mangler.', '.': 'Ikke aktuelt.' },
  release: 'Utlevering 3',
  roundedNote: 'Avrundet.',
  lowBaseNote: 'Liten base.',
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
    expect(percent.rows[0]).toMatchObject({ cells: [{ kind: 'value', text: '47', interval: '35–59' }, { kind: 'suppressed' }] });
    const counts = tableModel(exhibit, { measure: 'counts', hasIntervals: true }, say);
    expect(counts.rows[0]).toMatchObject({ cells: [{ kind: 'value', text: '28' }, { kind: 'suppressed' }] });
    expect(JSON.stringify(tableModel(exhibit, { measure: 'percent', hasIntervals: false }, say))).not.toContain('35–59');
  });

  it('[F84] says which base is small', () => {
    expect(tableModel(exhibit, { measure: 'percent', hasIntervals: true }, say).base.cells).toEqual([
      { text: '60' },
      { text: '25', note: 'analysis.table.lowBase' },
    ]);
  });
});
