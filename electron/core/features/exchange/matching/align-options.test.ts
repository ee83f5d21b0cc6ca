import { describe, expect, it } from 'vitest';
import type { QuestionId } from '../../../../../shared/model/ids.ts';
import { emptyQuestion } from '../../../../../shared/model/questionnaire-spec.ts';
import type { Question, QuestionType } from '../../../../../shared/model/questionnaire.ts';
import type { FileQuestion } from '../../../../../shared/model/survey-file.ts';
import { alignOptions, compareQuestion } from './align-options.ts';

function asked(type: QuestionType, labels: readonly string[]): Question {
  const { parent: _, extras: __, scale: ___, ...spec } = emptyQuestion('hvorfor', type, { nb: 'Hvorfor kom du?' });
  const options = labels.map((nb, at) => ({
    code: at + 1,
    name: null,
    label: { nb },
    isExclusive: false,
    asksWhat: false,
    filterValues: {},
  }));
  const none = { parentId: null, scaleId: null, bankQuestionId: null, previousId: null, comparability: null };
  return { ...spec, ...none, id: 'q' as QuestionId, number: '1', options };
}
function inFile(kind: 'closed' | 'multiple', labels: readonly string[], label = 'Hvorfor kom du?'): FileQuestion {
  const options = labels.map((text, at) => ({
    code: at + 1,
    label: text,
    spellings: [text],
    column: kind === 'multiple' ? at : null,
    missing: null,
  }));
  const base = { key: 'c0', label, group: null, columns: [0], missing: [], options, specifyColumn: null };
  return kind === 'closed' ? { kind, ...base, scale: null } : { kind, ...base, form: 'indicator', separator: null };
}
const codes = (question: FileQuestion): string[] =>
  'options' in question ? question.options.map(({ code, label }) => `${code} ${label}`) : [];
const compared = (file: FileQuestion, before: Question) => compareQuestion(alignOptions(file, before), before, 'nb');

describe('options of a later wave', () => {
  const before = asked('one', ['Tid', 'Sted', 'En venn tok meg med']);

  it('keep the code of the same label, and of one that is nearly the same; a new one gets a code that was never used [F29] [F15]', () => {
    expect(codes(alignOptions(inFile('closed', ['Pris', 'STED', 'En venn tok med meg']), before))).toEqual([
      '1 Tid',
      '2 STED',
      '3 En venn tok med meg',
      '4 Pris',
    ]);
  });

  it('tells new options, changed labels and changed wording, and nothing where only nobody chose one [F15]', () => {
    expect(compared(inFile('closed', ['Tid']), before)).toMatchObject({ comparability: 'same', newOptions: [] });
    expect(compared(inFile('closed', ['Tid', 'Pris']), before)).toMatchObject({ comparability: 'changed-options', newOptions: ['Pris'] });
    expect(compared(inFile('closed', ['En venn tok med meg']), before)).toMatchObject({ comparability: 'changed-options', newOptions: [] });
    expect(compared(inFile('closed', ['Sted'], 'Hva fikk deg til å komme?'), before)).toMatchObject({
      comparability: 'changed-wording',
      wordingBefore: 'Hvorfor kom du?',
    });
    expect(compareQuestion(inFile('closed', ['Tid']), null, 'nb')).toMatchObject({ comparability: 'new', questionId: null });
  });

  it('of a column per option are those that have a column [F15]', () => {
    const several = asked('several', ['Tid', 'Sted']);
    expect(compared(inFile('multiple', ['Sted']), several).comparability).toBe('changed-options');
    expect(compared(inFile('multiple', ['Tid', 'Sted']), several).comparability).toBe('same');
    // Spreadsheets number equal headers; that is no other option, and a number that belongs to a name is.
    expect(codes(alignOptions(inFile('multiple', ['Annet (hva?)8', 'GPLv3']), asked('several', ['Annet (hva?)', 'GPLv2'])))).toEqual([
      '1 Annet (hva?)8',
      '3 GPLv3',
    ]);
  });
});
