import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from 'react-intl';
import type { z } from 'zod';
import { exhibitWords, type ChartFormat, type ExhibitWords } from '../../shared/charts/index.ts';
import { ReleasedExhibit, symbolsIn, type ReleasedBase, type ReleasedCell } from '../../shared/model/exhibit.ts';
import type { Language } from '../../shared/model/text.ts';
import { baseRule, percentOf, wilson } from '../../shared/statistics/index.ts';

const rule = { threshold: 5, minimumBase: 10, lowBase: 30 };

export const hidden: ReleasedCell = { state: 'hidden' };

/** A shown cell of `count` among `n`, with the interval the program prints. */
export function shown(count: number, n: number): ReleasedCell {
  const { low, high } = wilson(count, n);
  return { state: 'shown', count, percent: percentOf(count, n), low: Math.round(low * 100), high: Math.round(high * 100) };
}

export function baseOfSize(n: number): ReleasedBase {
  const found = baseRule(n, rule);
  return found === 'hidden' || found === 'empty' ? { n: null, rule: 'hidden' } : { n, rule: found };
}

type About = Pick<
  ReleasedExhibit,
  'filter' | 'unit' | 'decimals' | 'source' | 'rule' | 'audit' | 'createdAt' | 'releaseNumber' | 'definition'
>;

const about: About = {
  filter: 'Runde vår 2026',
  unit: 'percent',
  decimals: 0,
  source: 'Fjordvik og Skogbygda, Bruker Spør Bruker, vår 2026',
  rule,
  audit: { ok: true },
  createdAt: '2026-05-12T12:32:07Z',
  releaseNumber: 12,
  definition: { project: 'bruker-spor-bruker-2026', variables: ['medvirkning'], algorithm: 'protect-1' },
};

const answers = ['Ikke i det hele tatt', 'I liten grad', 'I noen grad', 'I stor grad', 'I svært stor grad'];

type Unmade = Omit<z.input<typeof ReleasedExhibit>, 'symbolsUsed'>;

export function made(exhibit: Unmade): ReleasedExhibit {
  return ReleasedExhibit.parse({ ...exhibit, symbolsUsed: symbolsIn(exhibit) });
}

/** Six items, one of them answered by eight persons only. */
export function likertExhibit(language: Language = 'nb'): ReleasedExhibit {
  const items: readonly (readonly [string, readonly number[]])[] = [
    ['Får du være med og bestemme hva slags hjelp du skal få?', [5, 11, 14, 18, 9]],
    ['Blir du hørt når du sier hva du trenger?', [5, 7, 12, 21, 12]],
    ['Ble pårørende tatt med slik du ønsket?', [2, 1, 1, 3, 1]],
    ['Kan du påvirke når og hvor dere møtes?', [8, 12, 15, 15, 6]],
    ['Er du med og bestemmer i tjenesten som helhet?', [19, 14, 10, 7, 5]],
    ['Får du vite hva som er bestemt, og hvorfor?', [11, 15, 12, 13, 6]],
  ];
  return made({
    ...about,
    kind: 'likert',
    title: 'Flertallet blir hørt, men bare én av tre får vite hva som er bestemt',
    subtitle: 'Seks spørsmål om medvirkning, prosent av dem som svarte.',
    language,
    notes: ['Vet ikke (3) og vil ikke svare (1) er holdt utenfor.'],
    columns: answers.map((label, at) => ({ key: `a${at}`, label, base: null })),
    rows: items.map(([label, counts], at) => {
      const n = counts.reduce((sum, count) => sum + count, 0);
      return { key: `q${at}`, label, base: baseOfSize(n), cells: counts.map((count) => (n < 10 ? hidden : shown(count, n))) };
    }),
    scale: { kind: 'diverging', labels: answers, neutralIndex: 2, welcomeEnd: 'high' },
  });
}

/** One item by service: the small cells of both services are hidden. */
export function crosstabExhibit(language: Language = 'nb'): ReleasedExhibit {
  const counts: readonly (readonly (number | null)[])[] = [
    [5, null, null],
    [11, 5, 6],
    [14, 8, 6],
    [18, 12, 6],
    [9, null, null],
  ];
  const bases = [57, 33, 24];
  return made({
    ...about,
    kind: 'crosstab',
    title: 'Få være med og bestemme, etter tjeneste',
    subtitle: 'Får du være med og bestemme hva slags hjelp du skal få? Prosent av personer.',
    language,
    notes: [],
    columns: ['Alle', 'Botjenesten', 'Rustjenesten'].map((label, at) => ({ key: `c${at}`, label, base: baseOfSize(bases[at] ?? 0) })),
    rows: answers.map((label, at) => ({
      key: `a${at}`,
      label,
      base: null,
      cells: (counts[at] ?? []).map((count, column) => (count === null ? hidden : shown(count, bases[column] ?? 0))),
    })),
    scale: { kind: 'diverging', labels: answers, neutralIndex: 2, welcomeEnd: 'high' },
  });
}

/** Themes by persons, with a hidden one and a label that a spreadsheet would run. */
export function themesExhibit(language: Language = 'nb'): ReleasedExhibit {
  const themes: readonly (readonly [string, number | null])[] = [
    ['Informasjon', 31],
    ['Tilgjengelighet', 24],
    ['=Brukermedvirkning', 19],
    ['Møteplasser', 11],
    ['Transport', null],
  ];
  return made({
    ...about,
    kind: 'themes',
    title: 'Informasjon nevnes av flest',
    subtitle: 'Temaer i åpne svar, prosent av deltakerne.',
    language,
    notes: ['Flere temaer var mulige, så summen kan bli over 100 %.'],
    columns: [{ key: 'all', label: 'Alle', base: baseOfSize(61) }],
    rows: themes.map(([label, count], at) => ({ key: `t${at}`, label, base: null, cells: [count === null ? hidden : shown(count, 61)] })),
    scale: null,
  });
}

const catalogues = new Map<Language, ChartFormat>();

/** Says a message of charts from the shipped catalogue of a language. */
export function chartFormat(language: Language): ChartFormat {
  const known = catalogues.get(language);
  if (known !== undefined) return known;
  const file = join(import.meta.dirname, `../../shared/messages/${language}/charts.json`);
  // The catalogue is checked against the Bokmål one in its own test.
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const intl = createIntl({ locale: language, messages });
  const format: ChartFormat = (id, params) => intl.formatMessage({ id }, params);
  catalogues.set(language, format);
  return format;
}

/** The words of an exhibit from the shipped catalogue of its language. */
export function wordsOf(exhibit: ReleasedExhibit): ExhibitWords {
  return exhibitWords(exhibit, chartFormat(exhibit.language));
}

/** A banner with a plain and a nested part, figures under the answers, letters and a test. */
export function bannerExhibit(language: Language = 'nb'): ReleasedExhibit {
  const bases = [120, 70, 50, 40, 30];
  const headings: readonly (readonly string[])[] = [
    [],
    ['Hvilken tjeneste?'],
    ['Hvilken tjeneste?'],
    ['Bor du alene?, innenfor «Hvilken tjeneste?»', 'Botjenesten'],
    ['Bor du alene?, innenfor «Hvilken tjeneste?»', 'Botjenesten'],
  ];
  const counts: readonly (readonly (number | null)[])[] = [
    [30, 20, 10, null, null],
    [40, 25, 15, 15, 10],
    [50, 25, 25, null, null],
  ];
  return made({
    ...about,
    kind: 'crosstab',
    title: 'Hvor ofte får du svar?',
    subtitle: 'Etter 2 grupperinger. Prosent av dem som svarte, 95 % intervall.',
    language,
    notes: ['«Alle» er alle som har svart.'],
    columns: ['Alle', 'Botjenesten', 'Rustjenesten', 'Ja', 'Nei'].map((label, at) => ({
      key: `c${at}`,
      label,
      ...(at === 0 ? {} : { headings: [...(headings[at] ?? [])], letter: 'ABCD'.charAt(at - 1) }),
      base: baseOfSize(bases[at] ?? 0),
    })),
    rows: [
      ...['Sjelden', 'Av og til', 'Ofte'].map((label, row) => ({
        key: `a${row}`,
        label,
        base: null,
        cells: (counts[row] ?? []).map((count, column): ReleasedCell => {
          if (count === null) return hidden;
          const cell = shown(count, bases[column] ?? 0);
          return row === 2 && column === 2 && cell.state === 'shown' ? { ...cell, letters: 'A' } : cell;
        }),
      })),
      {
        key: 'figure:mean',
        label: 'Gjennomsnitt',
        figure: 'mean' as const,
        base: null,
        cells: [2.2, 2.1, 2.3, null, null].map((value): ReleasedCell =>
          value === null
            ? hidden
            : { state: 'figure', value, low: Number((value - 0.2).toFixed(1)), high: Number((value + 0.2).toFixed(1)), spread: 0.8 },
        ),
      },
      {
        key: 'figure:net',
        label: 'Netto',
        figure: 'net' as const,
        base: null,
        cells: [17, 7, -30, null, null].map((value): ReleasedCell =>
          value === null ? hidden : { state: 'figure', value, low: value - 20, high: value + 20 },
        ),
      },
    ],
    tests: [
      {
        part: 'Hvilken tjeneste?',
        row: null,
        name: 'pearson-chi-square',
        effect: { name: 'cramers-v', value: 0.22, low: null, high: null },
        statistic: { name: 'chi-square', value: 5.12, df: [2] },
        p: 0.0499,
        reason: null,
      },
    ],
    scale: null,
  });
}

/** Percentages across: rows and columns carry bases. */
export function rowPercentExhibit(language: Language = 'nb'): ReleasedExhibit {
  const counts = [
    [60, 35, 25],
    [40, 25, 15],
  ];
  return made({
    ...about,
    kind: 'crosstab',
    title: 'Svar etter tjeneste',
    subtitle: 'Prosent av dem som ga samme svar.',
    percentOf: 'row',
    language,
    notes: [],
    columns: ['Alle', 'Botjenesten', 'Rustjenesten'].map((label, at) => ({
      key: `c${at}`,
      label,
      base: baseOfSize([100, 60, 40][at] ?? 0),
    })),
    rows: counts.map((line, row) => ({
      key: `a${row}`,
      label: ['Ja', 'Nei'][row] ?? '',
      base: baseOfSize(line[0] ?? 0),
      cells: line.map((count) => shown(count, line[0] ?? 0)),
    })),
    scale: null,
  });
}

/** Items by groups, one mean each; and the index as a single line. */
export function summaryExhibit(figure: 'mean' | 'index' = 'mean', language: Language = 'nb'): ReleasedExhibit {
  const values = figure === 'mean' ? [[3.4, 3.1, null]] : [[62, 58, null]];
  const labels = figure === 'mean' ? ['Blir du hørt?'] : ['Å bli møtt'];
  return made({
    ...about,
    kind: 'summary',
    unit: 'figure',
    title: 'Å bli møtt',
    subtitle: 'Gjennomsnitt, 95 % intervall.',
    language,
    notes: [],
    columns: ['Alle', 'Botjenesten', 'Rustjenesten'].map((label, at) => ({
      key: `c${at}`,
      label,
      base: baseOfSize([90, 60, 30][at] ?? 0),
    })),
    rows: labels.map((label, row) => ({
      key: `q${row}`,
      label,
      figure,
      base: null,
      cells: (values[row] ?? []).map((value): ReleasedCell =>
        value === null ? hidden : { state: 'figure', value, low: value - 1, high: value + 1, spread: 1.1 },
      ),
    })),
    scale: null,
  });
}
