import type { FunnelFigure, TimelineFigure, TogetherFigure } from '../../shared/charts/index.ts';
import type { ReleasedCell, ReleasedExhibit } from '../../shared/model/exhibit.ts';
import { baseOfSize, crosstabExhibit, hidden, likertExhibit, made, shown } from './exhibit-fixtures.ts';

type Language = ReleasedExhibit['language'];

/** A crosstab of counts; null is hidden. The bases are the columns'. */
export function groupsExhibit(
  about: { readonly title: string; readonly kind?: 'crosstab' | 'themes'; readonly byWave?: boolean; readonly language?: Language },
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly [string, readonly (number | null)[]])[],
): ReleasedExhibit {
  const from = crosstabExhibit(about.language);
  return made({
    ...from,
    kind: about.kind ?? 'crosstab',
    title: about.title,
    subtitle: 'Får du være med og bestemme hva slags hjelp du skal få? Prosent av personer.',
    columns: columns.map(([label, n], at) => ({ key: label === 'Alle' ? 'all' : `c${at}`, label, base: baseOfSize(n) })),
    rows: rows.map(([label, counts], at) => ({
      key: `r${at}`,
      label,
      base: null,
      cells: counts.map((count, column): ReleasedCell => (count === null ? hidden : shown(count, columns[column]?.[1] ?? 0))),
    })),
    scale: null,
    definition: about.byWave === true ? { columns: 'wave' } : {},
  });
}

/** Items by groups in one figure each; null is hidden. Limits are `spread` to both sides. */
export function summaryExhibit(
  about: { readonly title: string; readonly figure: 'mean' | 'net' | 'index' | 'top2'; readonly spread: number; readonly byWave?: boolean },
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly [string, readonly (number | null)[]])[],
): ReleasedExhibit {
  return made({
    ...crosstabExhibit(),
    kind: 'summary',
    unit: 'figure',
    title: about.title,
    subtitle: 'Medvirkning, gjennomsnitt av dem som svarte.',
    columns: columns.map(([label, n], at) => ({ key: label === 'Alle' ? 'all' : `c${at}`, label, base: baseOfSize(n) })),
    rows: rows.map(([label, values], at) => ({
      key: `r${at}`,
      label,
      figure: about.figure,
      base: null,
      cells: values.map((value): ReleasedCell =>
        value === null
          ? hidden
          : {
              state: 'figure',
              value,
              low: Math.round((value - about.spread) * 10) / 10,
              high: Math.round((value + about.spread) * 10) / 10,
            },
      ),
    })),
    scale: null,
    definition: about.byWave === true ? { columns: 'wave' } : {},
  });
}

const answers = ['Ikke i det hele tatt', 'I liten grad', 'I noen grad', 'I stor grad', 'I svært stor grad'];

/** A battery in which "vet ikke" counts among the answers. */
export function withDontKnow(): ReleasedExhibit {
  const exhibit = likertExhibit();
  const extra = [4, 3, 2, 8, 12, 3];
  return made({
    ...exhibit,
    columns: [...exhibit.columns, { key: 'dont-know', label: 'Vet ikke', base: null }],
    rows: exhibit.rows.map((row, at) => {
      const counts = row.cells.map((cell) => (cell.state === 'shown' ? cell.count : 1));
      const n = counts.reduce((sum, count) => sum + count, extra[at] ?? 0);
      const all = [...counts, extra[at] ?? 0];
      return { ...row, base: baseOfSize(n), cells: all.map((count) => (at === 2 ? hidden : shown(count, n))) };
    }),
  });
}

/** A crosstab of a scale without hidden answers: its groups can be stacked. */
export function stackableGroups(): ReleasedExhibit {
  const counts = [
    [15, 6, 9, 3],
    [22, 9, 13, 4],
    [28, 13, 15, 5],
    [34, 14, 20, 7],
    [21, 13, 8, 6],
  ];
  const columns: readonly (readonly [string, number])[] = [
    ['Alle', 120],
    ['Botjenesten i Fjordvik', 55],
    ['Rus- og psykisk helsetjeneste', 65],
    ['Dagsenteret på Skogbygda gamle skole', 25],
  ];
  const exhibit = groupsExhibit(
    { title: 'Botjenesten hører mest på folk' },
    columns,
    answers.map((label, at) => [label, counts[at] ?? []]),
  );
  const headings = [[], ['Tjeneste'], ['Tjeneste'], ['Bosted']];
  return made({
    ...exhibit,
    columns: exhibit.columns.map((column, at) => ({ ...column, headings: headings[at] ?? [] })),
    scale: { kind: 'diverging', labels: answers, neutralIndex: 2, welcomeEnd: 'high' },
  });
}

const themeNames = [
  'Informasjon',
  'Tilgjengelighet og åpningstider',
  'Brukermedvirkning i egen behandling',
  'Møteplasser',
  'Transport',
  'Bolig og boforhold i nærmiljøet',
  'Økonomi',
  'Samarbeid mellom tjenestene',
  'Pårørende',
  'Arbeid og aktivitet',
  'Medisiner',
  'Ventetid',
];

/** Themes by twelve groups under two headings. */
export function manyGroups(): ReleasedExhibit {
  const groups = [
    'Alle',
    '18–29 år',
    '30–44 år',
    '45–59 år',
    '60 år og eldre',
    'Botjenesten',
    'Rustjenesten',
    'Dagsenteret',
    'Oppfølgingstjenesten',
    'Fjordvik',
    'Skogbygda',
    'Nordre Ås',
  ];
  const columns = groups.map((label, at): readonly [string, number] => [label, at === 0 ? 240 : 24 + ((at * 37) % 60)]);
  const rows = themeNames.map((label, row): readonly [string, readonly (number | null)[]] => [
    label,
    columns.map(([, n], at) =>
      (row * 5 + at * 3) % 11 === 0 && at > 0 ? null : Math.max(5, Math.round((n * ((row * 17 + at * 23) % 70)) / 100)),
    ),
  ]);
  const exhibit = groupsExhibit({ title: 'Informasjon og tilgjengelighet går igjen i alle grupper', kind: 'themes' }, columns, rows);
  return made({
    ...exhibit,
    columns: exhibit.columns.map((column, at) => ({
      ...column,
      ...(at === 0 ? {} : { headings: [at < 5 ? 'Alder' : at < 9 ? 'Tjeneste' : 'Kommune'], letter: String.fromCharCode(64 + at) }),
    })),
    rows: exhibit.rows.map((row, index) => ({
      ...row,
      cells: row.cells.map((cell, at) => (cell.state === 'shown' && (index + at) % 7 === 3 ? { ...cell, letters: 'Bc' } : cell)),
    })),
  });
}

const waves = (count: number): readonly (readonly [string, number])[] =>
  Array.from({ length: count }, (_, at) => [`${at % 2 === 0 ? 'Vår' : 'Høst'} ${2019 + Math.floor(at / 2)}`, 48 + ((at * 13) % 30)]);

/** The five answers over some waves; one figure is hidden where there are three and more. */
export function wavesExhibit(count: number, language?: Language): ReleasedExhibit {
  const base = [
    [16, 8],
    [11, 9],
    [12, 11],
    [5, 16],
    [7, 9],
  ];
  const columns = waves(count);
  const rows = answers.map((label, row): readonly [string, readonly (number | null)[]] => [
    label,
    columns.map((_, at) => {
      const [from = 0, to = 0] = base[row] ?? [];
      if (count > 2 && row === 4 && at === count - 1) return null;
      return Math.max(5, Math.round(from + ((to - from) * at) / Math.max(1, count - 1) + ((row * 7 + at * 5) % 4)));
    }),
  ]);
  return groupsExhibit(
    { title: 'Flere får være med og bestemme', byWave: true, ...(language === undefined ? {} : { language }) },
    columns,
    rows,
  );
}

const items = [
  'Får du være med og bestemme hva slags hjelp du skal få?',
  'Blir du hørt når du sier hva du trenger?',
  'Ble pårørende tatt med slik du ønsket?',
  'Kan du påvirke når og hvor dere møtes?',
  'Er du med og bestemmer i tjenesten som helhet?',
  'Får du vite hva som er bestemt, og hvorfor?',
  'Vet du hvem du skal spørre?',
  'Blir du møtt med respekt?',
];

/** Eight items' means over three waves: small plots. */
export function itemsOverWaves(): ReleasedExhibit {
  const columns = waves(3);
  const rows = items.map((label, row): readonly [string, readonly (number | null)[]] => [
    label,
    columns.map((_, at) =>
      row === 2 && at === 2 ? null : Math.round((2.4 + ((row * 3) % 8) * 0.22 + at * (row % 3 === 0 ? 0.3 : -0.08)) * 10) / 10,
    ),
  ]);
  return summaryExhibit(
    { title: 'De fleste områdene er bedre enn for ett år siden', figure: 'mean', spread: 0.3, byWave: true },
    columns,
    rows,
  );
}

export function netExhibit(): ReleasedExhibit {
  const columns: readonly (readonly [string, number])[] = [
    ['Alle', 114],
    ['Botjenesten', 62],
    ['Rustjenesten', 24],
    ['Dagsenteret', 28],
  ];
  const rows = items
    .slice(0, 4)
    .map((label, row): readonly [string, readonly (number | null)[]] => [
      label,
      columns.map((_, at) => (row === 2 && at === 2 ? null : 38 - row * 24 - at * 9)),
    ]);
  return summaryExhibit({ title: 'Folk blir hørt, men får ikke vite hva som er bestemt', figure: 'net', spread: 14 }, columns, rows);
}

export function meansExhibit(): ReleasedExhibit {
  const rows = items.map((label, row): readonly [string, readonly (number | null)[]] => [
    label,
    [row === 4 ? null : Math.round((2.1 + ((row * 5) % 8) * 0.28) * 10) / 10],
  ]);
  return summaryExhibit({ title: 'Respekt får høyest poeng', figure: 'mean', spread: 0.4 }, [['Alle', 114]], rows);
}

export function wordsExhibit(): ReleasedExhibit {
  const exhibit = crosstabExhibit();
  return made({
    ...exhibit,
    title: 'De minste gruppene får ord, ikke tall',
    columns: [...exhibit.columns, { key: 'c9', label: 'Dagsenteret', base: { n: 7, rule: 'words' } }],
    rows: exhibit.rows.map((row, at) => ({
      ...row,
      cells: [
        ...row.cells,
        { state: 'words' as const, words: at === 2 ? ('half' as const) : at === 3 ? ('most' as const) : ('few' as const) },
      ],
    })),
    weighting: { name: 'Alder og kjønn', source: 'folkeregisteret 2025', designEffect: 1.18 },
  });
}

export const about = {
  subtitle: 'Personer i Fjordvik og Skogbygda, vår 2026.',
  notes: [],
  source: 'Fjordvik og Skogbygda, Bruker Spør Bruker, vår 2026',
  language: 'nb' as Language,
  releaseNumber: 12,
};

export function togetherFigure(count: number): TogetherFigure {
  const themes = Array.from({ length: count }, (_, at) => ({
    key: `t${at}`,
    label: at < themeNames.length ? (themeNames[at] ?? '') : `Tema nummer ${at}`,
    n: at % 9 === 8 ? null : Math.max(6, 41 - at * 2),
  }));
  const pairs = themes.flatMap((first, a) =>
    themes.slice(a + 1).map((second, b) => ({
      first: first.key,
      second: second.key,
      n:
        first.n === null || second.n === null || (a * 7 + b) % 8 === 5
          ? null
          : Math.max(0, Math.min(first.n, second.n) - 5 - ((a * 5 + b * 11) % 16)),
    })),
  );
  return { ...about, title: 'Informasjon og tilgjengelighet nevnes sammen', themes, pairs, base: 61 };
}

export function funnelFigure(values: readonly (number | null)[] = [412, 236, 148, 121]): FunnelFigure {
  const [invited = null, reached = null, began = null, complete = null] = values;
  return { ...about, title: 'Tre av ti som ble spurt, fullførte', invited, reached, began, complete };
}

export function timelineFigure(): TimelineFigure {
  return {
    ...about,
    title: 'To av fem tiltak fra dialogmøtene er gjort',
    subtitle: 'Tiltak avtalt på dialogmøter i Fjordvik 2025–2026.',
    today: '2026-05-12',
    meetings: [
      { key: 'm1', label: 'Dialogmøte om medvirkning', on: '2025-03-19', isHeld: true },
      { key: 'm2', label: 'Dialogmøte om bolig', on: '2025-04-02', isHeld: true },
      { key: 'm3', label: 'Oppfølging', on: '2025-11-05', isHeld: true },
      { key: 'm4', label: 'Årsmøte med brukerne', on: '2026-06-10', isHeld: false },
    ],
    actions: [
      {
        key: 'a1',
        label: 'Brev etter hvert vedtak skal skrives om til klart språk',
        agreedOn: '2025-03-19',
        dueOn: '2025-09-01',
        doneOn: '2025-08-20',
      },
      { key: 'a2', label: 'Åpningstid på kveld en gang i uken', agreedOn: '2025-03-19', dueOn: '2026-03-14', doneOn: null },
      { key: 'a3', label: 'Felles ansvarsgruppe for bolig', agreedOn: '2025-04-02', dueOn: '2025-12-01', doneOn: '2026-01-15' },
      { key: 'a4', label: 'Skyss til dagsenteret', agreedOn: '2025-11-05', dueOn: '2026-09-01', doneOn: null },
      { key: 'a5', label: 'Én kontaktperson for alle', agreedOn: '2025-11-05', dueOn: null, doneOn: null },
    ],
  };
}
