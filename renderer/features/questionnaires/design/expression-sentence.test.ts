import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import messages from '../../../../shared/messages/generated/nb.json' with { type: 'json' };
import type { Say } from '../../../lib/text.ts';
import { expressionSentence } from './expression-sentence.ts';
import { optionWith, questionWith } from './sample-version.ts';

const intl = createIntl({ locale: 'nb', messages });
const any = (id: string, params = {}): string => intl.formatMessage({ id }, params);
const say: Say = Object.assign(any, { any, intl });

const questions = [
  questionWith(3, { type: 'one', options: [optionWith(1, 'Kort'), optionWith(2, 'Lenge')] }),
  questionWith(19, { type: 'yes-no', options: [optionWith(1, ''), optionWith(2, '')] }),
  questionWith(20, { type: 'number' }),
];
const sentence = (text: string): string => expressionSentence('relevant', text, { questions }, { say, interface: 'nb', content: 'nb' });

describe('[F1] routing in words', () => {
  test.each([
    ['${v19} = 1', 'Spørres hvis spørsmål 19 er «Ja»'],
    ['${q3} = 1 or ${q3} = 2', 'Spørres hvis spørsmål 3 er «Kort» eller «Lenge»'],
    ['${v3} = 1 and ${v19} = 2', 'Spørres hvis spørsmål 3 er «Kort» og spørsmål 19 er «Nei»'],
    ['${v20} >= 2.5', 'Spørres hvis spørsmål 20 er minst 2,5'],
    ['${v3} == 1', ''],
  ])('%s', (text, words) => {
    expect(sentence(text)).toBe(words);
  });

  test('a check speaks of the answer itself', () => {
    const own = questionWith(20, { type: 'number' });
    expect(expressionSentence('check', '. <= 52', { questions, own }, { say, interface: 'nb', content: 'nb' })).toContain(
      'svaret er høyst 52',
    );
  });
});
