import { expect, test } from 'vitest';
import type { SurveyMapping } from '../../../shared/model/survey-file.ts';
import { columnRange, mappingRows, rolesFor, withQuestion } from './mapping-rows.ts';

const mapping: SurveyMapping = {
  decimalSign: ',',
  columns: [
    { column: 0, header: ['Deltaker'], role: 'respondentCode', questionKey: null },
    { column: 1, header: ['Hva var viktig', 'Tid'], role: 'multiple', questionKey: 'c1' },
    { column: 2, header: ['Hva var viktig', 'Annet'], role: 'specify', questionKey: 'c1' },
    { column: 3, header: ['', ''], role: 'skip', questionKey: null },
    { column: 4, header: ['Si mer'], role: 'open', questionKey: 'c4' },
  ],
  questions: [
    { kind: 'open', key: 'c4', label: 'Si mer', group: null, columns: [4], missing: [] },
    {
      kind: 'multiple',
      key: 'c1',
      label: 'Hva var viktig',
      group: null,
      columns: [1, 2],
      missing: [],
      form: 'indicator',
      separator: null,
      options: [{ code: 1, label: 'Tid', spellings: [], column: 1, missing: null }],
      specifyColumn: 2,
    },
  ],
};

test('shows every column once, in file order, questions with all their columns', () => {
  const rows = mappingRows(
    mapping,
    [{ key: 'c4', answered: 3, missing: 1, problems: 0, codes: [] }],
    ['a', ' ', 'b', 'a', 'c', 'd'].map((cell, at) => ({ row: at + 2, cells: ['', '', '', '', cell] })),
  );
  expect(rows.map(({ id, role, columns }) => [id, role, columns])).toEqual([
    ['c0', 'respondentCode', [0]],
    ['c1', 'multiple', [1, 2]],
    ['c3', 'skip', [3]],
    ['c4', 'open', [4]],
  ]);
  expect(rows[3]).toMatchObject({ label: 'Si mer', tally: { answered: 3 }, examples: ['a', 'b', 'c'] });
});

test('names columns as a person counts them', () => {
  expect([columnRange([3]), columnRange([5, 4, 3]), columnRange([3, 6, 7, 8])]).toEqual(['4', '4–6', '4, 7–9']);
});

test('offers several columns to stay together, to come apart or to be left out', () => {
  expect(rolesFor({ columns: [1, 2], role: 'multiple' })).toEqual(['multiple', 'apart', 'skip']);
  expect(rolesFor({ columns: [4], role: 'open' })).toContain('respondentCode');
});

test('changes one question and leaves the others', () => {
  const changed = withQuestion(mapping, 'c4', (question) => ({ ...question, label: 'Fortell' }));
  expect(changed.questions.map(({ label }) => label)).toEqual(['Fortell', 'Hva var viktig']);
});
