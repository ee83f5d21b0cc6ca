import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { about, funnelFigure, timelineFigure, togetherFigure } from '../../test/formats/chart-samples.ts';
import { chartFormat } from '../../test/formats/exhibit-fixtures.ts';
import { faultsOf, isWellFormed, textOf, textsIn, walk } from '../../test/formats/svg-reading.ts';
import { languages } from '../model/text.ts';
import type { FrameOptions } from './chart-options.ts';
import { funnelChart, funnelTable, funnelWords, type FunnelFigure } from './funnel-chart.ts';
import { chartPalettes } from './palette.ts';
import { toSvgString } from './svg-node.ts';
import { timelineChart } from './timeline-chart.ts';
import { stateOf, timelineTable, timelineWords, type TimelineFigure } from './timeline-model.ts';
import { togetherChart, togetherTable, togetherWords, type TogetherFigure } from './together-chart.ts';

const options: FrameOptions = { palette: chartPalettes.light, width: 680, frame: 'file' };
const format = chartFormat('nb');
const count = fc.oneof(fc.integer({ min: 5, max: 90 }), fc.constant(null), fc.constant(0));
const widths = fc.integer({ min: 300, max: 1000 });
const label = fc.string({ unit: fc.constantFrom(...'abcdefgæøå   MW'), maxLength: 50 });

describe('themes that come together [F59]', () => {
  const figure = togetherFigure(10);
  const words = togetherWords(figure, format);
  const svg = togetherChart(figure, words, options);

  it('puts the most mentioned first and hidden ones last by name, so that their place tells nothing', () => {
    const order = walk(svg).flatMap(({ node }) => (node.attrs['data-row'] === undefined ? [] : [String(node.attrs['data-row'])]));
    expect(order).toEqual(['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7', 't9', 't8']);
    const all: TogetherFigure = { ...figure, themes: figure.themes.map((theme) => ({ ...theme, n: null })) };
    const turned = { ...all, themes: all.themes.toReversed() };
    expect(toSvgString(togetherChart(turned, words, options))).toBe(toSvgString(togetherChart(all, words, options)));
  });

  it('writes the numbers of persons in the cells, ":" where they are hidden, and the same in the table', () => {
    const table = togetherTable(figure, words);
    for (const row of table.rows)
      expect(
        textsIn(svg, row.key)
          .slice(2)
          .filter((text) => /^(\d+|:)$/.test(text))
          .toSorted(),
      ).toEqual(row.cells.filter((cell) => cell !== '').toSorted());
  });

  it('says in words which two come together most often', () => {
    expect(words.description).toContain('Oftest sammen: Informasjon og Tilgjengelighet og åpningstider, 34 personer.');
    expect(words.description).toContain('61 personer er med.');
  });

  it('stays within its picture for any number of themes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(label, count), { maxLength: 24 }),
        fc.array(count, { minLength: 3, maxLength: 9 }),
        widths,
        (themes, numbers, width) => {
          const named = themes.map(([text, n], at) => ({ key: `t${at}`, label: text, n }));
          const pairs = named.flatMap((first, a) =>
            named.slice(a + 1).map((second, b) => ({ first: first.key, second: second.key, n: numbers[(a + b) % numbers.length] ?? null })),
          );
          const any: TogetherFigure = { ...about, title: 'Alt', themes: named, pairs, base: null };
          const drawn = togetherChart(any, togetherWords(any, format), { ...options, width });
          expect(faultsOf(drawn)).toEqual([]);
          expect(isWellFormed(toSvgString(drawn))).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the funnel from invited to complete', () => {
  it('prints released numbers and their share of the invited', () => {
    const figure = funnelFigure();
    const words = funnelWords(figure, format);
    const svg = funnelChart(figure, words, options);
    expect(textsIn(svg, 'reached')).toEqual(['Nådd', '236', '57\u00A0% av de spurte']);
    expect(words.description).toContain('Spurt: 412; Nådd: 236 (57\u00A0% av de spurte)');
    expect(funnelTable(figure, words).rows.map(({ cells }) => cells)).toEqual([
      ['412', ''],
      ['236', '57\u00A0%'],
      ['148', '36\u00A0%'],
      ['121', '29\u00A0%'],
    ]);
  });

  it('has no share and no slope beside a hidden number, and one size for hidden bars', () => {
    const one = funnelFigure([412, null, 148, null]);
    const svg = funnelChart(one, funnelWords(one, format), options);
    expect(textsIn(svg, 'reached')).toEqual(['Nådd', ':']);
    expect(walk(svg).filter(({ node, isDef }) => node.tag === 'polygon' && !isDef)).toEqual([]);
    const hatched = walk(svg).filter(({ node }) => node.attrs['stroke-dasharray'] !== undefined);
    expect(new Set(hatched.map(({ node }) => `${node.attrs['x']} ${node.attrs['width']}`)).size).toBe(1);
    expect(funnelWords(funnelFigure([null, 20, 10, 10]), format).shares.complete).toBe('');
  });

  it('stays within its picture for any numbers', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 4, maxLength: 4 }), widths, (values, width) => {
        const any: FunnelFigure = funnelFigure(values);
        expect(faultsOf(funnelChart(any, funnelWords(any, format), { ...options, width }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the timeline of meetings and actions', () => {
  const figure = timelineFigure();

  it('says of each action whether it is agreed, done or overdue, with the day', () => {
    const words = timelineWords(figure, format);
    const svg = timelineChart(figure, words, options);
    expect(figure.actions.map((action) => stateOf(action, figure.today))).toEqual(['done', 'overdue', 'done', 'agreed', 'agreed']);
    expect(textsIn(svg, 'a2').join(' ')).toContain('Over tiden skulle vært gjort 14. mars 2026');
    expect(textsIn(svg, 'a1').join(' ')).toContain('Gjort gjort 20. august 2025');
    expect(words.description).toContain('5 tiltak er avtalt: 2 gjort, 1 over tiden, 2 åpne. Fra 19. mars 2025 til 1. september 2026.');
    expect(timelineTable(figure, words).rows.map(({ key }) => key)).toEqual(['m1', 'a1', 'a2', 'm2', 'a3', 'm3', 'a5', 'a4', 'm4']);
  });

  it('draws what is late dashed and beside the word, so that colour is not alone', () => {
    const svg = timelineChart(figure, timelineWords(figure, format), options);
    const late = walk(svg).filter(
      (each) => each.row === 'a2' && each.node.tag === 'line' && each.node.attrs['stroke'] === chartPalettes.light.late,
    );
    expect(late.map(({ node }) => node.attrs['stroke-dasharray'])).toEqual(['5 3']);
  });

  it('says that there is nothing when there is nothing, in every language', () => {
    for (const language of languages) {
      const empty: TimelineFigure = { ...figure, language, meetings: [], actions: [] };
      const words = timelineWords(empty, chartFormat(language));
      expect(textsIn(timelineChart(empty, words, options))).toContain(words.empty);
      expect(words.description).not.toMatch(/\d/);
    }
  });

  it('stays within its picture for any days', () => {
    const day = fc.integer({ min: 18_000, max: 21_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    const action = fc.record({ label, agreedOn: day, dueOn: fc.option(day), doneOn: fc.option(day) });
    const meeting = fc.record({ label, on: day, isHeld: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 8 }),
        fc.array(meeting, { maxLength: 8 }),
        day,
        widths,
        (actions, meetings, today, width) => {
          const keyed = <T extends object>(list: readonly T[]) => list.map((each, at) => ({ ...each, key: `k${at}` }));
          const any: TimelineFigure = { ...figure, today, actions: keyed(actions), meetings: keyed(meetings) };
          const svg = timelineChart(any, timelineWords(any, format), { ...options, width });
          expect(faultsOf(svg)).toEqual([]);
          expect(
            walk(svg)
              .filter(({ node }) => node.tag === 'title')
              .map(({ node }) => textOf(node)),
          ).toEqual([figure.title]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
