/**
 * Facts that the rules cannot find in Statistics Norway's list of changes. Each names where it is known from.
 * Klass 131: the notes in Statistics Norway's classification of municipalities (https://www.ssb.no/klass/klassifikasjoner/131).
 */
interface Declared {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly note: string;
}

/**
 * Places that came back. Klass 131 on 1507: "Grensen mellom kommunene følger grensen for Haram kommune slik den var før
 * sammenslåingen 1. januar 2020"; hence the rest of 1507 is what the other four were.
 */
export const restored: readonly (Declared & { readonly kind: 'renumber' | 'merge' })[] = [
  { from: '1534', to: '1580', on: '2024-01-01', kind: 'renumber', note: 'Grensen følger Haram slik den var før 2020.' },
  ...['1504', '1523', '1529', '1546'].map((from) => ({
    from,
    to: '1508',
    on: '2024-01-01',
    kind: 'merge' as const,
    note: 'Ålesund uten Haram, med grensen fra før 2020.',
  })),
];

/** Small areas that went from one municipality to another. Where the source only says "between", both ways stand here. */
export const boundaryMoves: readonly Declared[] = [
  // Klass 131, notes on each municipality.
  { from: '1805', to: '1853', on: '1999-01-01', note: 'Veggen (tre personer).' },
  { from: '1514', to: '1511', on: '2002-01-01', note: 'Sørbrandal og Hakallestranda.' },
  { from: '1121', to: '1122', on: '2013-01-01', note: 'Midtfjell.' },
  ...bothWays('1124', '1102', '2017-01-01', 'Grensen mellom Sola og Sandnes.'),
  ...bothWays('3048', '3005', '2022-01-01', 'Loesmoen og Loesøya.'),
  { from: '3405', to: '3440', on: '2022-01-01', note: 'Dal.' },
  { from: '4618', to: '4619', on: '2022-01-01', note: 'Ringøy.' },
  // Klass 131, introduction to the version of 2024.
  ...bothWays('1108', '1130', '2024-01-01', 'Ved Svartavatnet, etter jordskiftesak.'),
  ...bothWays('1825', '1826', '2024-01-01', 'Ved Storvatnet.'),
  // Store norske leksikon, "Sandøy (tidligere kommune)" (https://snl.no).
  { from: '1546', to: '1547', on: '2020-01-01', note: 'Orta og Lyngværet.' },
];

/**
 * Counties: code, name, first day, last day (exclusive). Statistics Norway, classification of counties (Klass 104), and the
 * introductions of Klass 131. Open ends: there before this register begins, or still there.
 */
export const counties: readonly (readonly [code: string, name: string, from: string | null, to: string | null])[] = [
  ['01', 'Østfold', null, '2020-01-01'],
  ['02', 'Akershus', null, '2020-01-01'],
  ['03', 'Oslo', null, null],
  ['04', 'Hedmark', null, '2020-01-01'],
  ['05', 'Oppland', null, '2020-01-01'],
  ['06', 'Buskerud', null, '2020-01-01'],
  ['07', 'Vestfold', null, '2020-01-01'],
  ['08', 'Telemark', null, '2020-01-01'],
  ['09', 'Aust-Agder', null, '2020-01-01'],
  ['10', 'Vest-Agder', null, '2020-01-01'],
  ['11', 'Rogaland', null, null],
  ['12', 'Hordaland', null, '2020-01-01'],
  ['14', 'Sogn og Fjordane', null, '2020-01-01'],
  ['15', 'Møre og Romsdal', null, null],
  ['16', 'Sør-Trøndelag', null, '2018-01-01'],
  ['17', 'Nord-Trøndelag', null, '2018-01-01'],
  ['18', 'Nordland', null, null],
  ['19', 'Troms', null, '2020-01-01'],
  ['20', 'Finnmark', null, '2020-01-01'],
  ['50', 'Trøndelag', '2018-01-01', null],
  ['30', 'Viken', '2020-01-01', '2024-01-01'],
  ['34', 'Innlandet', '2020-01-01', null],
  ['38', 'Vestfold og Telemark', '2020-01-01', '2024-01-01'],
  ['42', 'Agder', '2020-01-01', null],
  ['46', 'Vestland', '2020-01-01', null],
  ['54', 'Troms og Finnmark', '2020-01-01', '2024-01-01'],
  ['31', 'Østfold', '2024-01-01', null],
  ['32', 'Akershus', '2024-01-01', null],
  ['33', 'Buskerud', '2024-01-01', null],
  ['39', 'Vestfold', '2024-01-01', null],
  ['40', 'Telemark', '2024-01-01', null],
  ['55', 'Troms', '2024-01-01', null],
  ['56', 'Finnmark', '2024-01-01', null],
];

function bothWays(a: string, b: string, on: string, note: string): Declared[] {
  return [
    { from: a, to: b, on, note },
    { from: b, to: a, on, note },
  ];
}
