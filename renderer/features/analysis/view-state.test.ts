import { expect, it } from 'vitest';
import type { AnalysisVariable, VariableGroup } from '../../../shared/contract/analysis.ts';
import { VariableId } from '../../../shared/model/ids.ts';
import { definitionsOf, parseFilter, rowsVariable, showsOf, type ViewState } from './view-state.ts';

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
const empty: ViewState = {
  rows: undefined,
  columns: undefined,
  wave: undefined,
  filter: undefined,
  item: undefined,
  view: 'released',
  chart: undefined,
  measure: 'percent',
  isMerged: false,
  base: 'persons',
  places: 'as-recorded',
};

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
  expect(definitionsOf({ ...empty, rows: id(3), columns: id(1) }, groups, 'sv')?.main).toMatchObject({
    kind: 'crosstab',
    rows: id(3),
    columns: id(1),
    language: 'sv',
  });
  expect(definitionsOf({ ...empty, rows: 'themes', columns: 'wave' }, groups, 'nb')?.main).toMatchObject({
    kind: 'themes',
    rows: 'themes',
    columns: 'wave',
  });
  expect(definitionsOf({ ...empty, columns: id(1), item: id(3) }, groups, 'nb')?.detail).toMatchObject({
    kind: 'crosstab',
    rows: id(3),
    columns: id(1),
  });
});

it('a question against itself has no groups', () => {
  expect(definitionsOf({ ...empty, rows: id(1), columns: id(1) }, groups, 'nb')?.main).toMatchObject({ kind: 'frequency' });
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
  expect(definitionsOf({ ...empty, rows: id(3), columns: id(1) }, repeated, 'nb')?.main).toMatchObject({ kind: 'frequency' });
});

it('[R91] says how places are counted only where places are in the table', () => {
  const withPlace: VariableGroup[] = [...groups, { id: 'place', kind: 'place', title: {}, variables: [made('place', 'place')] }];
  const main = (state: Partial<ViewState>) => definitionsOf({ ...empty, places: 'rolled-up', ...state }, withPlace, 'nb')?.main;
  expect(main({ rows: 'place' })).toMatchObject({ kind: 'frequency', rows: 'place', places: 'rolled-up' });
  expect(main({ rows: id(1), columns: 'place' })).toMatchObject({ kind: 'crosstab', columns: 'place', places: 'rolled-up' });
  expect(main({ rows: id(1) })).not.toHaveProperty('places');
  expect(main({ columns: 'place' })).not.toHaveProperty('places');
});
