import { readXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ChartGround } from '../../electron/core/features/reports/files/docx/chart-look.ts';
import { nativeChart as wordChart } from '../../electron/core/features/reports/files/docx/native-chart.ts';
import { chartWorkbook, chartXml } from '../../electron/core/features/reports/files/pptx/chart-xml.ts';
import { nativeChart as slideChart } from '../../electron/core/features/reports/files/pptx/native-chart.ts';
import { wordsIn } from '../../electron/core/words.ts';
import { exhibitWords, type ChartType } from '../../shared/charts/index.ts';
import { orderedRows } from '../../shared/charts/bar-chart.ts';
import { withChartRows } from '../../shared/charts/chart-figures.ts';
import type { ReleasedExhibit } from '../../shared/model/exhibit.ts';
import { groupsExhibit, stackableGroups, summaryExhibit, wavesExhibit, withDontKnow } from './chart-samples.ts';
import { likertExhibit, made, themesExhibit } from './exhibit-fixtures.ts';
import { reportDocument } from './report-fixture.ts';

const accent = '#2d509f';
/** What these tests ask of a chart of Word's. */
const Drawn = z.object({
  categories: z.array(z.string()),
  series: z.array(z.object({ name: z.string() })),
  valueAxis: z.object({ numberFormat: z.string().optional(), minimum: z.number().optional(), maximum: z.number().optional() }).optional(),
});

function onSlide(exhibit: ReleasedExhibit, chart: ChartType) {
  return slideChart(exhibit, chart, exhibitWords(exhibit, wordsIn(exhibit.language)), accent);
}

function inWord(released: ReleasedExhibit, chart: ChartType) {
  const exhibit = withChartRows(released);
  const ground: ChartGround = {
    exhibit,
    words: exhibitWords(released, wordsIn(released.language)),
    chart,
    style: reportDocument().style,
    width: 600,
  };
  const made = wordChart(ground);
  return made === null ? null : Drawn.parse(made.options);
}

/** Answers without an order, in another order than by size. */
function reasons(): ReleasedExhibit {
  return groupsExhibit(
    { title: 'Hvorfor kom du ikke?' },
    [['Alle', 1240]],
    [
      ['Syk', [110]],
      ['Ingen skyss', [1010]],
      ['Glemte det', [120]],
    ],
  );
}

describe('the charts that Word and PowerPoint draw', () => {
  test('have their bars in the order of the drawn chart', () => {
    const exhibit = reasons();
    const names = orderedRows(exhibit).map(({ label }) => label);
    expect(names).toEqual(['Ingen skyss', 'Glemte det', 'Syk']);
    expect(onSlide(exhibit, 'bars')?.categories).toEqual(names);
    expect(inWord(exhibit, 'bars')?.categories).toEqual(names);
  });

  test('write figures as they stand in print: per cent, signs of net scores, blanks between thousands', () => {
    const shares = reasons();
    const counts = made({ ...shares, unit: 'count' });
    expect(onSlide(shares, 'bars')?.format).toBe('0"\u00A0%"');
    expect(onSlide(counts, 'bars')?.format).toBe('#,##0');
    const net = summaryExhibit(
      { title: 'Netto', figure: 'net', spread: 4, byWave: true },
      [
        ['Vår', 60],
        ['Høst', 70],
      ],
      [['Hørt', [-12, 8]]],
    );
    expect(onSlide(net, 'slope')?.format).toBe('+0;\u22120;0');
    // One decimal of the shares says nothing of a share of joined answers, which has none.
    const top = summaryExhibit(
      { title: 'Topp to', figure: 'top2', spread: 4, byWave: true },
      [
        ['Vår', 60],
        ['Høst', 70],
      ],
      [['Hørt', [52, 58]]],
    );
    for (const format of [
      onSlide(made({ ...top, decimals: 1 }), 'slope')?.format,
      inWord(made({ ...top, decimals: 1 }), 'slope')?.valueAxis?.numberFormat,
    ])
      expect(format).toBe('0"\u00A0%"');
  });

  test('are drawn instead where answers stand outside the scale, or where what is told are persons', () => {
    const aside = withDontKnow();
    const counts = made({ ...likertExhibit(), unit: 'count' });
    for (const exhibit of [aside, counts])
      for (const chart of ['diverging', 'stacked'] as const) {
        expect(onSlide(exhibit, chart)).toBeNull();
        expect(inWord(exhibit, chart)).toBeNull();
      }
  });

  test('do not call an item secret that was not asked', () => {
    const exhibit = likertExhibit();
    const rows = exhibit.rows.map((row, at) =>
      at === 0
        ? { ...row, base: { n: 57, rule: 'normal' as const }, cells: row.cells.map(() => ({ state: 'not-applicable' as const })) }
        : row,
    );
    const asked = made({ ...exhibit, rows });
    const label = exhibit.rows[0]?.label ?? '';
    for (const categories of [onSlide(asked, 'stacked')?.categories, inWord(asked, 'stacked')?.categories]) {
      const named = categories?.find((name) => name.startsWith(label)) ?? '';
      expect(named).not.toContain('vises ikke');
      expect(named).toMatch(/\.\)?$/u);
    }
    const words = made({
      ...themesExhibit(),
      columns: [{ key: 'all', label: 'Alle', base: { n: 7, rule: 'words' as const } }],
      rows: themesExhibit().rows.map((row, at) => ({
        ...row,
        cells: [at === 0 ? { state: 'words' as const, words: 'half' as const } : { state: 'hidden' as const }],
      })),
    });
    expect(onSlide(words, 'bars')).toBeNull();
    expect(inWord(words, 'bars')).toBeNull();
  });

  test('have room for bars whose rounded parts make more than a hundred', () => {
    const exhibit = likertExhibit();
    const over = made({
      ...exhibit,
      rows: exhibit.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell, at) => (cell.state === 'shown' && at < 2 ? { ...cell, percent: cell.percent + 1 } : cell)),
      })),
    });
    const chart = onSlide(over, 'stacked');
    const sums = (chart?.categories ?? []).map((_, row) => (chart?.series ?? []).reduce((sum, { values }) => sum + (values[row] ?? 0), 0));
    const most = Math.max(...sums);
    expect(most).toBeGreaterThan(100);
    expect(chart === null ? '' : chartXml(chart, 'nb')).toContain(`<c:max val="${most}"/>`);
  });

  test('begin where the drawn chart begins: bars at zero, lines where their scale does', () => {
    const near = groupsExhibit(
      { title: 'Nesten likt' },
      [['Alle', 100]],
      [
        ['Ja', [88]],
        ['Av og til', [85]],
      ],
    );
    const bars = onSlide(near, 'bars');
    expect(bars === null ? '' : chartXml(bars, 'nb')).toContain('<c:min val="0"/>');
    const waves = wavesExhibit(2);
    const axis = inWord(waves, 'slope')?.valueAxis;
    const lines = onSlide(waves, 'slope');
    expect(axis).toMatchObject({ minimum: 0, maximum: 50 });
    expect(lines === null ? '' : chartXml(lines, 'nb')).toContain(`<c:max val="${axis?.maximum}"/><c:min val="${axis?.minimum}"/>`);
  });

  test('tell groups of one name under different headings apart', () => {
    const exhibit = stackableGroups();
    const nested = made({
      ...exhibit,
      columns: exhibit.columns.map((column, at) => ({
        ...column,
        label: at === 0 ? 'Alle' : at === 2 ? 'Menn' : 'Kvinner',
        headings: at === 0 ? [] : [at === 3 ? '60 år og eldre' : '18–29 år'],
      })),
    });
    for (const categories of [onSlide(nested, 'stacked')?.categories, inWord(nested, 'stacked')?.categories]) {
      expect(categories?.[1]).toMatch(/^18–29 år · Kvinner/u);
      expect(categories?.[2]).toMatch(/^Menn/u);
      expect(categories?.[3]).toMatch(/^60 år og eldre · Kvinner/u);
    }
  });

  test('name the base as print does: with blanks between thousands, in brackets when it is small, and none where rows have it', () => {
    expect(onSlide(reasons(), 'bars')?.series[0]?.name).toBe('Alle, n = 1\u00A0240');
    expect(inWord(reasons(), 'bars')?.series[0]?.name).toBe('Alle, n = 1\u00A0240');
  });

  test('hold any text, in the chart and in its workbook', async () => {
    const name = '=1+1 \u0001\uD800 <&" _x0041_';
    const exhibit = themesExhibit();
    const hostile = made({ ...exhibit, rows: exhibit.rows.map((row, at) => ({ ...row, label: `${name} ${at}` })) });
    const chart = onSlide(hostile, 'bars');
    if (chart === null) throw new Error('no chart');
    const book = await readXlsx(await chartWorkbook(chart, '2026-05-12T12:32:07Z'));
    expect(book.sheets[0]?.rows[1]?.[0]).toBe('=1+1 \uFFFD\uFFFD <&" _x0041_ 0');
  });
});

test('bars of weighted shares stand by the shares that are drawn, not by the persons behind them', () => {
  const exhibit = reasons();
  const weighted = made({
    ...exhibit,
    weighting: { name: 'Alder', source: 'Folkeregisteret', designEffect: 1.2 },
    rows: exhibit.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell) => (cell.state === 'shown' ? { ...cell, percent: [60, 25, 15][at] ?? 0 } : cell)),
    })),
  });
  expect(orderedRows(weighted).map(({ label }) => label)).toEqual(['Syk', 'Ingen skyss', 'Glemte det']);
});
