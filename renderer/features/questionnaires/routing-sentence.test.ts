import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import messages from '../../../shared/messages/nb/questionnaires.json' with { type: 'json' };
import { QuestionId } from '../../../shared/model/ids.ts';
import type { Question } from '../../../shared/model/questionnaire.ts';
import type { Say } from '../../lib/text.ts';
import { routingSentence } from './routing-sentence.ts';

const intl = createIntl({ locale: 'nb', messages });
const any = (id: string, params = {}): string => intl.formatMessage({ id }, params);
const say: Say = Object.assign(any, { any, intl });

function question(number: number, part: Partial<Question> = {}): Question {
  return {
    id: QuestionId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`),
    name: `v${number}`,
    number: String(number),
    type: 'one',
    wording: {},
    lead: null,
    instruction: null,
    unit: null,
    scaleId: null,
    options: ['Kort', 'Lenge'].map((nb, index) => ({ code: index + 1, label: { nb }, isExclusive: false, asksWhat: false })),
    reasons: [],
    relevant: null,
    minimum: null,
    maximum: null,
    rankCount: null,
    isRequired: false,
    isIdentifier: false,
    checks: [],
    ...part,
  };
}

const form = [
  question(3),
  question(19, { type: 'yes-no', options: [1, 2].map((code) => ({ code, label: {}, isExclusive: false, asksWhat: false })) }),
];

function sentence(relevant: string): string {
  const asked = question(20, { relevant });
  return routingSentence(asked, [...form, asked], 'nb', say);
}

describe('routing in words', () => {
  test.each([
    ['${q19} = 1', 'Bare når 19 er «Ja»'],
    ['${q3} = 1 or ${q3} = 2', 'Bare når 3 er «Kort» eller «Lenge»'],
    ['${q3} = 1 and ${q19} = 2', 'Bare når 3 er «Kort» og 19 er «Nei»'],
    ["not(selected(${q3}, '2'))", 'Bare når ikke 3 er «Lenge»'],
    ['${q3} > 1', 'Bare når ${q3} > 1'],
    ['${q3} == 1', 'Betingelsen «${q3} == 1» stopper ved tegn 8. Spørsmålet stilles alltid.'],
  ])('%s', (relevant, words) => {
    expect(sentence(relevant)).toBe(words);
  });
});
