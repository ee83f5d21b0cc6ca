import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../../../../shared/contract/analysis.ts';
import type { MessageId } from '../../../../../shared/messages/generated/message-id.ts';
import type { ReleasedBase, ReleasedCell, ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { languages } from '../../../../../shared/model/text.ts';
import { detectableDifference, percentOf, proportionDifference, wilson } from '../../../../../shared/statistics/index.ts';
import { aRelease } from '../../../../../test/support/a-release.ts';
import { wordsIn } from '../../../words.ts';
import type { ReadingFacts } from './facts.ts';
import { plainReading } from './plain-reading.ts';

type Random = () => number;

function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function upTo(next: Random, most: number): number {
  return Math.floor(next() * (most + 1));
}

function baseOf(next: Random): ReleasedBase {
  const n = 10 + upTo(next, 190);
  const turn = next();
  if (turn < 0.15) return { n: null, rule: 'hidden' };
  if (turn < 0.25) return { n: 5 + upTo(next, 4), rule: 'words' };
  return { n, rule: n < 30 ? 'low' : 'normal' };
}

function cellOf(next: Random, base: ReleasedBase, isFigure: boolean, most = 1): ReleasedCell {
  if (base.n === null) return { state: 'hidden' };
  if (base.rule === 'words') return { state: 'words', words: 'few' };
  if (next() < 0.12) return { state: 'hidden' };
  if (isFigure) {
    const value = Math.round((next() * 8 - 2) * 10) / 10;
    return next() < 0.2
      ? { state: 'figure', value, low: null, high: null }
      : { state: 'figure', value, low: value - 0.4, high: value + 0.4 };
  }
  const count = upTo(next, Math.floor(base.n * most));
  const { low, high } = wilson(count, base.n);
  const letters = next() < 0.1 ? { letters: 'A' } : {};
  return { state: 'shown', count, percent: percentOf(count, base.n), low: Math.round(100 * low), high: Math.round(100 * high), ...letters };
}

const kinds = ['frequency', 'crosstab', 'likert', 'themes', 'summary'] as const;

/** Any table the gate could let through, with labels that occur once each. */
function randomExhibit(next: Random): { exhibit: ReleasedExhibit; facts: ReadingFacts } {
  const kind = kinds[upTo(next, kinds.length - 1)] ?? 'crosstab';
  const isBattery = kind === 'likert';
  const groups = kind === 'frequency' ? 0 : isBattery ? 4 : 2 + upTo(next, 4);
  const isAcross = kind === 'crosstab' && next() < 0.2;
  const hasLetters = kind === 'crosstab' && !isAcross && next() < 0.3;
  const columns = Array.from({ length: 1 + groups }, (_, at) => ({
    key: at === 0 && !isBattery ? 'all' : `k${at}`,
    label: `Kolonne${at}x`,
    base: isBattery ? null : baseOf(next),
    ...(hasLetters && at > 0 ? { letter: String.fromCharCode(64 + at) } : {}),
  }));
  const rows = Array.from({ length: 1 + upTo(next, 5) }, (_, at) => {
    const base = isBattery || isAcross ? baseOf(next) : null;
    const own = (column: ReleasedBase | null): ReleasedBase => base ?? column ?? { n: null, rule: 'hidden' };
    return {
      key: `r${at}`,
      label: `Rad${at}x.`,
      ...(kind === 'summary' ? { figure: 'mean' as const } : {}),
      base,
      cells: columns.map((column) => cellOf(next, own(column.base), kind === 'summary', isBattery ? 0.2 : 1)),
    };
  });
  const isWave = next() < 0.3;
  const split = isBattery ? 0 : Math.ceil(groups / 2);
  const keys = columns.slice(1).map(({ key }) => key);
  const testValue = Math.round(next() * 1000) / 1000;
  const exhibit = aRelease({
    kind,
    title: 'Tabell',
    subtitle: 'Prosent',
    unit: kind === 'summary' ? 'figure' : next() < 0.1 ? 'count' : 'percent',
    ...(isAcross ? { percentOf: 'row' } : {}),
    columns,
    rows,
    ...(next() < 0.2 && kind !== 'summary'
      ? {
          tests: [
            {
              part: '',
              row: null,
              name: 'pearson-chi-square',
              effect: { name: 'cramers-v', value: testValue, low: null, high: null },
              statistic: null,
              p: next(),
              reason: null,
            },
          ],
        }
      : {}),
    ...(next() < 0.2 && kind !== 'summary' ? { weighting: { name: 'Alder', source: 'folkeregisteret', designEffect: 1.2 } } : {}),
    scale: isBattery
      ? { kind: 'diverging', labels: columns.map(({ label }) => label), neutralIndex: 2, welcomeEnd: next() < 0.7 ? 'high' : null }
      : null,
  });
  const facts: ReadingFacts = {
    hiddenCount: rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'hidden').length,
    frame: next() < 0.3 ? 400 : null,
    frameOfRow: new Map(),
    parts:
      groups === 0 || isBattery
        ? []
        : isWave
          ? [{ kind: 'waves', columns: keys, isOverlapping: false }]
          : [
              { kind: 'groups', columns: keys.slice(0, split), isOverlapping: false },
              { kind: 'groups', columns: keys.slice(split), isOverlapping: next() < 0.2 },
            ],
    isSeveral: next() < 0.2,
    isLinked: next() < 0.2,
    broken: next() < 0.3 ? ['wording', 'places'] : [],
    isOfPlaces: next() < 0.05,
    missing: next() < 0.3 ? [{ item: null, reason: 'skipped', count: 30 }] : [{ item: null, reason: 'skipped', count: null }],
    persons: next() < 0.5 ? 200 : null,
    refused: next() < 0.1 ? [{ id: 'weights.refused.none', params: {} }] : [],
  };
  return { exhibit, facts };
}

/** Every number in print. */
function printed(
  { rows, columns, rule, tests = [] }: ReleasedExhibit,
  { hiddenCount, frame, persons, missing }: ReadingFacts,
): ReadonlySet<number> {
  const cells = rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.state === 'shown'
        ? [cell.count, cell.percent, cell.low ?? 0, cell.high ?? 0]
        : cell.state === 'figure'
          ? [cell.value, cell.low ?? 0, cell.high ?? 0]
          : [],
    ),
  );
  const bases = [...rows, ...columns].flatMap(({ base }) => (base?.n == null ? [] : [base.n]));
  const effects = tests.flatMap(({ effect }) => (effect === null ? [] : [Math.round(100 * effect.value) / 100, 0]));
  const beside = [hiddenCount, rule.lowBase, frame ?? 0, persons ?? 0, ...missing.flatMap(({ count }) => (count === null ? [] : [count]))];
  return new Set([...cells, ...bases, ...effects, ...beside]);
}

const whole = (share: number): number => Math.round(100 * share);

/** Two cells of one row whose difference, with Newcombe's interval, is what is said. */
function isDifferenceIn({ rows, columns }: ReleasedExhibit, { params }: Sentence): boolean {
  const answer = `${params['answer']}.`;
  const [one, other] = ['group', 'wave'].flatMap((name) =>
    'percent1' in params && `${name}1` in params ? [params[`${name}1`], params[`${name}2`]] : [],
  );
  const row = rows.find(({ label }) => label === answer);
  const cell = (label: unknown) => {
    const at = columns.findIndex((column) => column.label === label);
    const found = row?.cells[at];
    return found?.state === 'shown' ? { count: found.count, n: columns[at]?.base?.n ?? 0 } : null;
  };
  const [a, b] = 'wave1' in params ? [cell(other), cell(one)] : [cell(one), cell(other)];
  if (a === null || b === null) return false;
  const { estimate, low, high } = proportionDifference(a.count, a.n, b.count, b.n);
  return whole(estimate) === params['difference'] && whole(low) === params['low'] && whole(high) === params['high'];
}

/** The welcome answers of one item, summed. */
function isSumIn({ rows, columns }: ReleasedExhibit, { params }: Sentence): boolean {
  const size = columns.length >= 5 ? 2 : 1;
  const row = rows.find(({ label }) => label === `${params['item']}.`);
  const count = row?.cells.slice(-size).reduce((sum, cell) => sum + (cell.state === 'shown' ? cell.count : Number.NaN), 0) ?? Number.NaN;
  const n = row?.base?.n ?? 0;
  const { low, high } = wilson(count, n);
  return count === params['count'] && n === params['n'] && whole(low) === params['low'] && whole(high) === params['high'];
}

function isFromExhibit(exhibit: ReleasedExhibit, numbers: ReadonlySet<number>, sentence: Sentence): boolean {
  const { id, params } = sentence;
  if ('difference' in params) return isDifferenceIn(exhibit, sentence);
  if (id === 'analysis.read.best' || id === 'analysis.read.worst') return isSumIn(exhibit, sentence);
  if (id === 'analysis.read.groupsDetectable') {
    const { n1, n2, points } = params;
    return numbers.has(Number(n1)) && numbers.has(Number(n2)) && whole(detectableDifference(Number(n1), Number(n2)) ?? 0) === points;
  }
  if (id === 'analysis.read.groupsPicked') return Number(params['count']) <= 2 * exhibit.rows.length;
  if (id === 'analysis.read.letters')
    return params['count'] === exhibit.rows.flatMap(({ cells }) => cells).filter((cell) => 'letters' in cell).length;
  const skipped = params['hasInterval'] === 'no' ? ['low', 'high'] : [];
  return Object.entries(params).every(([name, value]) => typeof value !== 'number' || skipped.includes(name) || numbers.has(value));
}

function said({ id, params }: Sentence): string[] {
  // Every id is in the catalogue, which is what this asks.
  return languages.map((language) => wordsIn(language)(id as MessageId, params));
}

describe('the plain-language reading', () => {
  it('[F77] says only numbers that the released table prints, of random tables of every kind', () => {
    const next = seeded(4);
    const ids = new Set<string>();
    for (let round = 0; round < 1500; round += 1) {
      const { exhibit, facts } = randomExhibit(next);
      const numbers = printed(exhibit, facts);
      for (const sentence of plainReading(exhibit, facts)) {
        ids.add(sentence.id);
        expect(isFromExhibit(exhibit, numbers, sentence), JSON.stringify(sentence)).toBe(true);
      }
    }
    // The random tables reach nearly everything there is to say.
    expect(ids.size).toBeGreaterThan(30);
  });

  it('names no column that is hidden, or an answer that is hidden everywhere', () => {
    const next = seeded(5);
    for (let round = 0; round < 800; round += 1) {
      const { exhibit, facts } = randomExhibit(next);
      const text = JSON.stringify(plainReading(exhibit, facts));
      if (exhibit.kind !== 'likert')
        for (const { label, base } of exhibit.columns) if (base?.n == null || base.rule === 'words') expect(text).not.toContain(label);
      for (const { label, cells } of exhibit.rows)
        if (cells.every(({ state }) => state === 'hidden')) expect(text).not.toContain(label.slice(0, -1));
    }
  });

  it('reads the same table the same way every time', () => {
    const [one, other] = [seeded(6), seeded(6)];
    for (let round = 0; round < 200; round += 1) {
      const [a, b] = [randomExhibit(one), randomExhibit(other)];
      expect(plainReading(a.exhibit, a.facts)).toEqual(plainReading(b.exhibit, b.facts));
    }
  });

  it('is whole in all four languages, and never speaks of significance or causes', () => {
    const next = seeded(7);
    const sentences = new Map<string, Sentence>();
    for (let round = 0; round < 800; round += 1) {
      const { exhibit, facts } = randomExhibit(next);
      for (const sentence of plainReading(exhibit, facts)) sentences.set(sentence.id, sentence);
    }
    for (const sentence of sentences.values()) {
      for (const text of said(sentence)) {
        expect(text).not.toContain(sentence.id);
        expect(text).not.toMatch(/[{}]|signifi[kc]ant|skyldes|på grunn av|på grund av|beror på|because of|due to|caused/iu);
      }
    }
  });
});

const all = { key: 'all', label: 'Alle', base: { n: 100, rule: 'normal' } } as const;
const plainFacts: ReadingFacts = {
  hiddenCount: 0,
  frame: null,
  frameOfRow: new Map(),
  parts: [{ kind: 'groups', columns: ['a', 'b'], isOverlapping: false }],
  isSeveral: false,
  isLinked: false,
  broken: [],
  isOfPlaces: false,
  missing: [],
  persons: null,
  refused: [],
};

function shownCell(count: number, n: number): ReleasedCell {
  const { low, high } = wilson(count, n);
  return { state: 'shown', count, percent: percentOf(count, n), low: whole(low), high: whole(high) };
}

/** Yes and no in two groups of fifty. */
function yesNo(first: number, second: number, change: Partial<ReleasedExhibit> = {}): ReleasedExhibit {
  const column = (key: string, label: string) => ({ key, label, base: { n: 50, rule: 'normal' as const } });
  const row = (key: string, label: string, [a, b]: readonly [number, number]) => ({
    key,
    label,
    base: null,
    cells: [shownCell(a + b, 100), shownCell(a, 50), shownCell(b, 50)],
  });
  return aRelease({
    title: 'Blir du hørt?',
    columns: [all, column('a', 'Våren 2023'), column('b', 'Våren 2025')],
    rows: [row('1', 'Ja', [first, second]), row('2', 'Nei', [50 - first, 50 - second])],
    ...change,
  });
}

const idsOf = (exhibit: ReleasedExhibit, facts: Partial<ReadingFacts> = {}): string[] =>
  plainReading(exhibit, { ...plainFacts, ...facts }).map(({ id }) => id.replace('analysis.read.', ''));

describe('what is read', () => {
  it('says of a difference that may be chance how large it would have to be, before anybody asks for a test', () => {
    expect(idsOf(yesNo(27, 23))).toEqual(['share', 'close', 'groupsUncertain', 'groupsDetectable']);
    const [, , , sentence] = plainReading(yesNo(27, 23), plainFacts);
    // Analysis.md 1.5: fifty in each, 27 points.
    expect(sentence?.params).toEqual({ n1: 50, n2: 50, points: 27 });
  });

  it('says of a clear difference that it was picked', () => {
    expect(idsOf(yesNo(45, 20))).toEqual(['share', 'groupsClear', 'groupsPicked']);
  });

  it('[F83] reads waves as a change from the first to the last, with what breaks them', () => {
    const waves: Partial<ReadingFacts> = { parts: [{ kind: 'waves', columns: ['a', 'b'], isOverlapping: false }] };
    expect(idsOf(yesNo(20, 45), waves)).toContain('groupsWaveUp');
    expect(idsOf(yesNo(45, 40), { ...waves, broken: ['wording'], isLinked: true })).toEqual([
      'share',
      'groupsWaveUncertain',
      'groupsDetectable',
      'groupsWaveLinked',
      'groupsWaveWording',
    ]);
  });

  it('sets no groups beside each other that share persons, and none across', () => {
    const overlapping: Partial<ReadingFacts> = { parts: [{ kind: 'groups', columns: ['a', 'b'], isOverlapping: true }] };
    expect(idsOf(yesNo(45, 20), overlapping)).toEqual(['share']);
    const across = yesNo(45, 20, {
      percentOf: 'row',
      rows: yesNo(45, 20).rows.map((row) => ({
        ...row,
        base: { n: row.cells[0]?.state === 'shown' ? row.cells[0].count : 0, rule: 'normal' },
      })),
    });
    expect(idsOf(across)).toEqual(['across']);
  });

  it('[F79] says of weighted shares only whether their intervals meet', () => {
    const weighting = { name: 'Alder', source: 'folkeregisteret', designEffect: 1.2 };
    expect(idsOf(yesNo(45, 20, { weighting }))).toEqual(['shareWeighted', 'groupsWeightedClear']);
    expect(idsOf(yesNo(27, 23, { weighting }))).toEqual(['shareWeighted', 'close', 'groupsWeightedUncertain']);
  });

  it('says how many did not answer when they are many', () => {
    const lost = (count: number): Partial<ReadingFacts> => ({ persons: 100, missing: [{ item: null, reason: 'skipped', count }] });
    expect(idsOf(yesNo(45, 20), lost(10))).not.toContain('missing');
    expect(idsOf(yesNo(45, 20), lost(20))).toContain('missing');
    expect(idsOf(yesNo(45, 20), lost(40))).toContain('missingMany');
  });

  it('tells the effect of a test first, and how seldom it is in words', () => {
    const tests = (p: number): ReleasedExhibit =>
      yesNo(45, 20, {
        tests: [
          {
            part: '',
            row: null,
            name: 'n-minus-1-chi-square',
            effect: { name: 'difference', value: 0.5, low: 0.325, high: 0.63 },
            statistic: null,
            p,
            reason: null,
          },
        ],
      });
    const sentence = plainReading(tests(0.001), plainFacts).find(({ id }) => id === 'analysis.read.test');
    expect(sentence?.params).toMatchObject({ effect: 'difference', value: 50, low: 33, high: 63, isSeldom: 'yes' });
    expect(sentence === undefined ? '' : wordsIn('nb')('analysis.read.test', sentence.params)).toBe(
      'Test: forskjellen mellom gruppene er 50 prosentpoeng (95\u00A0% intervall 33 til 63). Så mye er sjelden når det egentlig ikke er noen forskjell.',
    );
  });

  it.each([
    ['kendall-tau-b', 'tau-b', 0.314, 'order', 'sammenhengen er 0,31 på en skala fra −1 (motsatt vei) til 1 (samme vei)'],
    ['cochran-armitage', 'points-per-year', 5.177, 'slope', 'andelen endrer seg med 5,2 prosentpoeng i året'],
    [
      'jonckheere-terpstra',
      'later-higher',
      0.62,
      'later',
      'i 62 av 100 sammenligninger svarer en i en senere bølge høyere enn en i en tidligere',
    ],
    [
      'dunn-holm',
      'superiority',
      0.38,
      'superiority',
      'i 38 av 100 sammenligninger svarer en i den første gruppen høyere enn en i den andre',
    ],
  ])('tells %s in words of its own', (name, effect, value, kind, words) => {
    const exhibit = yesNo(45, 20, {
      tests: [
        {
          part: '',
          row: null,
          ...(name === 'dunn-holm' ? { pair: ['a', 'b'] as [string, string] } : {}),
          name,
          effect: { name: effect, value, low: null, high: null },
          statistic: null,
          p: 0.2,
          reason: null,
        },
      ],
    });
    const sentence = plainReading(exhibit, plainFacts).find(({ id }) => id === 'analysis.read.test');
    expect(sentence?.params).toMatchObject({ effect: kind, where: name === 'dunn-holm' ? 'answer' : 'table', isSeldom: 'no' });
    expect(sentence === undefined ? '' : wordsIn('nb')('analysis.read.test', sentence.params)).toContain(words);
  });

  it('calls no difference clear, and gives no interval, where the shares have none', () => {
    const open = yesNo(45, 20);
    const rows = open.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell.state === 'shown' ? { ...cell, low: null, high: null } : cell)),
    }));
    const read = plainReading({ ...open, rows }, plainFacts);
    expect(idsOf(yesNo(45, 20), {}).some((id) => id.startsWith('groups'))).toBe(true);
    expect(read.some(({ id }) => id.startsWith('analysis.read.groups'))).toBe(false);
    for (const { id, params } of read) if ('hasInterval' in params) expect([id, params['hasInterval']]).toEqual([id, 'no']);
  });
});
