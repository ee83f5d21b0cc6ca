import { describe, expect, it } from 'vitest';
import type { FileOption, FileQuestion, SurveyMapping } from '../../../../../shared/model/survey-file.ts';
import { interpretRow } from './interpret-row.ts';

const base = {
  key: 'q',
  label: 'Q',
  group: null,
  columns: [0],
  missing: [
    { text: 'Vet ikke', reason: 'dont-know' as const },
    { text: '', reason: 'skipped' as const },
  ],
};
const option = (code: number, label: string, more: Partial<FileOption> = {}): FileOption => ({
  code,
  label,
  spellings: [],
  column: null,
  missing: null,
  ...more,
});
const mappingOf = (question: FileQuestion): SurveyMapping => ({ columns: [], questions: [question], decimalSign: ',' });
const read = (question: FileQuestion, ...cells: string[]) => interpretRow(cells, 7, mappingOf(question));
const answerOf = (question: FileQuestion, ...cells: string[]) => {
  const {
    answers: [answer],
    problems,
  } = read(question, ...cells);
  return problems.length > 0 ? problems.map(({ why, column, value }) => `${why} ${column} ${value}`) : answer;
};

describe('reading a row through its mapping', () => {
  it('gives numbers, dates and texts, or the reason for none [F29]', () => {
    const number: FileQuestion = { ...base, kind: 'number' };
    expect(answerOf(number, '3,5')).toEqual({ questionKey: 'q', kind: 'number', number: 3.5 });
    expect(answerOf(number, ' VET IKKE ')).toEqual({ questionKey: 'q', kind: 'missing', reason: 'dont-know' });
    expect(answerOf(number, '')).toEqual({ questionKey: 'q', kind: 'missing', reason: 'skipped' });
    const date: FileQuestion = { ...base, kind: 'date', dateForm: 'dmy', ambiguous: false };
    expect(answerOf(date, '14.03.2025')).toEqual({ questionKey: 'q', kind: 'date', date: '2025-03-14' });
    expect(answerOf(date, '2025-03-14')).toMatchObject({ date: '2025-03-14' });
    expect(answerOf({ ...base, kind: 'open' }, ' =1+1\r\nto \u0007')).toEqual({ questionKey: 'q', kind: 'text', text: '=1+1\nto' });
  });

  it('names the row, the column and at most thirty characters of a cell that does not fit [F29]', () => {
    expect(read({ ...base, kind: 'number' }, 'omtrent førti, kanskje litt mer enn det').problems).toEqual([
      { row: 7, column: 1, value: 'omtrent førti, kanskje litt m…', why: 'not-a-number' },
    ]);
    expect(answerOf({ ...base, kind: 'number' }, '3.5')).toEqual(['not-a-number 1 3.5']);
    expect(answerOf({ ...base, kind: 'date', dateForm: 'dmy', ambiguous: false }, '31.02.2025')).toEqual(['not-a-date 1 31.02.2025']);
  });

  it('finds options by any spelling, and an unanswered choice by its specified text [F29]', () => {
    const closed: FileQuestion = {
      ...base,
      kind: 'closed',
      options: [option(1, 'Leier', { spellings: ['leie'] }), option(2, 'Annet')],
      scale: null,
      specifyColumn: 1,
    };
    expect(answerOf(closed, 'LEIE', '')).toMatchObject({ kind: 'code', code: 1, specify: null });
    expect(answerOf(closed, '', 'hos en venn')).toMatchObject({ kind: 'code', code: 2, specify: 'hos en venn' });
    expect(answerOf(closed, 'Eier', '')).toEqual(['not-an-option 1 Eier']);
  });

  it('tells nothing ticked from nothing answered, and a lone "don\'t know" from an answer [F29]', () => {
    const multiple: FileQuestion = {
      ...base,
      kind: 'multiple',
      form: 'indicator',
      separator: null,
      columns: [0, 1, 2],
      specifyColumn: null,
      options: [
        option(1, 'Bolig', { column: 0 }),
        option(2, 'Jobb', { column: 1 }),
        option(3, 'Vet ikke', { column: 2, missing: 'dont-know' }),
      ],
    };
    expect(answerOf(multiple, '1', 'x', '0')).toMatchObject({ kind: 'codes', codes: [1, 2] });
    expect(answerOf(multiple, 'Bolig', '', '')).toMatchObject({ codes: [1] });
    expect(answerOf(multiple, '0', '0', '0')).toMatchObject({ kind: 'codes', codes: [] });
    expect(answerOf(multiple, '', '', '')).toMatchObject({ kind: 'missing', reason: 'not-recorded' });
    expect(answerOf(multiple, '', '', 'Vet ikke')).toMatchObject({ kind: 'missing', reason: 'dont-know' });
    expect(answerOf(multiple, 'kanskje', '', '')).toEqual(['not-a-mark 1 kanskje']);
  });

  it('asks for the respondent code that the mapping names', () => {
    const mapping: SurveyMapping = {
      columns: [{ column: 0, header: ['ID'], role: 'respondentCode', questionKey: null }],
      questions: [],
      decimalSign: ',',
    };
    expect(interpretRow([' R1 '], 2, mapping)).toMatchObject({ respondentCode: 'R1', problems: [] });
    expect(interpretRow([''], 3, mapping).problems).toEqual([{ row: 3, column: 1, value: '', why: 'no-respondent-code' }]);
  });

  it('cuts labels with blanks between them by the longest, and says where a cell is ambiguous [F29]', () => {
    const labels = ['Familien', 'Venner', 'Venner og kjente', 'Mor', 'Mor far', 'far bror', 'bror'];
    const several: FileQuestion = {
      ...base,
      kind: 'multiple',
      form: 'separated',
      separator: ' ',
      specifyColumn: null,
      options: labels.map((label, at) => option(at + 1, label)),
    };
    expect(answerOf(several, 'Venner og kjente Familien')).toMatchObject({ codes: [1, 3] });
    expect(answerOf(several, 'Familien Vet ikke')).toMatchObject({ codes: [1] });
    expect(answerOf(several, 'Mor far bror')).toEqual(['ambiguous 1 Mor far bror']);
    expect(answerOf(several, 'Familien noen på jobben')).toEqual(['not-an-option 1 noen på jobben']);
    // Read with another sign than the column's where only that gives options throughout.
    expect(answerOf({ ...several, separator: ';' }, 'Venner og kjente Familien')).toMatchObject({ codes: [1, 3] });
    expect(answerOf({ ...several, separator: ';' }, 'Familien noen')).toEqual(['not-an-option 1 Familien noen']);
  });
});
