import { describe, expect, it } from 'vitest';
import type { QuestionId } from '../../../../../shared/model/ids.ts';
import { emptyQuestion } from '../../../../../shared/model/questionnaire-spec.ts';
import type { AnswerOption, Question, QuestionType } from '../../../../../shared/model/questionnaire.ts';
import { resolveColumns } from './resolve-columns.ts';

const option = (code: number, nb: string, asksWhat = false): AnswerOption => ({
  code,
  name: null,
  label: { nb },
  isExclusive: false,
  asksWhat,
  filterValues: {},
});
function question(number: string, name: string, type: QuestionType, nb: string, more: Partial<Question> = {}): Question {
  const { parent: _, extras: __, scale: ___, ...spec } = emptyQuestion(name, type, { nb });
  return {
    ...spec,
    id: `q-${number}` as QuestionId,
    number,
    parentId: null,
    scaleId: null,
    bankQuestionId: null,
    previousId: null,
    comparability: null,
    ...more,
  };
}
const questions = [
  question('1', 'alder', 'number', 'Hvor gammel er du?', { wording: { nb: 'Hvor gammel er du?', sv: 'Hur gammal är du?' } }),
  question('2', 'viktig', 'several', 'Hva er viktig for deg? (Velg alle)', {
    options: [option(1, 'Tid'), option(2, 'Sted'), option(3, 'Annet', true)],
  }),
  question('3', 'enig_tid', 'one', 'Jeg fikk nok tid', { lead: { nb: 'Hvor enig er du?' }, options: [option(1, 'Nei'), option(2, 'Ja')] }),
  question('4', 'rekke', 'rank', 'Hva er viktigst?', { options: [option(1, 'Bolig'), option(2, 'Jobb')] }),
];
const read = (...headers: (string | readonly string[])[]) =>
  resolveColumns(
    questions,
    headers.map((header) => (typeof header === 'string' ? [header] : header)),
  ).map(({ question: { number }, parts, basis }) => [
    number,
    basis,
    parts
      .map((part) => `${part.column}${part.part}${part.part === 'option' ? part.code : part.part === 'place' ? part.nth : ''}`)
      .join(' '),
  ]);

describe('questions that headers name', () => {
  it('knows names, numbers, and wordings in any language [F29]', () => {
    expect(read('ALDER')).toEqual([['1', 'name', '0whole']]);
    expect(read('Q1')).toEqual([['1', 'name', '0whole']]);
    expect(read('Nr', 'hur gammal är du')).toEqual([['1', 'wording', '1whole']]);
    expect(read('Hva er viktig for deg')).toEqual([['2', 'wording', '0whole']]);
  });

  it('knows a column per option however the tool writes it, and the words beside "other" [F29]', () => {
    const all = [['2', expect.any(String), '0option1 1option2 2option3 3specify']];
    expect(read('viktig/1', 'viktig/2', 'viktig/3', 'viktig_other')).toEqual(all);
    expect(read('viktig_Tid', 'viktig_Sted', 'viktig_3', 'viktig_tekst')).toEqual(all);
    const asked = 'Hva er viktig for deg?';
    expect(read(`${asked} [Tid]`, `${asked} [Sted]`, `${asked} [Annet]`, `${asked} [Annet, spesifiser]`)).toEqual(all);
    expect(read(`${asked}: Tid`, `${asked}: Sted`, `${asked}: 3`, 'viktig_hva')).toEqual(all);
    expect(read([asked, 'Tid'], ['', 'Sted'], ['', 'Annet'], ['', 'Annet, spesifiser'])).toEqual(all);
  });

  it('knows grids by the shared question and the row, in one header or two [F29]', () => {
    expect(read('Hvor enig er du? Jeg fikk nok tid')).toEqual([['3', 'wording', '0whole']]);
    expect(read(['Hvor enig er du?', 'Jeg fikk nok tid'])).toEqual([['3', 'wording', '0whole']]);
    expect(read('Hvor enig er du? [Jeg fikk nok tid]')).toEqual([['3', 'wording', '0whole']]);
    expect(read(['Hvor gammel er du?', 'Response'])).toEqual([['1', 'wording', '0whole']]);
  });

  it('knows numbered places of a ranking', () => {
    expect(read('rekke_1', 'rekke_2')).toEqual([['4', 'name', '0place1 1place2']]);
  });

  it('leaves alone what names no question, or two [F29]', () => {
    expect(read('Vekt', '', 'alder_2')).toEqual([]);
    const double = [...questions, question('5', 'x', 'open', 'Hvor gammel er du?')];
    expect(resolveColumns(double, [['Hvor gammel er du?']])).toEqual([]);
  });
});
