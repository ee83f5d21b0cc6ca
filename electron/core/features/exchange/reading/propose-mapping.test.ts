import { describe, expect, it } from 'vitest';
import type { FileQuestion, SurveyMapping } from '../../../../../shared/model/survey-file.ts';
import { createColumnProfiler } from './column-profile.ts';
import { interpretRow } from './interpret-row.ts';
import { proposeMapping } from './propose-mapping.ts';

/** The proposal for rows under header rows; each column's cells are given once and repeated to `count` rows. */
function propose(headers: string[][], columns: string[][], count = 24): SurveyMapping {
  const profiler = createColumnProfiler(',', () => true);
  for (let row = 0; row < count; row += 1) profiler.add(columns.map((cells) => cells[row % cells.length] ?? ''));
  return proposeMapping(profiler.finish(headers), headers.length, { decimalSign: ',', dateForm: null });
}

const only = (mapping: SurveyMapping): FileQuestion | undefined => mapping.questions[0];
const labels = (question: FileQuestion | undefined) =>
  question !== undefined && 'options' in question ? question.options.map(({ label }) => label) : null;

describe('closed questions', () => {
  it.each([
    [
      'nb',
      ['Svært fornøyd', 'Misfornøyd', 'Vet ikke', 'Fornøyd', 'Svært misfornøyd'],
      ['Svært misfornøyd', 'Misfornøyd', 'Fornøyd', 'Svært fornøyd'],
    ],
    ['nn', ['Alltid', 'Aldri', 'Av og til', 'Veit ikkje'], ['Aldri', 'Av og til', 'Alltid']],
    ['sv', ['I hög grad', 'Inte alls', 'I någon grad', 'Vet inte'], ['Inte alls', 'I någon grad', 'I hög grad']],
    [
      'en',
      ['Agree', 'Strongly agree', "Don't know", 'Disagree', 'Strongly disagree'],
      ['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree'],
    ],
  ])('puts a scale in %s from low to high and "don\'t know" among the missing [F29] [F48]', (_, cells, ordered) => {
    const question = only(propose([['Hvordan var det?']], [cells]));
    expect(labels(question)).toEqual(ordered);
    expect(question).toMatchObject({ kind: 'closed', scale: { direction: 'lowToHigh' } });
    expect(question?.missing.map(({ reason }) => reason)).toEqual(['dont-know', 'not-recorded']);
  });

  it('keeps the direction of labels that carry their own numbers [F29]', () => {
    const question = only(propose([['Tilfredshet']], [['1 - Svært fornøyd', '3 - Misfornøyd', '2 - Fornøyd']]));
    expect(labels(question)).toEqual(['1 - Svært fornøyd', '2 - Fornøyd', '3 - Misfornøyd']);
    expect(question).toMatchObject({ scale: { id: 'satisfaction', direction: 'highToLow' } });
  });

  it('orders other options by their numbers or by how many chose them, with "other" last [F29]', () => {
    expect(labels(only(propose([['Tid']], [['Mer enn 10 år', '0–2 år', '3-5 år']])))).toEqual(['0–2 år', '3-5 år', 'Mer enn 10 år']);
    expect(labels(only(propose([['Bolig']], [['Annet', 'Leier', 'Eier', 'Eier', 'Annet', 'Annet']])))).toEqual(['Eier', 'Leier', 'Annet']);
    expect(labels(only(propose([['Brukt før?']], [['Nei', 'Ja', 'nei']])))).toEqual(['Ja', 'Nei']);
  });

  it('takes codes of a scale for a closed question, amounts for numbers [F29]', () => {
    expect(only(propose([['Hvor fornøyd er du?']], [['1', '2', '3', '4', '5']]))).toMatchObject({ kind: 'closed' });
    expect(only(propose([['Antall møter']], [['1', '2', '3', '4', '5']]))).toMatchObject({ kind: 'number' });
    expect(only(propose([['Alder']], [['34,5', '17', 'ikke aktuelt']]))).toMatchObject({
      kind: 'number',
      missing: [{ reason: 'not-applicable' }, { text: '' }],
    });
  });

  it('joins the text of "other" to the choice before it [F29]', () => {
    const mapping = propose(
      [['Bolig', 'Annet, spesifiser']],
      [
        ['Leier', 'Eier', 'Annet'],
        ['', '', 'hos en venn'],
      ],
    );
    expect(mapping.questions).toHaveLength(1);
    expect(mapping.columns.map(({ role }) => role)).toEqual(['closed', 'specify']);
    expect(interpretRow(['Annet', 'hos en venn'], 2, mapping).answers).toEqual([
      { questionKey: 'c0', kind: 'code', code: 3, specify: 'hos en venn' },
    ]);
  });
});

describe('multiple choice', () => {
  it.each([
    ['question: option', ['Hva brukes: Bolig', 'Hva brukes: Jobb', 'Hva brukes: Vet ikke'], ['1', '0', '0'], ['0', '1', '']],
    ['question [option]', ['Hva brukes? [Bolig]', 'Hva brukes? [Jobb]', 'Hva brukes? [Vet ikke]'], ['Ja', '', ''], ['', 'Ja', '']],
    ['a common prefix', ['bruk_bolig', 'bruk_jobb', 'bruk_fritid'], ['1', '0', '0'], ['0', '1', '1']],
    ['a running number', ['bruk_1', 'bruk_2', 'bruk_3'], ['1', '0', '1'], ['0', '1', '0']],
  ])('finds a column per option under %s [F29] [F48]', (_, headers, first, second) => {
    const mapping = propose(
      [headers],
      headers.map((__, at) => [first[at] ?? '', second[at] ?? '']),
    );
    expect(mapping.questions).toHaveLength(1);
    expect(only(mapping)).toMatchObject({ kind: 'multiple', form: 'indicator', columns: [0, 1, 2] });
  });

  it('does not join numbered yes/no questions, numbers, or variables that only share a prefix [F29]', () => {
    expect(
      propose(
        [['q1', 'q2']],
        [
          ['1', '0'],
          ['0', '1'],
        ],
      ).questions.map(({ kind }) => kind),
    ).toEqual(['closed', 'closed']);
    expect(
      propose(
        [['skår_1', 'skår_2']],
        [
          ['12,5', '40,1'],
          ['17', '3'],
        ],
      ).questions.map(({ kind }) => kind),
    ).toEqual(['number', 'number']);
    const shared = propose(
      [['bakgrunn_alder', 'bakgrunn_kjønn']],
      [
        ['34', '51'],
        ['Kvinne', 'Mann'],
      ],
    );
    expect(shared.questions.map(({ kind, label, group }) => [kind, label, group])).toEqual([
      ['number', 'bakgrunn_alder', null],
      ['closed', 'bakgrunn_kjønn', null],
    ]);
  });

  it('finds several options in one cell, but not commas in sentences and numbers [F29]', () => {
    const list = propose([['Hva brukes?']], [['Bolig; Jobb', 'Jobb', 'Fritid;Bolig', 'Bolig']]);
    expect(only(list)).toMatchObject({ kind: 'multiple', form: 'separated', separator: ';' });
    expect(labels(only(list))).toEqual(['Bolig', 'Jobb', 'Fritid']);
    expect(interpretRow(['Fritid; Bolig; Båt'], 5, list).problems).toEqual([{ row: 5, column: 1, value: 'Båt', why: 'not-an-option' }]);
    expect(only(propose([['Ansatte']], [['1,001-10,000', '251-1,000', '2-50']]))).toMatchObject({ kind: 'closed' });
    expect(only(propose([['Sted']], [['Helse, omsorg og mestring', 'Barn, unge og familie', 'Helse, omsorg og mestring']]))).toMatchObject({
      kind: 'closed',
    });
  });

  it('reads a grid as one closed question per row with a common question text [F29]', () => {
    const mapping = propose(
      [
        ['Hvor ofte?', ''],
        ['Møter', 'Brev'],
      ],
      [
        ['Aldri', 'Ofte', 'Alltid'],
        ['Ofte', 'Aldri', 'Alltid'],
      ],
    );
    expect(mapping.questions.map(({ kind, label, group }) => [kind, label, group])).toEqual([
      ['closed', 'Møter', 'Hvor ofte?'],
      ['closed', 'Brev', 'Hvor ofte?'],
    ]);
  });
});

it('gives every column a role: respondent code, date, open, and skip for an empty one [F29] [F48]', () => {
  const texts = Array.from({ length: 24 }, (_, at) => `Et eget svar med egne ord, nummer ${at}`);
  const codes = Array.from({ length: 24 }, (_, at) => `R${at}`);
  const mapping = propose([['Deltakernr', 'Dato', 'Hva er viktig for deg?', 'Tom']], [codes, ['14.03.2025', '01.02.2025'], texts, ['']]);
  expect(mapping.columns.map(({ role }) => role)).toEqual(['respondentCode', 'date', 'open', 'skip']);
});

it('does not take a column with repeats for respondent codes [F29]', () => {
  expect(propose([['ID']], [['a1', 'a2', 'a1']]).columns[0]?.role).toBe('closed');
});
