import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  itemsOverWaves,
  manyGroups,
  meansExhibit,
  netExhibit,
  stackableGroups,
  wavesExhibit,
  withDontKnow,
  wordsExhibit,
} from '../../test/formats/chart-samples.ts';
import { crosstabExhibit, hidden, likertExhibit, made, themesExhibit, wordsOf } from '../../test/formats/exhibit-fixtures.ts';
import { textOf, textsIn, walk, type FoundNode } from '../../test/formats/svg-reading.ts';
import type { ReleasedExhibit } from '../model/exhibit.ts';
import type { ChartOptions } from './chart-options.ts';
import { chartsFor, chosenChart } from './chart-type.ts';
import { exhibitChart } from './exhibit-chart.ts';
import { chartNotes, generalNotes } from './exhibit-notes.ts';
import { chartPalettes } from './palette.ts';
import { spreadLabels } from './spread-labels.ts';
import type { SvgNode } from './svg-node.ts';
import { exhibitTable } from './table-twin.ts';

function draw(exhibit: ReleasedExhibit, options: Partial<ChartOptions> = {}): SvgNode {
  return exhibitChart(exhibit, { words: wordsOf(exhibit), palette: chartPalettes.light, width: 680, frame: 'file', ...options });
}

const num = (value: string | number | undefined) => Number(value ?? 0);
const rectsOf = (svg: SvgNode, row: string): FoundNode[] =>
  walk(svg).filter((each) => each.row === row && each.node.tag === 'rect' && !each.isDef);

describe('which charts suit a table [F82]', () => {
  it('is the diverging bar and its twin for a battery, lines over waves, a matrix for many groups', () => {
    expect(chartsFor(likertExhibit())).toEqual(['diverging', 'stacked', 'matrix', 'panels', 'dots']);
    expect(chartsFor(themesExhibit())).toEqual(['bars', 'dots']);
    expect(chartsFor(crosstabExhibit())).toEqual(['dots', 'panels', 'matrix', 'diverging', 'stacked']);
    expect(chartsFor(manyGroups())).toEqual(['matrix', 'panels', 'dots']);
    expect(chartsFor(wavesExhibit(2))[0]).toBe('slope');
    expect(chartsFor(wavesExhibit(4))[0]).toBe('lines');
    expect(chartsFor(crosstabExhibit(), {})[0]).toBe('lines');
    expect(chartsFor(meansExhibit())).toEqual(['dots']);
    expect(chartsFor(netExhibit())).toEqual(['dots', 'matrix']);
  });

  it('is never one that does not suit: several answers possible make no parts of a whole', () => {
    const exhibit = stackableGroups();
    const several = made({ ...exhibit, rows: exhibit.rows.slice(0, 4) });
    expect(chartsFor(exhibit)).toContain('stacked');
    expect(chartsFor(several)).not.toContain('stacked');
    expect(chosenChart(several, 'stacked')).toBe('dots');
    expect(chosenChart(several, 'matrix')).toBe('matrix');
  });
});

describe('stacked bars', () => {
  it('begin at one zero line in the twin and hold the same figures as the diverging bar', () => {
    const [twin, split] = [draw(likertExhibit(), { chart: 'stacked' }), draw(likertExhibit())];
    const starts = ['q0', 'q1', 'q3'].map((row) => num(rectsOf(twin, row)[0]?.node.attrs['x']));
    expect(new Set(starts).size).toBe(1);
    for (const row of ['q0', 'q1', 'q3', 'q4', 'q5']) expect(textsIn(twin, row)).toEqual(textsIn(split, row));
  });

  it('keep "vet ikke" out of the bar as a small bar of its own, on the same scale', () => {
    const svg = draw(withDontKnow());
    const rects = rectsOf(svg, 'q0').filter(({ node }) => node.attrs['fill'] !== 'none');
    const aside = rects.find(({ node }) => node.attrs['fill'] === chartPalettes.light.aside);
    // 4 of 61 said that they do not know, 5 that it is not at all so.
    expect(num(aside?.node.attrs['width']) / num(rects[0]?.node.attrs['width'])).toBeCloseTo(4 / 5, 1);
    expect(textsIn(svg)).toContain('Vet ikke');
    expect(textsIn(svg, 'q0')).toContain('7');
  });

  it('give a hidden "vet ikke" a box of one size, whatever else is shown [F38]', () => {
    const exhibit = withDontKnow();
    const rows = exhibit.rows.map((row, at) => (at < 2 ? { ...row, cells: row.cells.map((cell, c) => (c === 5 ? hidden : cell)) } : row));
    const svg = draw(made({ ...exhibit, rows }));
    const boxes = ['q0', 'q1'].map((row) => rectsOf(svg, row).find(({ node }) => node.attrs['stroke-dasharray'] !== undefined)?.node.attrs);
    expect(boxes.map((attrs) => `${attrs?.['x']} ${attrs?.['width']}`)).toEqual(Array(2).fill(`${boxes[0]?.['x']} 23`));
    expect(textsIn(svg, 'q0')).not.toContain('7');
  });

  it('stand one per group of a crosstab, in the groups’ order, under the headings of the banner', () => {
    const texts = textsIn(draw(stackableGroups(), { chart: 'diverging' }));
    const order = ['Alle', 'Tjeneste', 'Botjenesten i Fjordvik', 'Bosted'].map((text) => texts.indexOf(text));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });
});

describe('small multiples and matrices', () => {
  it('draw all panels on one scale', () => {
    const svg = draw(stackableGroups(), { chart: 'panels' });
    const [all, first, second] = rectsOf(svg, 'r3').map(({ node }) => num(node.attrs['width']));
    expect((first ?? 0) / (all ?? 1)).toBeCloseTo(25 / 28, 1);
    expect((second ?? 0) / (all ?? 1)).toBeCloseTo(31 / 28, 1);
  });

  it('hatch the bars of a small base and say so [F84]', () => {
    const svg = draw(wordsExhibit(), { chart: 'panels' });
    expect(rectsOf(svg, 'a1').some(({ node }) => node.attrs['fill'] === 'url(#chart-low)')).toBe(true);
    expect(textsIn(svg).join(' ')).toContain('Skravert søyle: liten base.');
    expect(textsIn(svg, 'a2')).toContain('omtrent halvparten');
  });

  it('write number and letters in cells of one hue, and ":" in hatched cells as large as the others', () => {
    const exhibit = manyGroups();
    const svg = draw(exhibit);
    const cells = rectsOf(svg, 'r0').filter(({ node }) => node.attrs['stroke-dasharray'] === undefined && num(node.attrs['width']) > 20);
    expect(cells).toHaveLength(12);
    expect(new Set(cells.map(({ node }) => `${node.attrs['width']} ${node.attrs['height']}`)).size).toBe(1);
    expect(cells.filter(({ node }) => node.attrs['fill'] === 'url(#chart-hatch)')).toHaveLength(
      exhibit.rows[0]?.cells.filter(({ state }) => state === 'hidden').length ?? 0,
    );
    expect(textsIn(svg, 'r0')).toContain('Bc');
    expect(textsIn(svg).filter((text) => text === 'Alder').length).toBeGreaterThan(0);
    expect(textsIn(svg).join(' ')).toContain('Bokstaven ved et tall viser hvilken gruppe som har en sikkert lavere andel. Stor bokstav');
  });
});

describe('figures', () => {
  it('below zero stand left of it with their sign, and their interval in words', () => {
    const svg = draw(netExhibit());
    expect(textsIn(svg, 'r3')).toContain('−61');
    expect(textsIn(svg, 'r3')).toContain('(fra −75 til −47)');
    expect(textsIn(svg, 'r0')).toContain('+38');
  });

  it('of one column stand on one line each, the highest first and the hidden last', () => {
    const rows = walk(draw(meansExhibit())).flatMap(({ node }) =>
      node.attrs['data-row'] === undefined ? [] : [String(node.attrs['data-row'])],
    );
    expect(rows.at(-1)).toBe('r4');
    expect(rows[0]).toBe('r3');
  });

  it('say that percentages are weighted', () => {
    const exhibit = wordsExhibit();
    expect(generalNotes(exhibit, wordsOf(exhibit))).toContain(
      'Prosentene er vektet: Alder og kjønn (folkeregisteret 2025), designeffekt 1,18. Antall og n er uvektet.',
    );
  });
});

describe('waves', () => {
  const dashes = (svg: SvgNode) =>
    walk(svg)
      .filter(({ node }) => node.tag === 'polyline')
      .map(({ node }) => node.attrs['stroke-dasharray'] ?? 'whole');

  it('are whole lines for linked persons and dashed for others', () => {
    expect(new Set(dashes(draw(wavesExhibit(2), { waves: { linked: true } })))).toEqual(new Set(['whole']));
    expect(new Set(dashes(draw(wavesExhibit(2), { waves: { linked: false } })))).toEqual(new Set(['6 4']));
    expect(new Set(dashes(draw(wavesExhibit(2))))).toEqual(new Set(['6 4']));
  });

  it('are broken where wording or boundary changed, with a note [R91]', () => {
    const broken = draw(wavesExhibit(4), { waves: { linked: true, breaks: [2] } });
    expect(dashes(broken)).toHaveLength(9);
    expect(dashes(draw(wavesExhibit(4), { waves: { linked: true } }))).toHaveLength(5);
    expect(textsIn(broken).join(' ')).toContain('Brudd i linjen');
  });

  it('leave "Alle" out, since it is no wave', () => {
    const exhibit = wavesExhibit(3);
    const [first] = exhibit.columns;
    const withAll = made({
      ...exhibit,
      columns: [{ key: 'all', label: 'Alle', base: first?.base ?? null }, ...exhibit.columns],
      rows: exhibit.rows.map((row) => ({ ...row, cells: [row.cells[0] ?? hidden, ...row.cells] })),
    });
    const picture = (each: ReleasedExhibit) =>
      draw(each, { frame: 'screen' }).children.filter((child) => typeof child === 'string' || child.tag !== 'desc');
    expect(picture(withAll)).toEqual(picture(exhibit));
  });

  it('put a hidden figure in a box below the plot, not at a height', () => {
    const exhibit = wavesExhibit(2);
    const rows = exhibit.rows.map((row, at) => (at === 1 ? { ...row, cells: [row.cells[0] ?? hidden, hidden] } : row));
    const svg = draw(made({ ...exhibit, rows }), { waves: { linked: true } });
    const dots = walk(svg).filter((each) => each.row === 'r1' && ['circle', 'polygon'].includes(each.node.tag));
    const boxes = rectsOf(svg, 'r1').filter(({ node }) => node.attrs['stroke-dasharray'] !== undefined);
    expect(textsIn(svg, 'r1')).toContain(':');
    expect(boxes).toHaveLength(1);
    expect(dots.length).toBeLessThanOrEqual(1);
    const bottom = Math.max(
      ...walk(svg)
        .filter(({ node }) => node.tag === 'polyline')
        .flatMap(({ node }) =>
          String(node.attrs['points'])
            .split(' ')
            .map((pair) => num(pair.split(',')[1])),
        ),
    );
    expect(num(boxes[0]?.node.attrs['y'])).toBeGreaterThan(bottom);
  });

  it('of many items are small plots on one scale', () => {
    const svg = draw(itemsOverWaves(), { waves: { linked: true } });
    expect(walk(svg).filter(({ node }) => node.attrs['data-row'] !== undefined)).toHaveLength(8);
    expect(textsIn(svg, 'r0')).toEqual(expect.arrayContaining(['2,4', '3,0']));
  });
});

describe('labels at the ends of lines', () => {
  it('never overlap, keep their order, and stay where there is room', () => {
    const wanted = fc.record({ y: fc.integer({ min: -50, max: 300 }), height: fc.integer({ min: 10, max: 40 }) });
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 6 }), (labels) => {
        const places = spreadLabels(labels, { top: 0, bottom: 260 });
        const placed = labels
          .map(({ y, height }, at) => ({ y, top: (places[at] ?? 0) - height / 2, bottom: (places[at] ?? 0) + height / 2 }))
          .toSorted((a, b) => a.top - b.top);
        for (const [at, each] of placed.entries()) {
          expect(each.top).toBeGreaterThanOrEqual(-1e-6);
          expect(each.bottom).toBeLessThanOrEqual(260 + 1e-6);
          const next = placed[at + 1];
          if (next !== undefined) expect(each.bottom).toBeLessThanOrEqual(next.top + 1e-6);
          if (next !== undefined) expect(each.y).toBeLessThanOrEqual(next.y);
        }
      }),
    );
    expect(
      spreadLabels(
        [
          { y: 50, height: 20 },
          { y: 52, height: 20 },
        ],
        { top: 0, bottom: 200 },
      ),
    ).toEqual([41, 61]);
  });
});

describe('the table beside a chart', () => {
  it('says the same as the dots: figure, interval, letters, signs and bases', () => {
    const exhibit = crosstabExhibit();
    const table = exhibitTable(exhibit, wordsOf(exhibit));
    expect(table.header).toEqual(['Svar', 'Alle', 'Botjenesten', 'Rustjenesten']);
    expect(table.rows[0]?.cells).toEqual(['9\u00A0% (4–19)', ':', ':']);
    expect(table.rows.at(-1)?.cells).toEqual(['57', '33', '(24)']);
    const many = exhibitTable(manyGroups(), wordsOf(manyGroups()));
    expect(many.header[2]).toBe('Alder: A\u00A0 18–29 år');
    expect(many.rows[0]?.cells.join(' ')).toMatch(/ Bc/);
  });

  it('and the notes name only marks that are drawn', () => {
    const exhibit = crosstabExhibit();
    const words = wordsOf(exhibit);
    expect(chartNotes(exhibit, words, { chart: 'matrix' })).toEqual([
      'Tall i parentes: liten base, færre enn 30 svar.',
      'Stiplet kant: liten base.',
    ]);
    expect(chartNotes(exhibit, words, { chart: 'slope', waves: { linked: false } })).toContain(
      'Stiplet linje: ikke nødvendigvis de samme personene.',
    );
    expect(
      walk(draw(exhibit))
        .filter(({ node }) => node.tag === 'title')
        .map(({ node }) => textOf(node)),
    ).toEqual([exhibit.title]);
  });
});
