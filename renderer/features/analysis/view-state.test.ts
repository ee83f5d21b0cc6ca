import { expect, it } from 'vitest';
import type { AnalysisVariable, VariableGroup } from '../../../shared/contract/analysis.ts';
import { VariableId } from '../../../shared/model/ids.ts';
import { definitionsOf, parseFilter, rowsVariable, showsOf } from './definitions.ts';
import { stateOfDefinition } from './state-of-definition.ts';
import { newTable, readView, writeView, type ViewState } from './view-state.ts';

const id = (n: number): VariableId => VariableId.parse(`01890000-0000-7000-8000-00000000000${n}`);
const made = (kind: AnalysisVariable['kind'], own: string, members: VariableId[] = []): AnalysisVariable => ({
  id: own,
  kind,
  label: { nb: own },
  name: own,
  members,
  options: [],
  isInRounds: false,
});
const groups: VariableGroup[] = [
  { id: 'background', kind: 'background', title: {}, variables: [made('one', id(1), [id(1)])] },
  {
    id: 's',
    kind: 'section',
    title: {},
    variables: [made('grid', `grid:${id(2)}`, [id(2), id(3)]), made('scale', id(2), [id(2)]), made('scale', id(3), [id(3)])],
  },
  { id: 'themes', kind: 'themes', title: {}, variables: [made('themes', 'themes')] },
  { id: 'wave', kind: 'wave', title: {}, variables: [made('wave', 'wave')] },
];
const empty: ViewState = readView({});
const by = (...ids: string[]) => ids.map((one) => ({ by: one }));

it('begins with the first battery, so that the screen is never empty, and with the table of its first item', () => {
  const found = definitionsOf(empty, groups, 'nb');
  expect(found?.main).toMatchObject({ kind: 'likert', rows: [id(2), id(3)] });
  expect(found?.detail).toMatchObject({ kind: 'frequency', rows: id(2) });
  expect(showsOf(empty, found)).toBe('chart');
});

it('a new table is empty until something stands in its rows', () => {
  expect(rowsVariable({ ...empty, rows: 'none' }, groups)).toBeNull();
  expect(definitionsOf({ ...empty, rows: 'none' }, groups, 'nb')).toBeNull();
});

it('puts groups, waves and themes in their places', () => {
  expect(definitionsOf({ ...empty, rows: id(3), columns: by(id(1)) }, groups, 'sv')?.main).toMatchObject({
    kind: 'crosstab',
    rows: id(3),
    columns: id(1),
    language: 'sv',
  });
  expect(definitionsOf({ ...empty, rows: 'themes', columns: by('wave') }, groups, 'nb')?.main).toMatchObject({
    kind: 'themes',
    rows: 'themes',
    columns: 'wave',
  });
  expect(definitionsOf({ ...empty, columns: by(id(1)), item: id(3) }, groups, 'nb')?.detail).toMatchObject({
    kind: 'crosstab',
    rows: id(3),
    columns: id(1),
  });
});

it('a question against itself has no groups', () => {
  expect(definitionsOf({ ...empty, rows: id(1), columns: by(id(1)) }, groups, 'nb')?.main).toMatchObject({ kind: 'frequency' });
});

it('reads a filter from the address and ignores anything else', () => {
  expect(parseFilter(`${id(1)}:1.3`)).toEqual({ variableId: id(1), codes: [1, 3] });
  expect(parseFilter('somebody:1')).toBeNull();
  expect(parseFilter(`${id(1)}:`)).toBeNull();
});

it('[F6] asks for rounds only of what is asked in every round, and for numbers there always', () => {
  const repeated: VariableGroup[] = [
    {
      id: 's',
      kind: 'section',
      title: {},
      variables: [
        { ...made('one', id(1), [id(1)]), isInRounds: true },
        { ...made('number', id(2), [id(2)]), isInRounds: true },
        made('one', id(3), [id(3)]),
      ],
    },
  ];
  const baseOf = (rows: string, base: ViewState['base']) => definitionsOf({ ...empty, rows, base }, repeated, 'nb')?.main.base;
  expect(baseOf(id(1), 'persons')).toBeUndefined();
  expect(baseOf(id(1), 'rounds')).toBe('rounds');
  expect(baseOf(id(2), 'persons')).toBe('rounds');
  expect(baseOf(id(3), 'rounds')).toBeUndefined();
  // Several answers of one person make no groups.
  expect(definitionsOf({ ...empty, rows: id(3), columns: by(id(1)) }, repeated, 'nb')?.main).toMatchObject({ kind: 'frequency' });
});

it('[R91] says how places are counted only where places are in the table', () => {
  const withPlace: VariableGroup[] = [...groups, { id: 'place', kind: 'place', title: {}, variables: [made('place', 'place')] }];
  const main = (state: Partial<ViewState>) => definitionsOf({ ...empty, places: 'rolled-up', ...state }, withPlace, 'nb')?.main;
  expect(main({ rows: 'place' })).toMatchObject({ kind: 'frequency', rows: 'place', places: 'rolled-up' });
  expect(main({ rows: id(1), columns: by('place') })).toMatchObject({ kind: 'crosstab', columns: 'place', places: 'rolled-up' });
  expect(main({ rows: id(1) })).not.toHaveProperty('places');
  expect(main({ columns: by('place') })).not.toHaveProperty('places');
});

it('an address holds the whole view, and reads back as the same', () => {
  const full: ViewState = {
    ...empty,
    rows: id(1),
    columns: [{ by: id(2), within: 'wave' }, { by: 'place' }],
    wave: 'w',
    filter: `${id(1)}:1.3`,
    where: '${alder} >= 30',
    item: id(3),
    view: 'inside',
    chart: 'table',
    kind: 'matrix',
    base: 'rounds',
    places: 'rolled-up',
    percent: 'row',
    figures: ['mean', 'net'],
    summary: 'index',
    isMerged: true,
    hasDontKnow: true,
    hasIntervals: false,
    isExact: true,
    hasTests: true,
    letters: { adjust: 'bh', family: 'table', levels: 'two' },
    hasWeights: true,
    hasBases: true,
    order: 'net',
    isThemesOwn: true,
    look: 'report',
  };
  expect(readView(writeView(full))).toEqual(full);
  expect(Object.values(writeView(empty)).filter((part) => part !== undefined)).toEqual([]);
  expect(readView({ show: 'nonsense', cols: '..', chart: 7, row: 12 })).toEqual({ ...empty, item: '12' });
});

it('a new table keeps how tables are read and forgets what this one was of', () => {
  const next = newTable({ ...empty, rows: id(1), where: 'x', percent: 'row', hasIntervals: false, isMerged: true, summary: 'net' });
  expect(next).toEqual({ ...empty, rows: 'none', percent: 'row', hasIntervals: false });
});

it('[F73] puts several groupings side by side and within each other into one banner', () => {
  const main = (columns: ViewState['columns']) => definitionsOf({ ...empty, rows: id(3), columns }, groups, 'nb')?.main;
  expect(main([{ by: id(1) }, { by: 'wave' }])?.banner).toEqual([{ by: id(1) }, { by: 'wave' }]);
  expect(main([{ by: id(1), within: 'wave' }])).toMatchObject({ kind: 'crosstab', banner: [{ by: id(1), within: 'wave' }] });
  expect(main([{ by: id(1) }, { by: 'gone' }])).toMatchObject({ columns: id(1) });
});

it('asks for nothing that the table cannot have', () => {
  const state = { ...empty, hasTests: true, letters: { adjust: 'holm', family: 'row', levels: 'one' } as const, percent: 'row' as const };
  const alone = definitionsOf({ ...state, rows: id(1), figures: ['mean'] }, groups, 'nb')?.main;
  expect(alone).toMatchObject({ kind: 'frequency', percent: 'column' });
  for (const part of ['tests', 'letters', 'figures']) expect(alone).not.toHaveProperty(part);
  const battery = definitionsOf({ ...state, columns: by(id(1)), figures: ['mean'] }, groups, 'nb');
  expect(battery?.main).not.toHaveProperty('letters');
  expect(battery?.detail).toMatchObject({ letters: state.letters, tests: 'shown', figures: ['mean'], percent: 'row' });
});

it('[F74] shows a battery as one figure of each item, by groups', () => {
  const found = definitionsOf({ ...empty, summary: 'mean', columns: by(id(1)) }, groups, 'nb');
  expect(found).toMatchObject({ main: { kind: 'summary', figure: 'mean', rows: [id(2), id(3)], columns: id(1) }, detail: null });
});

it('leads from a definition back to the wells it was made in', () => {
  for (const state of [
    { ...empty, rows: id(3), columns: [{ by: id(1), within: 'wave' }], isMerged: true, filter: `${id(1)}:2` },
    { ...empty, rows: `grid:${id(2)}`, summary: 'net' as const, columns: by(id(1)) },
    { ...empty, rows: 'themes', columns: by('wave'), isThemesOwn: true, hasTests: true },
  ]) {
    const main = definitionsOf(state, groups, 'nb')?.main;
    expect(main === undefined ? null : definitionsOf(stateOfDefinition(main, groups), groups, 'nb')?.main).toEqual(main);
  }
});
