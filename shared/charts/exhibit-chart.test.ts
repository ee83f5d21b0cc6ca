import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baseOfSize,
  crosstabExhibit,
  hidden,
  likertExhibit,
  made,
  shown,
  themesExhibit,
  wordsOf,
} from '../../test/formats/exhibit-fixtures.ts';
import type { ReleasedExhibit } from '../model/exhibit.ts';
import type { ChartOptions } from './chart-options.ts';
import { chartTypeOf } from './chart-type.ts';
import { exhibitChart } from './exhibit-chart.ts';
import { textWidth } from './layout.ts';
import { chartPalettes } from './palette.ts';
import { toSvgString, type SvgNode } from './svg-node.ts';

interface Found {
  readonly node: SvgNode;
  readonly dx: number;
  readonly dy: number;
  /** Key of the row the node belongs to. */
  readonly row: string | null;
}

/** Every element with its offset and row. */
function walk(node: SvgNode, dx = 0, dy = 0, row: string | null = null): Found[] {
  const [, x = '0', y = '0'] = /translate\(([\d.]+) ([\d.]+)\)/.exec(String(node.attrs['transform'] ?? '')) ?? [];
  const key = node.attrs['data-row'] === undefined ? row : String(node.attrs['data-row']);
  const here = { node, dx: dx + Number(x), dy: dy + Number(y), row: key };
  return [here, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : walk(child, here.dx, here.dy, key)))];
}

function textOf(node: SvgNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

const num = (value: string | number | undefined) => Number(value ?? 0);

function draw(exhibit: ReleasedExhibit, options: Partial<ChartOptions> = {}): Found[] {
  return walk(exhibitChart(exhibit, { words: wordsOf(exhibit), palette: chartPalettes.light, width: 680, frame: 'file', ...options }));
}

/** The bold figures inside the bars of a row, from left to right. */
function figures(found: readonly Found[], row: string): string[] {
  return found
    .filter((each) => each.row === row && each.node.tag === 'text' && each.node.attrs['font-weight'] === 600)
    .map(({ node }) => textOf(node));
}

/** Segments of a row's bar: filled rectangles without a dash or a corner. */
function segments(found: readonly Found[], row: string): { x: number; width: number; fill: string }[] {
  return found
    .filter(
      (each) => each.row === row && each.node.tag === 'rect' && each.node.attrs['fill'] !== 'none' && each.node.attrs['rx'] === undefined,
    )
    .map(({ node }) => ({ x: num(node.attrs['x']), width: num(node.attrs['width']), fill: String(node.attrs['fill']) }));
}

function rowOrder(found: readonly Found[]): string[] {
  return found.filter(({ node }) => node.attrs['data-row'] !== undefined).map(({ node }) => String(node.attrs['data-row']));
}

function zeroLine(found: readonly Found[]): number {
  const line = found.find(({ node }) => node.tag === 'line' && node.attrs['stroke'] === chartPalettes.light.text3);
  return num(line?.node.attrs['x1']);
}

describe('the diverging stacked bar [F82]', () => {
  const exhibit = likertExhibit();
  const found = draw(exhibit);

  it('prints in every bar the percentages of the exhibit', () => {
    for (const row of exhibit.rows.filter(({ base }) => base?.rule === 'normal')) {
      expect(figures(found, row.key)).toEqual(row.cells.map((cell) => (cell.state === 'shown' ? String(cell.percent) : '')));
    }
  });

  it('splits the neutral answers over the zero line', () => {
    const neutral = segments(found, 'q0')[2];
    expect((neutral?.x ?? 0) + (neutral?.width ?? 0) / 2).toBeCloseTo(zeroLine(found), -0.5);
  });

  it('can set the neutral answers aside, so that both halves start at the zero line', () => {
    const aside = draw(exhibit, { neutral: 'side' });
    const [, low, high, , neutral] = segments(aside, 'q0');
    expect(Math.abs((low?.x ?? 0) + (low?.width ?? 0) - zeroLine(aside))).toBeLessThan(1.1);
    expect(Math.abs((high?.x ?? 0) - zeroLine(aside))).toBeLessThan(1.1);
    expect(neutral?.fill).toBe('#d9d9d9');
    expect(neutral?.x).toBeGreaterThan((high?.x ?? 0) + (high?.width ?? 0));
  });

  it('makes every bar equally long, with parts as long as their counts', () => {
    const lengths = ['q0', 'q1', 'q3', 'q4', 'q5'].map((row) => segments(found, row).reduce((sum, { width }) => sum + width, 0));
    for (const length of lengths) expect(length).toBeCloseTo(lengths[0] ?? 0, 0);
    const [first, second] = segments(found, 'q0');
    expect((second?.width ?? 0) / (first?.width ?? 1)).toBeCloseTo(11 / 5, 1);
  });

  it('puts the most welcome item first and the hidden one last', () => {
    expect(rowOrder(found)).toEqual(['q1', 'q0', 'q3', 'q5', 'q4', 'q2']);
    const low = made({ ...exhibit, scale: { kind: 'diverging', labels: [], neutralIndex: 2, welcomeEnd: 'low' } });
    expect(rowOrder(draw(low))).toEqual(['q4', 'q5', 'q3', 'q0', 'q1', 'q2']);
    expect(segments(draw(low), 'q0')[0]?.fill).toBe('#01665e');
  });

  it('draws hidden items as hatched bars of one width that hold no figure [F38]', () => {
    const rows = exhibit.rows.map((row) =>
      row.key === 'q3' ? { ...row, cells: row.cells.map((cell, at) => (at < 2 ? hidden : cell)) } : row,
    );
    const partly = draw(made({ ...exhibit, rows }));
    const boxes = partly.filter(({ node }) => node.attrs['stroke-dasharray'] !== undefined);
    expect(boxes.map(({ row }) => row)).toEqual(['q2', 'q3']);
    expect(new Set(boxes.map(({ node }) => node.attrs['width'])).size).toBe(1);
    expect(segments(partly, 'q3')).toEqual([]);
    expect(figures(partly, 'q3')).toEqual([]);
    const texts = partly.filter((each) => each.row === 'q2' && each.node.tag === 'text').map(({ node }) => textOf(node));
    expect(texts).toContain(': færre enn 10 har svart');
  });

  it('puts a small base in brackets and says why [F84]', () => {
    const rows = exhibit.rows.map((row) =>
      row.key === 'q3' ? { ...row, base: baseOfSize(24), cells: [6, 6, 4, 4, 4].map((count) => shown(count, 24)) } : row,
    );
    const texts = draw(made({ ...exhibit, rows }))
      .filter(({ node }) => node.tag === 'text')
      .map(({ node }) => textOf(node));
    expect(texts).toContain('(24)');
    expect(texts.join(' ')).toContain('Tall i parentes: liten base, færre enn 30 svar.');
    expect(draw(exhibit).some(({ node }) => textOf(node).includes('i parentes'))).toBe(false);
  });

  it('writes the legend in answer order and keeps to patterns without colour in print', () => {
    const labels = found.filter((each) => each.row === null && each.node.tag === 'text').map(({ node }) => textOf(node));
    expect(labels.filter((label) => exhibit.columns.some((column) => column.label === label))).toEqual(
      exhibit.columns.map(({ label }) => label),
    );
    const print = toSvgString(exhibitChart(exhibit, { words: wordsOf(exhibit), palette: chartPalettes.print, width: 680, frame: 'file' }));
    expect(print).toContain('<pattern id="chart-fill-0"');
    for (const [, hex = ''] of print.matchAll(/#([0-9a-f]{6})/g)) if (hex !== 'ffffff') expect(hex.slice(0, 2)).toBe(hex.slice(2, 4));
  });
});

describe('the other charts', () => {
  it('show a share per group as a dot with its 95 % interval, open when the base is small [F77] [F84]', () => {
    const found = draw(crosstabExhibit());
    const texts = found.filter((each) => each.row === 'a1' && each.node.tag === 'text').map(({ node }) => textOf(node));
    expect(texts).toEqual([
      'I liten grad',
      'Alle',
      '19\u00A0%',
      '(11–31)',
      'Botjenesten',
      '15\u00A0%',
      '(7–31)',
      'Rustjenesten',
      '25\u00A0%',
      '(12–45)',
    ]);
    const dots = found.filter((each) => each.row === 'a1' && each.node.tag === 'circle').map(({ node }) => node.attrs['fill']);
    expect(dots).toEqual(['#2d509f', '#2d509f', '#ffffff']);
  });

  it('show no mark where the figure is hidden [F38]', () => {
    const found = draw(crosstabExhibit());
    expect(found.filter((each) => each.row === 'a0' && each.node.tag === 'circle')).toHaveLength(1);
    expect(found.filter((each) => each.row === 'a0' && textOf(each.node) === ':' && each.node.tag === 'text')).toHaveLength(2);
  });

  it('start bars at zero, the longest first, the hidden one last', () => {
    const found = draw(themesExhibit());
    expect(rowOrder(found)).toEqual(['t0', 't1', 't2', 't3', 't4']);
    const [first, second] = [segments(found, 't0')[0], segments(found, 't1')[0]];
    expect(first?.x).toBe(second?.x);
    expect((first?.width ?? 0) / (second?.width ?? 1)).toBeCloseTo(51 / 39, 1);
  });

  it('leave stacked bars to scales of six steps', () => {
    const columns = Array.from({ length: 7 }, (_, at) => ({ key: `c${at}`, label: `Steg ${at}`, base: null }));
    const row = { key: 'r', label: 'Alt i alt', base: baseOfSize(70), cells: columns.map(() => shown(10, 70)) };
    const rows = [row];
    const long = made({ ...likertExhibit(), columns, rows, scale: { kind: 'diverging', labels: [], neutralIndex: 3, welcomeEnd: 'high' } });
    expect(chartTypeOf(long)).toBe('dots');
    expect(chartTypeOf(made({ ...long, rows: [...long.rows, { ...row, key: 's' }] }))).toBe('panels');
    expect(draw(long).filter(({ node }) => node.tag === 'circle')).toHaveLength(7);
  });
});

const label = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdefgæøåÄÖ  MW字'), maxLength: 90 }),
  fc.constant('Blir du hørt når du sier hva du trenger?'),
);

/** Exhibits of any kind with long, empty and foreign labels, hidden rows and huge bases; labels hold no digits. */
const anyExhibit = fc
  .record({
    kind: fc.constantFrom('frequency', 'crosstab', 'likert', 'themes'),
    labels: fc.array(label, { minLength: 8, maxLength: 8 }),
    rows: fc.array(fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 6 }),
    columnCount: fc.integer({ min: 1, max: 7 }),
    hideEvery: fc.integer({ min: 1, max: 9 }),
    scaleKind: fc.constantFrom('diverging', 'sequential', 'categorical'),
    welcomeEnd: fc.constantFrom('high', 'low', null),
    decimals: fc.constantFrom(0, 1),
    language: fc.constantFrom('nb', 'nn', 'sv', 'en'),
  })
  .map(({ kind, labels, rows, columnCount, hideEvery, scaleKind, welcomeEnd, decimals, language }) => {
    const onRows = kind === 'likert';
    const columns = labels
      .slice(0, columnCount)
      .map((text, at) => ({ key: `c${at}`, label: text, base: onRows ? null : baseOfSize(200_000) }));
    return made({
      ...likertExhibit(),
      kind,
      language,
      decimals,
      title: labels[7] ?? '',
      columns,
      rows: rows.map((counts, r) => {
        const n = Math.max(
          10,
          counts.slice(0, columnCount).reduce((sum, count) => sum + count, 0),
        );
        const cells = counts
          .slice(0, columnCount)
          .map((count, c) => ((r * 7 + c + 1) % hideEvery === 0 ? hidden : shown(count, onRows ? n : 200_000)));
        return { key: `r${r}`, label: labels[r] ?? '', base: onRows ? baseOfSize(n) : null, cells };
      }),
      scale: { kind: scaleKind, labels: [], neutralIndex: null, welcomeEnd },
    });
  });

describe('any exhibit', () => {
  it('stays inside its picture, in text of at least 12 px, with no script and no foreign content', () => {
    fc.assert(
      fc.property(
        anyExhibit,
        fc.integer({ min: 300, max: 1200 }),
        fc.constantFrom('file', 'screen'),
        fc.constantFrom('split', 'side'),
        (exhibit, width, frame, neutral) => {
          const found = draw(exhibit, { width, frame, neutral });
          const [, , boxWidth = 0, boxHeight = 0] = String(found[0]?.node.attrs['viewBox']).split(' ').map(Number);
          for (const { node, dx, dy } of found) {
            if (node.tag !== 'text') continue;
            const size = num(node.attrs['font-size']);
            expect(size).toBeGreaterThanOrEqual(12);
            // The measure is 5 % generous; the ink itself must be inside.
            const ink = textWidth(textOf(node), { size, weight: node.attrs['font-weight'] === 600 ? 600 : 400 }) / 1.05;
            const anchor = node.attrs['text-anchor'] ?? 'start';
            const left = num(node.attrs['x']) + dx - (anchor === 'end' ? ink : anchor === 'middle' ? ink / 2 : 0);
            expect(left, textOf(node)).toBeGreaterThanOrEqual(-0.5);
            expect(left + ink, textOf(node)).toBeLessThanOrEqual(boxWidth + 0.5);
            expect(num(node.attrs['y']) + dy).toBeLessThanOrEqual(boxHeight);
          }
          const inDefs = new Set(
            found.filter(({ node }) => node.tag === 'pattern').flatMap(({ node }) => walk(node).map((each) => each.node)),
          );
          for (const { node, dx } of found) {
            if (node.tag !== 'rect' || inDefs.has(node)) continue;
            expect(num(node.attrs['width'])).toBeGreaterThanOrEqual(0);
            expect(num(node.attrs['x']) + dx + num(node.attrs['width'])).toBeLessThanOrEqual(boxWidth + 0.5);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('prints no figure that is not in it [F38]', () => {
    fc.assert(
      fc.property(anyExhibit, (exhibit) => {
        const allowed = new Set<number>();
        for (const row of exhibit.rows) {
          for (const base of [row.base, ...exhibit.columns.map((column) => column.base)]) if (base?.n != null) allowed.add(base.n);
          for (const cell of row.cells)
            if (cell.state === 'shown') for (const value of [cell.percent, cell.low, cell.high]) if (value !== null) allowed.add(value);
        }
        const words = wordsOf(exhibit);
        const point = exhibit.language === 'en' ? '.' : ',';
        const thousands = exhibit.language === 'en' ? ',' : '\u00A0';
        for (const { node, row } of draw(exhibit, { frame: 'screen' })) {
          if (node.tag !== 'text' || row === null) continue;
          const text = textOf(node).replace(words.fewAnswered, '');
          for (const [figure] of text.matchAll(/\d[\d.,\u00A0]*/g)) {
            const value = Number(
              figure
                .replace(/\u00A0$/, '')
                .replaceAll(thousands, '')
                .replace(point, '.'),
            );
            expect(allowed, `${figure} in ${textOf(node)}`).toContain(value);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has a name, a description and no other way in', () => {
    const exhibit = themesExhibit();
    const words = wordsOf(exhibit);
    const svg = exhibitChart(exhibit, {
      words,
      palette: chartPalettes.dark,
      width: 500,
      frame: 'screen',
      idPrefix: 'fig7',
      selectedRow: 't1',
    });
    expect(svg.attrs).toMatchObject({ role: 'img', lang: 'nb', 'aria-labelledby': 'fig7-title fig7-desc' });
    expect(svg.children.slice(0, 2)).toMatchObject([
      { tag: 'title', children: [exhibit.title] },
      { tag: 'desc', children: [words.description] },
    ]);
    expect(String(svg.attrs['font-family'])).toMatch(/^'Source Sans 3'.*sans-serif$/);
    expect(toSvgString(svg)).not.toMatch(/<script|foreignObject|href| style=|onload/i);
    expect(walk(svg).filter(({ node }) => node.attrs['fill'] === chartPalettes.dark.selected)).toHaveLength(1);
  });
});
