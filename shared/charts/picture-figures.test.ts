import { describe, expect, it } from 'vitest';
import { chartFormat } from '../../test/formats/exhibit-fixtures.ts';
import { funnelFigureOf, timelineFigureOf, togetherFigureOf } from './picture-figures.ts';
import { togetherChart, togetherTable, togetherWords } from './together-chart.ts';
import { chartPalettes } from './palette.ts';
import { toSvgString } from './svg-node.ts';

const format = chartFormat('nb');
const from = { source: 'Bruker Spør Bruker', language: 'nb', releaseNumber: 3 } as const;

describe('pictures of what is released', () => {
  it('issue 6.9: the funnel says how many completed, and only where both numbers are shown', () => {
    const steps = { invited: 120, reached: null, began: 48, complete: 40, isRr1: true };
    const shown = funnelFigureOf(steps, 'Våren 2025', from, format);
    expect(shown).toMatchObject({ title: '33\u00A0% av de spurte fullførte', subtitle: 'Våren 2025', reached: null });
    expect(shown.notes.join()).toContain('RR1');
    const hidden = funnelFigureOf({ ...steps, complete: null }, 'Våren 2025', from, format);
    expect(hidden).toMatchObject({ title: 'Fra spurt til fullført', notes: [] });
  });

  it('[F59] a theme and what stands under it are no number and nothing hidden', () => {
    const themes = ['a', 'b', 'c'].map((themeId, at) => ({ themeId, n: 20 - at }));
    const pairs = [
      { first: 'a', second: 'b', n: null, isLine: true },
      { first: 'a', second: 'c', n: 7, isLine: false },
    ];
    const figure = togetherFigureOf({ themes, pairs, base: 60, leftOut: 2 }, (id) => `Tema ${id}`, from, format);
    const words = togetherWords(figure, format);
    const table = togetherTable(figure, words);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['20', '', ''],
      ['19', '.', ''],
      ['18', '7', '0'],
    ]);
    expect(words.description).toContain('Tema a og Tema c, 7 personer');
    expect(words.description).not.toContain('skjult');
    expect(table.notes.join('\n')).toMatch(/2 sjeldnere er utelatt[^]*\.\u00A0 Det ene temaet står under/u);
    expect(toSvgString(togetherChart(figure, words, { palette: chartPalettes.light, width: 680, frame: 'file' }))).not.toContain('hatch)');
  });

  it('issue 6.9: the timeline says what is left out of it', () => {
    const matter = { project: 'Dialogrunden', year: 2025, today: '2026-01-01', meetings: [], actions: [] };
    const none = timelineFigureOf({ ...matter, undated: 0, ended: 0, leftOut: 0 }, from, format);
    expect(none).toMatchObject({ source: 'Dialogrunden', subtitle: '2025', notes: [] });
    expect(timelineFigureOf({ ...matter, undated: 2, ended: 1, leftOut: 3 }, from, format).notes).toHaveLength(3);
  });
});
