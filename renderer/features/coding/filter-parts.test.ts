import { expect, it } from 'vitest';
import { GridColumns, type GridFilter } from '../../../shared/contract/coding.ts';
import { VariableId } from '../../../shared/model/ids.ts';
import { activeParts, chosenIn, partsFor, valuesOf, withChosen } from './filter-parts.ts';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const age = VariableId.parse(id(1));
const known = GridColumns.parse({
  columns: [
    {
      variableId: age,
      name: 'age',
      title: { nb: 'Alder' },
      isNumeric: false,
      isBackground: true,
      options: [{ code: 2, label: { nb: '30–49' } }],
    },
    { variableId: id(2), name: 'visits', title: { nb: 'Besøk' }, isNumeric: true, isBackground: false, options: [] },
  ],
  services: [
    { id: id(10), name: 'Rus- og botjenesten' },
    { id: id(11), name: 'Psykisk helsetjeneste' },
  ],
  places: [{ id: id(12), name: 'Fjordvik' }],
  waves: [],
  interviewers: [],
  meetings: [
    { id: id(13), name: 'Dialogmøte' },
    { id: id(14), name: 'Dialogkonferanse' },
  ],
  coders: [
    { id: id(20), name: 'Even', initials: 'EH' },
    { id: id(21), name: 'Solfrid', initials: 'ST' },
  ],
  isBlind: false,
});
const answers = { kind: 'answers', variableIds: [VariableId.parse(id(3))] } as const;
const words = { language: 'nb', polarity: (one: string) => one, noAnswer: 'ikke svart' } as const;

it('offers only what there is something to choose between [F47]', () => {
  expect(partsFor({ ...answers, variableIds: [...answers.variableIds] }, known)).toEqual(['serviceIds', 'coderIds', 'polarities', age]);
  expect(partsFor({ kind: 'minutes' }, known)).toEqual(['meetingIds', 'coderIds', 'polarities']);
  expect(partsFor({ kind: 'minutes' }, { ...known, isBlind: true })).toEqual(['meetingIds', 'polarities']);
});

it('asks for several answers to a closed question, also for none, and lets go again [F47]', () => {
  const first = withChosen(age, {}, ['2', 'none']) as GridFilter;
  expect(first.answers).toEqual([{ variableId: age, codes: [2, null] }]);
  expect(chosenIn(age, first)).toEqual(['2', 'none']);
  expect(activeParts(first, { kind: 'answers', variableIds: [...answers.variableIds] }, known)).toEqual([age]);
  expect(withChosen(age, first, []).answers).toBeUndefined();
  expect(valuesOf(age, known, words).map((value) => value.label)).toEqual(['30–49', 'ikke svart']);
});

it('keeps the other parts when one changes', () => {
  const both = withChosen('polarities', { serviceIds: [id(10)] }, ['negative', 'none']) as GridFilter;
  expect(both).toEqual({ serviceIds: [id(10)], polarities: ['negative', 'none'] });
  expect(withChosen('serviceIds', both, []).polarities).toEqual(['negative', 'none']);
});
