import { expect, test } from 'vitest';
import type { SurveyMapping } from '../../../shared/model/survey-file.ts';
import type { QuestionId } from '../../../shared/model/ids.ts';
import type { QuestionLink, RoundSheet } from '../../../shared/model/survey-import.ts';
import {
  columnRange,
  mappingRows,
  nextUnsure,
  readValue,
  rolesFor,
  roundRows,
  withCodings,
  withDirection,
  withQuestion,
} from './mapping-rows.ts';
import { accepted, alignLinks, isUnsure, withRounds, type Matching } from './survey-state.ts';

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

test('offers several columns to stay together, to be themes of an answer, to come apart or to be left out', () => {
  expect(rolesFor({ columns: [1, 2], role: 'multiple' })).toEqual(['multiple', 'themes', 'apart', 'skip']);
  expect(rolesFor({ columns: [1, 2], role: 'themes' })).toEqual(['themes', 'apart', 'skip']);
  expect(rolesFor({ columns: [4], role: 'open' })).toContain('respondentCode');
});

test('changes one question and leaves the others', () => {
  const changed = withQuestion(mapping, 'c4', (question) => ({ ...question, label: 'Fortell' }));
  expect(changed.questions.map(({ label }) => label)).toEqual(['Fortell', 'Hva var viktig']);
});

const target = { id: 'q1' as QuestionId, number: '1', name: 'si_mer', type: 'open' as const, wording: { nb: 'Si mer' }, lead: null };
const link = (key: string, isSure: boolean, questionId: string | null = null): QuestionLink => ({
  key,
  questionId: questionId as QuestionId | null,
  basis: questionId === null ? 'added' : 'similar',
  isSure,
});
const matching: Matching = {
  links: [link('c1', true), link('c4', false, 'q1')],
  questions: [target],
  unread: [{ key: 'c1', value: 'Tida', count: 3 }],
  remembered: 'none',
  unsure: new Set(['c4']),
  rounds: [],
  repeats: [],
};

test('puts what a person is to look at first, and keeps the order when it is accepted [F29]', () => {
  const rows = mappingRows(mapping, [], [], matching);
  expect(rows.map(({ id }) => id)).toEqual(['c4', 'c0', 'c1', 'c3']);
  expect(rows[0]).toMatchObject({ target: { number: '1' }, link: { isSure: false } });
  expect(rows[2]?.unread).toEqual([{ key: 'c1', value: 'Tida', count: 3 }]);
  expect(nextUnsure(rows, 'c1')?.id).toBe('c4');
  const after = mappingRows(mapping, [], [], accepted(matching, 'c4'));
  expect(after.map(({ id }) => id)).toEqual(['c4', 'c0', 'c1', 'c3']);
  expect(nextUnsure(after, 'c4')).toBeNull();
});

test('keeps the links of questions that stay, and adds those of new ones', () => {
  expect(alignLinks(matching.links, { ...mapping, questions: mapping.questions.filter(({ key }) => key === 'c4') })).toEqual([
    link('c4', false, 'q1'),
  ]);
  expect(alignLinks([], mapping).map(({ questionId, basis }) => [questionId, basis])).toEqual([
    [null, 'added'],
    [null, 'added'],
  ]);
});

test('reads a value as an option or as no answer, and turns a scale round [F29]', () => {
  expect(readValue(mapping, 'c1', 'Tida', 1).questions[1]).toMatchObject({ options: [{ code: 1, spellings: ['Tida'] }] });
  expect(readValue(mapping, 'c1', 'Tida', null).questions[1]?.missing).toEqual([{ text: 'Tida', reason: 'not-recorded' }]);
  const closed = withQuestion(mapping, 'c4', ({ key, label, group, columns, missing }) => ({
    kind: 'closed',
    key,
    label,
    group,
    columns,
    missing,
    options: [{ code: 1, label: 'Enig', spellings: [], column: null, missing: null }],
    scale: null,
    specifyColumn: null,
  }));
  expect(withDirection(closed, 'c4', 'highToLow').questions[0]).toMatchObject({ scale: { direction: 'highToLow' } });
  expect(withDirection(withDirection(closed, 'c4', 'lowToHigh'), 'c4', 'none').questions[0]).toMatchObject({ scale: null });
});

test('shows columns of themes as one line, and changes whose they are', () => {
  const block = { key: 't4', label: 'Tema', columns: [4], form: 'listed', separator: ';', labels: [], of: 5, coder: null } as const;
  const themed: SurveyMapping = { ...mapping, codings: [{ ...block, columns: [...block.columns], labels: [...block.labels] }] };
  expect(mappingRows(themed, [], []).find(({ role }) => role === 'themes')).toMatchObject({
    id: 't4',
    columns: [4],
    label: 'Tema',
    question: null,
  });
  expect(withCodings(themed, 't4', { coder: 'Kari' }).codings).toMatchObject([{ of: 5, coder: 'Kari' }]);
});

// The ids of an invented questionnaire.
const stay = '10000000-0000-4000-8000-000000000001' as QuestionId;
const place = '10000000-0000-4000-8000-000000000002' as QuestionId;
const sheet = (name: string, of: RoundSheet['of']): RoundSheet => ({
  file: null,
  name,
  rowCount: 2,
  of,
  basis: 'name',
  isSure: true,
  facts: [0],
  unread: [],
  links: of === null ? [] : [{ key: 'c1', questionId: place, basis: 'similar', isSure: false }],
  reading: {
    format: 'xlsx',
    encoding: 'utf-8',
    dialect: { delimiter: ',', quote: '"', lineEnd: 'lf' },
    sheet: name,
    titleRows: 0,
    headerRows: 1,
    columnCount: 3,
    decimalSign: '.',
    padShortRows: false,
  },
  mapping: {
    decimalSign: '.',
    columns: ['_index', 'sted', 'farge'].map((text, column) => ({
      column,
      header: [text],
      role: column === 1 ? ('open' as const) : ('skip' as const),
      questionKey: column === 1 ? 'c1' : null,
    })),
    questions: of === null ? [] : [{ kind: 'open', key: 'c1', label: 'sted', group: null, columns: [1], missing: [] }],
  },
});

test('a sheet of rounds shows the columns that can be answers, and a repeat has one sheet', () => {
  const [first, second] = [sheet('opphold', stay), sheet('gammelt', null)];
  const target = { of: stay, number: '2', wording: { nb: 'Opphold' }, questions: [] };
  expect(roundRows(first, target).map(({ label, link }) => [label, link?.questionId ?? null])).toEqual([
    ['sted', place],
    ['farge', null],
  ]);
  const both: Matching = { ...matching, rounds: [first, second] };
  const moved = withRounds(both, second, sheet('gammelt', stay));
  expect(moved.rounds.map(({ name, of, links }) => [name, of, links.length])).toEqual([
    ['opphold', null, 0],
    ['gammelt', stay, 1],
  ]);
  expect(both.rounds.map(isUnsure)).toEqual([true, false]);
  expect(accepted(both, null).rounds.map(isUnsure)).toEqual([false, false]);
  expect(accepted(both, 'c4').rounds.map(isUnsure)).toEqual([true, false]);
});
