import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf, isWellFormed, textOf, walk } from '../../test/formats/svg-reading.ts';
import { baseOfSize, hidden, likertExhibit, made, shown, wordsOf } from '../../test/formats/exhibit-fixtures.ts';
import type { ReleasedCell, ReleasedExhibit } from '../model/exhibit.ts';
import { baseText } from './figure-text.ts';
import { figuresOf } from './chart-figures.ts';
import { chartsFor } from './chart-type.ts';
import { exhibitChart } from './exhibit-chart.ts';
import { chartPalettes } from './palette.ts';
import { toSvgString, type SvgNode } from './svg-node.ts';

/** No digits, so that every digit in a picture is a figure. */
const label = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdefgæøåÄÖ  MWt字'), maxLength: 60 }),
  fc.constantFrom('Blir du hørt når du sier hva du trenger?', 'Oppfølgingstjenesten i Nordre Skogbygda', 'Ja', '<&"\''),
);

const states = ['shown', 'shown', 'shown', 'shown', 'shown', 'hidden', 'words', 'missing', 'not-applicable'] as const;

interface Shape {
  readonly kind: 'frequency' | 'crosstab' | 'likert' | 'themes' | 'summary';
  readonly figure: 'mean' | 'net' | 'index' | 'top2';
  readonly labels: readonly string[];
  readonly rows: number;
  readonly columns: number;
  readonly seed: readonly number[];
  readonly bases: readonly number[];
  readonly hasHeadings: boolean;
  readonly hasLetters: boolean;
  readonly unit: 'percent' | 'count';
  readonly scale: 'diverging' | 'sequential' | 'categorical' | null;
  readonly decimals: 0 | 1;
  readonly language: 'nb' | 'nn' | 'sv' | 'en';
}

function cellOf(shape: Shape, at: number, n: number): ReleasedCell {
  const pick = shape.seed[at % shape.seed.length] ?? 0;
  const state = states[(pick + at) % states.length] ?? 'shown';
  if (n < 5 || state === 'hidden') return hidden;
  if (n < 10 || state === 'words') return { state: 'words', words: 'few' };
  if (state !== 'shown') return { state };
  if (shape.kind !== 'summary')
    return { ...shown((pick * 7 + at * 3) % (n + 1), n), ...(shape.hasLetters && pick % 3 === 0 ? { letters: 'Ab' } : {}) };
  const value =
    shape.figure === 'mean' ? Math.round((1 + (pick % 40) / 10) * 10) / 10 : shape.figure === 'net' ? (pick % 200) - 100 : pick % 101;
  const hasInterval = pick % 5 !== 0;
  return { state: 'figure', value, low: hasInterval ? value - 1 : null, high: hasInterval ? value + 1 : null };
}

function exhibitOf(shape: Shape): ReleasedExhibit {
  const { kind, labels, bases } = shape;
  const onRows = kind === 'likert';
  const text = (at: number) => labels[at % labels.length] ?? '';
  const columnCount = kind === 'frequency' ? 1 : shape.columns;
  const baseAt = (at: number) => bases[at % bases.length] ?? 40;
  const columns = Array.from({ length: columnCount }, (_, at) => ({
    key: at === 0 && !onRows ? 'all' : `c${at}`,
    label: text(at + 1),
    base: onRows ? null : baseOfSize(baseAt(at)),
    ...(shape.hasHeadings && at > 0 ? { headings: [text(Math.floor(at / 3) + 2)] } : {}),
  }));
  const rows = Array.from({ length: shape.rows }, (_, r) => ({
    key: `r${r}`,
    label: text(r),
    ...(kind === 'themes' && r % 3 === 1 ? { indent: 1 } : {}),
    ...(kind === 'summary' ? { figure: shape.figure } : {}),
    base: onRows ? baseOfSize(baseAt(r)) : null,
    cells: columns.map((_, c) => cellOf(shape, r * 13 + c, baseAt(onRows ? r : c))),
  }));
  return made({
    ...likertExhibit(shape.language),
    kind,
    unit: kind === 'summary' ? 'figure' : shape.unit,
    decimals: shape.decimals,
    title: text(7),
    notes: [],
    columns,
    rows,
    scale: shape.scale === null ? null : { kind: shape.scale, labels: [], neutralIndex: null, welcomeEnd: 'high' },
  });
}

const anyShape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom('frequency', 'crosstab', 'likert', 'themes', 'summary'),
  figure: fc.constantFrom('mean', 'net', 'index', 'top2'),
  labels: fc.array(label, { minLength: 4, maxLength: 9 }),
  rows: fc.oneof(fc.integer({ min: 0, max: 7 }), fc.constantFrom(1, 12, 40)),
  columns: fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constantFrom(2, 12)),
  seed: fc.array(fc.integer({ min: 0, max: 997 }), { minLength: 3, maxLength: 12 }),
  bases: fc.array(fc.constantFrom(3, 7, 12, 29, 57, 412, 40_000), { minLength: 1, maxLength: 5 }),
  hasHeadings: fc.boolean(),
  hasLetters: fc.boolean(),
  unit: fc.constantFrom('percent', 'count'),
  scale: fc.constantFrom('diverging', 'sequential', 'categorical', null),
  decimals: fc.constantFrom(0, 1),
  language: fc.constantFrom('nb', 'nn', 'sv', 'en'),
});

const look = fc.record({
  width: fc.integer({ min: 300, max: 1100 }),
  frame: fc.constantFrom('file' as const, 'screen' as const),
  palette: fc.constantFrom('light' as const, 'dark' as const, 'print' as const),
  neutral: fc.constantFrom('split' as const, 'side' as const),
  isByWave: fc.boolean(),
  at: fc.nat(7),
});
type Look = typeof look extends fc.Arbitrary<infer T> ? T : never;

function drawn(shape: Shape, { isByWave, at, palette, ...rest }: Look): { exhibit: ReleasedExhibit; svg: SvgNode; chart: string } {
  const exhibit = exhibitOf(shape);
  const waves = isByWave ? { linked: shape.hasLetters, breaks: [1] } : undefined;
  const all = chartsFor(exhibit, waves);
  const chart = all[at % all.length] ?? 'dots';
  const options = { ...rest, words: wordsOf(exhibit), palette: chartPalettes[palette], chart, selectedRow: 'r0' };
  return { exhibit, chart, svg: exhibitChart(exhibit, waves === undefined ? options : { ...options, waves }) };
}

describe('any chart of any exhibit', () => {
  it('has no number that is none, nothing outside its picture, and no text on another', () => {
    fc.assert(
      fc.property(anyShape, look, (shape, how) => {
        const { svg, chart } = drawn(shape, how);
        expect(faultsOf(svg), chart).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('is well-formed XML, and the same each time', () => {
    fc.assert(
      fc.property(anyShape, look, (shape, how) => {
        const source = toSvgString(drawn(shape, how).svg);
        expect(isWellFormed(source)).toBe(true);
        expect(source).not.toMatch(/<script|foreignObject|href| style=|onload/i);
        expect(toSvgString(drawn(shape, how).svg)).toBe(source);
      }),
      { numRuns: 50 },
    );
  });

  it('prints only figures of the exhibit in its rows, and hidden ones nowhere [F38]', () => {
    fc.assert(
      fc.property(anyShape, look, (shape, how) => {
        const { exhibit, svg, chart } = drawn(shape, how);
        const figure = figuresOf(exhibit, { range: '{low} til {high}' });
        const allowed = new Set<string>();
        const allow = (text: string) => {
          for (const [digits] of text.matchAll(/\d[\d.,\u00A0]*/g)) allowed.add(digits.replace(/[\u00A0.,]$/, ''));
        };
        for (const row of exhibit.rows)
          for (const [at, cell] of row.cells.entries()) {
            const found = figure(cell);
            allow(`${found?.text ?? ''} ${found?.interval ?? ''}`);
            allow(baseText(row.base, exhibit.language));
            allow(baseText(exhibit.columns[at]?.base ?? null, exhibit.language));
          }
        // "færre enn 10 har svart", cut where there is little room.
        allowed.add(String(exhibit.rule.minimumBase));
        for (const { node, row } of walk(svg)) {
          if (node.tag !== 'text' || row === null) continue;
          for (const [digits] of textOf(node).matchAll(/\d[\d.,\u00A0]*/g))
            expect(allowed, `${chart}: ${textOf(node)}`).toContain(digits.replace(/[\u00A0.,]$/, ''));
        }
      }),
      { numRuns: 70 },
    );
  });

  it('makes all hidden marks of a picture equally large, so nothing can be read from them [F38]', () => {
    fc.assert(
      fc.property(anyShape, look, (shape, how) => {
        const { svg, chart } = drawn(shape, how);
        const hatched = walk(svg).filter(
          (each) => !each.isDef && each.node.tag === 'rect' && String(each.node.attrs['fill']).endsWith('-hatch)'),
        );
        const widths = new Set(hatched.map(({ node }) => node.attrs['width']));
        // A battery has hatched bars for items and, beside them, small ones for answers outside the scale.
        expect(widths.size, chart).toBeLessThanOrEqual(1);
      }),
      { numRuns: 70 },
    );
  });
});
