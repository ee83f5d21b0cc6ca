import type { ExpressionField } from '../../../../shared/expressions/fields.ts';
import { parseExpression } from '../../../../shared/expressions/parse.ts';
import { readableField, type Describe } from '../../../../shared/expressions/readable.ts';
import { sayReadable } from '../../../../shared/expressions/sentence.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { formatDay, formatNumber } from '../../../lib/format.ts';
import type { Say } from '../../../lib/text.ts';
import { optionWords } from '../../interviews/index.ts';
import { questionCalled } from './conditions.ts';

/** What a sentence is said with. */
export interface Speech {
  readonly say: Say;
  /** The interface's language, for numbers and dates. */
  readonly interface: Language;
  /** The language that labels of answers are taken from. */
  readonly content: Language;
}

/**
 * An expression in words: "Spørres hvis spørsmål 3 er «Under et halvt år» eller «Et halvt til to år»". Empty where it cannot be read.
 * `own` is the question that a dot stands for.
 */
export function expressionSentence(
  field: ExpressionField,
  text: string,
  { questions, own = null }: { readonly questions: readonly Question[]; readonly own?: Question | null },
  speech: Speech,
): string {
  const parsed = parseExpression(text, { allowsColumns: field === 'optionFilter' });
  if (!parsed.isRead) return '';
  const describe: Describe = (name) => {
    const question = name === '.' ? (own ?? undefined) : questionCalled(questions, name);
    if (question === undefined) return null;
    return {
      number: question.number,
      isDate: question.type === 'date',
      isSet: question.type === 'several' || question.type === 'rank',
      isRepeat: question.type === 'repeat',
      optionLabel: (wanted) => {
        const option = question.options.find((candidate) => (candidate.name ?? String(candidate.code)) === wanted);
        return option === undefined || question.type === 'scale-0-10'
          ? null
          : optionWords(question, option.code, speech.content, speech.say);
      },
    };
  };
  return sayReadable(readableField(field, parsed.expression, describe), {
    say: speech.say.any,
    number: (value) => formatNumber(value, speech.interface, decimalsOf(value)),
    date: (on) => formatDay(on, speech.interface),
  });
}

/** As many decimals as the number has, six at most. */
function decimalsOf(value: number): number {
  return Math.min(6, (/\.(\d+)$/u.exec(String(value))?.[1] ?? '').length);
}
